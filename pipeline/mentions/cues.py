"""Words of speaking."""

import re
from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.lexicon import Remembered, Vocabulary
from pipeline.mentions.text import Text
from pipeline.words.patterns import alike, any_of

KINDS = ("say", "saying", "call", "according-to", "noun")
"""Cues of `speech.toml` that are marked; a word of two kinds is of the first."""

_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?:\n\"'“”‘’)]\s*)$")


@component("cues")
class Cues(Component):
    """Finds cues: the label is the kind, the key the word as the data has it."""

    def __init__(self, known: Knowledge) -> None:
        self.kinds = {
            word: kind
            for kind in reversed(KINDS)
            for word in known.words("speech", kind)
        }
        listed = {alike(word): word for word in self.kinds}
        self.listed = Remembered(lambda written: listed[alike(written)])
        pattern = rf"(?<![\w-])(?:{any_of(self.kinds)})(?![\w-])"
        self.words = Vocabulary(self.kinds, pattern)

    def find(self, text: Text) -> Iterator[Found]:
        """The words of speaking in a text."""
        written = text.written
        for match in self.words.matches(written):
            start, end = match.span()
            word = self.listed[match.group()]
            kind = self.kinds[word]
            named = written[start].isupper() and kind != "saying"
            if not named or _begins_sentence(written, start):
                yield start, end, kind, word, ""


def _begins_sentence(text: str, offset: int) -> bool:
    """A word of speaking with a capital is a noun or a name anywhere else."""
    return bool(_BEFORE_SENTENCE.search(text, max(0, offset - 3), offset))
