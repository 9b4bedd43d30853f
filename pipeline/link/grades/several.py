"""Grades that lean on what was counted or graded further up: "all three", "the six"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.findings import Tense
from pipeline.link.grades import beside
from pipeline.link.grades.claims import Claim
from pipeline.link.grades.grammar import LISTED, G, Standings, areas_of
from pipeline.link.page import Page
from pipeline.link.tape import PRONOUNS, Sign, Tape

FARTHEST = 12
"""Sentences with grades that "all nine" may reach back over."""
_ALL_OF_THEM = re.compile(r"^[SNPYyix,]{0,5}(?:HN|N|H)(?=[bBvVT])|[GqU]M?iHN?(?!T?i)")
"""As in "All three had been ...", "was good at all three"."""


def spoken_of(
    tape: Tape, sentences: Sequence[Sequence[Sign]], last: list[Sign], page: Page
) -> list[Sign]:
    """The areas that "all three" or "both" of a sentence mean.

    They are those of the last sentences with grades that hold exactly so many areas.

    Args:
        tape: of the sentence.
        sentences: the graded areas of each sentence before it, in order.
        last: the areas of the last one, which are meant where no number says else.
        page: the document.
    """
    match = _ALL_OF_THEM.search(tape.kinds)
    number = _number(tape.signs[match.start() : match.end()]) if match else None
    if number is None or number == len(last):
        return last
    areas: dict[tuple[str, ...], Sign] = {}
    for named in reversed(sentences[-FARTHEST:]):
        dialect = page.dialect(named[0].start)
        for area in named:
            slugs = dialect.areas.get(area.value) if dialect else None
            areas.setdefault(slugs or (area.value,), area)
        if len(areas) >= number:
            break
    found = sorted(areas.values(), key=lambda area: area.start)
    return found if len(found) == number else last


def _number(signs: Sequence[Sign]) -> int | None:
    for sign in signs:
        if sign.kind == "N":
            return int(sign.value)
    return 2 if any(sign.value == "both" for sign in signs) else None


Counts = Mapping[int, Claim | None]
"""By a count, what has it; None where two grades do."""

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


def among_them(tape: Tape, counts: Counts) -> list[Claim]:
    """As in "A was among the six", "A and B are two of the four", after such a count.

    Args:
        tape: of a sentence without a grade.
        counts: what was counted before it.
    """
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
    return found + beside.likewise(tape, found) if found else []


_THEN = re.compile(r"[SxrinwHo]{0,6}P")
_ONLY_THEN = re.compile(r"(?:[bVv][bvVsxirS]{0,5}|S)(?=[GqU]$)")
_LASTS = frozenset(("is", "are", "has been", "have been", "'s", "'re", "it's", "has"))


def as_of_then(
    tape: Tape, before: Tape | None, told: Standings, standing: Standings, page: Page
) -> Standings:
    """As in "Its last inspection was in 2019. It was found to require improvement".

    Args:
        tape: of a sentence that starts with a pronoun.
        before: of the sentence before it, in the same paragraph.
        told: the standing of that one's grades: it holds none, or this one speaks of
            areas that only earlier cycles had.
        standing: of the grades of this one.
        page: the document.
    """
    if before is None or not standing or "n" in tape.kinds:
        return standing
    if told and not _of_another_cycle(tape, told, page):
        return standing
    match = _THEN.match(before.kinds)
    if match is None or "n" in before.kinds or tape.signs[0].value not in PRONOUNS:
        return standing
    if tape.signs[0].value not in ("it", "they") and match.end() > 1:
        return standing
    when = before.signs[match.end() - 1].value
    return {
        place: replace(stands, tense=Tense.PREVIOUS, when=when)
        if stands.current and _was(tape, place)
        else stands
        for place, stands in standing.items()
    }


def _of_another_cycle(tape: Tape, told: Standings, page: Page) -> bool:
    """As in "In 2018 it was poor for efficiency. It was good for legitimacy"."""
    dialect = page.dialect(tape.extent.start)
    areas = tape.of("Aa")
    return (
        dialect is not None
        and bool(areas)
        and all(stands.previous for stands in told.values())
        and all(area.value in dialect.pillars for area in areas)
    )


def _was(tape: Tape, place: int) -> bool:
    """Whether a grade is told in a past that is over: "was rated", no "has been"."""
    match = _ONLY_THEN.search(tape.kinds, 0, place + 1)
    if match is None:
        return False
    verbs = tape.signs[match.start() : place]
    return not any(sign.value in _LASTS for sign in verbs)
