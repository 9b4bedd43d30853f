"""spaCy's own tokens, found faster and in linear time."""

import re
from typing import Any
from weakref import WeakKeyDictionary

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mentions.text import remember

REMEMBERED = 20_000
"""Pieces between white space whose tokens are kept in a process."""
_TAIL = 100
"""Characters at the end of a piece in which its suffix is looked for."""

_seen: WeakKeyDictionary[Language, set[str]] = WeakKeyDictionary()


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
    """A blank English pipeline."""
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer
    suffix = _Suffix(tokenizer.suffix_search.__self__.pattern)
    tokenizer.suffix_search = suffix.search
    tokenizer.max_cache_size = REMEMBERED
    return nlp


def tokenised(nlp: Language, text: str) -> Doc:
    """The tokens of a text, those of each piece found once in a process.

    spaCy keeps them, too, but not for what follows the first special case of a text
    ("don't", "a.m."). What is seen piece by piece follows none.
    """
    seen = _seen.setdefault(nlp, set())
    if len(seen) < REMEMBERED:
        new = set(text.split()) - seen
        for piece in new:
            nlp.make_doc(piece)
        seen |= new
    doc = nlp.make_doc(text)
    remember(doc, text)
    return doc
