"""A page's text → strips: what is printed on one baseline, with box, size and weight.

PDFium gives a page's text in one call; asking it for every character's box would cost
twice as much again. So only lines are measured, and single characters only where a
line has a wide gap or a small figure in it.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen at a line's end, in place of the line's end."""
GAP = 0.85
"""In ems: a space is 0.3 wide, what stands between two table cells at least 0.9."""
MARKER = re.compile(
    r"(?:[•●○◦▪■□◼◾▫‣⁃∙·➢➤►✓✔❖\uf000-\uf0ff–—*-]|o"
    r"|\(?\d{1,3}(?:\.\d{1,2}){0,2}[.)]?|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])"
)
"""What opens a list item: a bullet, also of a symbol font, a number or a letter."""

_SMALL = 0.8
"""A figure this much smaller than its line is a footnote's mark."""
_BOLD = 600
_FONT_NAME = 128
"""Bytes for a font's name."""
_SAME = 0.75
"""Points within which two edges are one."""
_PRINTED = re.compile(rf"[^\r\n{HYPHEN}]+{HYPHEN}?")
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_FIGURE = re.compile(r"\d")
_MARK = re.compile(r"(?<=[^\W\d_]|[.,;:)’”'\"!?])\s?(\d{1,2})(?=[\s.,;:)]|$)")
_GLYPHS = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\xa0": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\xad": "",
        "\u200b": "",
        "\ufeff": "",
        "\x02": "-",
        "\x00": "",
    }
)
"""Ligatures to letters, spaces to spaces, and what nobody sees to nothing."""


