"""Whole lines → lines and table rows, told from where the words stand.

PDFium delivers the words in the order in which they were written to the page: mostly
cell after cell, row after row, but also line by line, or column after column. A row
shows in a step to the right at the height of something that stands there already; a
cell's further lines stand tightly under its first.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.readers.pdf.strips import Strip

_TIGHT = 1.6
"""Ems between two baselines of one cell, at most."""
_LEADING = 1.35
"""Ems between two lines of one cell where its end is not known from its row."""
_MOVED = 0.5
_ALIGNED = 0.35
_ABOVE = 0.9
"""Ems by which three lines of a grade begin above the one line of their area."""
_INDENT = 2.6
"""Ems by which lines of one cell may start apart: a number hangs before the first."""
_LINES = 12
"""A cell has fewer lines than that; more is a column of text."""
_CELLS = 40
"""No table is wider."""
_BACK = 60
"""So many lines back, the other column of a table may have been written."""

_Cells = list[list[Strip]]


class Row(NamedTuple):
    """Cells of one table row, each with its printed lines."""

    cells: tuple[tuple[Strip, ...], ...]


def rows_and_strips(strips: Iterable[Strip]) -> list[Strip | Row]:
    """One page's whole lines, in order, those of table rows gathered."""
    page = _Page()
    for strip in strips:
        page.add(strip)
    return [
        item if isinstance(item, Strip) else Row(tuple(map(tuple, item)))
        for item in page.items
    ]


class _Page:
    """The lines and rows of a page so far; `_open` is the row still being read."""

    def __init__(self) -> None:
        self.items: list[Strip | _Cells] = []
        self._open: _Cells | None = None
        self._lowest = float("inf")

    def add(self, strip: Strip) -> None:
        """Put a line where it belongs: into a row, or after what is there."""
        returns = strip.base > self._lowest
        self._lowest = min(self._lowest, strip.bottom)
        lines = self._cell_left_of(strip)
        if lines:
            self._open_row(len(self.items) - lines, len(self.items), strip)
            return
        if returns and self._join_earlier(strip):
            return
        if self._open and _takes(self._open, strip):
            return
        self._open = None
        last = self.items[-1] if self.items else None
        if isinstance(last, Strip) and _is_level(last, strip):
            self._open = [[strip], [last]]  # what is to the right was written first
            self.items[-1] = self._open
        else:
            self.items.append(strip)

    def _join_earlier(self, strip: Strip) -> bool:
        """Make a row with a line that was written some lines before, to the left."""
        for index in reversed(range(len(self.items))[-_BACK:]):
            item = self.items[index]
            if isinstance(item, Strip) and _is_level(strip, item):
                first, after = index, index + 1
                while first and self._is_one_cell(first - 1, first):
                    first -= 1
                while after < len(self.items) and self._is_one_cell(after - 1, after):
                    after += 1
                self._open_row(first, after, strip)
                return True
        return False

    def _is_one_cell(self, above: int, below: int) -> bool:
        upper, lower = self.items[above], self.items[below]
        return (
            isinstance(upper, Strip)
            and isinstance(lower, Strip)
            and _is_under([upper], lower, _LEADING)
            and _carries_on(upper.text, lower.text)
        )

    def _open_row(self, first: int, after: int, strip: Strip) -> None:
        """Make a row of the lines from `first` to before `after`, and a line beside."""
        cell = [line for line in self.items[first:after] if isinstance(line, Strip)]
        self._open = [cell, [strip]]
        self.items[first:after] = [self._open]

    def _cell_left_of(self, strip: Strip) -> int:
        """How many lines just read are the first cell of a row that has `strip`.

        The cell to the right may be level with the first of them or with the middle.
        """
        last = self.items[-1] if self.items else None
        if not isinstance(last, Strip) or not _is_right_of(strip, last):
            return 0
        cell = [last]
        for item in reversed(self.items[:-1][-_LINES:]):
            middle = (cell[0].base + cell[-1].base) / 2
            if (
                strip.base <= middle + _MOVED * strip.size
                or abs(cell[0].base - strip.base) < _ALIGNED * strip.size
                or not isinstance(item, Strip)
                or item.right > strip.left
                or _heads(item, cell[0])
                or not _is_under([item], cell[0])
            ):
                break
            cell.insert(0, item)
        near = strip.bottom < cell[0].top + _ABOVE * strip.size
        return len(cell) if near else 0


def _takes(row: _Cells, strip: Strip) -> bool:
    """Put a line into the open row, where it belongs to it."""
    if len(row) > _CELLS:
        return False
    bottom = min(cell[-1].bottom for cell in row)
    right = max(line.right for line in row[-1][-_LINES:])
    if strip.left > right + _MOVED * strip.size and strip.top > bottom:
        row.append([strip])
        return True
    if _is_under(row[-1], strip):
        row[-1].append(strip)
        return True
    for cell in row[:-1]:  # written line by line across the cells
        if _is_under(cell, strip) and _carries_on(cell[-1].text, strip.text):
            cell.append(strip)
            return True
    return False


def _is_under(cell: list[Strip], strip: Strip, tight: float = _TIGHT) -> bool:
    """Whether a line is the next one of a cell."""
    last = cell[-1]
    step = (last.base - strip.base) / strip.size
    apart = abs(strip.left - cell[0].left) / strip.size
    return 0 < step < tight and apart < _INDENT and abs(last.size - strip.size) < 1


def _carries_on(before: str, text: str) -> bool:
    return (text[0].islower() or text[0] == "(") and before[-1] not in ".:;"


def _heads(above: Strip, below: Strip) -> bool:
    """Whether a bold line is a column's header, and not the start of the cell."""
    return above.bold > below.bold and not _carries_on(above.text, below.text)


def _is_level(strip: Strip, other: Strip) -> bool:
    """Whether a line stands to the right of another, at its height."""
    apart = strip.left > other.right + _MOVED * strip.size
    return apart and strip.bottom < other.top and strip.top > other.bottom


def _is_right_of(strip: Strip, last: Strip) -> bool:
    """Whether a line stands to the right of the last one, at its height or above."""
    return (
        strip.left > last.right + _MOVED * strip.size
        and strip.top > last.bottom
        and strip.base < last.base + _LINES * _TIGHT * last.size
    )
