"""Phrases found by their words: one walk over a text for any number of phrases.

A text is cut into words once; everything else walks that list. A word is lower case,
without its possessive (`'s` is a word of its own), and `&` is "and", so that one entry
covers "Avon & Somerset Police's" and "Avon and Somerset Police".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Generic, NamedTuple, TypeVar

from pipeline.document import lowered

V = TypeVar("V")

_WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*|['’]s\b|&")
_GAP = frozenset("-‑–./,'’ \u00a0\u00ad")
"""What may stand between two words of one phrase."""
POSSESSIVE = "'s"


class Word(NamedTuple):
    """A word as it is compared, and its half-open characters in the text."""

    norm: str
    start: int
    end: int


class Words(tuple[Word, ...]):  # noqa: SLOT001 - it keeps its places
    """The words of a text, in order."""

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """By what is written, the indices of the words."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, (norm, _, _) in enumerate(self):
            places[norm].append(at)
        return dict(places)

    def among(self, some: frozenset[str]) -> list[int]:
        """The indices, in order, of the words that are among some."""
        places = self.places
        return sorted([at for norm in some.intersection(places) for at in places[norm]])


_LONG = 500
"""Characters of what is a text, and no phrase."""


def words_of(text: str) -> Words:
    """The words of a text, in order."""
    return _words_of_text(text) if len(text) > _LONG else _words(text)


def _words(text: str) -> Words:
    lower = lowered(text).replace("’", "'")
    spans = [match.span() for match in _WORD.finditer(text)]
    new = tuple.__new__  # the named tuple's own checks what is known here
    words = [new(Word, (lower[start:end], start, end)) for start, end in spans]
    if "&" in text:
        words = [w._replace(norm="and") if w.norm == "&" else w for w in words]
    return Words(words)


_words_of_text = lru_cache(maxsize=1)(_words)
"""Several walk over the same text, one after the other."""


def adjoin(text: str, left: Word, right: Word) -> bool:
    """Whether two words stand together: at most two marks between, on one line."""
    gap = text[left.end : right.start]
    return gap == " " or (len(gap) <= 2 and _GAP.issuperset(gap))  # noqa: PLR2004 - "St. Helens"


class Phrases(Generic[V]):
    """Phrases found by their words, the longest first, each with its values."""

    def __init__(self, entries: Iterable[tuple[str, V]] = ()) -> None:
        self._root: dict[str, _Node[V]] = {}
        for phrase, value in entries:
            self.add(phrase, value)

    def add(self, phrase: str, value: V) -> None:
        """Let `phrase` mean `value` too."""
        nodes = self._root
        node: _Node[V] | None = None
        for word in words_of(phrase):
            node = nodes.setdefault(word.norm, _Node({}, []))
            nodes = node.next
        if node and value not in node.values:
            node.values.append(value)

    @property
    def firsts(self) -> frozenset[str]:
        """The words that a phrase begins with."""
        return frozenset(self._root)

    def longest(
        self, text: str, words: Sequence[Word], first: int
    ) -> tuple[int, Sequence[V]] | None:
        """The longest phrase that begins with a word.

        Returns:
            the index after its last word, and what the phrase means.
        """
        found = None
        node = self._root.get(words[first].norm)
        after = first + 1
        while node is not None:
            if node.values:
                found = after, node.values
            if after == len(words):
                break
            node = node.next.get(words[after].norm)
            if node and not adjoin(text, words[after - 1], words[after]):
                break
            after += 1
        return found


class _Node(NamedTuple, Generic[V]):
    next: "dict[str, _Node[V]]"
    values: list[V]
