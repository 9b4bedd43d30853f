"""Pieces of patterns over tapes, and what rules take out of a match.

The letters are those of `pipeline.link.tape`: `G` and `q` are grades, `A` and `a`
areas, `i` a preposition, `b` a copula, `V` and `v` verbs that give grades.
"""

from pipeline.link.standing import Standings
from pipeline.link.tape import Sign, Tape

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


def grades_of(standing: Standings, start: int, end: int) -> list[int]:
    """The places of the grades in a stretch that may still be read."""
    return [p for p in range(start, end) if p in standing]


def areas_of(tape: Tape, span: tuple[int, int]) -> list[Sign]:
    """The signs of the areas in a stretch, the whole among them."""
    return [s for s in tape.signs[span[0] : span[1]] if s.kind in "AaO"]
