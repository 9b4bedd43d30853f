"""Words that show what a text is about, found in one walk over it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.link.reading import Reading
from pipeline.phrases import Phrases, words_of

FILES = ("inspections", "documents")
"""The cue files that are read here."""

_made: dict[str, Phrases[str]] = {}


@dataclass(frozen=True)
class Signals:
    """Where cues stand: by cue name, the extents in order."""

    places: Mapping[str, Sequence[tuple[int, int]]]

    def within(self, name: str, start: int, end: int) -> Sequence[tuple[int, int]]:
        """The extents of a cue that begin in a stretch of text."""
        places = self.places.get(name, ())
        return places[bisect_left(places, (start,)) : bisect_left(places, (end,))]

    def has(self, name: str, start: int, end: int) -> bool:
        """Whether a cue begins in a stretch of text."""
        return bool(self.within(name, start, end))


def signals_of(reading: Reading) -> Signals:
    """All cues of `FILES` in the text."""
    text = reading.document.text
    phrases = _phrases(reading.knowledge)
    places: dict[str, list[tuple[int, int]]] = {}
    words = words_of(text)
    for at, word in enumerate(words):
        hit = phrases.longest(text, words, at)
        if hit:
            for name in hit[1]:
                extent = word.start, words[hit[0] - 1].end
                places.setdefault(name, []).append(extent)
    return Signals(places)


def _phrases(known: Knowledge) -> Phrases[str]:
    """The cues as one trie, made once for the same data."""
    if known.digest not in _made:
        _made.clear()
        _made[known.digest] = Phrases(
            (words, name)
            for file in FILES
            for name, cue in known.cues[file].items()
            for words in cue.words
        )
    return _made[known.digest]
