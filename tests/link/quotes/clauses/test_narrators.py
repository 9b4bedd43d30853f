"""Whose words a sentence quotes without a word for saying them."""

import pytest

SPEAKERS = {
    "a report's words without a verb for them": (
        "The report paints a picture of a force “struggling to cope with demand”.",
        (None, "report", None),
    ),
    "for whom it is so": (
        "For Nina Kerr, the cellar is “a dream come true for us all”.",
        ("Nina Kerr", None, None),
    ),
    "to whom it is so, by a pronoun": (
        "Nina Kerr came to Leeds. To her, the cellar is “a dream come true for us”.",
        ("Nina Kerr", None, None),
    ),
    "a pronoun goes on with a fragment": (
        "Ann Reed says she is “pleased”. She has “worries about the way some talk”.",
        ("Ann Reed", None, None),
    ),
    "what a paragraph goes on to report": (
        (
            "Most pupils do well, inspectors said. In a few classes, though, “the "
            "work is slow because teachers talk too much”."
        ),
        (None, "inspectors", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_subject_of_the_sentence_speaks(speaker, text, expected):
    assert speaker(text) == expected
