"""When an earlier grade was given, as its sentence says: "up from good in 2018".

A moment is the words that name it, half-open characters into the text.
"""

import re
from datetime import date

from pipeline.document import Extent
from pipeline.link.standing import times
from pipeline.link.tape import Tape

UNTOLD = Extent(0, 0)
"""Of a grade that is an earlier one, where no words say when it was given."""
_SINCE = re.compile("(?<![bB])V[GqU]M?k")
"""As in "rated good since 2013"."""
_HAD_SINCE = re.compile("bqO?k")
"""As in "it had required improvement since 2018"."""
_FRAGMENT = re.compile(r"[GqU][MO]?,iY[.]?")
"""As in "Good overall, in 2018.", which has no verb that could be of now."""
_ITS_YEAR = re.compile(
    r"[GqU]M?O?(?:iH?[Aa](?:[,&]+[Aa])*)?"
    r"(?:,?v(?=i)|r?S[bBvV]{1,3}|B)?(?:[ik]x?|p)?(?P<when>Y)"
)
"""As in "good in its 2022 report", "the poor rating for A it was given in 2018"."""
_OPENED = re.compile(
    r"(?:^|[,;:&k(.])i?x?N?(?P<when>[YPy])(?:,?i?[YPy])?,?[SxHMAar]{0,2}$"
)
"""As in "In 2018 it", "At its last inspection, in 2018, the school"."""

_OF_KEPT = re.compile(r"[GqU]M?O?(?:r?S[bBvV]{1,3}i|p)(?P<when>Y)")
"""As in "retained the good rating it was given in 2018", "its good rating from"."""


def of_kept(tape: Tape, place: int) -> Extent:
    """When a grade was given that is kept: nothing else tells that from now."""
    match = _OF_KEPT.match(tape.kinds, place)
    return UNTOLD if match is None else tape.signs[match.start("when")].extent


def after(tape: Tape, place: int, text: str, today: date | None) -> Extent:
    """The time that stands after an earlier grade: "up from good in 2018".

    A year that directly follows is the grade's, also where nobody knows how long ago
    that was; but the year of publication may be that of what it came to.
    """
    told = trailing(tape, place, text, today)
    if told is not None:
        return told
    match = _ITS_YEAR.match(tape.kinds, place)
    if match is None:
        return UNTOLD
    year = tape.signs[match.start("when")]
    if today is not None and int(year.value[:4]) >= today.year:
        return UNTOLD
    return year.extent


def before(tape: Tape, cue: int) -> Extent:
    """The time that opens the clause: "In 2018 it had been good".

    Args:
        tape: of the sentence.
        cue: the place of what tells that the grade is an earlier one.
    """
    match = _OPENED.search(tape.kinds, 0, cue) if tape.kinds[cue] == "B" else None
    return UNTOLD if match is None else words(tape, match.start("when"))


_GIVEN_THEN = re.compile("M?,b{1,2}[vV]x?i[PY]")
"""As in "its rating, which is good, was given at the last inspection"."""


_EACH_ITS_YEAR = re.compile(r"[GqU]M?O?ix?Y(?=[,&k]{1,2}[GqU]M?O?ix?Y)")
"""As in "good in 2021 and outstanding in 2016": the second year is the second's."""
_NEXT_IN_A_ROW = re.compile(r"(?P<g>[GqU])M?O?ix?(?P<when>Y)[,&k]{1,2}$")


def in_a_row(tape: Tape, place: int) -> tuple[int, Extent] | None:
    """As in "down from good in 2021 and outstanding in 2016", each with its year.

    Args:
        tape: of a sentence.
        place: of the second grade.

    Returns:
        the place of the first, and the year of the second, which is not the later one.
    """
    kinds = tape.kinds
    own = _ITS_YEAR.match(kinds, place)
    first = _NEXT_IN_A_ROW.search(kinds, 0, place) if own is not None else None
    if own is None or first is None:
        return None
    year, before = (tape.signs[match.start("when")] for match in (own, first))
    return (first.start("g"), year.extent) if year.value < before.value else None


def trailing(tape: Tape, place: int, text: str, today: date | None) -> Extent | None:
    """The time after a grade in its clause, None where none makes it an earlier one."""
    kinds = tape.kinds
    given = _GIVEN_THEN.match(kinds, place + 1)
    if given and times.is_then(tape, given.end() - 1, text, today):
        return words(tape, given.end() - 1)
    each = _EACH_ITS_YEAR.match(kinds, place)
    end = each.end() if each is not None else len(kinds)
    reach = place + 1
    while reach < end and kinds[reach] not in ";.()?nfuWKre":
        if kinds[reach] == "p" and not _tells(tape, reach):
            break
        if kinds[reach] == "," and _goes_on(tape, reach, text):
            break
        if kinds[reach] == "k" and tape.signs[reach].value not in ("since", "after"):
            break
        if kinds[reach] == "B" or kinds[reach : reach + 2] == "NM":
            break
        if times.is_then(tape, reach, text, today) and (
            not times.forward(kinds, reach)
            or _SINCE.fullmatch(kinds, place - 1, reach)
            or (
                _HAD_SINCE.fullmatch(kinds, place - 1, reach)
                and tape.signs[place - 1].value.endswith("had")
            )
            or _FRAGMENT.fullmatch(kinds, place)
        ):
            return words(tape, reach)
        reach += 1
    return None


def words(tape: Tape, place: int) -> Extent:
    """A time as written, with its count or its year: "two years ago", "2018"."""
    signs, kinds = tape.signs, tape.kinds
    for near in (place, place + 1, place + 2, place + 3, place - 1):
        if 0 <= near < len(signs) and kinds[near] == "Y":
            return signs[near].extent
    start = signs[place].start
    if place and kinds[place - 1] in "Nx" and signs[place - 1].end + 1 == start:
        start = signs[place - 1].start
    return Extent(start, signs[place].end)


def _tells(tape: Tape, cue: int) -> bool:
    """As in "its good rating from 2020": no grade follows, but a time."""
    timed = tape.kinds[cue + 1 : cue + 2] in times.TIME_SIGNS
    return timed and tape.signs[cue].value == "from"


def _goes_on(tape: Tape, comma: int, text: str) -> bool:
    """As in "was rated good, something it had not managed in 2019": a new clause."""
    kinds = tape.kinds
    ends = [at for sign in "PYy" if (at := kinds.find(sign, comma)) >= 0]
    if not ends or not set(kinds[comma : min(ends)]) & set("bvV"):
        return False
    return not times.when_follows(tape, comma, text)
