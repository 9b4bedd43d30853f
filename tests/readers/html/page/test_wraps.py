"""Elements that by their name only frame a page, and yet hold it."""

import pytest

from pipeline.readers.html.page.surroundings import FRAME
from pipeline.readers.html.page.walk import walk
from pipeline.readers.html.page.wraps import free

LINE = "<p>Inspectors spent two weeks with the force in the spring of last year.</p>"


@pytest.mark.parametrize(
    ("markup", "framed"),
    [
        (f"<form>{LINE * 4}</form>{LINE}", [False] * 5),
        (f"<form>{LINE}</form>{LINE * 4}", [True] + [False] * 4),
        (f"<form>{LINE * 4}<form>{LINE}</form></form>", [False] * 4 + [True]),
        (f"<div hidden>{LINE * 4}</div>{LINE}", [False] * 5),
        (
            f"<div hidden>{'<p><a href=/x>Home</a></p>' * 3}</div>{LINE}",
            [True] * 3 + [False],
        ),
    ],
    ids=[
        "a form around the page",
        "a form in it",
        "a form in a form around the page",
        "a page that is hidden until its script has run",
        "a hidden menu",
    ],
)
def test_what_holds_the_page_is_no_frame(markup, framed):
    found, tree = walk(f"<html><body>{markup}</body></html>")
    free(found, tree)

    assert [bool(each.around & FRAME) for each in found] == framed
