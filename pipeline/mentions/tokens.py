"""Words and marks as spaCy's English tokenizer parts them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

from pipeline.document import lowered

_NAME = "gradewright.tokenizer"
_TAIL = 100
"""Characters at the end of a piece in which its suffix is looked for."""
_NO_WORD = re.compile(r"\S{5000}")
"""Nor marks around one; to take those off one by one takes the square of so many."""
_LETTERS = re.compile(r"[^\W\d_]*")
"""No suffix begins with a letter, but for units, which follow a digit."""


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


def blank() -> Language:
    """A blank English pipeline, in linear time whatever the text.

    It is made with its tokenizer: to change one takes as long as to make it.
    """
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": _NAME}}})


@registry.tokenizers(_NAME)  # type: ignore[untyped-decorator]
def made() -> Callable[[Language], Tokenizer]:
    """What spaCy makes the tokenizer of a stored pipeline with."""
    return _tokenizer


def _tokenizer(nlp: Language) -> Tokenizer:
    """The language's own, but for suffixes, and for what is too long to be a word."""
    own = nlp.Defaults
    return Tokenizer(
        nlp.vocab,
        rules=own.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(own.prefixes or ()).search,
        suffix_search=_Suffix(compile_suffix_regex(own.suffixes or ()).pattern).search,
        infix_finditer=compile_infix_regex(own.infixes or ()).finditer,
        token_match=_NO_WORD.match,
        url_match=own.url_match,
    )


@lru_cache(maxsize=1)
def tokenizer() -> Language:
    """The one that all texts go through."""
    return blank()


def tokens_of(text: str) -> Tokens:
    """The tokens of a text."""
    return Tokens.of(tokenizer().make_doc(text), text)
