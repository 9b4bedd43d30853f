"""Pieces of patterns over tapes, and what rules take out of a match.

The letters are those of `pipeline.link.tape`: `G` and `q` are grades, `A` and `a`
areas, `i` a preposition, `b` a copula, `V` and `v` verbs that give grades.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.document import Extent
from pipeline.link.grades.claims import Claim
from pipeline.link.standing import Standing
from pipeline.link.tape import Sign, Tape
from pipeline.link.tape.alphabet import PRONOUNS

G = "[GqU]"
A = "[Aa]"
LATER = rf"(?![SHnxiTM]{{0,3}}(?:[bVvK][bVvxnHsSKi]{{0,4}}{G}|q)|{G}(?=[.,;&k)]|$))"
"""What shows that the area before has another grade: "those for A poor"."""
_SUBJECTS = rf"[HS]?[AaO](?:(?:,&?|&)[HS]?[AaO])+[HnxT]{{0,2}}(?:q|[bVvK]{{1,3}}s?{G})"
"""A list of areas that is the subject of a grade of its own."""
NEXT = (
    rf"(?:i[xS]|[SxMT]|&x(?=;))?(?:,&{{0,2}}|;&?(?!{_SUBJECTS})|&{{1,2}})"
    rf"(?:[HiSIxb]{{0,3}}|i[HNTRSMxi]{{1,10}}:?)[AaO]{LATER}"
)
"""One more area of a list, which is no subject of a grade of its own."""
AREAS = rf"[HI]?[AaO](?:{NEXT})*"
"""Areas after a grade."""
LISTED = r"[AaO](?:(?:i[xS]|[SxM])?(?:,&{0,2}|;&?|&{1,2})[HiSIxbMr]{0,4}[AaO])*"
"""Areas before a grade."""
FROM = (
    rf"[pf](?:N\()?{G}\)?M?[xO]{{0,2}}(?:\(?[ix]{{0,2}}N?[YPy]\)?)?"
    rf"s?(?:N\((?={G}\)))?"
)
"""The grade before, in "from good to poor", "from 5 (good) in 2018 to 2 (poor)"."""
MOVE = rf"(?P<from>{FROM})?"
"""The grade before, in "from good to poor"."""
_FIRST_SAYS = (
    "K,?&(?=K)"  # "A did not change, and stays good"
    "|[bVv]{1,2}Z?x?,?&(?=[bVvK])"  # "A was not looked at and stays good"
)
_BY_HOW_MUCH = (
    "N[Mx]?,?(?=p)"  # "A dropped two grades, from good to poor"
    "|NM(?=[GqU])"  # "A jumped two grades to good"
    "|NiNT?r?(?=[GqUbV])"  # "A is one of the three that were good"
    "|NTs?(?=[rbV])"  # "A was the one area to be good"
)
_JOINED = (
    "(?<=[xM]),?&(?=[nbVvK])[nbVvKsi]{1,4}"  # "A was better, and is now good"
    "|&(?=[GqU])"  # "A was both safe and good"
)
GAP = (
    rf"(?:(?:,?T)?[xwSHOnirYPyNMR,]{{0,9}}(?:{_FIRST_SAYS})?"
    rf"e?[bVvBK]+(?:{_BY_HOW_MUCH})?[bVvKxHnsSiYPyOMTrehl,]{{0,6}}(?:{_JOINED})?)"
)
"""What may stand between an area and its grade: a verb at least."""
SOME = r"(?![\-),]N(?:i[HR]?N)?[TM]?r?[bVv])"
"""What some of a list are is no grade of all: "Of the two – A and B – one is good"."""
END = r"(?=[,;.:&k)\-?rEL]|$)"
"""What may follow a grade that nothing governs but its place."""

Standings = dict[int, Standing]
Rule = Callable[[Tape, Standings], Iterator[Claim]]


@dataclass(slots=True)
class Partial:
    """A sentence as far as its rules have read it.

    Attributes:
        used: the places of the signs that rules have read.
        found: what they say.
    """

    tape: Tape
    standing: Standings
    used: set[int]
    found: list[Claim]


CompletingRule = Callable[[Partial], Iterable[Claim]]
"""What the grades are that are left."""


def grades_of(standing: Standings, start: int, end: int) -> list[int]:
    """The places of the grades in a stretch that may still be read."""
    return [p for p in range(start, end) if p in standing]


def areas_of(tape: Tape, span: tuple[int, int]) -> list[Sign]:
    """The signs of the areas in a stretch, the whole among them."""
    return [s for s in tape.signs[span[0] : span[1]] if s.kind in "AaO"]


def claim_of(
    tape: Tape, standing: Standings, place: int, area: Sign | None, rule: str
) -> Claim:
    """The claim that a grade governs an area; the extent holds both."""
    grade = tape.signs[place]
    start, end = grade.extent
    if area is not None:
        start, end = min(start, area.start), max(end, area.end)
    return Claim(area, grade, standing[place], Extent(start, end), rule)


_OF_SOME = re.compile(
    "i(?:[HN]?R|H?N?T|H?N(?=S))N?T?(?:[-(,][^GqUbVv]{1,24}[-),])?(?P<s>S)?[bVvxsnK]{1,6}$"
)
_OTHERS = re.compile("^[nxi,]{0,3}R[^S]*$|^[nxi,]{0,3}R[Nx]{0,2}S(?:,[^,]*,)?[^,S]*$")
"""As in "The others, A and B, are rated good", "Its other home is good"."""
_ASIDE = re.compile(
    r"""
      (?<=b[Aa])r[xSv]{1,6},&r(?=[bB]V)  # "is A where it did well, and which was"
    | ,[xS]v(?=,&?[bVv])                             # "A, inspectors found, was good"
    | ,r(?!I)[^GqU.;:()?#]{1,40}?(?:,(?=[bVvKBn]))   # "A, which is new, was good"
    | (?<=[AaSx]),(?:&N?|i)[NxwSi]{1,8},(?=[bVvKBn])  # "A, with its view of B, was"
    | (?<=[bVviAaSx])N,o(?=[GqU])                    # "was given a three, or adequate"
    | (?<=[AaO]),[xN]i[xHN]{0,2}T(?=,)  # "A, one of the three areas, was good"
    | ,r(?!I)[^GqUAaO.;:()?#]{1,40}?,(?=q)  # "A, which is new, requires improvement"
    | (?<=[AaO])-[^GqUAaO.;:?-]{1,14}-(?=[bVvKnq])   # "A – a worry once – is now good"
    """,
    re.VERBOSE,
)


_PLACED = re.compile(r"V[SxwHi]{1,5}(?P<place>(?:,i?[xw]){1,3},)(?=s?[GqU])")
"""As in "has rated Elm House, in Saltby, Norshire, good"."""


def folded(tape: Tape, standing: Standings) -> tuple[Tape, Standings]:
    """Without clauses that only describe: "A, which Ofsted judges apart, was good"."""
    if "," not in tape.kinds and "-" not in tape.kinds:
        return tape, standing
    spans = [match.span() for match in _ASIDE.finditer(tape.kinds)]
    spans += [match.span("place") for match in _PLACED.finditer(tape.kinds)]
    if not spans:
        return tape, standing
    left = [
        place
        for place in range(len(tape.signs))
        if not any(start <= place < end for start, end in spans)
    ]
    where = {place: at for at, place in enumerate(left)}
    signs = tuple(tape.signs[place] for place in left)
    return (
        Tape(tape.extent, signs, tape.cues, tape.asides),
        {where[p]: stands for p, stands in standing.items() if p in where},
    )


_EXCEPTED = re.compile(
    r"(?:H[TM]?[kE]|E)(?P<areas>[HiSb]{0,2}[Aa](?:(?:,&?|&)[HiSb]{0,2}[Aa])*)(?=[bVvK])"
    r"|^E(?P<first>[HiSb]{0,2}[Aa](?:(?:,&?|&)[HiSb]{0,2}[Aa])*)(?=,(?!r)[^;.]*H)"
)
"""As in "Everything but A was good", "Bar A, everything was good"."""


def without_excepted(tape: Tape) -> Tape:
    """The tape on which areas that are left out of what is said of all are read."""
    if "H" not in tape.kinds and "E" not in tape.kinds:
        return tape
    taken = [
        place
        for match in _EXCEPTED.finditer(tape.kinds)
        if tape.signs[match.start()].value != "but for"
        for place in range(*match.span(match.lastgroup or 0))
        if tape.kinds[place] in "Aa"
    ]
    return tape.without(taken)


def _are_areas(tape: Tape, match: re.Match[str]) -> bool:
    """Whether "for the other three", "in two" before a grade can only count areas."""
    if set(match.group()) & set("RT") or not match["s"]:
        return True
    return tape.signs[match.start("s")].value in PRONOUNS


_COUNT_IS = re.compile(r"(?:^|[,&])[xH]*N(?:i[xH]*N)?x?[bvVs]+$|NTr[bvV]{1,3}$")
"""As in "three of the five were found to be good": of areas, not of the body."""
_AFTER_ASIDE = re.compile("x?[xS],[^,]*,[bVvKBns]{1,5}$")


def about_the_body(tape: Tape, place: int) -> bool:
    """Whether the clause speaks of the body: no area stands before the grade."""
    kinds = tape.kinds[:place]
    clause = kinds[max(kinds.rfind(border) for border in "k;.()") + 1 :]
    if (some := _OF_SOME.search(kinds)) and _are_areas(tape, some):
        return False  # "for the other three it was rated good"
    if _OTHERS.search(clause) or _COUNT_IS.search(clause):
        return False
    if _AFTER_ASIDE.match(clause):
        return True  # "The home, good in all areas in 2020, is now poor"
    return not set(clause) & set("AaT#") or "S" in clause[clause.rfind(",") + 1 :]
