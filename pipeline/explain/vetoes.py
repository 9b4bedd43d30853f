"""Which of a record's vetoes a person who asks about a cell wants to know of."""

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.cells import Cell
from pipeline.coverage import sentences
from pipeline.explain.roles import names_of
from pipeline.knowledge import Knowledge
from pipeline.records import Record

_KINDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("body", "grade", "previous", "tally"), frozenset({"grade", "tally"})
    ),
    "quote": frozenset({"quote"}),
}
"""By kind of cell, the vetoes by which it could have lost something."""


def _around(borders: Sequence[tuple[int, int]], offset: int) -> tuple[int, int]:
    """The sentence that an offset stands in; the offset itself where none does."""
    place = bisect_right(borders, (offset, sys.maxsize)) - 1
    inside = place >= 0 and offset < borders[place][1]
    return borders[place] if inside else (offset, offset)


class Vetoes:
    """The vetoes of a record with their sentences, looked up once for all cells."""

    def __init__(self, record: Record, known: Knowledge) -> None:
        self.record = record
        self.known = known
        borders = [*sentences(record)]
        self.sentences = [
            _around(borders, veto.evidence[0].start) for veto in record.vetoes
        ]
        text = record.document.text
        self.words = [text[start:end].casefold() for start, end in self.sentences]

    def of(self, cell: Cell) -> Iterator[int]:
        """Places in `Record.vetoes` of those that concern a cell.

        They stand in a sentence of its evidence, or in one that names its area; all
        concern a body, whose grades they might have been.
        """
        kinds = _KINDS.get(cell.kind, frozenset())
        names = names_of(self.record, cell, self.known) if self.sentences else set()
        for place, veto in enumerate(self.record.vetoes):
            if veto.kind not in kinds:
                continue
            start, end = self.sentences[place]
            words = self.words[place]
            beside = any(s.start < end and start < s.end for s in cell.evidence)
            if cell.kind == "body" or beside or any(name in words for name in names):
                yield place
