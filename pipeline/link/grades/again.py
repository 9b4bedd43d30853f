"""Sentences that lean on the one before: "They were A and B", "the same grade"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.document import BlockType, Role
from pipeline.link.grades import beside, several
from pipeline.link.grades.claims import Claim
from pipeline.link.grades.grammar import LISTED, Standings, areas_of
from pipeline.link.page import Line, Page
from pipeline.link.tape import GRADE, Tape


def follows(line: Line, last: Line | None, page: Page) -> bool:
    """Whether a line goes on where the last one stopped, both of them prose."""
    prose = (BlockType.PARAGRAPH, BlockType.QUOTE)
    if last is None or line.block.type not in prose or last.block.type not in prose:
        return False
    between = page.document.blocks[last.index + 1 : line.index]
    return not any(block.role is Role.BODY for block in between)


Echoes = Mapping[int, Claim]
"""By where "the same grade" stands, the claim that gave it first."""


_SAME = re.compile("jM(?![^,;.]{0,6}[sPYyB])")


def echoed(tape: Tape, given: list[Claim], page: Page) -> tuple[Tape, Echoes]:
    """The tape with "the same grade" read as the grade that was given just before.

    "The same grade as in 2019" compares, and stays what it is.

    Args:
        tape: of a sentence.
        given: what the last sentence with a grade said.
        page: the document.
    """
    if "jM" not in tape.kinds:
        return tape, {}
    standing = page.standings(tape)
    signs, echoes = list(tape.signs), {}
    for match in reversed(list(_SAME.finditer(tape.kinds))):
        place = match.start()
        own = [p for p, stands in standing.items() if p < place and stands.current]
        first = _own(tape, max(own), standing) if own else _last(given)
        if first is not None and signs[place].value.endswith("same"):
            sign, noun = signs[place : place + 2]
            told = sign._replace(kind=GRADE, end=noun.end, value=first.grade.value)
            signs[place : place + 2] = [told]
            echoes[told.start] = first
    return Tape(tape.extent, tuple(signs), tape.asides), echoes


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


def without_grade(
    tape: Tape, before: Tape | None, told: Standings, given: list[Claim]
) -> Iterator[Claim]:
    """What a sentence without a grade says in the light of those before it.

    Args:
        tape: of the sentence.
        before: of the sentence before it, if nothing stands between.
        told: the standing of that one's grades.
        given: what the last sentence with a grade said.
    """
    if before is not None:
        yield from _named_next(tape, before, told)
        yield from beside.so_too(tape, given)


_NAMED_NEXT = re.compile(
    rf"(?:I|S?H?b|(?P<noun>[HR]?(?:NT?|T)(?:i[xST]|x)?r?[bV]{{0,3}}[bI]))"
    rf"[:,]?(?P<areas>{LISTED})[.;]?$"
)


def _named_next(tape: Tape, before: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "Three areas were inadequate. These were A, B and C".

    "The areas were" may lead into all that were judged: only a count tells, and of
    several grades the one that so many areas have.
    """
    match = _NAMED_NEXT.match(tape.kinds)
    if match is None or not standing:
        return
    areas = areas_of(tape, match.span("areas"))
    place = max(standing)
    counts = {int(sign.value) for sign in before.of("N")}
    if own := several.places_of_counts(before, standing):
        place = max((p for p, count in own if count == len(areas)), default=-1)
    elif len(areas) not in counts if counts else match["noun"] is not None:
        return
    if place < 0 or not standing[place].current:
        return
    for area in areas:
        yield Claim(
            area,
            before.signs[place],
            standing[place],
            area.extent,
            "sentence.named_next",
            context=(before.extent,),
        )
