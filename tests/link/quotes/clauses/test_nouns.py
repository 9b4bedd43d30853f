"""Clauses of nouns: whose verdict, response, message or words they are."""

import pytest

SPEAKERS = {
    "a noun of speaking": (
        "Nina Kerr was asked in Leeds. “I am not surprised,” was her verdict.",
        ("Nina Kerr", None, None),
    ),
    "a noun of speaking that is what follows": (
        "The union’s answer was that the cellar was “a tinder box for us all”.",
        (None, "union", None),
    ),
    "a noun of speaking with a pronoun's owner": (
        "Nina Kerr came to Leeds. Her view is that “it should never have opened”.",
        ("Nina Kerr", None, None),
    ),
    "a message of somebody named before": (
        "Ann Reed, chair of governors, came on Monday. Her message to us: “It worked.”",
        ("Ann Reed", "chair of governors", None),
    ),
    "whose answer it is": (
        "“We accept it,” was the response of chief executive Tom Lo.",
        ("Tom Lo", "chief executive", None),
    ),
    "from where an answer comes": (
        "“We accept it,” came the reply from Saltby Council.",
        (None, None, "Saltby Council"),
    ),
    "in somebody's words": (
        "Tom Lo was low. It was, in Mr Lo's words, “the worst week yet”.",
        ("Tom Lo", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_whoever_owns_the_noun_speaks(speaker, text, expected):
    assert speaker(text) == expected
