"""A grade of the whole that one of now, told just before, has overtaken."""

import re
from collections.abc import Sequence

from pipeline.link.grades.claims import Claim
from pipeline.link.grades.thread import Thread
from pipeline.link.page import Page
from pipeline.link.recall import given_then, was_then
from pipeline.link.standing import Standings
from pipeline.link.tape import Tape

_WAS_IN = re.compile("k?S{1,2}[bV]{1,2}s?(?P<g>[GqU])M?O?ix?(?P<when>Y)")
_OF_A_PART = frozenset("AaNTPYyXmr")
"""Signs of an area, a number, a time or another body."""


def before_that(
    tape: Tape, standing: Standings, thread: Thread, page: Page
) -> Standings:
    """As in "Ofsted has rated the school poor. It was rated good in 2021".

    No body is both: the grade of a year that is over is the earlier.

    Args:
        tape: of a sentence.
        standing: of its grades.
        thread: what was said up to it.
        page: the document.
    """
    match = _WAS_IN.match(tape.kinds) if thread.given else None
    if match is None or thread.before is None or "n" in tape.kinds:
        return standing
    place, year = match.start("g"), tape.signs[match.start("when")]
    if place not in standing or not standing[place].current:
        return standing
    over = not (page.year and int(year.value[:4]) >= page.year) and was_then(
        tape, place
    )
    now = _grades_of_the_whole(thread.before, thread.given, page)
    if not over or len(now) != 1 or tape.signs[place].value in now:
        return standing
    if page.scope.at(thread.before.extent.start) != page.scope.at(tape.extent.start):
        return standing
    return {**standing, place: given_then(standing[place], year.extent, page)}


def _grades_of_the_whole(
    before: Tape, given: Sequence[Claim], page: Page
) -> frozenset[str]:
    """What a sentence grades the body as now, none where it tells of a part or time."""
    dialect = page.dialect(before.extent.start)
    if dialect is None or dialect.overall is None:
        return frozenset()
    if not _OF_A_PART.isdisjoint(before.kinds):
        return frozenset()
    return frozenset(
        claim.grade.value
        for claim in given
        if claim.standing.current and before.extent.start <= claim.grade.start
    )
