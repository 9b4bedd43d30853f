"""The days of an inspection as covers write them: "20 February to 3 March 2023".

What a date leaves out stands in a later one: a month, a year, or both. Two periods
("5 to 9 December 2022 and 14 to 15 February 2023") are one from the first day to the
last.
"""

import re
from datetime import date
from typing import NamedTuple

from pipeline.document import Extent

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)"
)
_DAY = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d/%])"
    rf"(?:\s*(?:of\s+)?(?P<month>{_MONTH})\b\.?,?(?:\s*(?P<year>\d{{4}})\b)?)?",
    re.IGNORECASE,
)
_CENTURY = 2000
_MONTHS_IN_YEAR = 12


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


def period(text: str, offset: int = 0) -> Period | None:
    """The period that a text gives; None where it gives no whole date.

    Its extent counts from `offset`, where the text begins.
    """
    days = _days(text)
    dates: list[tuple[date, int, int]] = []
    month = year = None
    later: date | None = None
    for each in reversed(days):
        month, year = each.month or month, each.year or year
        if month is None or year is None:
            continue  # a number after the last date
        found = _date(each.day, month, year)
        if found and later and found > later and each.year is None:
            found = _date(each.day, month, year - 1)  # over the turn of the year
            year -= 1
        if found is None:
            continue
        later = found
        dates.append((found, each.start, each.end))
    if not dates:
        return None
    extent = Extent(dates[-1][1] + offset, dates[0][2] + offset)
    return Period(min(d for d, _, _ in dates), max(d for d, _, _ in dates), extent)


def _days(text: str) -> list[_Day]:
    numeric = [
        _Day(int(m[1]), int(m[2]), _year(m[3]), m.start(), m.end())
        for m in _NUMERIC.finditer(text)
    ]
    if numeric:
        return numeric
    return [
        _Day(
            int(m["day"]),
            _MONTHS[m["month"].lower()] if m["month"] else None,
            int(m["year"]) if m["year"] else None,
            m.start(),
            m.end(),
        )
        for m in _DAY.finditer(text)
    ]


def _year(written: str) -> int:
    return int(written) + (_CENTURY if len(written) == 2 else 0)  # noqa: PLR2004 - "15"


def _date(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
