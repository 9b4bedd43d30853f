"""Areas told by how many they are: "six were good", and "A was among the six"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.link.grades.anaphora import ellipsis
from pipeline.link.grades.claims import Claim
from pipeline.link.grades.thread import Sentence
from pipeline.link.standing import Standings
from pipeline.link.syntax import LISTED, G, areas_of
from pipeline.link.tape import Tape

_COUNTED = re.compile(
    rf"(?<!Ni)(?P<n>N)(?:i[HR]?N)?[TM]?[bBvV]{{0,3}}(?:i|s|&)?(?P<g>{G})(?!i[HRn]?N)"
    rf"|(?P<g2>{G})M?i(?P<n2>N)(?!i(?!H?N))"
)


def counts_of(tape: Tape, standing: Standings) -> Iterator[tuple[int, Claim]]:
    """As in "six were good", "requires improvement in four"."""
    for place, count in places_of_counts(tape, standing):
        if standing[place].current:
            grade = tape.signs[place]
            rule = "sentence.among_them"
            yield count, Claim(None, grade, standing[place], grade.extent, rule)


def places_of_counts(tape: Tape, standing: Standings) -> list[tuple[int, int]]:
    """The places of grades whose areas a sentence counts, each with its count."""
    found = []
    for match in _COUNTED.finditer(tape.kinds):
        place = match.start("g" if match["g"] else "g2")
        number = tape.signs[match.start("n" if match["n"] else "n2")]
        if place in standing:
            found.append((place, int(number.value)))
    return found


_AMONG = re.compile(
    rf"(?P<areas>{LISTED})[bvn]{{1,2}}(?:(?P<x>x)|N?i)(?P<n>N)(?=[,.;&k]|$)"
)


def among_them(sentence: Sentence) -> list[Claim]:
    """As in "A was among the six", "A and B are two of the four", after such a count.

    In a sentence without a grade.
    """
    tape, counts = sentence.tape, sentence.thread.counts
    found: list[Claim] = []
    if not counts:
        return found
    for match in _AMONG.finditer(tape.kinds):
        before = tape.signs[match.start("n") - 1].value
        counted = counts.get(int(tape.signs[match.start("n")].value))
        if counted is None or before not in ("among", "amongst", "one of", "of"):
            continue
        found += (
            replace(counted, area=area, extent=area.extent, context=(counted.extent,))
            for area in areas_of(tape, match.span("areas"))
        )
    return found + ellipsis.likewise(tape, found) if found else []


_NAMED_NEXT = re.compile(
    rf"(?:I|S?H?b|(?P<noun>[HR]?(?:NT?|T)(?:i[xST]|x)?r?[bV]{{0,3}}[bI]))"
    rf"[:,]?(?P<areas>{LISTED})[.;]?$"
)


def named_next(sentence: Sentence) -> Iterator[Claim]:
    """As in "Three areas were inadequate. These were A, B and C".

    "The areas were" may lead into all that were judged: only a count tells, and of
    several grades the one that so many areas have.
    """
    tape, before, standing = sentence.tape, sentence.before, sentence.told
    match = _NAMED_NEXT.match(tape.kinds) if before is not None and standing else None
    if before is None or match is None:
        return
    areas = areas_of(tape, match.span("areas"))
    place = max(standing)
    counts = {int(sign.value) for sign in before.of("N")}
    if own := places_of_counts(before, standing):
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
