"""The day of publication: what the head says, weighed with what readers see."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from pipeline.document import Origin
from pipeline.readers.dates import machine_date
from pipeline.readers.html.metadata.byline import Masthead

_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "datecreated",
    "dcterms.date",
    "dc.date",
    "date",
    "parsely-pub-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "publishdate",
    "sailthru.date",
)
_PATH_DATE = re.compile(r"/(20\d\d|19\d\d)/(\d{1,2})/(\d{1,2})(?:/|-|$)")


def day_of(
    said: Mapping[date, str], shown: Masthead, url: str | None
) -> tuple[date | None, Origin | None]:
    """The day of publication: as the head or the page says it, or the address."""
    day = _reconciled([*said], shown.published)
    if day and day == shown.published:
        return day, Origin("byline.day", said=shown.dated)
    if day:
        return day, Origin("metadata.published", said=said[day])
    day = _dated(url)
    return day, Origin("metadata.dated", said=url) if day else None


def _dated(url: str | None) -> date | None:
    """The day in an address such as /2023/04/13/police-told."""
    match = _PATH_DATE.search(url or "")
    return machine_date("-".join(match.groups())) if match else None


def published(
    stories: Iterable[Mapping[str, Any]], named: Mapping[str, str]
) -> dict[date, str]:
    """The days that the head gives, the most trustworthy first, and its words."""
    said = [("datePublished", story.get("datePublished")) for story in stories]
    said += [(key, named.get(key)) for key in _PUBLISHED]
    found: dict[date, str] = {}
    for key, value in said:
        day = machine_date(value) if isinstance(value, str) else None
        if day:
            found.setdefault(day, f"{key}: {value}")
    return found


def _reconciled(said: Sequence[date], shown: date | None) -> date | None:
    """The day of publication, by what the head says and the reader sees.

    The head gives it in universal time: a story of half past midnight in summer has
    the day before. What readers see is the day, unless nothing in the head is near it.
    """
    near = shown and any(abs(shown - day) <= timedelta(days=1) for day in said)
    return shown if near or not said else said[0]
