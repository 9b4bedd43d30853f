"""Which label governs which area of a sentence, by the order of the signs."""

import re
from collections.abc import Iterator

from pipeline.findings import Tense
from pipeline.link.grades.claims import Claim, claim_of
from pipeline.link.grades.sentence import proximity
from pipeline.link.standing import Standing, Standings
from pipeline.link.syntax import (
    AREAS,
    END,
    GAP,
    LATER,
    LISTED,
    MOVE,
    SOME,
    A,
    G,
    areas_of,
    grades_of,
)
from pipeline.link.tape import Sign, Tape
from pipeline.link.tape.alphabet import PRONOUNS

_RESPECTIVELY = re.compile(
    rf"(?P<areas>{LISTED})(?:{GAP}|[\-:(])(?P<grades>{G}(?:(?:,&?|&)(?:[bVs]*){G})+),?L"
    rf"|(?P<grades2>{G}(?:(?:,&?|&){G})+)[iM]{{1,2}}(?P<areas2>{LISTED}),?L"
)
_PAIRED = re.compile(
    rf"""
      (?:(?<![&,])|(?<=[)][&,])|(?<=[)],&))
        (?P<a>{A}|O)(?:N?[(]|[:\-])(?P<g>{G})                  # "A (good)", "A: good"
        (?:\([pPBYbS]{{1,3}}(?P<old>{G})\))?(?![iM])           # "A: good (was poor)"
    | (?:(?<=[:;])|(?<=;&))i?(?P<a3>{A}),x?(?P<g3>{G})(?=[;.,]|$)  # "; A, good;"
    | (?P<a2>{A})(?P<at>,i|(?<=[,;&]A)i|(?<=[,;&]a)i)
        (?P<g2>{G})(?=[,.;k]|$)                                # "A, at good,"
    """,
    re.VERBOSE,
)
_JOINED = re.compile("(?:[AaO],)*[AaO],?&$")
_COUNTED = re.compile(
    rf"""
    (?P<g>{G})\)?(?:O,?&|,[hl]M,?)?M?
    (?:
      i?[HR]{{0,2}}N(?:i[HR]?N)?[HRn]?[TM]?            # "good in two of the areas"
        r?[xbvViSM]{{0,4}}(?:[:\-(]|,?I|,r?b?|i[bx]?)  # "it looked at: A and B"
    | i?[HR]?[TM]?(?:Sx|x)?i?                          # "good for"
        (?:r[xbvViS]{{0,4}})?(?:[:\-(]|,?I)            # "how it works: A and B"
    | M?iS?x?[:\-(]                                    # "good ratings for the home: A"
    | iRT?[,:\-(](?=(?:{A}[,&]{{0,2}})+(?:[.;)\-]|$))    # "good in the other, A"
    | T[,\-](?=(?:{A}[,&]{{0,2}})+[,\-][bVv])           # "the one good area, A, was"
    )
    [HbiSx&]{{0,3}}(?P<areas>{AREAS}){LATER}
    """,
    re.VERBOSE,
)
_FORWARD = re.compile(
    rf"""
    (?P<g>{G})\)?
    (?:
      O,?&?                     # "good overall and for A"
    | [MN]?(?P<apart>,{{1,2}})  # "good, for A"
    | [,\-][hl]M(?:ix)?[,\-]    # "poor – the lowest rating – for A"
    | M?bv,?                    # "good ratings were given for A"
    | [MN]                      # "a good rating for A"
    )?
    [SbvH]?(?:i|ir)(?:[HSxbi]{{0,3}}|[HN]?Ti)(?P<areas>{AREAS})
    (?(apart){LATER})
    """,
    re.VERBOSE,
)
_VERB_AREA = re.compile(
    rf"""
    (?:
      V[Sx]?[iHb]{{0,2}}                          # "rated A good"
    | v[Sx]?H?(?={LISTED}s)                       # "found A to be good"
    | Mi[HSb]{{0,2}}(?={LISTED}x?,?[bv]{{0,2}}p)  # "its grade for A from poor to good"
    )
    (?P<areas>{LISTED})x?,?s?{MOVE}(?P<g>{G})(?!i[HSx]?{A})
    (?P<more>(?:(?:,&?|&|;&?){LISTED}s?{G})*)     # ", B poor and C good"
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(
    rf"""
    (?!(?<=[GqU])O[,&])(?<!e)(?P<areas>{LISTED})
    (?:&HTi?x?)?  # "A and every area of the work"
    {SOME}
    (?:
      [\-)]?{GAP}{MOVE}(?:(?<=[Aa]b)|(?!N{G}M))  # "A was judged, from poor,"
        [pf]?(?:N?\(|N[\-]?)?(?P<g>{G})\)?  # "to be 2 (good)"
    | (?:,?(?:rH?|[Hb])[xSn]{{0,2}}|,?Sn?|[,\-]|e)?(?P<q>q)  # "A, which both require"
    | (?:[,\-]?Hn?|[bnH\-]|,n)?(?P<bare>{G}){END}  # "A and B both good"
    )
    (?!M?i[HSx]?{A}|M?[bS,]?O)
    (?P<more>(?:
      [MN]?(?:,&?|;&?|&|k|,k){LISTED}(?:i[xS]{{1,2}})?[bnHVvsiM]{{0,3}}x?  # ", B was"
      (?:p{G}s?)?p?N?\(?{G}\)?(?!M?i[HSx]?{A})  # "from 1 (good) to poor"
    )*)
    """,
    re.VERBOSE,
)
_OWN_SUBJECT = re.compile(r"[Aa],B[xH]{0,2}S[bVv]")
"""As in "progress for A, a year after its services were found to be poor"."""
_FRONTED = re.compile(
    rf"(?:^|[,;.])[xVHT,]{{0,3}}(?P<g>{G})M?b{{1,2}}[SHx]{{0,2}}"
    rf"(?P<areas>[AaO](?:(?:,&?|&)[HSx]{{0,2}}[AaO])*)(?=;[^;.]*{G})"
)
_INVERTED = re.compile(
    rf"(?P<g>{G})[MT]?,?(?:[ir]?[xS]{{0,2}})(?:[bI]|v)+[:SHxiMT]{{0,5}}"
    rf"(?P<areas>{AREAS}){LATER}"
)


_LABELLED = re.compile(
    rf"[sv](?P<g>{G})M?[SHxr]{{0,2}}(?!O)(?P<areas>{AREAS}){LATER}(?![sn])"
)


def respectively(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A and B were rated good and poor respectively"."""
    if "L" not in tape.kinds:
        return
    for match in _RESPECTIVELY.finditer(tape.kinds):
        first = "areas" if match["areas"] else "areas2"
        second = "grades" if match["grades"] else "grades2"
        areas = areas_of(tape, match.span(first))
        places = grades_of(standing, *match.span(second))
        if len(areas) == len(places):
            for area, place in zip(areas, places, strict=True):
                yield claim_of(tape, standing, place, area, "sentence.respectively")


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
            yield claim_of(tape, standing, place, area, "sentence.carried_over")


