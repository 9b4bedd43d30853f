"""Phrases are found by their words, the longest first, in one walk over a text."""

import pytest

from pipeline.words.phrases import Phrases, words_of

PHRASES = Phrases(
    [
        ("Avon and Somerset Police", "force"),
        ("Avon", "river"),
        ("St Bega's School", "school"),
        ("Avon", "county"),
    ]
)


def found(text):
    """What begins with the text's first word: how many words, and its values."""
    hit = PHRASES.longest(text, words_of(text), 0)
    return hit and (hit[0], list(hit[1]))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Avon and Somerset Police", (4, ["force"])),
        ("AVON & SOMERSET POLICE’s", (4, ["force"])),
        ("Avon\u00a0and Somerset-Police", (4, ["force"])),
        ("Avon and Somerset", (1, ["river", "county"])),
        ("Avon, of course", (1, ["river", "county"])),
        ("Avon and Somerset\n\nPolice", (1, ["river", "county"])),
        ("St. Bega’s School", (4, ["school"])),
        ("Avonmouth", None),
    ],
    ids=[
        "its words",
        "in any case, with an ampersand and a possessive",
        "any space or hyphen between them",
        "a shorter phrase where the longer one is not there",
        "each of its meanings",
        "not over the end of a line",
        "a full stop and a curly apostrophe",
        "whole words alone",
    ],
)
def test_the_longest_phrase_from_a_word(text, meant):
    assert found(text) == meant


def test_words_stand_where_they_are_written():
    text = "The force’s R&D, 2023"

    assert [(norm, text[start:end]) for norm, start, end in words_of(text)] == [
        ("the", "The"),
        ("force", "force"),
        ("'s", "’s"),
        ("r", "R"),
        ("and", "&"),
        ("d", "D"),
        ("2023", "2023"),
    ]
