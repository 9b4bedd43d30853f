"""Names by their form: the capitals before a type noun, or after one."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.phrases import POSSESSIVE, Word, adjoin


class NameRules(NamedTuple):
    """Which words a name is made of.

    Attributes:
        never: words at which a name ends, seen from its type noun backwards.
        common: words that alone make no name.
        joins: small words that a name may hold.
    """

    never: frozenset[str]
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
        if at >= floor and words[at].norm in self.joins:
            return None
        while at >= floor and adjoin(text, words[at], words[at + 1]):
            if self._proper(text, words[at]):
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
        while at < len(words) and (
            at == first or adjoin(text, words[at - 1], words[at])
        ):
            if words[at].norm == POSSESSIVE:
                break
            if self._proper(text, words[at]):
                last = at + 1
            elif not self._joins(text, words[at], carries=at > first):
                break
            at += 1
        return last if self._tells(words[first:last]) else first

    def _proper(self, text: str, word: Word) -> bool:
        return text[word.start].isupper() and word.norm not in self.never

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
            word.norm not in self.common and word.norm not in self.joins
            for word in words
        )
