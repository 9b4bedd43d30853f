"""Grades that lean on others: "as was B", "in that area", "up from adequate"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from pipeline.document import Extent
from pipeline.findings import Tense
from pipeline.link.grades.claims import Claim
from pipeline.link.grades.grammar import (
    AREAS,
    FROM,
    LATER,
    LISTED,
    A,
    G,
    Standings,
    about_the_body,
    areas_of,
    claim_of,
    grades_of,
)
from pipeline.link.tape import Sign, Tape

_LIKEWISE = re.compile(
    rf"e[HSibMr]{{0,4}}(?:Svi)?(?P<areas>{AREAS}){LATER}"
    rf"|[,;&k][SMib]{{0,4}}(?P<before>{LISTED})t(?=[,.;k)]|$)"
)


def likewise(tape: Tape, found: list[Claim]) -> list[Claim]:
    """As in "A was rated good, as was B"; "and so did B" takes the earlier one too."""
    copies: list[Claim] = []
    for match in _LIKEWISE.finditer(tape.kinds):
        start = tape.signs[match.start()].start
        before = [claim for claim in found if claim.grade.end <= start]
        if not before:
            continue
        last = max(before, key=lambda claim: claim.grade.start)
        same = [c for c in before if c.area == last.area and _goes_on(c, last)]
        named = "areas" if match["areas"] else "before"
        copies += (
            replace(
                claim,
                area=area,
                extent=Extent(min(claim.extent.start, area.start), area.end),
                rule="sentence.likewise",
            )
            for claim in same
            for area in areas_of(tape, match.span(named))
        )
    return copies


def _goes_on(claim: Claim, last: Claim) -> bool:
    """Whether "so did B" says this of B too: an apposition's "was poor" it does not."""
    return claim.standing.current or claim is last or "apposed" not in claim.rule


def so_too(tape: Tape, before: list[Claim]) -> list[Claim]:
    """As in "A requires improvement. So does B": a sentence without a grade.

    Args:
        tape: of the sentence.
        before: what the last sentence with a grade said.
    """
    if not before or tape.kinds[:1] != "e":
        return []
    match = _LIKEWISE.match(tape.kinds)
    last = max(before, key=lambda claim: claim.grade.start)
    return [
        replace(last, area=area, extent=area.extent, context=(last.extent,))
        for area in (areas_of(tape, match.span("areas")) if match else ())
    ]


_WHERE = re.compile(rf"(?P<a>{A}),?r[Snx&]{{0,4}}[bvV]{{0,2}}n?(?P<g>{G})")


PLACING = frozenset(("where", "in which", "for which", "whose"))


def where_it(tape: Tape, standing: Standings, used: set[int]) -> Iterator[Claim]:
    """As in "has lost its good grade for A, where it now requires improvement"."""
    for match in _WHERE.finditer(tape.kinds):
        place, area = match.start("g"), tape.signs[match.start("a")]
        relative = tape.kinds.index("r", match.start())
        places_it = tape.signs[relative].value in PLACING
        if places_it and place in standing and place not in used:
            used.add(place)
            yield claim_of(tape, standing, place, area, "sentence.where_it")


