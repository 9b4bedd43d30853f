"""Blocks with their shapes: what a rule may ask of a line and its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Document
from pipeline.segment.shapes import Shape
from pipeline.segment.vocabulary import Vocabulary, folded

ASIDE = frozenset({Shape.FURNITURE, Shape.CAPTION})
"""What may stand between two lines that belong together."""
HEADS = frozenset({Shape.HEADING, Shape.QUESTION, Shape.CROSS_HEAD, Shape.TITLED})
TEXT = frozenset({Shape.PROSE, Shape.LEAD_IN, Shape.BULLET, Shape.SEMICOLON})
"""What stands under a heading."""
IN_RUNS = frozenset({Shape.SHORT, Shape.GRADED, Shape.GRADE})
"""What only its neighbours can tell: a heading, or an item of a list."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A document's blocks with their shapes.

    Attributes:
        plain: whether it is plain text, where nobody has told headings from lines.
    """

    document: Document
    words: Vocabulary
    shapes: Sequence[Shape]
    plain: bool

    def line(self, index: int) -> str:
        """The words of a block."""
        block = self.document.blocks[index]
        return self.document.text[block.start : block.end]

    def gap(self, index: int) -> int:
        """Line breaks between a block and the one before it."""
        blocks = self.document.blocks
        return self.document.text.count(
            "\n", blocks[index - 1].end, blocks[index].start
        )

    def shape_before(self, index: int) -> Shape | None:
        """The shape of the block before, captions and furniture aside."""
        while (index := index - 1) >= 0:
            if self.shapes[index] not in ASIDE:
                return self.shapes[index]
        return None

    def shape_after(self, index: int) -> Shape | None:
        """The shape of the block at an index or after, captions and furniture aside."""
        while index < len(self.shapes):
            if self.shapes[index] not in ASIDE:
                return self.shapes[index]
            index += 1
        return None

    def known(self, index: int) -> bool:
        """Whether a line is an area of some framework, or an area with its grade."""
        line = folded(self.line(index)).rstrip(";,. ")
        return self.shapes[index] is Shape.GRADED or line in self.words.areas
