"""Names by their form: the capitals before a type noun, or after one."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.words.phrases import POSSESSIVE, Phrases, Word, words_of

_LONGEST = 12
"""So many words a name has at most."""
_GAPS = frozenset({"", " ", "\u00a0", "-", "‑", "/", "'", "’", "  "})
_ABBREVIATED = frozenset({"st", "ss", "dr"})
_DATELINE = 14
_ISO = re.compile(r"\d{4}-\d\d-\d\d$")
"""The dateline that scrapers put before a text."""
_STATUS = frozenset({"va", "vc", "ce", "rc", "c", "aided", "controlled"})
"""What stands in brackets inside a school's name: "St Bega's (VA) Primary School"."""
_GOES_ON = re.compile(
    r",|,?\s(?:in|at|near|on|has|have|had|was|were|is|which|whose|will|must|received|"
    r"requires|needs|fell|got|remains|failed)\b"
)
"""What follows a subject: no other noun, as in "Nursing home staff"."""
_LINE = 2000
_ENDING = 8
_STOPS = re.compile(r"[.!?][\"'”’)\s\u00a0]*$")
"""How a line of prose ends, and how far on that is looked for, in characters."""
_BORDERS = frozenset({"", "\n", "\t", ".", "!", "?", ":", ";", *"‘’“”'\"()[]–—-•*|"})


class NameRules(NamedTuple):
    """Which words a name is made of.

    Attributes:
        never: words at which a name ends, seen from its type noun backwards.
        openers: words that a sentence begins with and a name does not.
        true_openers: names that begin with such a word all the same.
        common: words that alone make no name.
        joins: small words that a name may hold.
    """

    never: frozenset[str]
    openers: frozenset[str]
    true_openers: Phrases[bool]
    common: frozenset[str]
    joins: frozenset[str]

    def before(
        self, text: str, words: Sequence[Word], noun: int, floor: int, *, joins: bool
    ) -> int | None:
        """Index of the first word of the name that leads up to a type noun, if any.

        Args:
            text: the whole text.
            words: its words.
            noun: index of the type noun's first word.
            floor: index of the first word that is free.
            joins: whether "and" may join two places in it.
        """
        first = None
        at = noun - 1
        floor = max(floor, noun - _LONGEST)
        if at >= floor and words[at].norm in self.joins:
            return None
        joined = False
        while at >= floor and _within(text, words, at, commas=joined):
            joined |= joins and words[at].norm == "and"
            if self.proper(text, words, at):
                first = at
            elif not self._joins(text, words[at], carries=at + 1 < noun) or (
                not joins and text[words[at].start : words[at].end] == "and"
            ):
                break
            at -= 1
        return first if first is not None and self._tells(words[first:noun]) else None

    def after(self, text: str, words: Sequence[Word], first: int) -> int:
        """Index after the name that begins with the word `first`; `first` if none."""
        last = at = first
        while at < min(len(words), first + _LONGEST) and (
            at == first or _within(text, words, at - 1)
        ):
            if words[at].norm == POSSESSIVE:
                break
            if self.proper(text, words, at):
                last = at + 1
            elif not self._joins(text, words[at], carries=at > first):
                break
            at += 1
        return last if self._tells(words[first:last]) else first

    def proper(self, text: str, words: Sequence[Word], at: int) -> bool:
        """Whether a word can be part of a name, by its capital and its place."""
        word = words[at]
        if not text[word.start].isupper() or word.norm in self.never:
            return False
        return (
            word.norm not in self.openers
            or not begins_sentence(text, word)
            or self.true_openers.longest(text, words, at) is not None
        )

    def _joins(self, text: str, word: Word, *, carries: bool) -> bool:
        """Whether a small word carries a name on: "Devon and Cornwall", "Hove-in-"."""
        if word.norm == POSSESSIVE or (word.norm in self.joins and carries):
            return True
        return text[word.start].islower() and text[word.end : word.end + 1] in {
            "-",
            "‑",
        }

    def _tells(self, words: Sequence[Word]) -> bool:
        return any(
            len(word.norm) > 1
            and word.norm not in self.common
            and word.norm not in self.joins
            for word in words
        )


def begins_sentence(text: str, word: Word) -> bool:
    """Whether a word stands first in its sentence, line or quotation."""
    before = text[max(0, word.start - _DATELINE) : word.start].rstrip(" \u00a0")
    return before[-1:] in _BORDERS or _ISO.search(before) is not None


def is_subject(text: str, end: int) -> bool:
    """Whether a noun that ends here has no article in prose, so that it is a name.

    As in "Braehead care home in Carnhaugh has been rated poor."; a headline leaves
    articles out, and ends without a stop.
    """
    if _GOES_ON.match(text, end) is None:
        return False
    stop = text.find("\n", end, end + _LINE)
    last = text[end : end + _LINE if stop < 0 else stop][-_ENDING:]
    return bool(_STOPS.search(last))


@lru_cache(maxsize=1)
def capital_within(text: str) -> frozenset[str]:
    """Words that have a capital where they do not begin a sentence."""
    return frozenset(
        word.norm
        for word in words_of(text)
        if text[word.start].isupper() and not begins_sentence(text, word)
    )


def _within(text: str, words: Sequence[Word], at: int, *, commas: bool = False) -> bool:
    """Whether a word and the next can be parts of one name.

    A full stop parts them unless it abbreviates ("St. Bega's"), a comma unless the name
    goes on to an "and": "Barking, Havering and Redbridge Hospitals".
    """
    gap = text[words[at].end : words[at + 1].start]
    if gap == ". ":
        return words[at].norm in _ABBREVIATED or len(words[at].norm) == 1
    if gap == " (":
        return words[at + 1].norm in _STATUS
    if gap == ") ":
        return words[at].norm in _STATUS
    if gap in {"' ", "’ "}:  # of a plural, not of a quotation's end
        return words[at].norm.endswith("s")
    return gap in _GAPS or (commas and gap == ", ")
