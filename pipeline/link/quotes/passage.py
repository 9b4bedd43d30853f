"""Passages: what stands in outer marks, and statements that need none."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import Extent
from pipeline.link.quotes.statements import statements
from pipeline.link.reading import Reading

MARKS = "\"“”„‟«»＂'‘’`‚‛‹›´"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch between outer marks.

    Attributes:
        start: of the words inside.
        outer_start: of the mark before them.
        family: `double`, `single` or `block`.
        ending: `closed`, `carried` or `unclosed`.
        block: index of its block.
        number: its index in `Story.passages`.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    family: str
    ending: str
    block: int
    number: int

    @property
    def extent(self) -> Extent:
        """The words inside the marks."""
        return Extent(self.start, self.end)


def passages_of(reading: Reading) -> Iterator[Passage]:
    """The passages of a reading, in order."""
    document = reading.document
    starts = [block.start for block in document.blocks]
    marked = [
        (m.start, m.end, m.label, m.key) for m in reading.groups.get("quotes", ())
    ]
    unmarked = [(*extent, "block", "closed") for extent in statements(reading)]
    for number, found in enumerate(sorted((*marked, *unmarked))):
        start, end, family, ending = found
        block = max(bisect_right(starts, start) - 1, 0)
        outer = Extent(start, end)
        if family != "block":
            outer = _with_marks(document.text, outer, document.blocks[block].extent)
        yield Passage(start, end, *outer, family, ending, block, number)


def _with_marks(text: str, inner: Extent, block: Extent) -> Extent:
    """A passage with its marks; nested ones may stand a space apart: 'So,' "."""
    start, end = inner
    while start > block.start and text[start - 1] in MARKS:
        start -= 1
    while end < block.end and text[end] in MARKS:
        end += 1
    nested = end > inner.end or text[end - 1] in MARKS
    if nested and text[end : end + 1] == " " and text[end + 1 : end + 2] in {*MARKS}:
        apart = text[end + 2 : end + 3]
        end += 2 if not apart or not apart.isalnum() else 0
        while end < block.end and text[end] in MARKS:
            end += 1
    return Extent(start, end)
