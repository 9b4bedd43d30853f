"""The days of an inspection as covers write them: "20 February to 3 March 2023".

What a date leaves out stands in a later one: a month, a year, or both. Two periods
("5 to 9 December 2022 and 14 to 15 February 2023") are one from the first day to the
last.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipeline.document import Extent
from pipeline.words.months import ENGLISH, month_of

_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)"
)
_DAY = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d/%])"
    rf"(?:\s*(?:of\s+)?(?P<month>{ENGLISH})\b\.?,?(?:\s*(?P<year>\d{{4}})\b)?)?",
    re.IGNORECASE,
)
_DATED = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?(?:{ENGLISH})\b\.?(?:\s+\d{{4}}\b)?)?"
)
_IN_PROSE = re.compile(
    rf"(?<![\d/])(?:{_DATED}\s*(?:to|and|until|[–—-]|,|&)\s*)*{_DATED}", re.IGNORECASE
)
_CENTURY = 2000


class Period(NamedTuple):
    """The first and the last day, and where both are written."""

    first: date
    last: date
    extent: Extent


class _Day(NamedTuple):
    day: int
    month: int | None
    year: int | None
    start: int
    end: int
    whole: bool
    """Whether its year is its own, so that it cannot be the one before."""


def period(text: str, offset: int = 0) -> Period | None:
    """The period that a text gives; None where it gives no whole date.

    Its extent counts from `offset`, where the text begins.
    """
    dates: list[tuple[date, int, int]] = []
    later: date | None = None
    for each in reversed(_filled(_days(text))):
        found = _date(each.day, each.month, each.year)
        if found and later and found > later and not each.whole:
            found = _date(each.day, each.month, (each.year or 0) - 1)  # over new year
        if found:
            later = found
            dates.append((found, each.start, each.end))
    if not dates:
        return None
    extent = Extent(dates[-1][1] + offset, dates[0][2] + offset)
    return Period(min(d for d, _, _ in dates), max(d for d, _, _ in dates), extent)


def periods_in(text: str, offset: int = 0) -> Iterator[Period]:
    """The periods that stand in running text, where other numbers stand too."""
    for match in _IN_PROSE.finditer(text):
        found = period(match.group(), offset + match.start())
        if found:
            yield found


def _days(text: str) -> list[_Day]:
    numeric = [
        _Day(int(m[1]), int(m[2]), _year(m[3]), m.start(), m.end(), whole=True)
        for m in _NUMERIC.finditer(text)
    ]
    if numeric:
        return numeric
    return [
        _Day(
            int(m["day"]),
            month_of(m["month"]) if m["month"] else None,
            int(m["year"]) if m["year"] else None,
            m.start(),
            m.end(),
            whole=m["year"] is not None,
        )
        for m in _DAY.finditer(text)
    ]


def _filled(days: list[_Day]) -> list[_Day]:
    """Months and years put in from the next date that has them, else from the last.

    What has no month even then is a number, and no day.
    """
    filled: list[_Day] = []
    month = year = None
    for each in reversed(days):
        month, year = each.month or month, each.year or year
        filled.insert(0, each._replace(month=month, year=year))
    for index, each in enumerate(filled):
        if each.month and each.year is None and index:
            filled[index] = each._replace(year=filled[index - 1].year)
    return [each for each in filled if each.month and each.year]


def _year(written: str) -> int:
    return int(written) + (_CENTURY if len(written) == 2 else 0)  # noqa: PLR2004 - "15"


def _date(day: int, month: int | None, year: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day)
    except ValueError:
        return None
