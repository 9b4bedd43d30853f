"""Whom an interview asks."""

import pytest

from pipeline.link.quotes.turns.interviews import interviewed

SPEAKERS = {
    "an answer in an interview": (
        "Chief fire officer Ann Reed talks to us.\n\nWas it hard?\n\n“It was, yes.”",
        ("Ann Reed", "Chief fire officer", None),
    ),
    "an answer under a question, one person in the lead": (
        "Ann Reed has led us since May.\n\nWas it hard?\n\n“It was, yes, very.”",
        ("Ann Reed", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_an_answer_is_whose_the_lead_names(speaker, text, expected):
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Ann Reed talks to us.", "Ann Reed"),
        ("We put our questions to Ann Reed and were heard.", "Ann Reed"),
        ("By Tom Lo\n\nAnn Reed has led us since May.", "Ann Reed"),
        ("Ann Reed and Tom Lo came.", None),
        ("Nobody came.", None),
    ],
    ids=["who talks", "to whom questions are put", "a byline", "two people", "nobody"],
)
def test_the_lead_says_who_is_asked(clauses, lead, who):
    found = clauses(f"{lead}\n\nWas it hard?\n\n“It was, yes.”")
    source = interviewed(found.story, found)

    assert (source and source.head.key) == who
