"""Who wrote a story, from the lines around it."""

import pytest


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Mara Voss", ("Mara Voss",)),
        ("By Mara Voss and Tom Reed", ("Mara Voss", "Tom Reed")),
        ("By Jodie Marchbank Health Reporter", ("Jodie Marchbank",)),
        ("By Jodie Marchbank March 3, 2024", ("Jodie Marchbank",)),
        ("By Decima Mayhew", ("Decima Mayhew",)),
    ],
    ids=[
        "one",
        "two",
        "an office behind",
        "a day behind",
        "names that begin as months do",
    ],
)
def test_a_byline_names_its_authors(page, line, authors):
    document = page("", before=f"<h1>Told to improve</h1><p>{line}</p>")

    assert document.meta.authors == authors
