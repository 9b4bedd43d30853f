"""The last rules of a sentence: a grade and areas in one clause, nothing between."""

import re
from collections.abc import Iterator

from pipeline.link.grades.claims import Claim, claim_of
from pipeline.link.standing import Standings
from pipeline.link.syntax import AREAS, LISTED, SOME, G, areas_of
from pipeline.link.tape import Tape
from pipeline.link.tape.alphabet import WORDS

WITH = "with"
BESIDE = 2
"""Characters between a grade, its mark and the next word."""

_FORWARD = re.compile(
    rf"(?P<g>{G})\)?[MT]?(?:,(?=[biH]))?[xVvbSHTMNRsin]{{0,8}}[ib][HSxb]{{0,3}}(?P<areas>{AREAS})"
)
_BACKWARD = re.compile(
    rf"(?P<areas>{LISTED}){SOME}[^AaOGqU;k&.?=]{{0,14}}(?:[bVvMis:\-]|[,x](?=&))(?:&(?=[GqU]))?(?P<g>{G})(?!M?i[HSx]?[AaN])"
)
_TWO_VERBS = re.compile(
    rf"(?:^|[,;k])[SHxn]?(?P<areas>{LISTED})(?:x|vN?x?|b[^GqUAaO;kS,]{{1,8}}),?&"
    rf"[bvVKn]{{1,4}}s?(?:[hl]M,)?(?P<g>{G})"
)
_ATTRIBUTIVE = re.compile(rf"[&bvV](?P<g>{G})[Aa]")


def two_verbs(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A fared better and was judged good"."""
    yield from _claims(tape, standing, _TWO_VERBS, "sentence.area_of_two_verbs")


def attributive(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "a school with ‘outstanding’ leadership": the marks make it a label."""
    for match in _ATTRIBUTIVE.finditer(tape.kinds):
        grade, area = tape.signs[match.start("g") : match.start("g") + 2]
        if grade.quoted and area.start - grade.end <= BESIDE:
            place = match.start("g")
            if place in standing:
                yield claim_of(tape, standing, place, area, "sentence.attributive")


def forward(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "good is what inspectors thought of A"."""
    yield from _claims(tape, standing, _FORWARD, "sentence.grade_then_area")


def backward(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A, in the second of its inspections, was found good"."""
    yield from _claims(tape, standing, _BACKWARD, "sentence.area_then_grade")


def _describes(tape: Tape, place: int) -> bool:
    """As in "its ‘outstanding’ work in preventing crime": praise, not by inspectors."""
    sign, *following = tape.signs[place : place + 2]
    return any(
        after.kind == WORDS
        and after.start - sign.end <= BESIDE
        and not after.value.startswith("by ")
        for after in following
    )


def _claims(
    tape: Tape, standing: Standings, pattern: re.Pattern[str], rule: str
) -> Iterator[Claim]:
    for match in pattern.finditer(tape.kinds):
        place = match.start("g")
        joined = tape.signs[place - 1].value if tape.kinds[place - 1] == "&" else WITH
        if place in standing and joined == WITH and not _describes(tape, place):
            for area in areas_of(tape, match.span("areas")):
                yield claim_of(tape, standing, place, area, rule)
