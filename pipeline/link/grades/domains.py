"""Areas of one name in several domains: which of them the words around one mean."""

import re
from collections.abc import Iterator

from pipeline.knowledge import Knowledge, once
from pipeline.link.page import Page
from pipeline.link.page.dialect import Dialect
from pipeline.link.tape import Sign
from pipeline.words.patterns import any_of

BESIDE = 32
"""Characters before an area, or after it, in which its domain is its own."""
AHEAD, BEHIND = 160, 60
"""Characters before an area and after it in which its domain may be named."""
_CLAUSE = re.compile(r"[.;\n]")


@once
def _words(known: Knowledge) -> dict[str, re.Pattern[str]]:
    """By pillar what it is called."""
    return {
        name: re.compile(any_of(cue.words), re.IGNORECASE)
        for name, cue in known.cues["domains"].items()
    }


def in_domain(
    area: Sign, slugs: tuple[str, ...], dialect: Dialect, page: Page
) -> tuple[str, ...]:
    """Of areas with one name, that of the domain named beside it or above it."""
    for words, last in _around(area, page):
        named = [
            (place if last else -place, length, slug)
            for slug in slugs
            for place, length in _places(words, slug, dialect, page, last=last)
        ]
        if named:
            return (max(named)[2],)
    return slugs


def _around(area: Sign, page: Page) -> Iterator[tuple[str, bool]]:
    """Where a domain may be named, best first; whether its last name there counts."""
    text = page.document.text
    before = _CLAUSE.split(text[max(0, area.start - AHEAD) : area.end])[-1]
    after = _CLAUSE.split(text[area.end : area.end + BEHIND])[0]
    yield before[area.start - area.end - BESIDE :], True
    yield after[:BESIDE], False
    yield before, True
    yield after, False
    section = page.outline.at(area.start)
    if section is not None and section.heading is not None:
        heading = page.document.blocks[section.heading].extent
        yield page.document.words(heading), True


def _places(
    words: str, slug: str, dialect: Dialect, page: Page, *, last: bool
) -> Iterator[tuple[int, int]]:
    """Where a domain's name ends (or starts), and how long it is."""
    pillar = dialect.framework.area_by_slug[slug].pillar or ""
    pattern = _words(page.reading.knowledge).get(pillar)
    if pattern is None:
        pattern = re.compile(re.escape(pillar.replace("_", " ") or "-"), re.IGNORECASE)
    for match in pattern.finditer(words):
        yield (match.end() if last else match.start()), match.end() - match.start()
