"""Small numbers in words or digits: what a text may count areas with."""

from collections.abc import Iterator, Sequence

from pipeline.knowledge import Knowledge
from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.lexicon import Remembered
from pipeline.mentions.text import Text

LARGEST = 99
"""Nobody grades a hundred areas of one body."""
_LONGEST = 4
"""Digits; Python refuses to read thousands of them as one number."""


@component("counts")
class Counts(Component):
    """Finds counts: the label is "count", the key the number."""

    def __init__(self, known: Knowledge) -> None:
        cues = known.cues["counts"]
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for cue in cues.values():
            for phrase in cue.words:
                first, *rest = phrase.split()
                entry = (tuple(rest), cue.name.removeprefix("n"))
                self.phrases.setdefault(first, []).append(entry)
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.codes = Remembered(self._code)

    def find(self, text: Text) -> Iterator[Found]:
        """The numbers of a text."""
        starts, ends = text.tokens.starts, text.tokens.ends
        for first, after, value in self._matches(text.tokens.words):
            yield starts[first], ends[after - 1], "count", value, ""

    def _code(self, word: str) -> str:
        """The word, if it is a number or begins one; else ""."""
        digits = word.isascii() and word.isdigit() and len(word) < _LONGEST
        number = digits and int(word) <= LARGEST
        return word if word in self.phrases or number else ""

    def _matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        reached = 0
        codes = list(map(self.codes.__getitem__, words))
        for start in [at for at, code in enumerate(codes) if code]:
            if start < reached:
                continue  # "a dozen" in "half a dozen"
            code = codes[start]
            if code.isdigit():
                yield start, start + 1, str(int(code))
                continue
            for rest, value in self.phrases[code]:
                end = start + 1 + len(rest)
                if tuple(words[start + 1 : end]) == rest:
                    yield start, end, value
                    reached = end
                    break
