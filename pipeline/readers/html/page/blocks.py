"""A page's blocks and the tree of elements that they stand in."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.document import BlockType, Run

Slice = tuple[int, int, str | None, bool]
"""A stretch of the raw page, what it shows where that is not its own text, and
whether it is in a link."""

Cell = tuple[int, int, int]
"""Serial of the table, serial of the row, column from 0."""

LINKED = 0.6
"""The share of a block in links from which on it only leads elsewhere."""


@dataclass(slots=True)
class Candidate:
    """A block as the page shows it.

    Attributes:
        slices: stretches of the raw page, in order.
        element: serial of the nearest element.
        cell: the table cell that it is in, if any.
        term: serials of definition list and entry, where it is in one.
        broken: whether only a <br> separates it from the block before.
        text: the words as shown; it and what follows are filled in by `layout`.
        linked: how many characters of the text are in links.
        credit: whether it names who said the quotation beside it.
    """

    slices: list[Slice]
    type: BlockType
    level: int | None
    around: int
    element: int
    cell: Cell | None
    term: tuple[int, int] | None
    broken: bool
    text: str = ""
    linked: int = 0
    credit: bool = False
    runs: tuple[Run, ...] = ()
    cells: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()

    @property
    def link_share(self) -> float:
        """How much of it is in links, from 0 to 1."""
        return self.linked / len(self.text)


@dataclass(slots=True)
class Tree:
    """The page's elements by serial, in the order of their start tags; 0 is none."""

    parents: list[int]
    names: list[str]
    flags: list[int]
    """What each element says of its surroundings, without what it inherits."""
    cuts: list[tuple[int, int]] = field(default_factory=list)
    """Raw stretches that show nothing or only ever frame a page, in order."""

    def add(self, parent: int, name: str, flags: int) -> int:
        """Add an element under another; its serial."""
        self.parents.append(parent)
        self.names.append(name)
        self.flags.append(flags)
        return len(self.parents) - 1

    def uncut(self, raw: str) -> str:
        """The page without its cuts."""
        position = 0
        parts: list[str] = []
        for start, end in self.cuts:
            if start > position:
                parts.append(raw[position:start])
            position = max(position, end)
        parts.append(raw[position:])
        return "".join(parts)

    def held(self, blocks: Iterable[Candidate]) -> list[int]:
        """By serial how many characters of these blocks an element holds."""
        held = [0] * len(self.parents)
        for block in blocks:
            held[block.element] += len(block.text)
        for serial in range(len(held) - 1, 0, -1):  # what is inside comes later
            held[self.parents[serial]] += held[serial]
        held[0] = 0
        return held

    def chain(self, serial: int) -> list[int]:
        """An element and those around it, nearest first."""
        found: list[int] = []
        while serial:
            found.append(serial)
            serial = self.parents[serial]
        return found
