"""A grade that a sentence points back to: "the same grade"."""

import re
from dataclasses import replace

from pipeline.link.grades.claims import Claim
from pipeline.link.grades.grammar import Standings
from pipeline.link.grades.thread import Echoes
from pipeline.link.page import Page
from pipeline.link.tape import GRADE, Tape

_SAME = re.compile("jM(?![^,;.]{0,6}[sPYyB])|(?<=i)r[MT](?=[,;.]|i[HSxb]{0,2}[AaO])")
"""As in "the same grade", and "it was in that category for safety"."""
SAME = ("same", "that")


def echoed(tape: Tape, given: list[Claim], page: Page) -> tuple[Tape, Echoes]:
    """The tape with "the same grade" read as the grade that was given just before.

    "The same grade as in 2019" compares, and stays what it is.

    Args:
        tape: of a sentence.
        given: what the last sentence with a grade said.
        page: the document.
    """
    if "jM" not in tape.kinds and "ir" not in tape.kinds:
        return tape, {}
    standing = page.standings(tape)
    signs, echoes = list(tape.signs), {}
    for match in reversed(list(_SAME.finditer(tape.kinds))):
        place = match.start()
        own = [p for p, stands in standing.items() if p < place and stands.current]
        first = _own(tape, max(own), standing) if own else _last(given)
        if first is not None and signs[place].value.endswith(SAME):
            sign, noun = signs[place : place + 2]
            told = sign._replace(kind=GRADE, end=noun.end, value=first.grade.value)
            signs[place : place + 2] = [told]
            echoes[told.start] = first
    return replace(tape, signs=tuple(signs)), echoes


def _own(tape: Tape, place: int, standing: Standings) -> Claim:
    grade = tape.signs[place]
    return Claim(None, grade, standing[place], grade.extent, "sentence.echoed")


def _last(given: list[Claim]) -> Claim | None:
    current = [claim for claim in given if claim.standing.current]
    return max(current, key=lambda claim: claim.grade.start, default=None)


def as_first_given(claim: Claim, echoes: Echoes) -> Claim:
    """A claim whose grade is "the same grade", with the words that gave it first."""
    first = echoes.get(claim.grade.start)
    if first is None:
        return claim
    return replace(claim, grade=first.grade, context=(*claim.context, first.extent))
