"""Who wrote a story, from the lines around it."""

import pytest

from pipeline import knowledge
from pipeline.readers.bylines import bylines

KNOWN = knowledge.load()
CUES = KNOWN.cues["bylines"]
BYLINES = bylines(KNOWN)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Nina Kerr", ("Nina Kerr",)),
        ("By Nina Kerr and Tom Reed", ("Nina Kerr", "Tom Reed")),
        ("By Jodie Marchbank Health Reporter", ("Jodie Marchbank",)),
        ("By Jodie Marchbank March 3, 2024", ("Jodie Marchbank",)),
        ("By Decima Mayhew", ("Decima Mayhew",)),
        ("By <a>Nina Kerr</a><time>13 APR 2023</time>", ("Nina Kerr",)),
    ],
    ids=[
        "one",
        "two",
        "an office behind",
        "a day behind",
        "names that begin as months do",
        "a day that only its style keeps apart",
    ],
)
def test_a_byline_names_its_authors(page, line, authors):
    document = page("", before=f"<h1>Told to improve</h1><p>{line}</p>")

    assert document.meta.authors == authors


@pytest.mark.parametrize("text", CUES["no_name"].examples)
def test_offices_and_buttons_are_nobody(text):
    assert BYLINES.people(text) == ()


@pytest.mark.parametrize("text", CUES["after_a_name"].examples)
def test_a_name_ends_before_what_follows_without_a_mark(text):
    assert BYLINES.people(text) == ("Nina Kerr",)


@pytest.mark.parametrize(
    "text",
    [
        text
        for name in ("no_name", "after_a_name", "outlet")
        for text in CUES[name].counterexamples
    ],
)
def test_words_that_only_begin_so_belong_to_the_name(text):
    assert BYLINES.people(text) == (text,)


@pytest.mark.parametrize("text", CUES["signs"].examples)
def test_a_line_signs_in_several_languages(text):
    assert BYLINES.signed(text) == ("Nina Kerr",)


@pytest.mark.parametrize("text", CUES["signs"].counterexamples)
def test_a_name_that_begins_as_such_words_do_signs_nothing(text):
    assert BYLINES.signed(text) == ()


@pytest.mark.parametrize(
    "text", [*CUES["account"].examples, *CUES["button"].examples, "(Image: Vale Post)"]
)
def test_accounts_and_buttons_are_nobody(text):
    assert BYLINES.name_or_office(text) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Submitted by mvoss on Thu, 13/04/2023 - 09:00", "mvoss"),
        ("Posted by Nina Kerr, 13 April 2023", "Nina Kerr"),
        ("Gespeichert von mvoss am 13. April 2023", "mvoss"),
        ("Submitted by admin on 13 April 2023", None),
        ("Submitted by mvoss", None),
    ],
)
def test_a_line_that_signs_and_dates_names_an_account_too(line, name):
    assert BYLINES.submitted(line) == name
