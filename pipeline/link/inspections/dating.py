"""The day of publication, where only the text tells it."""

import re
from datetime import date

from pipeline.document import Extent, Origin, Role
from pipeline.link.reading import Reading

_EVENT = re.compile(r"\b(?:inspect|visit)", re.IGNORECASE)
"""A date beside these is that of the inspection."""
_PUBLISHED_TODAY = re.compile(r"\btoday,? \(?(?:\w+day,? )?$", re.IGNORECASE)
"""As in "has today (14 November 2024) published": a statement tells its own day."""
_STAMPED = re.compile(
    r"published:?\s+(?:at )?\d{1,2}[:.]\d\d(?:\s+[A-Za-z]+){0,3}\s+$", re.IGNORECASE
)
"""A time beside the word is a page's stamp: "published at 13:40 BST 9 August 2016"."""
_MEETING = re.compile(r"\b(?:meeting|committee|cabinet|panel|board)\b", re.IGNORECASE)
"""A date beside these is that of a meeting, for which a paper is published before."""
_LABELLED = re.compile(
    r"(?:\w+ ){0,2}published(?: on)?:?\s(?:\w+day,? )?", re.IGNORECASE
)
"""As in "Report published: 6 November 2024", "Minutes published: ..."."""
_BYLINE = re.compile(
    r"(?:by|from|posted|written|published)\s[^.:;]{2,60}\bon\s+$", re.IGNORECASE
)
"""As in "By Ann Reyes on May 3, 2024 in Inspection": what follows may be a topic."""
_HEADED = len("date: ")
_FEW = 40
"""A line no longer than this holds a date and little else."""
_WIDE = 60
"""So far before a day its stamp begins."""
_MASTHEAD = 3
_LINE = 120
"""A line no longer than this may hold a paper's name, its day and its page number."""
_SEPARATE = re.compile(r"\s{3}|\s*(?:$|[|,·•/\]\[()–—-]|\bin\b|\d{1,2}[:.]\d\d)")
"""What follows a date that is one of several items of a line."""


def published_of(reading: Reading) -> tuple[date, Origin | None] | None:
    """What the source says of itself, else a dateline in the first or last lines.

    Returns:
        the day and, where the words tell it, which.
    """
    meta = reading.document.meta.published
    return (meta, None) if meta else _in_words(reading)


def _in_words(reading: Reading) -> tuple[date, Origin] | None:
    """A day that stands alone, is signed, or is called today's, near either end.

    That of a meeting gives way to one that is called the day of publication.
    """
    met: tuple[date, Origin] | None = None
    blocks = [b for b in reading.document.blocks if b.role is not Role.FURNITURE]
    for place, block in enumerate((*blocks[:6], *blocks[-3:])):
        days = [
            m
            for m in reading.inside("dates", block.extent)
            if m.label == "day" and not m.key.startswith("-")
        ]
        words = reading.document.words(block.extent) if days else ""
        event = _EVENT.search(words) is not None
        for day in days:
            at, end = day.start - block.start, day.end - block.start
            told = words[max(0, at - _WIDE) : at]
            signed = place < _MASTHEAD and _BYLINE.fullmatch(words, 0, at)
            origin = Origin("dating.in_words", (Extent(day.start, day.end),))
            if signed or _PUBLISHED_TODAY.search(told) or _STAMPED.search(told):
                return date.fromisoformat(day.key), origin
            alone = block.role is Role.DATELINE or len(words) < _FEW
            headed = at <= _HEADED and words.startswith("date")
            listed = place < _MASTHEAD and _among_items(words, end)
            if event or not (alone or headed or listed):
                continue
            found = date.fromisoformat(day.key), origin
            if met is None and _MEETING.search(words):
                met = found
            elif met is None or _LABELLED.fullmatch(words, 0, at):
                return found
    return met


def _among_items(line: str, end: int) -> bool:
    """Whether a date stands in a masthead: "Saltby Mercury, 3 May 2024, page 5"."""
    if len(line) > _LINE or line.rstrip()[-1:] in {".", "?", "!", ":"}:
        return False
    return _SEPARATE.match(line, end) is not None
