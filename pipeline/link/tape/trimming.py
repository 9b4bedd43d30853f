"""What a tape is better without: months, occasions, stars, short forms in brackets."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.link.tape import Sign
from pipeline.link.tape.alphabet import TOLD, WORDS, Alphabet


def undated(signs: list[Sign], cues: Alphabet) -> list[Sign]:
    """Without months after a preposition: "in May", but not "on 7 May"."""
    return [
        sign
        for before, sign in pairwise([*signs[:1], *signs])
        if not (sign.value in cues.months and before.kind == "i")
    ]


def unoccasioned(signs: list[Sign], cues: Alphabet) -> Iterator[Sign]:
    """Without what only names the occasion: "in a glowing report", "after a visit".

    "Against" leads to the grade before only where a grade follows.
    """
    skipped = 0
    for place, sign in enumerate(signs):
        if skipped:
            skipped -= 1
        elif sign.kind == "i" and (occasion := _occasion(signs, place, cues)):
            skipped = occasion
        elif sign.value == "against" and signs[place + 1 : place + 2]:
            counted = signs[place + 1].kind in "NRHTAa"
            yield sign._replace(kind="i") if counted else sign
        else:
            yield sign


def _occasion(signs: list[Sign], place: int, cues: Alphabet) -> int:
    """How many signs after a preposition name a report or a visit, 0 if none do."""
    for length in range(1, FEW + 1):
        following = signs[place + length : place + length + 1]
        if not following or following[0].kind != WORDS:
            return 0
        if following[0].value in cues.to_come:
            return 0
        if following[0].value in cues.occasions:
            return length
    return 0


def heard(signs: list[Sign], cues: Alphabet) -> Iterator[Sign]:
    """What says "again", and what says that something is told, or heard of."""
    for sign in [sign for sign in signs if sign.value in cues.heard]:
        yield sign if sign.value in cues.again else sign._replace(kind=TOLD)


def unstarred(signs: list[Sign]) -> list[Sign]:
    """Without the stars that send a reader from a word to a note: "safe*, caring"."""
    return [
        sign
        for before, sign in pairwise([*signs[:1], *signs])
        if sign.kind != "*" or before.end != sign.start
    ]


def unabbreviated(signs: list[Sign], text: str) -> list[Sign]:
    """Without short forms in brackets: "the Care Quality Commission (CQC)"."""
    left: list[Sign] = []
    for sign in signs:
        if sign.kind == ")" and len(left) > 1 and left[-2].kind == "(":
            short = left[-1]
            if short.kind in "xS" and text[short.start : short.end].isupper():
                del left[-2:]
                continue
        left.append(sign)
    return left


FEW = 3
"""Words of a run that a rule may pass over as if nothing stood there."""
