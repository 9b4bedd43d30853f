"""Which of a page's blocks are content: trafilatura judges, our blocks are aligned.

Of trafilatura's result only the wording is used, never its tree: the blocks that
stand, in order, in what it extracted are the ones it takes for content.
"""

import logging
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from pipeline.readers.html.page.blocks import Candidate
from pipeline.readers.html.page.surroundings import FRAME

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
"""What it says of pages without content would reach the user's terminal."""

_WORDLESS = re.compile(r"[\W_]+")
_ASCII_WORDLESS = bytes(code for code in range(128) if not chr(code).isalnum())
"""Nearly all of it, and bytes are rid of it many times as fast."""
_MARKS = "’‘“”–—\u00a0"
"""Beyond ASCII most texts have no others; so few are taken out one by one."""
_LONG = 24
"""Letters that make it unlikely that a block's words stand on the page twice."""
_WORD = 4
"""Letters that a short block must have to be looked for past the next word."""
_PART = 48
"""Letters that stand for a block from which trafilatura cut something out."""
_GAP = 240
"""Letters between two blocks that trafilatura kept and our walk did not find."""


@lru_cache(maxsize=1)
def _options() -> Extractor:
    return Extractor(fast=True, comments=False, recall=True)


def judged(page: str) -> str:
    """The letters and digits of what trafilatura takes for the page's content."""
    result = bare_extraction(page, options=_options())
    if result is None or isinstance(result, dict) or result.body is None:
        return ""
    return letters(str(result.body.xpath("string()")))


def letters(text: str) -> str:
    """A text without anything but letters and digits."""
    words = text.encode().translate(None, _ASCII_WORDLESS).decode()
    for mark in _MARKS if not words.isascii() else ():
        words = words.replace(mark, "")
    return words if words.isascii() else _WORDLESS.sub("", words)


def kept(candidates: Sequence[Candidate], content: str) -> list[bool]:
    """For each block whether its words stand where they should in the content.

    Long blocks are found anywhere; of them the longest chain in page order counts,
    so that a heading's twin in a table of contents leads nobody astray. Short blocks
    must stand right between two that are found.
    """
    wording = [letters(candidate.text) for candidate in candidates]
    places = [
        -1 if candidate.around & FRAME else _place(words, content)
        for candidate, words in zip(candidates, wording, strict=True)
    ]
    chain = _longest_rising(places)
    found = [index in chain for index in range(len(candidates))]
    ends = [len(content)] * (len(candidates) + 1)
    for index in range(len(candidates) - 1, -1, -1):
        ends[index] = places[index] if found[index] else ends[index + 1]
    position = 0
    for index, words in enumerate(wording):
        if found[index]:
            position = places[index] + len(words)
        elif words and len(words) < _LONG:
            limit = min(ends[index], position + len(words) + _GAP)
            at = content.find(words, position, limit)
            if at == position or (at > 0 and len(words) >= _WORD):
                found[index] = True
                position = at + len(words)
    return found


def _place(words: str, content: str) -> int:
    """Where a long block stands in the content, or the part of it that was kept."""
    if len(words) < _LONG:
        return -1
    at = content.find(words)
    if at < 0 and len(words) >= 2 * _PART:
        at = content.find(words[:_PART])
        if at < 0:
            at = content.find(words[-_PART:])
    return at


def _longest_rising(places: Sequence[int]) -> set[int]:
    """Indices of the longest chain of rising places; -1 is no place."""
    tails: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for index, place in enumerate(places):
        if place < 0:
            continue
        rank = bisect_left(tails, place)
        before[index] = last[rank - 1] if rank else None
        if rank == len(tails):
            tails.append(place)
            last.append(index)
        else:
            tails[rank] = place
            last[rank] = index
    chain: set[int] = set()
    at: int | None = last[-1] if last else None
    while at is not None:
        chain.add(at)
        at = before[at]
    return chain