class Box(NamedTuple):
    """Left, bottom, right and top edge in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def joined(self, other: tuple[float, float, float, float]) -> "Box":
        """The smallest box around both."""
        left, bottom, right, top = other
        return Box(
            min(self[0], left),
            min(self[1], bottom),
            max(self[2], right),
            max(self[3], top),
        )


class Strip(NamedTuple):
    """Words on one baseline without a wide gap; PDF points from the lower left corner.

    Attributes:
        base: the baseline's height; boxes are as tight as their letters.
        hyphen: whether the line broke inside a word, at a hyphen that `text` lacks.
        note: whether it opens a footnote, with its mark in `text`.
    """

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    hyphen: bool = False
    note: bool = False


class PageText:
    """The text of a page that is open in PDFium, and where it stands.

    Args:
        handle: what `FPDFText_LoadPage` returned.
        number: of the page, from 1.
    """

    def __init__(self, handle: Any, number: int) -> None:  # noqa: ANN401 - PDFium's
        self._handle = handle
        self._number = number
        self._edges = tuple(ctypes.c_double() for _ in Box._fields)
        left, bottom, right, top = map(ctypes.byref, self._edges)
        self._rect = left, top, right, bottom  # the order of FPDFText_GetRect
        self._char = left, right, bottom, top  # the order of FPDFText_GetCharBox
        self._matrix = pdfium.FS_MATRIX()
        self._font = ctypes.create_string_buffer(_FONT_NAME)
        self._flags = ctypes.c_int()

    def strips(self, length: int) -> Iterator[Strip]:
        """The strips in the order of the page's content; `length` in characters."""
        buffer = (ctypes.c_ushort * (length + 1))()
        got = pdfium.FPDFText_GetText(self._handle, 0, length, buffer)
        text = bytes(buffer)[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")
        for printed in _PRINTED.finditer(text):
            line = printed.group()
            words = line.lstrip()
            if not words:
                continue
            start = printed.start() + len(line) - len(words)
            if len(text) != length:  # it left characters out, or wrote two for one
                start = pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, start)
            yield from self._line(words.rstrip(), start)

    def _line(self, text: str, start: int) -> Iterator[Strip]:
        """The strips of one printed line; `start` is its first character."""
        size = self._size(start, text)
        boxes = self._boxes(start, len(text), GAP * size)
        if not boxes:
            return
        segments = [(0, boxes[0])]
        for box in boxes[1:]:
            begun, before = segments[-1]
            cut = self._word_at(box.left, start, text, begun + 1)
            if cut is None or MARKER.fullmatch(text[begun:cut].rstrip()):
                segments[-1] = (begun, before.joined(box))
            else:
                segments.append((cut, box))
        ends = [begun for begun, _ in segments[1:]] + [len(text)]
        for (begun, box), end in zip(segments, ends, strict=True):
            if begun:
                size = self._size(start + begun, text[begun:end])
            yield self._strip(text[begun:end].rstrip(), start + begun, box, size)

    def _strip(self, text: str, start: int, box: Box, size: float) -> Strip:
        bold = self._is_bold(start) and self._is_bold(start + len(text) - 1)
        note = text[0].isdigit() and self._size_at(start) < _SMALL * size
        words = text.lstrip("0123456789 ") if note else text
        _, x, y, _ = self._char
        first = start + len(text) - len(words)
        pdfium.FPDFText_GetCharOrigin(self._handle, first, x, y)
        base = self._edges[1].value
        marks = list(_MARK.finditer(text)) if _FIGURE.search(text) else []
        for mark in reversed(marks):
            if self._is_raised(start + mark.start(1), base, size):
                text = text[: mark.start()] + text[mark.end() :]
        hyphen = text.endswith(HYPHEN)
        if not (text.isascii() and text.isprintable()):
            text = text.rstrip(HYPHEN).translate(_GLYPHS)
        return Strip(text, self._number, *box, base, size, bold, hyphen, note)

    def _is_raised(self, index: int, base: float, size: float) -> bool:
        """Whether a figure is a footnote's mark: smaller, and not below the line."""
        if self._size_at(index) >= _SMALL * size:
            return False
        _, x, y, _ = self._char
        pdfium.FPDFText_GetCharOrigin(self._handle, index, x, y)
        return self._edges[1].value >= base - _SAME

    def _is_bold(self, index: int) -> bool:
        """By the font's weight, or by its name where it does not tell its weight."""
        if pdfium.FPDFText_GetFontWeight(self._handle, index) >= _BOLD:
            return True
        pdfium.FPDFText_GetFontInfo(
            self._handle, index, self._font, _FONT_NAME, self._flags
        )
        return b"Bold" in self._font.value

    def _size(self, start: int, text: str) -> float:
        """The size of a strip's first letter: bullets and marks have their own."""
        letter = _LETTER.search(text)
        return self._size_at(start + (letter.start() if letter else 0))

    def _size_at(self, index: int) -> float:
        pdfium.FPDFText_GetMatrix(self._handle, index, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d) or 1.0
        size: float = pdfium.FPDFText_GetFontSize(self._handle, index)
        return abs(size * scale) or 1.0

    def _boxes(self, start: int, length: int, gap: float) -> list[Box]:
        """Boxes of what stands together, left to right; a wide gap parts two."""
        boxes: list[Box] = []
        handle, rect = self._handle, self._rect
        a, b, c, d = self._edges
        left = bottom = right = top = 0.0
        count = pdfium.FPDFText_CountRects(handle, start, length)
        for index in range(count):
            pdfium.FPDFText_GetRect(handle, index, *rect)
            x = a.value
            if index and -gap < x - right <= gap:  # plain floats: this loop is hot
                left, bottom = min(left, x), min(bottom, b.value)
                right, top = max(right, c.value), max(top, d.value)
                continue
            if index:
                boxes.append(Box(left, bottom, right, top))
            left, bottom, right, top = x, b.value, c.value, d.value
        return [*boxes, Box(left, bottom, right, top)] if count > 0 else []

    def _word_at(self, left: float, start: int, text: str, begun: int) -> int | None:
        """Where in a line the word begins that stands at a left edge."""
        for word in _WORD.finditer(text, begun):
            index = start + word.start()
            pdfium.FPDFText_GetCharBox(self._handle, index, *self._char)
            if abs(self._edges[0].value - left) < _SAME:
                return word.start()
        return None
