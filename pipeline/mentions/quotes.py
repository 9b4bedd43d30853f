"""Passages between quotation marks, and blocks that the page sets apart as quotations.

Which of them are speech, and whose, is for the linker to say: titles, scare quotes and
grade labels stand in marks too.
"""

import re
from collections.abc import Iterator

from pipeline.document import BlockType
from pipeline.knowledge import Knowledge
from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.marks import Paragraph
from pipeline.mentions.passages import passages
from pipeline.mentions.text import Text

_CLOSED_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SET_APART = BlockType.QUOTE
_SIGNS = "—–―"
"""A dash begins the name below a quotation, as under an embedded post."""
_ASIDE_WORDS = 10


@component("quotes")
class Quotes(Component):
    """Finds quotations: the words inside the marks.

    The label is the family of marks (`double`, `single`, `block`), the key how the
    passage ends (`closed`, `carried` into the next paragraph, `unclosed`).
    """

    def __init__(self, known: Knowledge) -> None:
        self.elisions = frozenset(known.words("marks", "elisions"))

    def find(self, text: Text) -> Iterator[Found]:
        """The passages of a text."""
        written = text.written
        paragraphs = [
            Paragraph(
                start,
                end,
                _is_aside(written, start, end, kind),
                kind == _SET_APART and written[start] not in _SIGNS,
                kind == BlockType.LIST_ITEM,
            )
            for start, end, kind in text.blocks
        ]
        for passage in passages(written, paragraphs, self.elisions):
            yield passage.start, passage.end, passage.family, passage.ending, ""


def _is_aside(text: str, start: int, end: int, kind: str) -> bool:
    """An advert, a caption, a share button: something that is no sentence."""
    if kind == BlockType.CAPTION:
        return True
    if text.count(" ", start, end) >= _ASIDE_WORDS:
        return False
    return not _CLOSED_SENTENCE.search(text[start:end])
