"""Then and now: "good, up from adequate", "A, poor in 2019, is now good"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.findings import Tense
from pipeline.link.grades.claims import Claim, claim_of
from pipeline.link.grades.partial import Partial
from pipeline.link.grades.sentence.whole import about_the_body
from pipeline.link.standing import Standings
from pipeline.link.syntax import FROM, LISTED, G, areas_of, grades_of
from pipeline.link.tape import Tape

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
    rf"(?P<areas>{LISTED}),r?[bBVvPs]{{0,3}}(?P<then>{G})[^GqUAaO;.,()k]{{0,9}},"
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


def and_now(partial: Partial) -> list[Claim]:
    """As in "A was rated good in 2022 and has been rated good again": A both times."""
    tape, standing = partial.tape, partial.standing
    return [
        claim_of(tape, standing, match.start("now"), claim.area, "sentence.and_now")
        for match in _AND_NOW.finditer(tape.kinds)
        for claim in partial.found
        if match.start("now") in standing and match.start("now") not in partial.used
        if claim.area and claim.grade == tape.signs[match.start("then")]
    ]


_RECALLED = re.compile(
    rf"""
    (?:
      [bVvPBpfR][nHxSR]?(?=[GqU])       # "was good", "up from good", "previously good"
    | [ST](?=q)                         # "when it required improvement"
    | k(?=[GqU]M)                       # "after a good rating"
    | p(?=[GqU]T)                       # "out of the inadequate category"
    | [pf]f?Ni(?=[GqU])                 # "replaces one of good"
    | [pf]M?,?i(?=[GqU])                # "its previous judgement, of good"
    | [bB](?:N|V(?=i[GqU]T))i(?=[GqU])  # "its previous judgement was one of good"
    | p[xV]i(?=[GqU]T)                  # "having been placed in the good category"
    | [&,](?=[GqU]i?[YP])               # "and good in 2019"
    )
    (?P<g>{G})(?!M?i[HSbxrj]{{0,2}}(?:[AaT]|N(?!x)))
    """,
    re.VERBOSE,
)


_OF_NEXT = re.compile("&,r[^,]*$")
"""As in "good for A and, where it was poor before, weak for B": of what follows."""


def companions(partial: Partial) -> Iterator[Claim]:
    """An earlier grade beside a current one, or alone: "good, up from adequate"."""
    tape, standing, used = partial.tape, partial.standing, partial.used
    if not any(stands.previous for stands in standing.values()):
        return
    current = [claim for claim in partial.found if claim.standing.current]
    recalled = {match.start("g") for match in _RECALLED.finditer(tape.kinds)}
    for place, stands in standing.items():
        if place in used or not stands.previous or stands.kept:
            continue
        start = tape.signs[place].start
        ahead = _OF_NEXT.search(tape.kinds[:place]) is not None
        before = [c for c in current if c.grade.end <= start and not ahead]
        near = [c for c in current if c.grade.start > start] if ahead else current
        near = (before or near) if _has_no_own(tape, place) else []
        if not before and not ahead and _describes_the_body(tape, place):
            near = []
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


def now_again(partial: Partial) -> list[Claim]:
    """As in "A was poor two years ago; it is now good": "it" is the area named.

    Where several are, the body must not be named again.
    """
    tape, standing, found = partial.tape, partial.standing, partial.found
    earlier = [claim for claim in found if claim.area]
    if not earlier or any(not claim.standing.previous for claim in earlier):
        return found
    areas = {claim.area.value: claim.area for claim in earlier if claim.area}
    last = max(claim.grade.end for claim in earlier)
    left = [
        claim_of(tape, standing, place, None, "sentence.now_again")
        for place, stands in standing.items()
        if place not in partial.used
        and stands.current
        and tape.signs[place].start > last
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


_NOW = re.compile(
    rf"(?:[bvVK]{{1,2}}n|n[bvVK]{{1,2}}|,[bvVK]{{2,3}})[sb]{{0,2}}(?P<g>{G})(?!M?i)|,n(?P<q>q)"
)


def now_so(tape: Tape, standing: Standings, found: Sequence[Claim]) -> Iterator[Claim]:
    """As in "The force, which was good at A in 2021, is now poor": at A, that is.

    Args:
        tape: of a sentence under a framework that does not grade the whole.
        standing: of its grades.
        found: what the rules took.
    """
    areas = {claim.area.value: claim.area for claim in found if claim.area}
    about = [claim for claim in found if claim.area]
    if len(areas) != 1 or not all(claim.standing.previous for claim in about):
        return
    (area,) = areas.values()
    read = {claim.grade.start for claim in about}
    for match in _NOW.finditer(tape.kinds):
        place = match.start("g" if match["g"] else "q")
        if place in standing and tape.signs[place].start not in read:
            yield claim_of(tape, standing, place, area, "sentence.now_so")
