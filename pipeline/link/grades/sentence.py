"""Grades in sentences: which label governs which area, by the order of the signs."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from pipeline.document import Extent
from pipeline.link.grades.claims import Claim
from pipeline.link.standing import Standing
from pipeline.link.tape import Sign, Tape

G = "[GqU]"
A = "[Aa]"
LATER = rf"(?![SHnxi]{{0,3}}(?:[bVv][bVvxnHsS]{{0,4}}{G}|q))"
"""What shows that the area before is the subject of another grade."""
NEXT = rf"(?:i[xS]|[SxM])?(?:,&?|;&?|&)[HiSIxb]{{0,2}}[AaO]{LATER}"
AREAS = rf"[HI]?{A}(?:{NEXT})*"
LISTED = r"[AaO](?:(?:i[xS]|[SxM])?(?:,&?|;&?|&)[HiSIxbM]{0,4}[AaO])*"
MOVE = rf"(?P<from>pG?{G}M?[xO]{{0,2}}s?)?".replace("pG?", "p")
GAP = r"(?:[xwSHOnirYPNMR,]{0,9}[bVvB]+[bVvxHnsiSYPOr,]{0,6})"
END = r"(?=[,;.:&k)\-?rEL]|$)"

Standings = dict[int, Standing]
Rule = Callable[[Tape, Standings], Iterator[Claim]]

_RESPECTIVELY = re.compile(
    rf"(?P<areas>{LISTED}){GAP}(?P<grades>{G}(?:(?:,&?|&)(?:[bVs]*){G})+),?L"
    rf"|(?P<grades2>{G}(?:(?:,&?|&){G})+)[iM]{{1,2}}(?P<areas2>{LISTED}),?L"
)
_PAIRED = re.compile(rf"(?P<a>{A}|O)(?:[(]|[:\-])(?P<g>{G})(?![iM])")
_COUNTED = re.compile(
    rf"(?P<g>{G})\)?M?(?:i?[HR]{{0,2}}N(?:i[HR]?N)?[HRn]?[TM]?(?:r?[xbvViS]{{0,4}})"
    rf"(?:[:\-(]|,?I|,|ib)"
    rf"|i?[HR]?[TM]?x?(?:[:\-(]|,?I))[HbiSx]{{0,2}}(?P<areas>{AREAS}){LATER}"
)
_FORWARD = re.compile(
    rf"(?P<g>{G})(?:O,?&|[MO])?[SbvH]?(?:i|ir)[HSxbi]{{0,3}}(?P<areas>{AREAS})"
)
_VERB_AREA = re.compile(
    rf"(?:V[Sx]?[iHb]{{0,2}}|Mi[HSb]{{0,2}}(?={LISTED}x?,?[bv]{{0,2}}p))"
    rf"(?P<areas>{LISTED})x?,?s?{MOVE}(?P<g>{G})(?!i[HSx]?{A})"
    rf"(?P<more>(?:(?:,&?|&|;&?){LISTED}s?{G})*)"
)
_SUBJECT = re.compile(
    rf"(?P<areas>{LISTED})(?:[\-)]?{GAP}{MOVE}p?(?:N?\(|N)?(?P<g>{G})\)?|(?:,?[rHb][xSn]{{0,2}})?(?P<q>q)|(?:,?H|[bnH])?(?P<bare>{G}){END})(?!M?i[HSx]?{A}|M?[bS,]?O)"
    rf"(?P<more>(?:(?:,&?|;&?|&|k|,k){LISTED}[bnHVvs]{{0,3}}(?:p{G}s?)?p?N?\(?{G}\)?(?!M?i[HSx]?{A}))*)"
)
_INVERTED = re.compile(
    rf"(?P<g>{G})[MT]?,?(?:[ir]?[xS]{{0,2}})(?:[bI]|v)+[:SHxi]{{0,2}}(?P<areas>{AREAS}){LATER}"
)


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


def claims(tape: Tape, standing: Standings) -> list[Claim]:
    """All that a sentence says, each grade used once, by the first rule that fits."""
    found: list[Claim] = []
    used: set[int] = set()
    places = {sign.start: place for place, sign in enumerate(tape.signs)}
    left = tape
    for rule in RULES:
        free = {p: stands for p, stands in standing.items() if p not in used}
        new = list(rule(left, free))
        found += new
        taken = {places[claim.grade.start] for claim in new}
        taken |= {places[c.area.start] for c in new if c.area is not None}
        used |= taken
        left = left.without(taken)
    found += _likewise(tape, found)
    found += _same_area(tape, standing, used, found)
    found += _companions(tape, standing, used, found)
    return found


def _grades_of(standing: Standings, start: int, end: int) -> list[int]:
    return [p for p in range(start, end) if p in standing]


def _areas_of(tape: Tape, span: tuple[int, int]) -> list[Sign]:
    return [s for s in tape.signs[span[0] : span[1]] if s.kind in "AaO"]


def _claim(
    tape: Tape, standing: Standings, place: int, area: Sign | None, rule: str
) -> Claim:
    grade = tape.signs[place]
    start, end = grade.extent
    if area is not None:
        start, end = min(start, area.start), max(end, area.end)
    return Claim(area, grade, standing[place], Extent(start, end), rule)


def respectively(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A and B were rated good and poor respectively"."""
    if "L" not in tape.kinds:
        return
    for match in _RESPECTIVELY.finditer(tape.kinds):
        first = "areas" if match["areas"] else "areas2"
        second = "grades" if match["grades"] else "grades2"
        areas = _areas_of(tape, match.span(first))
        places = _grades_of(standing, *match.span(second))
        if len(areas) == len(places):
            for area, place in zip(areas, places, strict=True):
                yield _claim(tape, standing, place, area, "sentence.respectively")


