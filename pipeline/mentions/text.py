"""What components read: a text, its tokens, and its blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from spacy.tokens import Doc

from pipeline.document import BlockType, Document
from pipeline.errors import AlignmentError
from pipeline.mentions.tokens import Tokens, tokens_of

_LINE = re.compile(r"[^\n]*\S[^\n]*")

Place = tuple[int, int, str]
"""Start, end and type of a block."""


@dataclass(frozen=True)
class Text:
    """A text, its tokens, and its blocks in order."""

    written: str
    tokens: Tokens
    blocks: Sequence[Place]

    @classmethod
    def of(cls, document: Document) -> Self:
        """The canonical text of a document.

        Raises:
            AlignmentError: a block does not fall on token borders.
        """
        tokens = tokens_of(document.text)
        blocks = [(block.start, block.end, block.type) for block in document.blocks]
        for start, end, _ in blocks:
            if tokens.around(start, end) != (start, end):
                raise AlignmentError(start, end, document.text[start:end])
        return cls(document.text, tokens, blocks)

    @classmethod
    def of_doc(cls, doc: Doc) -> Self:
        """A Doc of any spaCy pipeline: its lines stand for blocks."""
        text = doc.text
        return cls(text, Tokens.of(doc, text), list(_lines(text)))


def _lines(text: str) -> Iterator[Place]:
    for match in _LINE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        yield start, match.start() + len(words.rstrip()), BlockType.PARAGRAPH
