"""A report on one pillar alone: "the ‘Police Legitimacy’ report" grades legitimacy."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pipeline.document import Mention
from pipeline.knowledge import Knowledge, once
from pipeline.link.grades.claims import Claim, has_whole
from pipeline.link.page import Page
from pipeline.link.page.dialect import Dialect
from pipeline.link.tape import SINGLE, Sign
from pipeline.words.patterns import any_of

NEAR = 80
"""Characters before a pillar's name in which its report may be named."""
LISTED = 25
"""Characters between two pillars of a list: no report is on one of them alone."""


def with_the_others(claims: list[Claim], page: Page) -> Iterator[Claim]:
    """As in "Then legitimacy was good; efficiency was marked poor": it was then too.

    Args:
        claims: of one sentence.
        page: the document.
    """
    then = [c for c in claims if c.standing.previous and _of_another_cycle(c, page)]
    for claim in claims:
        if then and claim.standing.current and _of_another_cycle(claim, page):
            yield replace(claim, standing=then[0].standing)
        else:
            yield claim


def _of_another_cycle(claim: Claim, page: Page) -> bool:
    """Whether its area summed up an earlier cycle."""
    dialect = page.dialect(claim.grade.start)
    if dialect is None or claim.area is None:
        return False
    return claim.area.value in dialect.pillars


def of_report(claims: list[Claim], page: Page) -> Iterator[Claim]:
    """Claims on the whole, under a framework without one, as those on the pillar.

    Args:
        claims: of one sentence.
        page: the document.
    """
    for claim in claims:
        dialect = page.dialect(claim.grade.start)
        whole = claim.named is None and (claim.area is None or claim.area.kind == "O")
        if dialect is None or not whole or has_whole(dialect):
            yield claim
            continue
        pillar = _pillar(claim, dialect, page)
        if pillar is None:
            yield claim
        else:
            area = Sign(SINGLE, pillar.start, pillar.end, pillar.key)
            context = (*claim.context, pillar.extent)
            rule = "sentence.of_the_report"
            yield replace(claim, area=area, context=context, rule=rule)


def _pillar(claim: Claim, dialect: Dialect, page: Page) -> Mention | None:
    """The pillar that the last report named is on, or the only one named later."""
    named = list(_reported(dialect, page))
    before = [pillar for pillar in named if pillar.start < claim.grade.start]
    if before:
        return before[-1]
    return named[0] if len({pillar.key for pillar in named}) == 1 else None


def _reported(dialect: Dialect, page: Page) -> Iterator[Mention]:
    """The mentions of pillars that are what a report is on."""
    text = page.document.text
    named = _named(page.reading.knowledge)
    pillars = [
        mention
        for mention in page.reading.groups.get("areas", ())
        if not dialect.sums.isdisjoint(dialect.areas.get(mention.key, ()))
    ]
    for place, mention in enumerate(pillars):
        around = (*pillars[max(0, place - 1) : place], *pillars[place + 1 : place + 2])
        gaps = (max(mention.start - o.end, o.start - mention.end) for o in around)
        if any(gap < LISTED for gap in gaps):
            continue
        start = max(0, mention.start - NEAR)
        if named.after.match(text, mention.end) or named.before.search(
            text, start, mention.start
        ):
            yield mention


class _Named(NamedTuple):
    """What stands around the pillar in the name of its report."""

    before: re.Pattern[str]
    after: re.Pattern[str]


@once
def _named(known: Knowledge) -> _Named:
    report, of = (any_of(known.words("grading", n)) for n in ("report_on", "report_of"))
    return _Named(
        re.compile(
            rf"\b(?:{report})\b(?!\s+(?:that|which|who)\b)(?:\s+(?:of|on|into|about))?"
            rf"(?:\s+[\w’'&-]+){{0,6}}\s+[‘'“\"]?(?:(?:{of})\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(rf"[’'”\"]?\s+(?:{report})\b", re.IGNORECASE),
    )
