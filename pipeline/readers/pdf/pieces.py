"""Blocks → pieces: their text, type, level, cells, and the way back to the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.document import CELL_SEPARATOR, BlockType, Line, Piece, Role
from pipeline.readers.pdf.flow import LARGER, Block, Style
from pipeline.readers.pdf.strips import Strip
from pipeline.readers.pdf.tables import Row

_HEADING_LENGTH = 250
_HEADING_LINES = 5
_LEVELS = 6
_CONTENTS = 3
"""So many lines that end in page numbers are a table of contents."""
_INDENT = 18.0
"""Points between the bullets of two levels, at least."""
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*(\d+)$")
_LONGEST_WORD = 60
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"[^\W\d_][-‑]\n[a-z]|\d[-–]\n\d")
_SPACES = re.compile(r"\s+")


def pieces(blocks: Sequence[Block], style: Style) -> list[Piece]:
    """The pieces of a document, in the order of its blocks."""
    joiner, ranks = _Joiner(blocks), _Ranks(blocks, style)
    contents = _contents(blocks, style)
    headers = _headers(blocks)
    made: list[Piece] = []
    for index, block in enumerate(blocks):
        furniture = index in contents
        role = Role.FURNITURE if furniture else Role.BODY
        if block.row:
            named = () if furniture else headers.get(index, ())
            made.append(_row(block.row, joiner, named, role))
            continue
        # the heading of a table of contents heads no section
        kind, level = (BlockType.PARAGRAPH, None) if furniture else ranks.of(block)
        bullet = kind is BlockType.LIST_ITEM and _is_bullet(block.marker)
        skip = len(block.marker) if bullet else 0
        text, lines = joiner.joined(block.strips, 0, skip)
        page = block.strips[0].page
        made.append(Piece(text, kind, level, page=page, role=role, lines=lines))
    return made


def running(strips: Sequence[Strip]) -> Iterator[Piece]:
    """Running headers and footers, each once, as furniture."""
    for strip in strips:
        text = _SPACES.sub(" ", strip.text)
        line = _line(strip, 0, len(text))
        yield Piece(text, page=strip.page, role=Role.FURNITURE, lines=(line,))


class _Ranks:
    """Which headings and which bullets of a document stand above which."""

    def __init__(self, blocks: Sequence[Block], style: Style) -> None:
        self._style = style
        headings = [block for block in blocks if _is_heading(block, style)]
        bullets = [b for b in blocks if b.marker and not _is_heading(b, style)]
        self._headings = _ranks(map(_heading_key, headings))
        self._bullets = _ranks(map(_bullet_key, bullets))

    def of(self, block: Block) -> tuple[BlockType, int | None]:
        """What a block is, and its level where it has one."""
        if block.note:
            return BlockType.CAPTION, None
        if _is_heading(block, self._style):
            return BlockType.HEADING, self._headings[_heading_key(block)]
        if block.marker:
            return BlockType.LIST_ITEM, self._bullets[_bullet_key(block)]
        return BlockType.PARAGRAPH, None


def _heading_key(block: Block) -> tuple[int, bool]:
    return -round(block.strips[0].size), not block.strips[0].bold


def _bullet_key(block: Block) -> tuple[int, bool]:
    return round(block.strips[0].left / _INDENT), False


class _Joiner:
    """Joins lines, and heals the words that a line's end has cut."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts = "\n".join(s.text for block in blocks for s in block.strips)
        self._hyphens: dict[tuple[str, str], str] = {}

    def joined(
        self, strips: Sequence[Strip], offset: int, skip: int = 0
    ) -> tuple[str, tuple[Line, ...]]:
        """The text of some lines, and each line's stretch of it from `offset` on.

        The first `skip` characters, a bullet, are left out with the space after them.
        """
        text = ""
        lines: list[Line] = []
        before: Strip | None = None
        for strip in strips:
            words = strip.text[skip:].lstrip() if skip else strip.text
            skip = 0
            if "  " in words or "\t" in words:
                words = _SPACES.sub(" ", words)
            if before is not None and text:
                text += self._between(before, text, words)
            lines.append(
                _line(strip, offset + len(text), offset + len(text) + len(words))
            )
            text += words
            before = strip
        return text, tuple(lines)

    def _between(self, before: Strip, text: str, words: str) -> str:
        """What stands between two lines: a space, a hyphen, or nothing.

        A hyphen at a line's end is the word's own, unless the document writes the
        same word without it elsewhere, and never with it.
        """
        if not before.hyphen:
            return "" if _BROKEN.search(f"{text[-2:]}\n{words[:1]}") else " "
        last = _LAST_WORD.search(text[-_LONGEST_WORD:])
        first = _FIRST_WORD.match(words)
        if not last or not first or not first.group().islower():
            return "-"
        halves = last.group(), first.group()
        if halves not in self._hyphens:  # the document is searched once for each word
            own = "-".join(halves) in self._texts or "".join(halves) not in self._texts
            self._hyphens[halves] = "-" if own else ""
        return self._hyphens[halves]