def whose(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A, whose progress they rated good": none of the body as a whole."""
    yield from where_it(tape, standing, set())


_SAME_AREA = re.compile(rf"(?P<g>{G})M?i(?:r?T(?![imx])|jT|r(?=[,.;k]|$))")


def same_area(
    tape: Tape, standing: Standings, used: set[int], found: list[Claim]
) -> list[Claim]:
    """As in "inadequate in that area": the one spoken of just before."""
    same: list[Claim] = []
    for match in _SAME_AREA.finditer(tape.kinds):
        place = match.start("g")
        before = [c for c in found if c.area and c.area.end <= tape.signs[place].start]
        if place in used or not before or not _points(tape, match):
            continue
        used.add(place)
        last = max(before, key=lambda claim: claim.grade.start)
        same += (
            claim_of(tape, standing, place, claim.area, "sentence.same_area")
            for claim in before
            if claim.grade == last.grade
        )
    return same


def that_area(
    tape: Tape, standing: Standings, before: list[Sign], given: list[Claim], text: str
) -> Iterator[Claim]:
    """As in "Last time it was good in that area": the one area spoken of just before.

    Args:
        tape: of a sentence in which no other rule found anything.
        standing: of its grades.
        before: the areas of the sentence before it.
        given: what the last sentence with a grade said.
        text: the document's.
    """
    match = _SAME_AREA.search(tape.kinds)
    if match is None or match.start("g") not in standing:
        return
    graded = {claim.area.start: claim.area for claim in given if claim.area}
    about = before if len(before) == 1 else list(graded.values())
    last, noun = tape.signs[match.end() - 2], tape.signs[match.end() - 1]
    points = text[last.end : noun.start].split() == ["this"] or _points(tape, match)
    if len(about) == 1 and points:
        (area,) = about
        place = match.start("g")
        claim = claim_of(tape, standing, place, None, "sentence.that_area")
        yield replace(claim, area=area, context=(area.extent,))


def _points(tape: Tape, match: re.Match[str]) -> bool:
    """Whether it is "that area", "this area" or just "that"."""
    last = tape.signs[match.start() : match.end()][-2:]
    return any(sign.value in ("that", "this", "the same") for sign in last)


_RECALLED = re.compile(
    rf"(?:[bVvPBpfR][nHxSR]?(?=[GqU])|[ST](?=q)|k(?=[GqU]M)|p(?=[GqU]T)|[pf]f?Ni(?=[GqU])|[pf]M?,?i(?=[GqU])|[bB](?:N|V(?=i[GqU]T))i(?=[GqU])|p[xV]i(?=[GqU]T)|[&,](?=[GqU]i?[YP]))"
    rf"(?P<g>{G})(?!M?i[HSbxrj]{{0,2}}(?:[AaT]|N(?!x)))"
)


def companions(
    tape: Tape, standing: Standings, used: set[int], found: list[Claim]
) -> Iterator[Claim]:
    """An earlier grade beside a current one, or alone: "good, up from adequate"."""
    current = [claim for claim in found if claim.standing.current]
    recalled = {match.start("g") for match in _RECALLED.finditer(tape.kinds)}
    for place, stands in standing.items():
        if place in used or not stands.previous or stands.kept:
            continue
        start = tape.signs[place].start
        before = [claim for claim in current if claim.grade.end <= start]
        near = (before or current) if _has_no_own(tape, place) else []
        near = [] if not before and _describes_the_body(tape, place) else near
        if near:
            nearest = (max if before else min)(claim.grade.start for claim in near)
            for claim in near:
                if claim.grade.start == nearest:
                    area = claim.area
                    yield claim_of(tape, standing, place, area, "sentence.compared")
        elif place in recalled and about_the_body(tape, place):
            yield claim_of(tape, standing, place, None, "sentence.recalled")


def _describes_the_body(tape: Tape, place: int) -> bool:
    """As in "The home, which had been good, was graded weak for A"."""
    opened = tape.kinds.rfind(",r", 0, place)
    return opened > 0 and tape.kinds[opened - 1] in "Sx" and "," in tape.kinds[place:]


_OWN = re.compile(r"M?(?:i[HSbxR]{0,2}[AaNT]|[:\-,]?I?[HN]*[AaT])")


def _has_no_own(tape: Tape, place: int) -> bool:
    """Whether no area and no count follows a grade."""
    return not _OWN.match(tape.kinds, place + 1)


def now_again(
    tape: Tape, standing: Standings, used: set[int], found: list[Claim]
) -> list[Claim]:
    """As in "A was poor two years ago; it is now good": "it" is the area named.

    Where several are, the body must not be named again.
    """
    earlier = [claim for claim in found if claim.area]
    if not earlier or any(not claim.standing.previous for claim in earlier):
        return found
    areas = {claim.area.value: claim.area for claim in earlier if claim.area}
    last = max(claim.grade.end for claim in earlier)
    left = [
        claim_of(tape, standing, place, None, "sentence.now_again")
        for place, stands in standing.items()
        if place not in used and stands.current and tape.signs[place].start > last
    ]
    answers: list[Claim] = []
    for claim in (*found, *left):
        between = [s for s in tape.of("S") if last <= s.start < claim.grade.start]
        open_ = claim.area is None and claim.standing.current and claim.named is None
        if open_ and (len(areas) == 1 or not between):
            context = (earlier[0].extent,)
            answers += (replace(claim, area=a, context=context) for a in areas.values())
        elif claim not in left:
            answers.append(claim)
    return answers


_MOVED = re.compile(
    rf"(?P<areas>{LISTED})M?[:,(\-]{{0,2}}(?:(?P<from>{FROM})(?P<g>{G})"
    rf"|(?<=[(:\-])(?P<then>{G})(?P<now>{G})(?=[).,;]|$))"
)


def moved(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A, from poor to good", "A (poor to good)", "its A rating from ..."."""
    for match in _MOVED.finditer(tape.kinds):
        first = grades_of(standing, *match.span("from"))
        last = match.start("g")
        if match["then"]:
            first, last = [match.start("then")], match.start("now")
            if tape.signs[first[0]].after != "to":
                continue
        if last not in standing or not set(first) <= standing.keys():
            continue
        old = {p: replace(standing[p], tense=Tense.PREVIOUS) for p in first}
        for area in areas_of(tape, match.span("areas")):
            for place in first:
                yield claim_of(tape, old, place, area, "sentence.moved")
            yield claim_of(tape, standing, last, area, "sentence.moved_to")


_APPOSED = re.compile(
    rf"(?P<areas>{LISTED}),r?[bBVvPs]{{0,3}}(?P<then>{G})(?:i?N?[YPxy]){{0,2}},"
    rf"(?:[bVvn]{{1,4}}s?(?P<now>{G})|n(?P<now2>q))"
)


def apposed(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A, inadequate in 2019, is now rated good"."""
    for match in _APPOSED.finditer(tape.kinds):
        then = match.start("then")
        now = match.start("now" if match["now"] else "now2")
        if not (then in standing and standing[then].previous and now in standing):
            continue
        for area in areas_of(tape, match.span("areas")):
            yield claim_of(tape, standing, then, area, "sentence.apposed")
            yield claim_of(tape, standing, now, area, "sentence.apposed")


_AND_NOW = re.compile(
    rf"(?P<then>{G})M?(?:i?x?N?[PYy])?,?[&k]n?[bVvKns]{{1,5}}(?P<now>{G})"
    rf"(?!M?i[HSbxr]{{0,2}}[AaNT])"
)


def and_now(
    tape: Tape, standing: Standings, used: set[int], found: list[Claim]
) -> list[Claim]:
    """As in "A was rated good in 2022 and has been rated good again": A both times."""
    return [
        claim_of(tape, standing, match.start("now"), claim.area, "sentence.and_now")
        for match in _AND_NOW.finditer(tape.kinds)
        for claim in found
        if match.start("now") in standing and match.start("now") not in used
        if claim.area and claim.grade == tape.signs[match.start("then")]
    ]


_UNHEARD = re.compile(r"Vs?(?P<g>[Gq])M?i(?P<words>x(?:[iS&]x?){0,3})(?=[,.;:kr(\-]|$)")
_LONGEST = 60


def unheard(tape: Tape, standing: Standings, stops: Collection[str]) -> Iterator[Claim]:
    """As in "rated good for use of drones": an area that no framework has.

    Args:
        tape: of a sentence in which no other rule found anything for this grade.
        standing: of its grades.
        stops: words that no area's name holds ("for the second time").
    """
    for match in _UNHEARD.finditer(tape.kinds):
        place = match.start("g")
        words = tape.signs[match.start("words") : match.end("words")]
        start, end = words[0].start, words[-1].end
        said = {word for sign in words for word in sign.value.split()}
        if not standing[place].current or said & set(stops):
            continue
        if end - start <= _LONGEST:
            grade = tape.signs[place]
            yield Claim(
                None,
                grade,
                standing[place],
                Extent(grade.start, end),
                "sentence.unheard_of_area",
                named=Extent(start, end),
            )
