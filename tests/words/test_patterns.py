"""Any of many words as one pattern."""

import re

import pytest

from pipeline.words.patterns import alike, any_of
from tests.fuzz.cues import WRITINGS

WORDS = ("chief", "chief executive", "headteacher", "co-chair", "people's champion")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("chief executive", "chief executive"),
        ("chief constable", "chief"),
        ("chief\u00a0\n executive", "chief\u00a0\n executive"),
        ("people’s champion", "people’s champion"),
        ("co chair", "co chair"),
        ("co‑chair", "co‑chair"),
        ("chi", None),
        ("deputy headteacher", None),
    ],
    ids=[
        "the longest",
        "the longest that is there",
        "a space is any white space",
        "an apostrophe is either",
        "a hyphen may be a space",
        "or one that breaks no line",
        "part of a word",
        "only where the pattern is tried",
    ],
)
def test_a_pattern_matches(text, found):
    match = re.match(any_of(WORDS), text)

    assert (match and match[0]) == found


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("way", WRITINGS.values(), ids=WRITINGS)
def test_what_a_pattern_takes_for_a_word_is_like_it(way, word):
    match = re.fullmatch(any_of(WORDS), way(word), re.IGNORECASE)

    assert match is None or alike(match[0]) == alike(word)


@pytest.mark.parametrize(
    "written", ["CO\u00a0CHAIR", "co‑chair", "co-chair", "Co\nchair"]
)
def test_writings_of_a_word_are_alike(written):
    assert alike(written) == alike("co-chair")


def test_marks_of_patterns_stand_for_themselves():
    assert re.fullmatch(any_of(["n/a (none)", "c++"]), "n/a (none)")
    assert not re.fullmatch(any_of(["a.b"]), "axb")


def test_no_words_are_refused():
    with pytest.raises(ValueError, match="would match everywhere"):
        any_of([])


@pytest.mark.parametrize(
    ("text", "fits"),
    [("what they say", True), ("what say", True), ("what, say", False)],
    ids=["something between", "or nothing", "but nothing else"],
)
def test_a_gap_stands_for_what_it_is_said_to(text, fits):
    pattern = any_of(["what ... say", "whatever"], gap=r"(?:\w+\s+)?")

    assert bool(re.fullmatch(pattern, text)) == fits
