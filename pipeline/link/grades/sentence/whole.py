"""Whether a clause speaks of the body as a whole."""

import re

from pipeline.link.tape import Tape
from pipeline.link.tape.alphabet import PRONOUNS

_OF_SOME = re.compile(
    "i(?:[HN]?R|H?N?T|H?N(?=S))N?T?(?:[-(,][^GqUbVv]{1,24}[-),])?(?P<s>S)?[bVvxsnK]{1,6}$"
)
_OTHERS = re.compile("^[nxi,]{0,3}R[^S]*$|^[nxi,]{0,3}R[Nx]{0,2}S(?:,[^,]*,)?[^,S]*$")
"""As in "The others, A and B, are rated good", "Its other home is good"."""


def _are_areas(tape: Tape, match: re.Match[str]) -> bool:
    """Whether "for the other three", "in two" before a grade can only count areas."""
    if set(match.group()) & set("RT") or not match["s"]:
        return True
    return tape.signs[match.start("s")].value in PRONOUNS


_COUNT_IS = re.compile(r"(?:^|[,&])[xH]*N(?:i[xH]*N|i[xw])?x?[bvVsn]+$|NTr[bvV]{1,3}$")
"""As in "three of the five were found to be good", "eight of its homes are good"."""
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
