"""Sentence borders within blocks; a closing mark belongs to the sentence it closes."""

import re
from collections.abc import Iterable, Iterator

from pipeline.knowledge import Knowledge
from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.text import Place, Text
from pipeline.words.patterns import any_of

_SHORT = 12
_BORDER = re.compile(
    r"""(?P<stop>[.!?…](?<![.!?…]{2})[.!?…]*+)["'”’»)\]]*+\s++(?=(?:''|``|["'“‘«(\[])*[^\W_a-z])"""
)


@component("sentences")
class Sentences(Component):
    """Finds sentences."""

    def __init__(self, known: Knowledge) -> None:
        short = any_of(known.words("sentences", "abbreviations"))
        counted = any_of(known.words("sentences", "before-a-number"))
        self.numbered = re.compile(rf"\b(?:{counted})$")
        self.unfinished = re.compile(rf"(?:\b(?:{short})|\b[^\W\d_]|\b(?:\w\.)+\w)$")

    def find(self, text: Text) -> Iterator[Found]:
        """The sentences of each block."""
        for start, end in self._extents(text.written, text.blocks):
            yield start, end, "", "", ""

    def _extents(self, text: str, blocks: Iterable[Place]) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence, without white space around it."""
        for block_start, block_end, _ in blocks:
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
