"""The last rules of a sentence: a grade and areas in one clause, nothing between."""

import re
from collections.abc import Iterator

from pipeline.link.grades.claims import Claim
from pipeline.link.grades.grammar import AREAS, LISTED, G, Standings, areas_of, claim_of
from pipeline.link.tape import Tape

_FORWARD = re.compile(
    rf"(?P<g>{G})\)?[MT]?(?:,(?=[biH]))?[xVvbSHTMNRsin]{{0,8}}[ib][HSxb]{{0,3}}(?P<areas>{AREAS})"
)
_BACKWARD = re.compile(
    rf"(?P<areas>{LISTED})[^AaOGqU;k&.?=]{{0,14}}[bVvMi:\-](?:&(?=[GqU]))?(?P<g>{G})(?!M?i[HSx]?[AaN])"
)


def forward(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "good is what inspectors thought of A"."""
    yield from _claims(tape, standing, _FORWARD, "sentence.grade_then_area")


def backward(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A, in the second of its inspections, was found good"."""
    yield from _claims(tape, standing, _BACKWARD, "sentence.area_then_grade")


def _claims(
    tape: Tape, standing: Standings, pattern: re.Pattern[str], rule: str
) -> Iterator[Claim]:
    for match in pattern.finditer(tape.kinds):
        place = match.start("g")
        if place in standing:
            for area in areas_of(tape, match.span("areas")):
                yield claim_of(tape, standing, place, area, rule)
