"""Passages between quotation marks, and blocks that the page sets apart as quotations.

Which of them are speech, and whose, is for the linker to say: titles, scare quotes and
grade labels stand in marks too.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline import knowledge
from pipeline.document import BlockType
from pipeline.mentions.factory import component
from pipeline.mentions.marks import Paragraph, passages
from pipeline.mentions.paragraphs import blocks_of
from pipeline.mentions.text import text_of

_CLOSED_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SET_APART = BlockType.QUOTE
_SIGNS = "—–―"
"""A dash begins the name below a quotation, as under an embedded post."""
_ASIDE_WORDS = 10


@component("quotes")
class Quotes:
    """Writes `doc.spans["quotes"]`: the words inside the marks.

    `label_` is the family of marks (`double`, `single`, `block`), `kb_id_` how the
    passage ends (`closed`, `carried` into the next paragraph, `unclosed`).
    """

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        known = knowledge.load(*map(Path, folders))
        self.elisions = frozenset(known.words("marks", "elisions"))

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        text = text_of(doc)
        paragraphs = [
            Paragraph(
                start,
                end,
                _is_aside(text, start, end, kind),
                kind == _SET_APART and text[start] not in _SIGNS,
            )
            for start, end, kind in blocks_of(doc)
        ]
        doc.spans["quotes"] = list(self._spans(doc, text, paragraphs))
        return doc

    def _spans(
        self, doc: Doc, text: str, paragraphs: Sequence[Paragraph]
    ) -> Iterator[Span]:
        for passage in passages(text, paragraphs, self.elisions):
            span = doc.char_span(
                passage.start,
                passage.end,
                label=passage.family,
                kb_id=passage.ending,
                alignment_mode="expand",
            )
            if span is not None:
                yield span


def _is_aside(text: str, start: int, end: int, kind: str) -> bool:
    """An advert, a caption, a share button: something that is no sentence."""
    if kind == BlockType.CAPTION:
        return True
    if text.count(" ", start, end) >= _ASIDE_WORDS:
        return False
    return not _CLOSED_SENTENCE.search(text[start:end])
