"""Who wrote a story, from the lines around it."""

import pytest

from pipeline import knowledge
from pipeline.readers.bylines import people

CUES = knowledge.load().cues["bylines"]


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


@pytest.mark.parametrize("text", CUES["no_name"].examples)
def test_offices_and_buttons_are_nobody(text):
    assert people([text]) == ()


@pytest.mark.parametrize("text", CUES["after_a_name"].examples)
def test_a_name_ends_before_what_follows_without_a_mark(text):
    assert people([text]) == ("Mara Voss",)


@pytest.mark.parametrize(
    "text", [text for cue in CUES.values() for text in cue.counterexamples]
)
def test_words_that_only_begin_so_belong_to_the_name(text):
    assert people([text]) == (text,)
