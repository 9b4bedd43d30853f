"""What stands around a story: its headline, who wrote it, and when it appeared.

Pages that say nothing in their head say it between headline and first paragraph, or
right after the last: "By Ada Finch, 13 April 2023", a <time>, a name alone in a block
whose class is "author".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pipeline import knowledge
from pipeline.document import BlockType
from pipeline.months import FULL, WRITTEN
from pipeline.patterns import any_of
from pipeline.readers.dates import dateline, first_date, machine_date
from pipeline.readers.html.surroundings import FRAME, Around
from pipeline.readers.html.walk import Candidate

_LINE = 120
"""Characters; a byline is no longer."""
_SHORT_LINE = 70
"""Characters; in a longer line a day without a label is part of a sentence."""
_AFTER = 3
"""How many blocks after the story may still be about its author."""
_BEFORE = 3
"""How many blocks over the headline may give the day."""
_NEAR = 6
"""How many blocks from the first paragraph on may still be about author and day."""
_MARGIN = 1_500
"""Raw characters around headline and story in which a <time> is the story's."""

_TIME = re.compile(
    r"<time\b[^>]*?\bdatetime\s*=\s*[\"']([^\"']{8,40})[\"']", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"\b(?:publi(?:shed|cation)|posted|first\s+published|released|created)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated|modified|edited|last\s+reviewed)\b", re.IGNORECASE)
_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|d[aeiu]l?|la|le|van|v[ao]n|der|den|bin|al|ní|nic|mac)"
_NAME = rf"(?!Von\b|By\b)[A-ZÀ-ÖØ-Þ][\w'’.-]+(?:\s+{_WORD}){{0,4}}"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)"
_BY = re.compile(
    rf"(?:^|[|•·–-]\s*|\b(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported)\s+|\d\s+)"
    rf"(?:[Bb]y|BY|[Vv]on|Author|Words|Reporter|Autor)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,4}})"
)
_STORY = re.compile(r"[.!?]\s|[.!?]$|\b(?:the|was|were|has|have|had|is|are)\b")
"""What no line of names and offices has."""
_BARE_BY = re.compile(r"(?:[Bb]y|BY|[Vv]on|Author|Words|Autor)\s*:?")
_ALONE = re.compile(rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,4}})")
_FULL_NAME = re.compile(rf"(?P<names>{_NAME}\s{_WORD})(?:\s?Follow)?")


class _Words(NamedTuple):
    """The words of `cues/bylines.toml`.

    Attributes:
        no_name: in a line that names nobody.
        tail: what follows a name in its line.
    """

    no_name: re.Pattern[str]
    tail: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    words = knowledge.load().words
    no_name, after = (any_of(words("bylines", n)) for n in ("no_name", "after_a_name"))
    return _Words(
        re.compile(rf"\b(?:{no_name}|{FULL})\b", re.IGNORECASE),
        re.compile(rf"\s+(?:{after}|{WRITTEN})\b.*"),
    )


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the page itself shows around its story."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None


def is_byline(text: str) -> bool:
    """Whether a line says only who wrote, or when it appeared or was changed."""
    if len(text) > _LINE:
        return False
    if dateline(text) or (_UPDATED.match(text) and first_date(text)):
        return True
    match = _BY.match(text)
    rest = text[match.end() :] if match else ""
    return bool(match) and not _STORY.search(rest)


def masthead(
    raw: str, candidates: Sequence[Candidate], chosen: Sequence[bool]
) -> Masthead:
    """Headline, authors and day as they stand around the chosen blocks."""
    kept = [index for index, keep in enumerate(chosen) if keep]
    if not kept:
        return Masthead()
    title = _title(candidates, kept[0])
    lines = list(_lines(candidates, chosen, title, kept))
    start = candidates[title if title is not None else kept[0]].slices[0][0]
    end = candidates[kept[-1]].slices[-1][1]
    return Masthead(
        candidates[title].text if title is not None else None,
        _authors(lines),
        _day(candidate.text for candidate in lines) or _time(raw, start, end),
    )


def _title(candidates: Sequence[Candidate], first: int) -> int | None:
    """The last heading of the first level before the story, or the last of all."""
    headings = [
        index
        for index in range(first + 1)
        if candidates[index].type is BlockType.HEADING
        and not candidates[index].around & FRAME
    ]
    top = [index for index in headings if candidates[index].level == 1]
    return top[-1] if top else None


def _lines(
    candidates: Sequence[Candidate],
    chosen: Sequence[bool],
    title: int | None,
    kept: Sequence[int],
) -> Iterator[Candidate]:
    """Short blocks that may name author or day, the likeliest first."""
    first, last = kept[0], kept[-1]
    start = first - _BEFORE if title is None else title + 1
    for index in range(max(start, 0), first):
        yield candidates[index]
    for index in range(first, min(last + 1 + _AFTER, len(candidates))):
        told = index < first + _NEAR or candidates[index].around & Around.BYLINE
        if not chosen[index] and told:
            yield candidates[index]
    if title is not None:
        for index in range(max(title - _BEFORE, 0), title):
            if not candidates[index].around & (FRAME | Around.PROMOTION):
                yield candidates[index]


def _day(lines: Iterable[str]) -> date | None:
    bare: date | None = None
    for line in lines:
        if len(line) > _LINE:
            continue
        updated = _UPDATED.search(line)
        found = first_date(line[: updated.start()] if updated else line)
        if found and _PUBLISHED.search(line):
            return found
        if len(line) <= _SHORT_LINE:
            bare = bare or found
    return bare


def _time(raw: str, start: int, end: int) -> date | None:
    """The first <time> in or near the stretch of the page that the story takes."""
    for match in _TIME.finditer(raw, max(start - _MARGIN, 0), end + _MARGIN):
        found = machine_date(match[1])
        if found:
            return found
    return None


def _authors(lines: Sequence[Candidate]) -> tuple[str, ...]:
    awaited = False
    for line in lines:
        text = line.text
        if len(text) > _LINE:
            awaited = False
            continue
        match = _BY.search(text)
        if not match and not _words().no_name.search(text):
            if awaited:
                match = _ALONE.fullmatch(text)
            elif line.around & Around.BYLINE:
                match = _FULL_NAME.fullmatch(text)
        if match:
            names = _people(re.split(_AND, match["names"]))
            if names:
                return names
        awaited = bool(_BARE_BY.fullmatch(text))
    return ()


def _people(names: Sequence[str]) -> tuple[str, ...]:
    """Names without what follows them in the line: an office, a day."""
    first = _words().tail.sub("", names[0])
    people = (name.strip(" .,-–") for name in (first, *names[1:]))
    return tuple(name for name in people if name and not _words().no_name.search(name))
