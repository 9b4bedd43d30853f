"""Tokens → candidates: every block that the page shows, with its place and its kind.

The walk keeps a stack of open elements, with the end tags that HTML lets authors leave
out. It decides nothing about what is content; it only says where each block stands: in
which elements, how deep in lists, in which cell, in what surroundings.
"""

import re
from collections import Counter
from dataclasses import dataclass

from pipeline.document import BlockType, Run
from pipeline.readers.html.surroundings import Around, surroundings
from pipeline.readers.html.tokens import (
    HEADINGS,
    INVISIBLE,
    SKIPPED,
    Token,
    tokens,
)

Slice = tuple[int, int, str | None]
"""A stretch of the raw page, and what it shows where that is not its own text."""

Cell = tuple[int, int, int]
"""Serial of the table, serial of the row, column from 0."""

MAX_DEPTH = 20_000
"""Open elements; beyond it a page is an attack, and its blocks are taken flat."""

_CLOSES = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "p": frozenset({"p"}),
}
"""Open elements that a start tag ends where the author left out their end tags."""
_SCOPE = frozenset({"ul", "ol", "menu", "dir", "dl", "table"})
"""Elements over whose borders no omitted end tag reaches."""
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_ENDS_PARAGRAPH = frozenset(
    ("p", "dl", "table", "ul", "ol", "blockquote", "div", *HEADINGS)
)


_COLSPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)


@dataclass(slots=True)
class Open:
    """An open element and what it hands down to the blocks in it."""

    name: str
    serial: int
    around: int
    type: BlockType
    level: int | None
    depth: int
    """How many lists it is in."""
    cell: Cell | None
    columns: int
    """Columns so far, in a table row."""
    term: tuple[int, int] | None
    """Serials of the definition list, and of the dt or dd."""
    quotes: int


@dataclass(slots=True)
class Candidate:
    """A block as the page shows it.

    Attributes:
        slices: stretches of the raw page, in order.
        path: serials of the elements it is in, nearest first, at most four.
        tag: name of the nearest element.
        cell: the table cell that it is in, if any.
        term: serials of definition list and entry, where it is in one.
        linked: raw characters that are in links.
        broken: whether only a <br> separates it from the block before.
        text: the words as shown; it and what follows are filled in by `layout`.
    """

    slices: list[Slice]
    type: BlockType
    level: int | None
    around: int
    path: tuple[int, ...]
    tag: str
    cell: Cell | None
    term: tuple[int, int] | None
    linked: int
    broken: bool
    text: str = ""
    runs: tuple[Run, ...] = ()
    cells: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()


def walk(raw: str) -> tuple[list[Candidate], list[int]]:
    """All blocks of a page, shown or hidden by its style, in the page's order.

    And for each element's serial the serial of the element around it, 0 for none.
    """
    walking = _Walk(raw)
    return walking.candidates(), walking.parents


