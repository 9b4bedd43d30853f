"""What stands around a story: its headline, who wrote it, and when it appeared.

Pages that say nothing in their head say it between headline and first paragraph, or
right after the last: "By Ada Finch, 13 April 2023", a <time>, a name alone in a block
whose class is "author".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.document import BlockType
from pipeline.knowledge import Knowledge
from pipeline.readers.bylines import (
    ALONE,
    BARE_BY,
    BY,
    FULL_NAME,
    LINE,
    UPDATED,
    Bylines,
    bylines,
)
from pipeline.readers.dates import first_date, machine_date
from pipeline.readers.html.metadata.marked import NOBODY, Byline, marked
from pipeline.readers.html.page.blocks import LINKED, Candidate
from pipeline.readers.html.page.surroundings import FRAME, Around

_HEADING = BlockType.HEADING
_SHORT_LINE = 70
"""Characters; in a longer line a day without a label is part of a sentence."""
_AFTER = 3
"""How many blocks after the story may still be about its author."""
_BEFORE = 3
"""How many blocks over the headline may give the day."""
_NEAR = 6
"""How many blocks from the first paragraph on may still be about author and day."""
_OVER_TITLE, _OVER_STORY = 1_500, 4_000
"""Raw characters over the headline, or without one the story, in which names stand."""
_MARGIN = 1_500
"""Raw characters around headline and story in which a <time> is the story's."""

