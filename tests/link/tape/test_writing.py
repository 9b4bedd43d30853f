"""What a stretch of text is to the rules: a sign for each thing that it names.

In the texts `[G good]` is a grade, `[A crime]` an area and `[N 3]` a count, as they are
found before.
"""

import re

import pytest

from pipeline.document import Extent, lowered
from pipeline.link.tape import Sign
from pipeline.link.tape.alphabet import alphabet
from pipeline.link.tape.writing import tape_of

NAMED = re.compile(r"\[(\w) ([^]]+)\]")


@pytest.fixture
def tape(known):
    """The tape of a text whose grades, areas and counts are marked."""

    def of(marked):
        named, text, done = [], "", 0
        for match in NAMED.finditer(marked):
            text += marked[done : match.start()]
            end = len(text) + len(match[2])
            named.append(Sign(match[1], len(text), end, match[2]))
            text, done = text + match[2], match.end()
        text += marked[done:]
        plain = lowered(text).replace("’", "'")
        return tape_of(text, plain, Extent(0, len(text)), named, alphabet(known))

    return of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It was rated [G good] for [A crime].", "SbVGiA."),
        ("[A crime] – [G good];", "A-G;"),
        ("[G good] in [N 3] areas", "GiNT"),
        ("up from [G poor] in 2019", "pGiY"),
        ("It wants to be [G good].", "SWsG."),
        ("Happy local people were [G good].", "xbG."),
        ("It was “[G good]”.", "SbG."),
    ],
    ids=[
        "each cue has a sign",
        "so have marks",
        "and numbers",
        "and years",
        "the longest phrase counts",
        "many words without a sign are one",
        "quotation marks have none",
    ],
)
def test_a_tape_has_a_sign_for_each_thing(tape, text, kinds):
    assert tape(text).kinds == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It was [G good] in May.", "SbGi."),
        ("It was [G good] in a glowing report by inspectors.", "SbG."),
        ("It is again [G poor].", "SbG."),
    ],
    ids=["a month", "the occasion", "a word that is kept beside"],
)
def test_what_changes_nothing_is_no_sign(tape, text, kinds):
    assert tape(text).kinds == kinds


def test_what_was_passed_over_is_kept_beside(tape):
    assert [sign.value for sign in tape("It is again [G poor].").asides] == ["again"]


def test_signs_stand_where_their_words_stand(tape):
    assert [
        (sign.value, *sign.extent)
        for sign in tape("rated [G good] for [A crime]").signs
    ] == [("rated", 0, 5), ("good", 6, 10), ("for", 11, 14), ("crime", 15, 20)]


def test_a_sign_that_a_rule_has_taken_stands_for_nothing(tape):
    read = tape("[A crime] - [G good]")

    assert read.without({0}).kinds == "#-G"
