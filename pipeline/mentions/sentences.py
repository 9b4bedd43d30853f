"""Sentence borders within blocks; a closing mark belongs to the sentence it closes."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import knowledge
from pipeline.mentions.factory import component
from pipeline.mentions.lexicon import alternation
from pipeline.mentions.paragraphs import blocks_of
from pipeline.mentions.text import text_of

_SHORT = 12
_BORDER = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)(?:''|["'”’»)\]])*+\s++(?=(?:''|``|["'“‘«(\[])*[^\W_a-z])"""
)


@component("sentences")
class Sentences:
    """Writes `doc.spans["sentences"]`."""

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        known = knowledge.load(*map(Path, folders))
        short = alternation(known.words("sentences", "abbreviations"))
        counted = alternation(known.words("sentences", "before-a-number"))
        self.numbered = re.compile(rf"\b(?:{counted})$")
        self.unfinished = re.compile(rf"(?:\b(?:{short})|\b[^\W\d_]|\b(?:\w\.)+\w)$")

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        doc.spans["sentences"] = [
            span
            for extent in self.extents(doc)
            if (span := doc.char_span(*extent, alignment_mode="expand"))
        ]
        return doc

    def extents(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence, without white space around it."""
        text = text_of(doc)
        for block_start, block_end, _ in blocks_of(doc):
            start = block_start
            for border in _BORDER.finditer(text, block_start, block_end):
                stop = border.start("stop")
                full = border.group("stop") == "."
                if full and not self._ends(text, max(start, stop - _SHORT), border):
                    continue
                yield start, start + len(text[start : border.end()].rstrip())
                start = border.end()
            if start < block_end:
                yield start, block_end

    def _ends(self, text: str, start: int, border: re.Match[str]) -> bool:
        """Whether a full stop ends a sentence: not after "Mr", nor in "No. 10"."""
        before = text[start : border.start()]
        if text[border.end()].isdigit() and self.numbered.search(before):
            return False
        return not self.unfinished.search(before)
