"""Words and marks as spaCy's English tokenizer parts them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Self

import spacy
from spacy.lang.en import English
from spacy.language import BaseDefaults, Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)
from spacy.vocab import Vocab

from pipeline.document import lowered

_NAME = "gradewright.tokenizer"
_TAIL = 100
"""Characters at the end of a piece in which its suffix is looked for."""
_NO_WORD = re.compile(r"\S{5000}")
"""Nor marks around one; to take those off one by one takes the square of so many."""
NOTES = "[†‡]"
"""Marks that send to a note, glued to a word, which spaCy leaves there."""
_LETTERS = re.compile(r"[^\W\d_]*")
"""No suffix begins with a letter, but for units, which follow a digit."""
_PIECE = re.compile(r"\S+ ?|\s+")
"""What spaCy parts by itself: no token reaches over white space, and a space belongs to
the word before it."""
_BORDER = "\n"
"""Between pieces; a token of its own."""
_REMEMBERED = 20_000
"""Pieces whose tokens are kept in a process."""
_LONGEST = 50
"""Characters of a piece that may come again."""


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text, each in lower case and where it stands, half-open."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, doc: Doc, text: str) -> Self:
        """The tokens of a Doc, and its text, which it would put together anew."""
        starts, lengths = doc.to_array(["IDX", "LENGTH"]).T
        firsts, afters = starts.tolist(), (starts + lengths).tolist()
        lower = lowered(text)
        words = [
            lower[first:after] for first, after in zip(firsts, afters, strict=True)
        ]
        return cls(words, firsts, afters)

    @cached_property
    def borders(self) -> tuple[frozenset[int], frozenset[int]]:
        """Where a token starts, and where one ends."""
        return frozenset(self.starts), frozenset(self.ends)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The extent widened to whole tokens: "good" in "good1"."""
        starts, ends = self.borders
        if start in starts and end in ends:
            return start, end
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        return self.starts[first], self.ends[last]


class _Suffix:
    """spaCy's suffixes, looked for at the end alone, after the letters of a word.

    It takes one mark off a piece at a time, and for each it reads all that is left: a
    row of ten thousand brackets takes half a minute.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern  # where spaCy looks for it to store a tokenizer
        self.compiled = re.compile(pattern)

    def search(self, piece: str) -> re.Match[str] | None:
        """The suffix of a piece."""
        tail = piece[-_TAIL:]
        letters = _LETTERS.match(tail)
        return self.compiled.search(tail, letters.end() if letters else 0)


Part = tuple[str, int, int]
"""A token of a piece: in lower case, and where in the piece it stands."""


class Pieces:
    """The tokens of texts, whose pieces are parted once: texts are made of the same.

    spaCy remembers pieces too, but none that follows an "isn't" in its text.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.exceptions: Mapping[str, object] = tokenizer.rules
        self.known: dict[str, Sequence[Part]] = {}

    def tokens(self, text: str) -> Tokens:
        """The tokens of a text."""
        known, pieces = self.known, _PIECE.findall(text)
        new = set(pieces).difference(known)
        known.update(self._parted(new))
        words, starts, ends = [], [], []
        offset = 0
        for piece in pieces:
            for word, start, end in known[piece]:
                words.append(word)
                starts.append(offset + start)
                ends.append(offset + end)
            offset += len(piece)
        if len(known) > _REMEMBERED:
            known.clear()
        for piece in [piece for piece in new if len(piece) > _LONGEST]:
            known.pop(piece, None)
        return Tokens(words, starts, ends)

    def _parted(self, pieces: Iterable[str]) -> Iterator[tuple[str, Sequence[Part]]]:
        """Each piece and its tokens; those with marks are put to spaCy as one text."""
        marked: list[str] = []
        for piece in pieces:
            word = piece if piece.isspace() else piece.removesuffix(" ")
            if word.isspace() or (word.isalpha() and word not in self.exceptions):
                yield piece, [(lowered(word), 0, len(word))]
            else:
                marked.append(piece)
        text = _BORDER.join(marked)
        found = Tokens.of(self.tokenizer(text), text)
        tokens = zip(found.words, found.starts, found.ends, strict=True)
        offset = 0
        for piece in marked:
            within = takewhile(lambda token: token[0] != _BORDER, tokens)
            yield piece, [(word, s - offset, e - offset) for word, s, e in within]
            offset += len(piece) + len(_BORDER)


def blank() -> Language:
    """A blank English pipeline, in linear time whatever the text.

    It is made with its tokenizer: to change one takes as long as to make it.
    """
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": _NAME}}})


@registry.tokenizers(_NAME)  # type: ignore[untyped-decorator]
def made() -> Callable[[Language], Tokenizer]:
    """What spaCy makes the tokenizer of a stored pipeline with."""
    return lambda nlp: _tokenizer(nlp.vocab, nlp.Defaults)


def _tokenizer(vocab: Vocab, own: type[BaseDefaults]) -> Tokenizer:
    """The language's own, but for suffixes, and for what is too long to be a word."""
    return Tokenizer(
        vocab,
        rules=own.tokenizer_exceptions,
        prefix_search=compile_prefix_regex((*(own.prefixes or ()), NOTES)).search,
        suffix_search=_Suffix(
            compile_suffix_regex((*(own.suffixes or ()), NOTES)).pattern
        ).search,
        infix_finditer=compile_infix_regex(own.infixes or ()).finditer,
        token_match=_NO_WORD.match,
        url_match=own.url_match,
    )


@lru_cache(maxsize=1)
def tokenizer() -> Pieces:
    """The one that all texts go through; nobody asks what its words look like."""
    return Pieces(_tokenizer(Vocab(), English.Defaults))


def tokens_of(text: str) -> Tokens:
    """The tokens of a text."""
    return tokenizer().tokens(text)
