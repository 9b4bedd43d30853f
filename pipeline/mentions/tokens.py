"""Words and marks as spaCy's English tokenizer parts them, each piece but once.

A piece is what stands between white space. Most are a word with a few marks around it;
of the others the tokenizer is asked, and what it says is kept. A `Doc`, which would
take longer than all rules together, is made only where somebody runs the components in
a spaCy pipeline.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any, NamedTuple, Self

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mentions.lexicon import Remembered

_TAIL = 100
"""Characters at the end of a piece in which its suffix is looked for."""
_PIECE = re.compile(r"\S+ ?|\s+")
"""With the one space after it that belongs to no token."""
_PLAIN = re.compile(
    r"""["“'‘(\[]*(?:[A-Za-z]+(?:-[A-Za-z]+)*|\d+)(?:['’]s)?[,.;:!?"”'’)\]]* ?""",
    re.ASCII,
)
"""A word, words joined by hyphens or a number, possibly owning, marks around it."""
_UNCERTAIN = re.compile(r"\.\.|[A-Z]\.")
"""Full stops that may be no tokens of their own."""
_TOKEN = re.compile(r"['’]s(?![A-Za-z])|[A-Za-z]+|\d+|[^\w ]", re.ASCII)

_Parts = Sequence[tuple[str, int, int]]
"""Tokens of a piece: in lower case, start and end counted from the piece's own."""


class Tokens(NamedTuple):
    """The tokens of a text, each in lower case and where it stands, half-open."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """The tokens of a Doc."""
        starts = [token.idx for token in doc]
        ends = [token.idx + len(token) for token in doc]
        return cls([token.lower_ for token in doc], starts, ends)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The extent widened to whole tokens: "good" in "good1"."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        return self.starts[first], self.ends[last]


class _Splitter:
    """Parts a piece as spaCy's tokenizer does."""

    def __init__(self) -> None:
        tokenizer: Any = blank().tokenizer
        self.tokenizer: Callable[[str], Doc] = tokenizer
        self.special = frozenset(tokenizer.rules)

    def __call__(self, piece: str) -> _Parts:
        """The tokens of a piece."""
        return self._plain(piece) or tuple(
            (token.lower_, token.idx, token.idx + len(token))
            for token in self.tokenizer(piece if piece.isspace() else piece.rstrip())
        )

    def _plain(self, piece: str) -> _Parts | None:
        """The tokens of a plain piece; None where it is not, or has rules of its own.

        Those of "cannot", "Mr." and ":)" are for runs of what would else be tokens.
        """
        plain = _PLAIN.fullmatch(piece)
        if plain is None or _UNCERTAIN.search(piece):
            return None
        at = [0, *(match.end() for match in _TOKEN.finditer(piece))]
        runs = {piece[start:end] for start, end in combinations(at, 2)}
        if not self.special.isdisjoint(runs):
            return None
        return tuple((piece[a:b].lower(), a, b) for a, b in pairwise(at))


class _Suffix:
    """spaCy's suffixes, looked for at the end alone.

    It takes one mark off a piece at a time, and for each it reads all that is left: a
    row of ten thousand brackets takes half a minute.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern  # where spaCy looks for it to store a tokenizer
        self.compiled = re.compile(pattern)

    def search(self, piece: str) -> re.Match[str] | None:
        """The suffix of a piece."""
        return self.compiled.search(piece[-_TAIL:])


def blank() -> Language:
    """A blank English pipeline, in linear time whatever the text."""
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer
    suffix = _Suffix(tokenizer.suffix_search.__self__.pattern)
    tokenizer.suffix_search = suffix.search
    return nlp


@lru_cache(maxsize=1)
def pieces() -> Remembered[_Parts]:
    """The tokens of each piece that was met."""
    return Remembered(_Splitter())


def tokens_of(text: str) -> Tokens:
    """The tokens of a text."""
    known = pieces()
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    offset = 0
    for piece in _PIECE.findall(text):
        for word, start, end in known[piece]:
            words.append(word)
            starts.append(offset + start)
            ends.append(offset + end)
        offset += len(piece)
    return Tokens(words, starts, ends)
