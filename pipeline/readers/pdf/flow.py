"""Strips → blocks: which lines belong together, over line ends and over pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from pipeline.readers.dates import dateline
from pipeline.readers.pdf.strips import MARKER, Strip
from pipeline.readers.pdf.tables import Row, rows_and_strips

_PARAGRAPH = 1.22
"""So many times the usual distance of two baselines parts two blocks."""
LARGER = 1.08
"""A heading's size, in sizes of the running text."""
_SAME_SIZE = 0.6
_OUTDENT = 3.0
"""Points by which a number stands left of its item's further lines."""
_FULL = 0.85
"""A line that reaches so far across the page was broken because it was full."""
_STARTS_ITEM = re.compile(rf"({MARKER.pattern})\s+(?=\S)")
_DASHES = frozenset("-–—*o")
_OPEN = re.compile(r"(?:,|[-–]|\b(?:on|of|and|to|by|from|until|since|the|in))$")
"""A line that wants another."""
_SENTENCE_END = re.compile(r"[.!?:;][)’”'\"]*$")


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document: size of its text in points, leading in ems."""

    size: float
    leading: float
    right: float
    """Where its full lines end."""

    @classmethod
    def of(cls, pages: Sequence[Sequence[Strip]]) -> Self:
        """The commonest values, sizes weighed by the length of the text."""
        sizes: Counter[float] = Counter()
        steps: Counter[float] = Counter()
        rights: Counter[float] = Counter()
        for strips in pages:
            for strip in strips:
                sizes[round(strip.size * 2) / 2] += len(strip.text)
                rights[round(strip.right, -1)] += 1
            for above, below in pairwise(strips):
                step = round((above.base - below.base) / below.size, 1)
                if 0.9 < step < 2.5 and abs(above.left - below.left) < 1:  # noqa: PLR2004 - ems, points
                    steps[step] += 1
        common = [edge for edge, count in rights.items() if count >= len(pages)]
        return cls(
            sizes.most_common(1)[0][0] if sizes else 12.0,
            steps.most_common(1)[0][0] if steps else 1.2,
            max(common, default=0.0),
        )

    def is_heading(self, strip: Strip) -> bool:
        """Whether a strip is larger or bolder than the running text."""
        return strip.bold or strip.size > LARGER * self.size


@dataclass(slots=True)
class Block:
    """Lines that belong together, or a table row.

    Attributes:
        strips: its lines; those of all cells for a row.
        marker: the bullet or number it opens with, which its first line still has.
        note: whether it is a footnote.
        row: the cells, where it is a table row.
    """

    strips: list[Strip]
    marker: str = ""
    note: bool = False
    row: Row | None = None

    @property
    def last(self) -> Strip:
        """Its last line so far."""
        return self.strips[-1]


class Flow:
    """Gathers blocks from strips, page after page.

    A footnote comes after the block that it cuts in two.
    """

    def __init__(self, style: Style) -> None:
        self._style = style
        self._done: list[Block] = []
        self._notes: list[Block] = []
        self._current: Block | None = None

    def blocks(self, pages: Iterable[Sequence[Strip]]) -> list[Block]:
        """The blocks of a document in reading order."""
        for strips in pages:
            fresh, in_note = True, False
            for item in rows_and_strips(strips):
                if isinstance(item, Row):
                    lines = [line for cell in item.cells for line in cell]
                    self._next(Block(lines, row=item))
                elif item.note or (in_note and self._is_in_note(item)):
                    self._note(item)
                    in_note = True
                    continue
                else:
                    self._line(item, fresh=fresh)
                fresh = in_note = False
        self._next(None)
        return self._done

    def _next(self, block: Block | None) -> None:
        """Close the block that is open, and open the next."""
        if self._current:
            self._done.append(self._current)
        self._done += self._notes
        self._notes.clear()
        self._current = block

    def _line(self, strip: Strip, *, fresh: bool) -> None:
        current = self._current
        marker = _marker(strip, current)
        if current and _goes_on(current, strip, marker, self._style, fresh=fresh):
            current.strips.append(strip)
        else:
            self._next(Block([strip], marker))

    def _note(self, strip: Strip) -> None:
        if strip.note:
            self._notes.append(Block([strip], note=True))
        else:
            self._notes[-1].strips.append(strip)

    def _is_in_note(self, strip: Strip) -> bool:
        """Whether a strip is a further line of the footnote above it."""
        last = self._notes[-1].last
        step = last.base - strip.base
        same = abs(last.size - strip.size) < _SAME_SIZE
        return same and 0 < step < _PARAGRAPH * self._style.leading * strip.size


def _marker(strip: Strip, current: Block | None) -> str:
    """The bullet or number with which a strip opens an item, if it does.

    A bare number is the first word of a line that was broken before it, and so may be
    a dash or an `o`.
    """
    found = _STARTS_ITEM.match(strip.text)
    if not found:
        return ""
    marker = found.group(1)
    if (
        current is None
        or not marker.isascii()
        or not (marker in _DASHES or _bare(marker))
    ):
        return marker if not _bare(marker) else ""
    if _bare(marker):
        return ""
    return marker if _SENTENCE_END.search(current.last.text) else ""


def _bare(marker: str) -> bool:
    return marker.isdigit()


def _goes_on(
    block: Block, strip: Strip, marker: str, style: Style, *, fresh: bool
) -> bool:
    """Whether a strip is the next line of a block; `fresh`: it is the page's first."""
    last = block.last
    if block.row or abs(last.size - strip.size) > _SAME_SIZE or last.bold != strip.bold:
        return False
    if fresh:
        return not marker and _runs_over(block, strip, style)
    if _dates_alone(block, strip, style):
        return False
    step = (last.base - strip.base) / strip.size
    if not 0.3 < step < _PARAGRAPH * style.leading:  # noqa: PLR2004 - ems
        return False
    if not marker:
        return True
    first = block.strips[0].left
    further = block.strips[min(1, len(block.strips) - 1)].left
    inside = strip.left > further - _OUTDENT and (not block.marker or further > first)
    numbered = marker[-1] in ".)" or marker[0].isdigit()
    return numbered and inside and not _SENTENCE_END.search(last.text)


def _dates_alone(block: Block, strip: Strip, style: Style) -> bool:
    """Whether a line of its own that only gives a day ends here, or begins.

    No line that was broken because it was full comes before its end.
    """
    last = block.last
    if last.right > _FULL * style.right:
        return False
    first = len(block.strips) == 1 and dateline(last.text) is not None
    return first or (dateline(strip.text) is not None and not _OPEN.search(last.text))


def _runs_over(block: Block, strip: Strip, style: Style) -> bool:
    """Whether a block that a page cuts goes on with the next page's first line."""
    if style.is_heading(strip):
        return False
    if strip.text[0].islower():
        return True
    full = block.last.right > _FULL * style.right
    return full and not _SENTENCE_END.search(block.last.text)
