"""Words that show what a text is about, found in one walk over it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.knowledge import Knowledge, once
from pipeline.link.reading import Reading
from pipeline.words.phrases import Phrases, words_of

FILES = ("inspections", "documents")
"""The cue files that are read here."""


@dataclass(frozen=True)
class Signals:
    """Where cues stand: by cue name, the extents in order."""

    places: Mapping[str, Sequence[tuple[int, int]]]

    def within(self, name: str, start: int, end: int) -> Sequence[tuple[int, int]]:
        """The extents of a cue that begin in a stretch of text."""
        places = self.places.get(name)
        if not places:
            return ()
        return places[bisect_left(places, (start,)) : bisect_left(places, (end,))]

    def has(self, name: str, start: int, end: int) -> bool:
        """Whether a cue begins in a stretch of text."""
        places = self.places.get(name)
        if not places:
            return False
        first = bisect_left(places, (start,))
        return first < len(places) and places[first][0] < end


def signals_of(reading: Reading) -> Signals:
    """All cues of `FILES` in the text."""
    places: dict[str, list[tuple[int, int]]] = {}
    for start, end, name in _cues_in(reading.knowledge, reading.document.text):
        places.setdefault(name, []).append((start, end))
    return Signals(places)


def cues_in(known: Knowledge, text: str) -> set[str]:
    """Names of the cues in a text other than the document's, as its title."""
    return {name for _, _, name in _cues_in(known, text)}


def _cues_in(known: Knowledge, text: str) -> Iterator[tuple[int, int, str]]:
    phrases, firsts = _phrases(known)
    words = words_of(text)
    reached = 0
    for at in words.among(firsts):
        hit = phrases.longest(text, words, at) if at >= reached else None
        if hit:
            reached = hit[0]
            for name in hit[1]:
                yield words[at].start, words[reached - 1].end, name


@once
def _phrases(known: Knowledge) -> tuple[Phrases[str], frozenset[str]]:
    """The cues as one trie, and the words that they begin with."""
    phrases = Phrases(
        (words, name)
        for file in FILES
        for name, cue in known.cues[file].items()
        for words in cue.words
    )
    return phrases, phrases.firsts
