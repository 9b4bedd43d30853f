"""Dates as texts write them: days, spans of days, months, years, cycles."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.text import Text
from pipeline.words.months import MONTHS, WRITTEN

_MONTH = rf"(?:{WRITTEN})\b"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:19[89]\d|20[0-4]\d)"
_TH = r"(?:st|nd|rd|th)?(?:\sof)?"
_PATTERN = re.compile(
    rf"""
    \b(?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)
    | (?P<slashed>{_DAY}[/.](?:0?[1-9]|1[0-2])[/.](?:{_YEAR}|\d\d))(?![\d/])
    | (?P<d1>{_DAY}){_TH}\s(?P<m1>{_MONTH})(?:,?\s(?P<y1>{_YEAR}))?
      \s?(?:and|to|until|[-–—])\s?(?P<d2>{_DAY}){_TH}\s(?P<m2>{_MONTH})
      (?:,?\s(?P<y2>{_YEAR})\b)?
    | (?P<d3>{_DAY}){_TH}\s?(?:,\s?{_DAY}{_TH}\s?)*(?:and|to|[-–—])\s?(?P<d4>{_DAY})
      {_TH}\s(?P<m4>{_MONTH})(?:,?\s(?P<y4>{_YEAR})\b)?
    | (?P<m8>{_MONTH})\s(?P<d8>{_DAY})(?:st|nd|rd|th)?
      \s?(?:and|to|until|[-–—])\s?(?:(?P<m9>{_MONTH})\s)?(?P<d9>{_DAY})
      (?:st|nd|rd|th)?(?!\d)(?:,?\s(?P<y9>{_YEAR})\b)?
    | (?P<d5>{_DAY}){_TH}\s(?P<m5>{_MONTH})\.?(?:,?\s(?P<y5>{_YEAR})\b)?
    | (?P<m6>{_MONTH})\.?\s(?P<d6>{_DAY})(?:st|nd|rd|th)?(?!\d)
      (?:,?\s(?P<y6>{_YEAR})\b)?
    | (?P<m7>{_MONTH}),?\s(?P<y7>{_YEAR})\b
    | (?P<cycle>{_YEAR}[/–—-](?:{_YEAR}|\d\d)\b)(?![/-]\d)
    | (?P<year>{_YEAR})\b(?![\d,.]*\d|%)
    )
    """,
    re.VERBOSE,
)

_FIRST = re.compile(r"[\dJFMASOND](?<!\w.)")
"""What a date begins with: a digit, or the capital of a month. Quickly found."""


class Dated(NamedTuple):
    """A date in a text.

    Attributes:
        label: `day`, `days`, `month`, `year` or `cycle`.
        value: ISO 8601; a missing year is `-` (`--11-14`), a span has a slash.
    """

    start: int
    end: int
    label: str
    value: str


@component("dates")
class Dates(Component):
    """Finds dates: the label is the kind, the key the date in ISO 8601."""

    def find(self, text: Text) -> Iterator[Found]:
        """The dates of a text."""
        for dated in dates_in(text.written):
            yield *dated, ""


def dates_in(text: str) -> Iterator[Dated]:
    """The dates of a text in order; impossible ones ("31 June 2024") are none."""
    reached = 0
    for first in _FIRST.finditer(text):
        if first.start() < reached:
            continue
        match = _PATTERN.match(text, first.start())
        if match is None:
            continue
        reached = match.end()
        label, value = _read(match)
        if value:
            yield Dated(match.start(), match.end(), label, value)


def _read(match: re.Match[str]) -> tuple[str, str | None]:
    """Label and value of a match; the value is None where no calendar has it."""
    part = match.groupdict()
    if part["cycle"]:
        return "cycle", part["cycle"].replace("–", "-").replace("—", "-")
    if part["year"]:
        return "year", part["year"]
    if part["m7"]:
        return "month", f"{part['y7']}-{_month(part['m7']):02}"
    if part["d1"] or part["d3"] or part["d8"]:
        return "days", _days(part)
    return "day", _one_day(part)


def _one_day(part: dict[str, str | None]) -> str | None:
    if part["iso"]:
        return _day(*part["iso"].split("-"))
    if part["slashed"]:
        day, month, year = re.split(r"[/.]", part["slashed"])
        return _day(year if len(year) > 2 else f"20{year}", month, day)  # noqa: PLR2004 - digits of a year
    at = "5" if part["d5"] else "6"
    return _day(part["y" + at], part["m" + at] or "", part["d" + at] or "")


def _days(part: dict[str, str | None]) -> str | None:
    """First and last day; the year stands with the last, one month with both."""
    if part["d1"]:
        year = part["y2"]
        first = _day(part["y1"] or year, part["m1"] or "", part["d1"])
        last = _day(year, part["m2"] or "", part["d2"] or "")
    elif part["d8"]:
        year = part["y9"]
        first = _day(year, part["m8"] or "", part["d8"])
        last = _day(year, part["m9"] or part["m8"] or "", part["d9"] or "")
    else:
        first = _day(part["y4"], part["m4"] or "", part["d3"] or "")
        last = _day(part["y4"], part["m4"] or "", part["d4"] or "")
    return f"{first}/{last}" if first and last else None


def _day(year: str | None, month: str, day: str) -> str | None:
    """The day in ISO 8601, without the year where there is none; None if impossible."""
    number = _month(month)
    try:
        date(int(year or 2024), number, int(day))  # a leap year: 29 February may be
    except ValueError:
        return None
    return f"{year or '-'}-{number:02}-{int(day):02}"


def _month(month: str) -> int:
    return int(month) if month.isdigit() else MONTHS[month.lower()]