_TIME = re.compile(
    r"<time\b[^>]*?\bdatetime\s*=\s*[\"']([^\"']{8,40})[\"']", re.IGNORECASE
)
_SHORT_YEAR = re.compile(
    r"[\s:]*(?:on\s+)?(?:\w+day,?\s+)?(\d{1,2})[/.](\d{1,2})[/.](\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTHS, _CENTURY = 12, 2000
_GOES_ON = re.compile(r"\s+(?!am\b|on\b)[a-zà-ÿ]")
"""After a word that a sentence goes on from, and no name: "Von Rechts wegen"."""
_NO_BYLINE = FRAME & ~Around.HIDDEN | Around.PROMOTION | Around.COMMENT
_PUBLISHED = re.compile(
    r"\b(?:publi(?:shed|cation)|posted|first\s+published|released|created)\b",
    re.IGNORECASE,
)


class Heading(NamedTuple):
    """A heading over the story or at its start."""

    text: str
    is_in_text: bool
    """Whether it is a part of the document's text."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the page itself shows around its story."""

    headline: str | None = None
    is_alone: bool = False
    """Whether it is the only one of the first level, and no link."""
    headings: tuple[Heading, ...] = ()
    """Of any level, the headline among them."""
    byline: Byline = NOBODY
    published: date | None = None
    dated: str | None = None
    """The line, or the time stamp, that gives the day."""


def masthead(
    raw: str,
    candidates: Sequence[Candidate],
    chosen: Sequence[bool],
    known: Knowledge,
) -> Masthead:
    """Headline, authors and day as they stand around the chosen blocks."""
    kept = [index for index, keep in enumerate(chosen) if keep]
    if not kept:
        return Masthead()
    telling = bylines(known)
    title = _title(candidates, kept[0])
    lines = list(_lines(candidates, chosen, title, kept))
    start = candidates[title if title is not None else kept[0]].slices[0][0]
    end = candidates[kept[-1]].slices[-1][1]
    dated = _day(candidate.text for candidate in lines) or _time(raw, start, end)
    by = _signed(lines, telling)
    over, near = _stretch(candidates, title, kept)
    margin = _OVER_TITLE if title is not None else _OVER_STORY
    named = marked(raw, over, near, telling) or marked(
        raw, max(over - margin, 0), over, telling
    )
    if not by and not named.sure:
        by = _signed_last(candidates, lines, kept, telling)
        under = NOBODY if by else marked(raw, end, end + _MARGIN, telling)
        named = under if under.sure and len(under.names) == 1 else named
    said_last = by.said or ""
    if not dated and not UPDATED.search(said_last) and (last := first_date(said_last)):
        dated = last, said_last
    day, said = dated or (None, None)
    return Masthead(
        candidates[title].text if title is not None else None,
        title is not None and _is_alone(candidates, title),
        tuple(_headings(candidates, chosen, kept[0])),
        named if named.sure else by or named or _alone(lines, telling),
        day,
        said,
    )


def _stretch(
    candidates: Sequence[Candidate], title: int | None, kept: Sequence[int]
) -> tuple[int, int]:
    """The raw stretch, headline to first lines, in which marked names are authors'."""
    first = candidates[title if title is not None else kept[0]].slices[0][0]
    last = candidates[min(kept[0] + _NEAR, kept[-1])].slices[0][0]
    return first, max(first, last)


def _title(candidates: Sequence[Candidate], first: int) -> int | None:
    """The last heading of the first level before the story, or the last of all."""
    headings = [
        index
        for index in range(first + 1)
        if candidates[index].type is _HEADING and not candidates[index].around & FRAME
    ]
    top = [index for index in headings if candidates[index].level == 1]
    return top[-1] if top else None


def _is_alone(candidates: Sequence[Candidate], title: int) -> bool:
    """Whether a page has no other heading of the first level, and this is no logo."""
    tops = {
        each.text for each in candidates if each.level == 1 and each.type is _HEADING
    }
    return len(tops) == 1 and candidates[title].link_share <= LINKED


def _headings(
    candidates: Sequence[Candidate], chosen: Sequence[bool], first: int
) -> Iterator[Heading]:
    """The headings over the story and at its start."""
    for index in range(min(first + _BEFORE + 1, len(candidates))):
        candidate = candidates[index]
        if candidate.type is _HEADING and not candidate.around & FRAME:
            yield Heading(candidate.text, chosen[index])


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


def _day(lines: Iterable[str]) -> tuple[date, str] | None:
    """The day that a short line around the story gives, and the line."""
    bare: tuple[date, str] | None = None
    for line in lines:
        if len(line) > LINE:
            continue
        label, updated = _PUBLISHED.search(line), UPDATED.search(line)
        if label and (labelled := _labelled(line[label.end() :])):
            return labelled, line
        found = first_date(line[: updated.start()] if updated else line)
        if found and label:
            return found, line
        if found and len(line) <= _SHORT_LINE:
            bare = bare or (found, line)
    return bare


def _labelled(words: str) -> date | None:
    """The day after a word that says "published"; a year of two digits is enough."""
    short = _SHORT_YEAR.match(words)
    day, month, year = map(int, short.groups()) if short else (0, 0, 0)
    if short and 0 < month <= _MONTHS:
        return first_date(f"{day}/{month}/{_CENTURY + year}")
    updated = UPDATED.search(words)
    return first_date(words[: updated.start()] if updated else words)


def _time(raw: str, start: int, end: int) -> tuple[date, str] | None:
    """The first <time> in or near the stretch of the page that the story takes."""
    for match in _TIME.finditer(raw, max(start - _MARGIN, 0), end + _MARGIN):
        found = machine_date(match[1])
        if found:
            return found, match[1]
    return None


def _signed(lines: Iterable[Candidate], telling: Bylines) -> Byline:
    """Who wrote it, as a line says that begins with "By", or the line after it."""
    awaited = False
    for line in lines:
        text = line.text
        if len(text) > LINE or line.around & _NO_BYLINE:
            awaited = False
            continue
        if line.around & Around.BYLINE and (names := telling.signed(text)):
            return Byline(names, "byline.signed", text, sure=True)
        match = BY.search(text)
        if not match and awaited and not telling.no_name.search(text):
            match = ALONE.fullmatch(text.strip(" ,"))
        names = telling.people(match["names"]) if match else ()
        if match and names:
            is_full = " " in names[0]
            if is_full or not _GOES_ON.match(text, match.end()):
                return Byline(names, "byline.signed", text, is_full)
        awaited = bool(BARE_BY.fullmatch(text))
    return NOBODY


def _signed_last(
    candidates: Sequence[Candidate],
    lines: Sequence[Candidate],
    kept: Sequence[int],
    telling: Bylines,
) -> Byline:
    """Who signs the story at its end: "Von Ada Finch", "Submitted by ada on 3 May"."""
    under = range(kept[-1] + 1, min(kept[-1] + 1 + _NEAR, len(candidates)))
    last = [candidates[index] for index in (*kept[:3], *kept[-2:], *under)]
    likely = [
        each
        for each in (*last, *lines)
        if len(each.text) <= LINE and not each.around & _NO_BYLINE
    ]
    for each in likely[: len(last)]:
        if names := telling.signed(each.text):
            return Byline(names, "byline.signed_last", each.text, sure=True)
    for each in likely:
        if each.around & Around.BYLINE and (name := telling.submitted(each.text)):
            return Byline((name,), "byline.signed_last", each.text)
    return NOBODY


def _alone(lines: Iterable[Candidate], telling: Bylines) -> Byline:
    """Who wrote it, as a block says whose class does and which holds a name alone."""
    for line in lines:
        text = line.text
        told = line.around & Around.BYLINE and not line.around & _NO_BYLINE
        if told and len(text) <= LINE:
            match = FULL_NAME.fullmatch(text)
            if match and not telling.no_name.search(text):
                return Byline(telling.people(match["names"]), "byline.alone", text)
    return NOBODY
