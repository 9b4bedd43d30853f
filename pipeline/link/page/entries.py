"""Which data entries stand between an area and its grade: what the rules read there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from pipeline.document import Extent
from pipeline.link.page import Page

TELLING = frozenset("VvbKcPpBnetORLHEhlIT")
"""Signs that say which grade, whose or when; others only join words."""


def entries_of(extents: Iterable[Extent], page: Page) -> Iterator[str]:
    """The entries of the cues inside some stretches, in their order."""
    for start, end in extents:
        place = bisect_right(page.lines, start, key=lambda line: line.block.start) - 1
        if place < 0:
            continue
        signs = page.lines[place].whole.signs
        first = bisect_left(signs, start, key=lambda sign: sign.start)
        last = bisect_left(signs, end, first, key=lambda sign: sign.start)
        for sign in signs[first:last]:
            if sign.end > end:
                break
            entry = page.cues.entry(sign.value) if sign.kind in TELLING else None
            if entry is not None:
                yield entry