def _line(strip: Strip, start: int, end: int) -> Line:
    return Line(
        start, end, strip.page, strip.left, strip.bottom, strip.right, strip.top
    )


def _row(row: Row, joiner: _Joiner, headers: tuple[str, ...], role: Role) -> Piece:
    cells: list[str] = []
    lines: list[Line] = []
    offset = 0
    for cell in row.cells:
        text, places = joiner.joined(cell, offset)
        cells.append(text)
        lines += places
        offset += len(text) + len(CELL_SEPARATOR)
    return Piece(
        CELL_SEPARATOR.join(cells),
        BlockType.TABLE_ROW,
        cells=tuple(cells),
        headers=headers,
        page=row.cells[0][0].page,
        role=role,
        lines=tuple(lines),
    )


def _is_heading(block: Block, style: Style) -> bool:
    """Larger than the running text, or bold and not a sentence; short either way."""
    if block.row or block.note or _is_bullet(block.marker):
        return False
    length = sum(len(strip.text) for strip in block.strips)
    if length > _HEADING_LENGTH or len(block.strips) > _HEADING_LINES:
        return False
    if not any(map(str.isalpha, block.strips[0].text)):
        return False
    first = block.strips[0]
    if first.size > LARGER * style.size:
        return True
    return first.bold and block.last.text[-1:] not in {".", ";", ","}


def _is_bullet(marker: str) -> bool:
    return marker == "o" or (bool(marker) and not any(map(str.isalnum, marker)))


def _ranks(keys: Iterable[tuple[int, bool]]) -> dict[tuple[int, bool], int]:
    """Each key's place among all, from 1, at most `_LEVELS`."""
    ordered = sorted(set(keys))
    return {key: min(place, _LEVELS) for place, key in enumerate(ordered, start=1)}


def _contents(blocks: Sequence[Block], style: Style) -> set[int]:
    """Indices of a table of contents: lines of one page that end in page numbers.

    With the heading above it, which heads no section.
    """
    found: set[int] = set()
    numbered = (
        (index, block.strips[0].page, number)
        for index, block in enumerate(blocks)
        if (number := _page_number(block)) is not None
    )
    for _, group in groupby(numbered, key=lambda entry: entry[1]):
        entries = list(group)
        numbers = [number for _, _, number in entries]
        if len(entries) >= _CONTENTS and numbers == sorted(numbers):
            first = entries[0][0]
            if first and _is_heading(blocks[first - 1], style):
                first -= 1
            found.update(range(first, entries[-1][0] + 1))
    return found


def _page_number(block: Block) -> int | None:
    if block.row:
        last = block.row.cells[-1][-1].text
        return int(last) if last.isdigit() and len(last) <= 3 else None  # noqa: PLR2004 - a page's number
    leaders = _LEADERS.search(block.last.text)
    return int(leaders.group(1)) if leaders else None


def _headers(blocks: Sequence[Block]) -> dict[int, tuple[str, ...]]:
    """The column headers of each row, where its table opens with a row in bold."""
    found: dict[int, tuple[str, ...]] = {}
    for is_row, group in groupby(enumerate(blocks), key=lambda pair: bool(pair[1].row)):
        rows = list(group) if is_row else []
        if len(rows) < 2:  # noqa: PLR2004 - a header and a row
            continue
        (_, first), *rest = rows
        if all(s.bold for s in first.strips) and not all(
            s.bold for s in rest[0][1].strips
        ):
            headers = tuple(
                " ".join(line.text for line in cell)
                for cell in (first.row.cells if first.row else ())
            )
            found |= {
                i: headers
                for i, b in rest
                if b.row and len(b.row.cells) == len(headers)
            }
    return found
