"""Running headers, running footers and page numbers, told from what recurs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.readers.pdf.pages import Page
from pipeline.readers.pdf.strips import Strip

_MARGIN = 0.1
"""The part of a page's height, above and below, in which running lines stand."""
_EDGE = 0.08
"""The part in which a bare number can only be the page's."""
_SHARE = 0.3
"""On so many pages a running line stands at least: odd, even and first may differ."""
_OFTEN = 5
"""So many pages do in any case: a file may hold two reports one after the other."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)


def without_furniture(
    pages: Sequence[Page],
) -> tuple[list[list[Strip]], list[Strip], list[str]]:
    """What is left of each page, each running line once, and all its repetitions.

    A running line may say what the cover does not, or contradict it: its first
    appearance is kept, as furniture.
    """
    places: dict[str, set[int]] = defaultdict(set)
    for page in pages:
        for strip in _in_margin(page, _MARGIN):
            places[_key(strip)].add(page.number)
    least = max(2, min(_OFTEN, _SHARE * len(pages)))
    running = {
        key
        for key, numbers in places.items()
        if len(numbers) >= least and any(map(str.isalpha, key))
    }
    body: list[list[Strip]] = []
    kept: dict[str, Strip] = {}
    dropped: list[str] = []
    for page in pages:
        numbers = {
            strip
            for strip in _in_margin(page, _EDGE)
            if _PAGE_NUMBER.fullmatch(strip.text)
        }
        lines = {
            strip for strip in _in_margin(page, _MARGIN) if _key(strip) in running
        } - numbers
        body.append([s for s in page.strips if s not in lines and s not in numbers])
        for strip in page.strips:
            if strip in lines and _key(strip) not in kept:
                kept[_key(strip)] = strip
            elif strip in lines or strip in numbers:
                dropped.append(strip.text)
    return body, list(kept.values()), dropped


def _in_margin(page: Page, part: float) -> Iterable[Strip]:
    low, high = part * page.height, (1 - part) * page.height
    return (strip for strip in page.strips if not low < strip.base < high)


def _key(strip: Strip) -> str:
    return _DIGITS.sub("#", strip.text)
