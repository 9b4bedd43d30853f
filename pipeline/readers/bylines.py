"""Lines that say who wrote a story: "By Ada Finch", "Words: Ada Finch and Ian Moss"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline import knowledge
from pipeline.months import FULL, WRITTEN
from pipeline.patterns import any_of
from pipeline.readers.dates import dateline, first_date

LINE = 120
"""Characters; a byline is no longer."""

UPDATED = re.compile(r"\b(?:updated|modified|edited|last\s+reviewed)\b", re.IGNORECASE)
_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|d[aeiu]l?|la|le|van|v[ao]n|der|den|bin|al|ní|nic|mac)"
_NAME = rf"(?!Von\b|By\b)[A-ZÀ-ÖØ-Þ][\w'’.-]+(?:\s+{_WORD}){{0,4}}"
AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)"
BY = re.compile(
    rf"(?:^|[|•·–-]\s*|\d\s+"
    rf"|\b(?:[Ww]ritten|[Ww]ords|[Pp](?:ost|ublish)ed|[Rr]eported|EXCLUSIVE|Exclusive)\s+)"
    rf"(?:[Bb]y|BY|[Vv]on|Author|Words|Reporter|Autor)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:{AND}{_NAME}){{0,4}})"
)
_STORY = re.compile(r"[.!?]\s|[.!?]$|\b(?:the|was|were|has|have|had|is|are)\b")
"""What no line of names and offices has."""
_SEVERAL = re.compile(r"\s(?:and|&)\s")
BARE_BY = re.compile(r"(?:[Bb]y|BY|[Vv]on|Author|Words|Autor)\s*:?")
ALONE = re.compile(rf"(?P<names>{_NAME}(?:{AND}{_NAME}){{0,4}})")
FULL_NAME = re.compile(rf"(?P<names>{_NAME}\s{_WORD})(?:\s?Follow)?")


class _Words(NamedTuple):
    """The words of `cues/bylines.toml`.

    Attributes:
        no_name: in a line that names nobody.
        tail: what follows a name in its line.
        no_headline: in a line of the paper's or the page's own.
    """

    no_name: re.Pattern[str]
    tail: re.Pattern[str]
    no_headline: re.Pattern[str]


@lru_cache(maxsize=1)
def words_of() -> _Words:
    """The cues, compiled once."""
    words = knowledge.load().words
    no_name, after, page = (
        any_of(words("bylines", name))
        for name in ("no_name", "after_a_name", "no_headline")
    )
    return _Words(
        re.compile(rf"\b(?:{no_name}|{FULL})\b", re.IGNORECASE),
        re.compile(rf"\s+(?:{after}|{WRITTEN})\b.*"),
        re.compile(rf"\b(?:{page})\b", re.IGNORECASE),
    )


def is_byline(text: str) -> bool:
    """Whether a line says only who wrote, or when it appeared or was changed."""
    if len(text) > LINE:
        return False
    if dateline(text) or (UPDATED.match(text) and first_date(text)):
        return True
    match = BY.match(text)
    rest = text[match.end() :] if match else ""
    return bool(match) and not _STORY.search(rest)


def authors_of(line: str) -> tuple[str, ...]:
    """Who wrote it, as a line says that begins with "By"; full names only.

    What follows a comma, with no "and" after it, is an office or a paper.
    """
    match = BY.match(line) if len(line) <= LINE else None
    if not match:
        return ()
    names = match["names"]
    if not _SEVERAL.search(names):
        names = names.partition(",")[0]
    found = people(re.split(AND, names))
    return tuple(name for name in found if " " in name)


def people(names: Sequence[str]) -> tuple[str, ...]:
    """Names without what follows them in the line: an office, a day."""
    first = words_of().tail.sub("", names[0])
    people = (name.strip(" .,-–") for name in (first, *names[1:]))
    return tuple(
        name for name in people if name and not words_of().no_name.search(name)
    )