class _Walk:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.found: list[Candidate] = []
        root = Open("", 0, 0, BlockType.PARAGRAPH, None, 0, None, 0, None, 0)
        self.stack = [root]
        self.open: Counter[str] = Counter()
        self.invisible = 0
        self.serial = 0
        self.parents = [0]
        self.slices: list[Slice] = []
        self.linked = 0
        self.in_link = False
        self.broken = False

    def candidates(self) -> list[Candidate]:
        position = 0
        for token in tokens(self.raw):
            if token.start > position and not self.invisible:
                self._text(position, token.start)
            position = token.end
            if token.name != SKIPPED:
                self._tag(token)
        if not self.invisible and position < len(self.raw):
            self._text(position, len(self.raw))
        self._flush()
        return self.found

    def _text(self, start: int, end: int) -> None:
        if not self.slices and self.raw[start:end].isspace():
            return
        self.slices.append((start, end, None))
        if self.in_link:
            self.linked += end - start

    def _tag(self, token: Token) -> None:
        name = token.name
        if name == "a":
            self.in_link = not token.closes
        elif name == "q":
            self._quotation(token)
        elif name in {"br", "hr"}:
            self._flush()
            self.broken = name == "br"
        else:
            self._flush()
            self.broken = False
            if token.closes:
                self._close(name)
            else:
                self._start(token)

    def _quotation(self, token: Token) -> None:
        """The marks that browsers put around a <q>."""
        if self.invisible:
            return
        top = self.stack[-1]
        top.quotes += -1 if token.closes else 1
        inner = (top.quotes + token.closes) % 2 == 0
        marks = "‘’" if inner else "“”"
        self.slices.append((token.start, token.end, marks[token.closes]))

    def _start(self, token: Token) -> None:
        name = token.name
        if name in _ENDS_PARAGRAPH and self.stack[-1].name == "p":
            self._pop()
        elif name in _CLOSES:
            self._end_omitted(_CLOSES[name])
        if len(self.stack) >= MAX_DEPTH:
            return
        self.serial += 1
        parent = self.stack[-1]
        self.parents.append(parent.serial)
        around = parent.around | surroundings(name, token.attributes)
        self.stack.append(self._opened(name, parent, around, token.attributes))
        self.open[name] += 1
        self.invisible += name in INVISIBLE

    def _opened(  # noqa: C901 - one line for each kind of element
        self, name: str, parent: Open, around: int, written: str
    ) -> Open:
        kind, level, depth = parent.type, parent.level, parent.depth
        cell, term = parent.cell, parent.term
        if name in HEADINGS:
            kind, level = BlockType.HEADING, HEADINGS[name]
        elif name in _LISTS:
            depth += 1
        elif name == "li":
            kind, level = BlockType.LIST_ITEM, max(depth, 1)
        elif name == "blockquote":
            kind, level = BlockType.QUOTE, None
        elif name == "table":
            kind, level, cell = BlockType.PARAGRAPH, None, (self.serial, 0, 0)
        elif name == "tr" and cell:
            cell = (cell[0], self.serial, 0)
        elif name in {"td", "th"} and cell:
            cell = (cell[0], cell[1], parent.columns)
            parent.columns += _span(written)
        elif name == "dl":
            term = (self.serial, 0)
        elif name in {"dt", "dd"} and term:
            term = (term[0], self.serial)
        if around & Around.CAPTION and not parent.around & Around.CAPTION:
            kind, level = BlockType.CAPTION, None
        return Open(name, self.serial, around, kind, level, depth, cell, 0, term, 0)

    def _end_omitted(self, names: frozenset[str]) -> None:
        """Close what a start tag closes, unless a list or table stands between."""
        for back in range(len(self.stack) - 1, max(len(self.stack) - 9, 0), -1):
            if self.stack[back].name in names:
                while len(self.stack) > back:
                    self._pop()
                if names == _CLOSES["tr"]:
                    self._end_omitted(names)
                return
            if self.stack[back].name in _SCOPE:
                return

    def _close(self, name: str) -> None:
        if not self.open[name]:
            return
        while self.stack[-1].name != name:
            if self.stack[-1].name == "table" and name not in {"body", "html"}:
                return  # a stray end tag in a cell does not end the table
            self._pop()
        self._pop()

    def _pop(self) -> None:
        element = self.stack.pop()
        self.open[element.name] -= 1
        self.invisible -= element.name in INVISIBLE

    def _flush(self) -> None:
        if not self.slices:
            return
        top = self.stack[-1]
        self.found.append(
            Candidate(
                self.slices,
                top.type,
                top.level,
                top.around,
                tuple(e.serial for e in self.stack[:-5:-1]),
                top.name,
                top.cell,
                top.term,
                self.linked,
                self.broken,
            )
        )
        self.slices = []
        self.linked = 0


def _span(written: str) -> int:
    """How many columns a cell with these attributes takes."""
    match = _COLSPAN.search(written)
    return int(match[1]) if match else 1
