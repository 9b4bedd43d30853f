"""Strips → strips and table rows, told from where the words stand.

PDFium delivers the words in the order in which they were written to the page: cell
after cell, row after row. A row shows in a step to the right at the height of what
was just read; a cell's further lines stand tightly under its first.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.readers.pdf.strips import GAP, Strip

_TIGHT = 1.6
"""Ems between two baselines of one cell, at most."""
_MOVED = 0.5
_ALIGNED = 0.35
_ABOVE = 0.9
"""Ems by which three lines of a grade begin above the one line of their area."""
_SPACE = 0.12
_SMALL = 0.8
_INDENT = 2.6
"""Ems by which lines of one cell may start apart: a number hangs before the first."""
_LINES = 12
"""A cell has fewer lines than that; more is a column of text."""


class Row(NamedTuple):
    """Cells of one table row, each with its printed lines."""

    cells: tuple[tuple[Strip, ...], ...]


def rows_and_strips(strips: Iterable[Strip]) -> list[Strip | Row]:
    """One page's whole lines, in order, those of table rows gathered."""
    items: list[Strip | Row] = []
    row: list[list[Strip]] = []
    for strip in strips:
        if row:
            if _takes(row, strip):
                continue
            items.append(Row(tuple(map(tuple, row))))
            row = []
        first = _cell_left_of(strip, items)
        if first:
            del items[-len(first) :]
            row = [first, [strip]]
        else:
            items.append(strip)
    if row:
        items.append(Row(tuple(map(tuple, row))))
    return items


def whole_lines(strips: Iterable[Strip]) -> Iterable[Strip]:
    """Strips with those joined that PDFium parted within a line.

    A footnote's mark parts its line in two; it is left out. One that stands at the
    start of a line opens the footnote.
    """
    before: Strip | None = None
    for strip in strips:
        if before is None:
            before = strip
        elif _follows(before, strip):
            before = _joined(before, strip)
        elif _is_mark(strip) and _follows(before, strip, rise=strip.size):
            before = before._replace(right=strip.right)
        elif _is_mark(before) and _follows(before, strip, rise=strip.size):
            before = _joined(before, strip)._replace(base=strip.base, note=True)
        else:
            yield before
            before = strip
    if before is not None:
        yield before


def _is_mark(strip: Strip) -> bool:
    return len(strip.text) <= 2 and strip.text.isdigit()  # noqa: PLR2004 - a figure


def _follows(before: Strip, strip: Strip, rise: float = 0.0) -> bool:
    """Whether a strip carries on its line to the right, or `rise` points off it."""
    size = max(before.size, strip.size)
    if rise and min(before.size, strip.size) > _SMALL * size:
        return False
    gap = strip.left - before.right
    off = abs(before.base - strip.base)
    return -_ALIGNED * size < gap < GAP * size and off <= max(rise, _ALIGNED * size)


def _joined(before: Strip, strip: Strip) -> Strip:
    space = " " if strip.left - before.right > _SPACE * strip.size else ""
    if before.hyphen:
        space = "-"
    return strip._replace(
        text=before.text + space + strip.text,
        left=before.left,
        bottom=min(before.bottom, strip.bottom),
        top=max(before.top, strip.top),
        base=before.base,
        bold=before.bold and strip.bold,
        note=before.note,
    )


def _takes(row: list[list[Strip]], strip: Strip) -> bool:
    """Put a strip into the open row, where it belongs to it."""
    bottom = min(line.bottom for cell in row for line in cell)
    right = max(line.right for line in row[-1])
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


def _is_under(cell: list[Strip], strip: Strip) -> bool:
    """Whether a strip is the next line of a cell."""
    last = cell[-1]
    step = (last.base - strip.base) / strip.size
    apart = abs(strip.left - cell[0].left) / strip.size
    return 0 < step < _TIGHT and apart < _INDENT and abs(last.size - strip.size) < 1


def _carries_on(before: str, text: str) -> bool:
    return (text[0].islower() or text[0] == "(") and before[-1] not in ".:;"


def _cell_left_of(strip: Strip, items: list[Strip | Row]) -> list[Strip]:
    """The lines just read that are the first cell of a row which goes on at `strip`.

    The cell to the right may be level with the first line or with the middle.
    """
    last = items[-1] if items else None
    if not isinstance(last, Strip) or not _is_right_of(strip, last):
        return []
    cell = [last]
    for item in reversed(items[:-1][-_LINES:]):
        middle = (cell[0].base + cell[-1].base) / 2
        if (
            strip.base <= middle + _MOVED * strip.size
            or abs(cell[0].base - strip.base) < _ALIGNED * strip.size
            or not isinstance(item, Strip)
            or item.right > strip.left
            or not _is_under([item], cell[0])
        ):
            break
        cell.insert(0, item)
    return cell if strip.bottom < cell[0].top + _ABOVE * strip.size else []


def _is_right_of(strip: Strip, last: Strip) -> bool:
    return (
        strip.left > last.right + _MOVED * strip.size
        and strip.top > last.bottom
        and strip.base < last.base + _LINES * _TIGHT * last.size
    )
