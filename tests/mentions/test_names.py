"""Runs of capitalised words: whose name each is, told from the run and the text."""

import pytest

from pipeline.mentions.names import COUPLE, NAME, ORGANISATION, PERSON, Names


@pytest.fixture
def named(known):
    """The names of a text with their kinds."""
    names = Names(known)
    return lambda text: [
        (name.text, name.kind) for name in names.find(text, [(0, len(text))])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Ann Reed left.", [("Ann Reed", PERSON)]),
        ("Then Dr Quill left.", [("Quill", PERSON)]),
        ("Then Saltby Council left.", [("Saltby Council", ORGANISATION)]),
        ("Then Kent Police Ann Reed left.",
         [("Kent Police", ORGANISATION), ("Ann Reed", PERSON)]),
        ("Adam and Eve Quill left.",
         [("Adam and Eve Quill", COUPLE), ("Adam Quill", PERSON),
          ("Eve Quill", PERSON)]),
        ("A river ran to Saltby.", [("Saltby", NAME)]),
        ("It is run by Thornbury Vale, which owns it.",
         [("Thornbury Vale", ORGANISATION)]),
        ("then he left.", []),
    ],
    ids=[
        "a first name tells a person",
        "so does a title",
        "a noun an organisation",
        "both in one run",
        "two of one surname",
        "one word is anything",
        "who runs a home is a firm",
        "no capitals, no name",
    ],
)  # fmt: skip
def test_a_run_of_capitals_is_a_name(text, expected, named):
    assert named(text) == expected


def test_a_name_outside_the_windows_is_passed_over(known):
    text = "Ann Reed met Nina Kerr."

    found = Names(known).find(text, [(9, len(text))])

    assert [name.text for name in found] == ["Nina Kerr"]