def paired(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A (good)", "A: good", "A - good" within a sentence, or "A, at good,"."""
    for match in _PAIRED.finditer(tape.kinds):
        at = match["at"] is not None
        form = "2" if at else "3" if match["a3"] else ""
        place = match.start(f"g{form}")
        if place in standing:
            if at and tape.signs[place - 1].value != "at":
                continue
            last = match.start(f"a{form}")
            joined = _JOINED.search(tape.kinds, 0, last) if at else None
            first = joined.start() if joined else last
            for area in areas_of(tape, (first, last + 1)):
                yield claim_of(tape, standing, place, area, "sentence.paired")
            if match["old"] and match.start("old") in standing:  # "A: good (was poor)"
                old = match.start("old")
                then = {old: Standing(Tense.PREVIOUS)}
                yield claim_of(
                    tape, then, old, tape.signs[last], "sentence.in_brackets"
                )


_OF_THOSE = re.compile(
    rf"Ni?N?T?r[bSvV]{{0,2}}(?P<g>{G})[bix&S]{{0,5}}[:\-](?P<areas>{AREAS}){LATER}"
)
_LAST_COUNTED = re.compile(
    rf"N[TM]?[,(\-](?P<areas>{LISTED})(?:&x)?[,)\-](?:&|i|S?r?[bVvns]{{0,4}})(?P<g>{G})(?=[.,;k]|$)"
)
"""As in "one, A, with inadequate", "for the other two – A and B – it was good"."""


def counted(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "good in two areas: A and B"; the list belongs to this grade alone."""
    if "N" in tape.kinds:
        for match in _LAST_COUNTED.finditer(tape.kinds):
            if match.start("g") in standing:
                for area in areas_of(tape, match.span("areas")):
                    place = match.start("g")
                    yield claim_of(tape, standing, place, area, "sentence.counted")
        for match in _OF_THOSE.finditer(tape.kinds):
            yield from _forwards(tape, standing, match, "sentence.counted")
    for match in _COUNTED.finditer(tape.kinds):
        yield from _forwards(tape, standing, match, "sentence.counted")


_NAMED_AFTER = re.compile(
    rf"(?:^|[,;&.])(?P<n>N)[TM]?[bVvs]{{1,4}}(?P<g>{G})[,(\-](?P<areas>{LISTED})(?=[.,;)\-]|$)"
)


def as_many(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "Two were good, A and B, and one was poor": as many as it counts."""
    for match in _NAMED_AFTER.finditer(tape.kinds) if "N" in tape.kinds else ():
        place, areas = match.start("g"), areas_of(tape, match.span("areas"))
        if place in standing and len(areas) == int(tape.signs[match.start("n")].value):
            for area in areas:
                yield claim_of(tape, standing, place, area, "sentence.as_many")


def forward(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "good at A and B"."""
    for match in _FORWARD.finditer(tape.kinds):
        yield from _forwards(tape, standing, match, "sentence.grade_before_area")


def labelled(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "singled out as outstanding the way in which it does A"."""
    for match in _LABELLED.finditer(tape.kinds):
        sign = tape.signs[match.start()]
        if sign.kind == "s" or sign.value.endswith(" as"):
            yield from _forwards(tape, standing, match, "sentence.labelled")


def inverted(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "the areas in which it did well, and was good, were A and B"."""
    for match in _INVERTED.finditer(tape.kinds):
        yield from _forwards(tape, standing, match, "sentence.areas_named_after")


def fronted(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "Rated poor were A and B; C was good"."""
    for match in _FRONTED.finditer(tape.kinds):
        yield from _forwards(tape, standing, match, "sentence.areas_named_after")


def _forwards(
    tape: Tape, standing: Standings, match: re.Match[str], rule: str
) -> Iterator[Claim]:
    place = match.start("g")
    if place not in standing:
        return
    areas = areas_of(tape, match.span("areas"))
    if re.match("O[,&]", tape.kinds[place + 1 :]):  # "inadequate overall, and for A"
        areas.insert(0, tape.signs[place + 1])
    for area in areas:
        yield claim_of(tape, standing, place, area, rule)
    earlier = place - 1
    while earlier >= 0 and tape.kinds[earlier] in "MxsO":
        earlier -= 1
    if earlier in standing and tape.kinds[earlier - 1 : earlier] in ("p", "f"):
        for area in areas:
            yield claim_of(tape, standing, earlier, area, "sentence.moved")


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
        if place not in standing or _of_the_body(tape, place):
            continue
        if _OWN_SUBJECT.search(tape.kinds, match.start(), place):
            continue
        rule = "sentence.area_before_grade"
        yield from _chain(tape, standing, match, place, rule)
        yield from _moved(tape, standing, match)


def _of_the_body(tape: Tape, place: int) -> bool:
    """As in "leadership has made efforts to improve the ‘inadequate’ services"."""
    return any(
        sign.kind == "S"
        and sign.value not in PRONOUNS
        and sign.start - tape.signs[place].end <= proximity.BESIDE
        for sign in tape.signs[place + 1 : place + 2]
    )


def _moved(tape: Tape, standing: Standings, match: re.Match[str]) -> Iterator[Claim]:
    """The grade before, in "from good to inadequate"."""
    for earlier in grades_of(standing, *match.span("from")):
        for area in areas_of(tape, match.span("areas")):
            yield claim_of(tape, standing, earlier, area, "sentence.moved")


def _chain(
    tape: Tape, standing: Standings, match: re.Match[str], place: int, rule: str
) -> Iterator[Claim]:
    """The first grade's areas, then those of the grades that follow without a verb."""
    for area in areas_of(tape, match.span("areas")):
        yield claim_of(tape, standing, place, area, rule)
    waiting: list[Sign] = []
    for step in range(*match.span("more")):
        sign = tape.signs[step]
        if sign.kind in "AaO":
            waiting.append(sign)
        elif step in standing:
            for area in waiting:
                yield claim_of(tape, standing, step, area, rule)
            if not re.match(f"ps?{G}", tape.kinds[step - 1] + tape.kinds[step + 1 :]):
                waiting = []  # in "from good to poor" both grades are theirs


_NTH = re.compile(rf"(?P<g>{G})M?i(?P<x>x),(?P<a>{A})(?=[.,;]|$)")
NTHS = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh"))


def nth(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "good in three of the four and outstanding in the fourth, A"."""
    for match in _NTH.finditer(tape.kinds):
        words = tape.signs[match.start("x")].value.split()
        if match.start("g") in standing and words[-1] in NTHS:
            area = tape.signs[match.start("a")]
            place = match.start("g")
            yield claim_of(tape, standing, place, area, "sentence.nth")