_LED = re.compile(rf"(?P<g>{G})M?[:\-](?P<areas>{LISTED})(?={G}M?[:\-]|[.;]?$)")


def grade_led(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "Good - A and B Adequate - C": a list that lost its lines."""
    matches = list(_LED.finditer(tape.kinds))
    if len(matches) > 1:
        for match in matches:
            yield from _forwards(tape, standing, match, "sentence.grade_led")


def carried(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A and B were not looked at and stay at good"."""
    if "c" in tape.kinds and len(standing) == 1:
        (place,) = standing
        for area in tape.of("Aa"):
            yield _claim(tape, standing, place, area, "sentence.carried_over")


def paired(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A (good)", "A: good", "A - good" within a sentence."""
    for match in _PAIRED.finditer(tape.kinds):
        place = match.start("g")
        if place in standing:
            area = tape.signs[match.start("a")]
            yield _claim(tape, standing, place, area, "sentence.paired")


def counted(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "good in two areas: A and B"; the list belongs to this grade alone."""
    for match in _COUNTED.finditer(tape.kinds):
        yield from _forwards(tape, standing, match, "sentence.counted")


def forward(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "good at A and B"."""
    for match in _FORWARD.finditer(tape.kinds):
        yield from _forwards(tape, standing, match, "sentence.grade_before_area")


def inverted(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "the two areas in which it was good were A and B"."""
    for match in _INVERTED.finditer(tape.kinds):
        yield from _forwards(tape, standing, match, "sentence.areas_named_after")


def _forwards(
    tape: Tape, standing: Standings, match: re.Match[str], rule: str
) -> Iterator[Claim]:
    place = match.start("g")
    if place not in standing:
        return
    areas = _areas_of(tape, match.span("areas"))
    if tape.kinds[place + 1] == "O":  # "inadequate overall, as well as for A"
        areas.insert(0, tape.signs[place + 1])
    for area in areas:
        yield _claim(tape, standing, place, area, rule)
    earlier = place - 1
    while earlier >= 0 and tape.kinds[earlier] in "MxsO":
        earlier -= 1
    if earlier in standing and tape.kinds[earlier - 1 : earlier] == "p":
        for area in areas:
            yield _claim(tape, standing, earlier, area, "sentence.moved")


def verb_area(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "graded its A as good and B poor"."""
    for match in _VERB_AREA.finditer(tape.kinds):
        if match.start("g") in standing:
            yield from _chain(tape, standing, match, match.start("g"), "sentence.verb")
            yield from _moved(tape, standing, match)


def subject(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A and B were judged good, C poor"."""
    for match in _SUBJECT.finditer(tape.kinds):
        name = next(name for name in ("g", "q", "bare") if match[name])
        place = match.start(name)
        if place not in standing:
            continue
        rule = "sentence.area_before_grade"
        yield from _chain(tape, standing, match, place, rule)
        yield from _moved(tape, standing, match)


def _moved(tape: Tape, standing: Standings, match: re.Match[str]) -> Iterator[Claim]:
    """The grade before, in "from good to inadequate"."""
    for earlier in _grades_of(standing, *match.span("from")):
        for area in _areas_of(tape, match.span("areas")):
            yield _claim(tape, standing, earlier, area, "sentence.moved")


def _chain(
    tape: Tape, standing: Standings, match: re.Match[str], place: int, rule: str
) -> Iterator[Claim]:
    """The first grade's areas, then those of the grades that follow without a verb."""
    for area in _areas_of(tape, match.span("areas")):
        yield _claim(tape, standing, place, area, rule)
    waiting: list[Sign] = []
    for step in range(*match.span("more")):
        sign = tape.signs[step]
        if sign.kind in "AaO":
            waiting.append(sign)
        elif step in standing:
            for area in waiting:
                yield _claim(tape, standing, step, area, rule)
            if not re.match(f"ps?{G}", tape.kinds[step - 1] + tape.kinds[step + 1 :]):
                waiting = []  # in "from good to poor" both grades are theirs


_OVERALL = re.compile(
    rf"(?P<o>O)[Mbvxsn,iSr&()]{{0,16}}?{MOVE}(?P<g>{G})(?!M?i[HSbx]{{0,2}}[AaNT])"
    rf"|(?P<from2>p{G}[MxO]{{0,2}})?(?P<g2>{G})M?[bS,]?(?P<o2>O)"
)
_RATED = re.compile(
    rf"(?:V[Sx]?s?|[vK]S?s|v(?={G}M)|K|[vb]n?(?=[GqU](?:$|[.,;k&)n])))[Hn]?{MOVE}(?P<g>{G})"
    rf"(?!M?(?:[,:\-]?i[HSbxR]{{0,2}}[AaNT]|[:\-,]?I?[HN]*[AaT]|i[xw]))"
    rf"|v?[xw,S]{{0,2}}(?P<from3>p{G}M?)(?P<g3>{G})(?!M?i[HSbx]{{0,2}}[AaNT])"
    rf"|p(?P<g4>{G})M"
)


def overall(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "inadequate overall", "the overall rating is good"."""
    if "O" not in tape.kinds:
        return
    for match in _OVERALL.finditer(tape.kinds):
        for name, before in (("g", "from"), ("g2", "from2")):
            if match[name] and match.start(name) in standing:
                whole = tape.signs[match.start("o" if match["o"] else "o2")]
                rule = "sentence.overall"
                yield _claim(tape, standing, match.start(name), whole, rule)
                for place in _grades_of(standing, *match.span(before)):
                    yield _claim(tape, standing, place, whole, "sentence.moved")


def rated(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "the home was rated good", "fell from good to inadequate": the whole."""
    for match in _RATED.finditer(tape.kinds):
        for name, before in (("g", "from"), ("g3", "from3"), ("g4", "g4")):
            place = match.start(name)
            if not match[name] or place not in standing:
                continue
            if not _about_the_body(tape, place):
                continue
            yield replace(
                _claim(tape, standing, place, None, "sentence.rated"),
                extent=_with_verb(tape, match, place),
            )
            if name == "g4":
                continue
            for earlier in _grades_of(standing, *match.span(before)):
                yield _claim(tape, standing, earlier, None, "sentence.moved")


def _with_verb(tape: Tape, match: re.Match[str], place: int) -> Extent:
    first = next(
        (s for s in tape.signs[match.start() : place] if s.kind in "VvKbp"),
        tape.signs[place],
    )
    return Extent(first.start, tape.signs[place].end)


def _about_the_body(tape: Tape, place: int) -> bool:
    """Whether the clause speaks of the body: no area stands before the grade."""
    kinds = tape.kinds[:place]
    clause = kinds[max(kinds.rfind(border) for border in "k;.()") + 1 :]
    return not set(clause) & set("AaT#") or "S" in clause[clause.rfind(",") + 1 :]


_LIKEWISE = re.compile(rf"e[HSibM]{{0,3}}(?P<areas>{LISTED})")


def _likewise(tape: Tape, found: list[Claim]) -> list[Claim]:
    """As in "A was rated good, as was B"; "and so did B" takes the earlier one too."""
    copies: list[Claim] = []
    for match in _LIKEWISE.finditer(tape.kinds):
        start = tape.signs[match.start()].start
        before = [claim for claim in found if claim.grade.end <= start]
        if not before:
            continue
        last = max(before, key=lambda claim: claim.grade.start)
        same = [c for c in before if c.area == last.area]
        copies += (
            replace(
                claim,
                area=area,
                extent=Extent(min(claim.extent.start, area.start), area.end),
                rule="sentence.likewise",
            )
            for claim in same
            for area in _areas_of(tape, match.span("areas"))
        )
    return copies


_SAME_AREA = re.compile(rf"(?P<g>{G})M?ir?T(?![imx])")


def _same_area(
    tape: Tape, standing: Standings, used: set[int], found: list[Claim]
) -> list[Claim]:
    """As in "inadequate in that area": the one spoken of just before."""
    same: list[Claim] = []
    for match in _SAME_AREA.finditer(tape.kinds):
        place = match.start("g")
        before = [c for c in found if c.area and c.area.end <= tape.signs[place].start]
        points = tape.signs[match.end() - 2].value in ("that", "this")
        if place in used or not before or not points:
            continue
        used.add(place)
        last = max(before, key=lambda claim: claim.grade.start)
        same += (
            _claim(tape, standing, place, claim.area, "sentence.same_area")
            for claim in before
            if claim.grade == last.grade
        )
    return same


_RECALLED = re.compile(
    rf"(?:[bVvPBpR][nHxSR]?(?=[GqU])|[ST](?=q))(?P<g>{G})(?!M?i[HSbx]{{0,2}}[AaNT])"
)


def _companions(
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
        if near:
            nearest = (max if before else min)(claim.grade.start for claim in near)
            for claim in near:
                if claim.grade.start == nearest:
                    area = claim.area
                    yield _claim(tape, standing, place, area, "sentence.compared")
        elif place in recalled and _about_the_body(tape, place):
            yield _claim(tape, standing, place, None, "sentence.recalled")


_OWN = re.compile(r"M?(?:i[HSbxR]{0,2}[AaNT]|[:\-,]?I?[HN]*[AaT])")


def _has_no_own(tape: Tape, place: int) -> bool:
    """Whether no area and no count follows a grade."""
    return not _OWN.match(tape.kinds, place + 1)


RULES: tuple[Rule, ...] = (
    respectively,
    carried,
    grade_led,
    paired,
    counted,
    forward,
    verb_area,
    subject,
    overall,
    inverted,
    rated,
)
"""In order of trust."""
