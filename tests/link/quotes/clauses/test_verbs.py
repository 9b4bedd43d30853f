"""Clauses of verbs: who says it, and who only hears it or has it said."""

import pytest

SPEAKERS = {
    "the addressee is not the speaker": (
        "Nina Kerr told Ann Reed: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "the introduction is not the speaker": (
        "Asked if Ann Reed would resign, Nina Kerr replied: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "a shared subject": (
        "Nina Kerr thanked the cooks, lectured the bank and said: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "at the end of the sentence": (
        "The cellar was “a tinder box” for years, Nina Kerr said.",
        ("Nina Kerr", None, None),
    ),
    "by whom it was said": (
        "Her words were echoed by Nina Kerr: “It leaked.”",
        ("Nina Kerr", None, None),
    ),
    "whoever speaks in an aside of the sentence": (
        "The report praised Northshire, with chief constable Ann Reed saying: “No.”",
        ("Ann Reed", "chief constable", None),
    ),
    "a verb that opens its sentence": (
        "Said Ann Reed, who has two boys at the school, “We do.”",
        ("Ann Reed", None, None),
    ),
    "a verb after Not so": (
        "Not so, says Ann Reed, who lives nearby: “We were never asked.”",
        ("Ann Reed", None, None),
    ),
    "a question before the answer": (
        "When asked who pays, Mrs Reed smiled and said, “We do.”",
        ("Reed", None, None),
    ),
    "she who writes in a post": (
        "Ann Reed is to visit. In a post on LinkedIn she wrote: “It can be mended.”",
        ("Ann Reed", None, None),
    ),
    "what was written long ago": (
        "As Nina Kerr had written a few years earlier, “It will fail us all.”",
        ("Nina Kerr", None, None),
    ),
    "who was asked whether others would be told": (
        (
            "Director Ann Reed was there. Asked whether pupils would be told, she said "
            "they had been sent “a balanced summary”."
        ),
        ("Ann Reed", "Director", None),
    ),
    "a head of something": (
        "Head of school Ann Reed went further, saying, “We pay.”",
        ("Ann Reed", "Head of school", None),
    ),
    "one young person, inside what the report says": (
        (
            "The report says the hub “feels like a front room”, with one young person "
            "describing it as “where I go after a rubbish day”."
        ),
        (None, "young person", None),
    ),
    "what inspectors state, in a letter of somebody else": (
        "Tom Lo referred to the letter, in which inspectors state: “It failed us all.”",
        (None, "inspectors", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_subject_of_the_verb_speaks(speaker, text, expected):
    assert speaker(text) == expected


NOBODY_SAYS = {
    "who is said to be so": "Tom Reed heard that his lane was rated “red or worse”.",
    "who is called so": "Tom Reed was described as “late for everything”.",
    "who is said to have it": "Leaders are said to have a “clear and bold vision”.",
    "what is told of somebody": "Tom Reed was told it was “far too late for that”.",
    "who is told to do it": "Saltby Council told to “get a proper grip on it”.",
    "nobody at all": "It is safe to say that the cellar had failed in March.",
    "nobody in the passive": "It was reported that the cellar had failed in March.",
    "what is praised": "“Highly effective” use of money by leaders was also praised.",
}


@pytest.mark.parametrize("text", NOBODY_SAYS.values(), ids=NOBODY_SAYS)
def test_of_whom_something_is_said_does_not_say_it(quoted, text):
    assert quoted(text) == []
