"""Tokens → candidates: every block that the page shows, with its place and its kind.

The walk keeps a stack of open elements, with the end tags that HTML lets authors leave
out. It decides nothing about what is content; it only says where each block stands: in
which elements, how deep in lists, in which cell, in what surroundings.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.document import BlockType
from pipeline.readers.html.page.blocks import Candidate, Cell, Slice, Tree
from pipeline.readers.html.page.surroundings import Around, surroundings
from pipeline.readers.html.page.tokens import (
    BLOCKS,
    HEADINGS,
    INVISIBLE,
    SKIPPED,
    Token,
    tokens,
)

_LITTLE = 0.2
"""Of a page's text; if all else is less, its frame holds the story."""
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
_CUT = INVISIBLE | {"nav", "footer", "aside", "button", "menu"}
"""Elements that trafilatura would throw away before it judges."""
_CREDITS = frozenset({"cite", "footer"})
_NAMING = Around.BYLINE | Around.CAPTION
"""What in a block quote names its speaker, as these elements do."""
_BLOCKLESS = frozenset({"head", "svg", "math", "select", "datalist"})
_BREAKS = frozenset({"br", "hr"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_ENDS_PARAGRAPH = frozenset(
    ("p", "dl", "table", "ul", "ol", "blockquote", "div", *HEADINGS)
)


_HANDS_DOWN = BLOCKS - INVISIBLE - _LISTS - _CREDITS - HEADINGS.keys()
_HANDS_DOWN -= {"li", "figure", "table", "tr", "td", "th", "dl", "dt", "dd"}
"""Elements that are as what they stand in, unless their attributes say more."""

_COLSPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)


class Place(NamedTuple):
    """What an element hands down to the blocks in it.

    Attributes:
        depth: how many lists it is in.
        cell: the table cell.
        term: serials of the definition list, and of the dt or dd.
    """

    around: int = 0
    type: BlockType = BlockType.PARAGRAPH
    level: int | None = None
    depth: int = 0
    cell: Cell | None = None
    term: tuple[int, int] | None = None


@dataclass(slots=True)
class Open:
    """An open element.

    Attributes:
        hides: whether what is in it is not looked at.
        columns: so far, in a table row.
        quotes: how many <q> are open in it.
    """

    name: str
    serial: int
    place: Place
    hides: bool = False
    columns: int = 0
    quotes: int = 0


def walk(raw: str) -> tuple[list[Candidate], Tree]:
    """All blocks of a page, shown or hidden by its style, in the page's order.

    Navigation and footers are left out, unless the page has hardly more than them.
    """
    walking = _Walk(raw)
    found = walking.candidates()
    seen = sum(end - start for each in found for start, end, *_ in each.slices)
    if seen <= _LITTLE * (seen + walking.unseen):
        walking = _Walk(raw, with_frame=True)
        found = walking.candidates()
    return found, walking.tree


class _Walk:
    def __init__(self, raw: str, *, with_frame: bool = False) -> None:
        self.raw = raw
        self.frame = 0 if with_frame else Around.NAV | Around.FOOTER
        self.unseen = 0
        self.found: list[Candidate] = []
        self.stack = [Open("", 0, Place())]
        self.open: defaultdict[str, int] = defaultdict(int)
        self.invisible = 0
        self.tree = Tree([0], [""], [0])
        self.slices: list[Slice] = []
        self.in_link = False
        self.cut, self.cut_start = -1, 0
        self.broken = False

    def candidates(self) -> list[Candidate]:
        position = 0
        for token in tokens(self.raw):
            name, closes, _, start, end = token
            if start > position:
                self._text(position, start)
            position = end
            if name == SKIPPED:
                if self.cut < 0:
                    self.tree.cuts.append((start, end))
            elif name == "a":
                self.in_link = not closes
            elif name in _BREAKS:
                self._flush()
                self.broken = name == "br"
            elif name == "q":
                self._quotation(closes, start, end)
            elif name != "cite" or self.stack[-1].place.around & Around.QUOTE:
                self._block(token)
        if position < len(self.raw):
            self._text(position, len(self.raw))
        self._flush()
        return self.found

    def _block(self, token: Token) -> None:
        """A tag at which a line ends."""
        name, closes, _, start, end = token
        self._flush()
        self.broken = False
        if closes:
            self._close(name, start, end)
        else:
            self._start(token)

    def _text(self, start: int, end: int) -> None:
        if self.invisible:
            self.unseen += end - start
            return
        if not self.slices and self.raw[start:end].isspace():
            return
        self.slices.append((start, end, None, self.in_link))

    def _quotation(self, closes: bool, start: int, end: int) -> None:  # noqa: FBT001
        """The marks that browsers put around a <q>."""
        if self.invisible:
            return
        top = self.stack[-1]
        top.quotes += -1 if closes else 1
        inner = (top.quotes + closes) % 2 == 0
        shown = ("‘’" if inner else "“”")[closes]
        self.slices.append((start, end, shown, self.in_link))

    def _start(self, token: Token) -> None:
        name, _, written, start, _ = token
        if name in _ENDS_PARAGRAPH and self.stack[-1].name == "p":
            self._pop(start)
        elif name in _CLOSES:
            self._end_omitted(_CLOSES[name], start)
        if self.invisible and name in BLOCKS and name != "option":
            self._break_out(start)
        if len(self.stack) >= MAX_DEPTH:
            return
        parent = self.stack[-1]
        flags = 0 if self.invisible else surroundings(name, written)
        quoted = parent.place.around & Around.QUOTE
        if quoted and (name in _CREDITS or flags & _NAMING):
            flags = Around.CREDIT
        serial = self.tree.add(parent.serial, name, flags)
        if not flags and name in _HANDS_DOWN:
            self.stack.append(Open(name, serial, parent.place))
        else:
            framed = flags & self.frame and not (quoted or flags & Around.QUOTE)
            hides = name in INVISIBLE or bool(framed)
            place = _place(serial, token, parent, flags)
            self.stack.append(Open(name, serial, place, hides))
            self.invisible += hides
        self.open[name] += 1
        if self.cut < 0 and name in _CUT:
            self.cut, self.cut_start = serial, start

    def _end_omitted(self, names: frozenset[str], at: int) -> None:
        """Close what a start tag closes, unless a list or table stands between."""
        for back in range(len(self.stack) - 1, max(len(self.stack) - 9, 0), -1):
            if self.stack[back].name in names:
                while len(self.stack) > back:
                    self._pop(at)
                if names == _CLOSES["tr"]:
                    self._end_omitted(names, at)
                return
            if self.stack[back].name in _SCOPE:
                return

    def _break_out(self, at: int) -> None:
        """Close what can hold no block: its end tag was left out, or forgotten."""
        for back in range(len(self.stack) - 1, max(len(self.stack) - 4, 0), -1):
            if self.stack[back].name in _BLOCKLESS:
                while len(self.stack) > back:
                    self._pop(at)
                return

    def _close(self, name: str, start: int, end: int) -> None:
        if not self.open[name]:
            return
        while self.stack[-1].name != name:
            if self.stack[-1].name == "table" and name not in {"body", "html"}:
                return  # a stray end tag in a cell does not end the table
            self._pop(start)
        self._pop(end)

    def _pop(self, at: int) -> None:
        element = self.stack.pop()
        self.open[element.name] -= 1
        self.invisible -= element.hides
        if element.serial == self.cut:
            self.tree.cuts.append((self.cut_start, at))
            self.cut = -1

    def _flush(self) -> None:
        if not self.slices:
            return
        top = self.stack[-1]
        self.found.append(
            Candidate(
                self.slices,
                top.place.type,
                top.place.level,
                top.place.around,
                top.serial,
                top.place.cell,
                top.place.term,
                self.broken,
            )
        )
        self.slices = []


def _place(  # noqa: C901 - one line for each kind of element
    serial: int, token: Token, parent: Open, flags: int
) -> Place:
    """What an element of this tag hands down."""
    name = token[0]
    around, kind, level, depth, cell, term = parent.place
    if name in HEADINGS:
        kind, level = BlockType.HEADING, HEADINGS[name]
    elif name in _LISTS:
        depth += 1
    elif name == "li":
        kind, level = BlockType.LIST_ITEM, max(depth, 1)
    elif flags & Around.CREDIT:
        kind, level = BlockType.PARAGRAPH, None
    elif flags & Around.QUOTE:
        kind, level = BlockType.QUOTE, None
    elif name == "figure":
        kind, level = BlockType.CAPTION, None
    elif name == "table":
        kind, level, cell = BlockType.PARAGRAPH, None, (serial, 0, 0)
    elif name == "tr" and cell:
        cell = (cell[0], serial, 0)
    elif name in {"td", "th"} and cell:
        cell = (cell[0], cell[1], parent.columns)
        parent.columns += _span(token[2])
    elif name == "dl":
        term = (serial, 0)
    elif name in {"dt", "dd"} and term:
        term = (term[0], serial)
    if flags & Around.CAPTION:
        kind, level = BlockType.CAPTION, None
    return Place(around | flags, kind, level, depth, cell, term)


def _span(written: str) -> int:
    """How many columns a cell with these attributes takes."""
    match = _COLSPAN.search(written)
    return int(match[1]) if match else 1
