"""Publication dates as pages and scrapers write them, day before month.

A date with a year that is not between 1990 and 2100, or that no calendar has, is
None: whoever printed it did not mean a day of publication.
"""

import re
from datetime import date
from typing import NamedTuple

from pipeline.words.months import ANY, month_of

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years in which the web, or this project, could publish something."""

DATE = (
    r"(?:(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<y4>\d{4})/(?P<m4>\d{1,2})/(?P<d4>\d{1,2})(?!\d)"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th|er|\.)?(?:\s+(?:of|de))?[\s-]{1,3}"
    rf"(?P<m2>{ANY})\b\.?,?(?:\s+de)?[\s-]{{1,3}}(?P<y2>\d{{4}})(?!\d)"
    rf"|\b(?P<m3>{ANY})\b\.?\s{{1,3}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?"
    r",?\s{1,3}(?P<y3>\d{4})(?!\d)"
    r"|(?P<d5>\d{1,2})(?P<sep>[/.-])(?P<m5>\d{1,2})(?P=sep)(?P<y5>\d{4})(?!\d))"
)
"""A pattern for one date, to be compiled without regard to case."""

_MONTHS = 12
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = (
    r"(?:(?:at\s*)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?"
    r"(?:\s*(?:GMT|BST|UTC))?)"
)
_LABEL = (
    r"(?:(?:first\s+|date\s+|originally\s+)?(?:published|posted|released|issued)"
    r"|(?:release|publication|publish|article)\s+date|date|created)"
)
_BY = r"by\s+[^,|\d]{2,60}[,|]?"
_UPDATED = r"(?:(?:last\s+)?(?:updated|modified|edited)|update)"
_DATE_LINE = re.compile(
    rf"(?:(?P<label>{_LABEL})(?:\s+{_BY})?(?:\s+on|\s+at)?\s*[:\-–|]?\s*|{_BY}\s*)?"
    rf"(?:{_CLOCK}\s*,?\s*(?:on\s+)?)?(?:{_WEEKDAY}\s*,?\s*)?(?:the\s+)?{DATE}"
    r"(?P<rest>.{0,80})",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
"""Without any there is no date, and few lines have one."""
_TAIL = re.compile(
    rf"[\s,;|·•–-]*(?:{_CLOCK}|{_UPDATED}\b.*|by\s.*|[\s,;|·•–-])*", re.IGNORECASE
)
"""What may follow the day in a line that says nothing else."""

_SEARCH = re.compile(
    rf"(?<!\d)(?<!\d[-–])(?<!\d [-–&] )(?<!\d to )(?<!\d and ){DATE}", re.IGNORECASE
)
"""A date that is not the end of a range: "14 and 15 March 2023" is an inspection."""
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\D|$)")


def first_date(text: str) -> date | None:
    """The first date that is written in a text, British order where in doubt."""
    for match in _SEARCH.finditer(text) if _DIGIT.search(text) else ():
        found = date_of(match)
        if found:
            return found
    return None


def machine_date(value: str) -> date | None:
    """The day of a time stamp as markup gives it: ISO 8601, `20230413`, or prose."""
    value = value.strip()
    compact = _COMPACT.match(value)
    if compact:
        year, month, day = map(int, compact.groups())
        return _date(year, month, day)
    return first_date(value)


class Dateline(NamedTuple):
    """The day that a line gives, and whether it says that this is the publication's."""

    day: date
    labelled: bool


def dateline(line: str) -> Dateline | None:
    """The day of a line that only says when, and perhaps by whom, it was published."""
    match = _DATE_LINE.match(line) if _DIGIT.search(line) else None
    if not match or match.end() < len(line) or not _TAIL.fullmatch(match["rest"]):
        return None
    day = date_of(match)
    return Dateline(day, match["label"] is not None) if day else None


def date_of(match: re.Match[str]) -> date | None:
    """The date that a match of `DATE` stands for."""
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    number, day = month_of(parts["m"]) or int(parts["m"]), int(parts["d"])
    if match["sep"] == "/" and day <= _MONTHS < number:
        number, day = day, number  # it can only be the American order
    return _date(int(parts["y"]), number, day)


def _date(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
