"""Strips → whole lines: what PDFium parted for a mark, a tab or a wide space."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.readers.pdf.strips import GAP, Strip

_ALIGNED = 0.35
_SAME = 3.0
"""Points between two baselines of one line, at most, where a page is put in order."""
_SPACE = 0.12
_SMALL = 0.8
_WIDE = 2.0
"""Ems; a narrower gap is a space of justified text, unless a column begins there."""


def whole_lines(strips: Sequence[Strip]) -> list[Strip]:
    """Strips with those joined that PDFium parted within a line.

    A footnote's mark parts its line in two; it is left out. One that stands at the
    start of a line opens the footnote.
    """
    strips = _downwards(strips)
    edges = Counter(round(strip.left) for strip in strips)
    lines: list[Strip] = []
    for strip in strips:
        before = lines[-1] if lines else None
        if before is None:
            lines.append(strip)
        elif _follows(before, strip, GAP if _is_edge(strip, edges) else _WIDE):
            lines[-1] = _joined(before, strip)
        elif _is_mark(strip) and _follows(before, strip, GAP, rise=strip.size):
            lines[-1] = before._replace(right=strip.right)
        elif _is_mark(before) and _follows(before, strip, GAP, rise=strip.size):
            lines[-1] = _joined(before, strip)._replace(base=strip.base, note=True)
        else:
            lines.append(strip)
    return lines


def _downwards(strips: Sequence[Strip]) -> Sequence[Strip]:
    """The strips of a page from its top, where its content was written upwards."""
    steps = sum(below.base > above.base for above, below in pairwise(strips))
    if 2 * steps <= len(strips):
        return strips
    return sorted(strips, key=lambda strip: (-round(strip.base / _SAME), strip.left))


def _is_edge(strip: Strip, edges: Counter[int]) -> bool:
    """Whether other strips of the page begin where this one does."""
    left = round(strip.left)
    return edges[left - 1] + edges[left] + edges[left + 1] > 1


def _is_mark(strip: Strip) -> bool:
    return len(strip.text) <= 2 and strip.text.isdigit()  # noqa: PLR2004 - a figure


def _follows(before: Strip, strip: Strip, gap: float, rise: float = 0.0) -> bool:
    """Whether a strip carries on its line to the right, or `rise` points off it."""
    size = max(before.size, strip.size)
    if rise and min(before.size, strip.size) > _SMALL * size:
        return False
    apart = strip.left - before.right
    off = abs(before.base - strip.base)
    return -_ALIGNED * size < apart < gap * size and off <= max(rise, _ALIGNED * size)


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
