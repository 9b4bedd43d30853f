"""A text → the names in it, in order.

Three sources: the registers and their aliases, the form of a name (capitals beside a
type noun: "Northshire Police", "HMP Marlow Fen"), and what the text itself makes of
these names: their short forms and the abbreviations it puts in brackets.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.knowledge import Knowledge, once
from pipeline.names.forms import Forms, Found, Meaning
from pipeline.names.registers import known_names
from pipeline.words.phrases import Phrases, Word, Words, words_of

_ABBREVIATION = re.compile(
    r"\s*[(\[][‘'\"“]?(?:the )?([A-Z][A-Za-z&]{1,9})[’'\"”]?[)\]]"
)
_NO_FULL_NAME = frozenset({"nickname", "byname", "watchword"})


class Name(NamedTuple):
    """A name in a text: half-open characters, and what it means."""

    start: int
    end: int
    meaning: Meaning


def names_in(known: Knowledge, text: str) -> list[Name]:
    """All names of a text; where one may mean several bodies, each is given."""
    return finder(known).find(text)


class Finder:
    """Finds names in texts by the same data."""

    def __init__(self, known: Knowledge) -> None:
        self.forms = Forms(known)
        self.names = Phrases(known_names(known, self.forms))
        self.firsts = self.names.firsts | self.forms.firsts

    def find(self, text: str) -> list[Name]:
        """The names of a text, sorted."""
        words = words_of(text)
        if not words:
            return []
        found = _outermost(self._walk(text, words))
        taken = _taken(found)
        found += self.forms.governed(text, words, taken)
        found += self._echoes(text, words, found, taken)
        return sorted(
            Name(words[hit.first].start, words[hit.after - 1].end, hit.meaning)
            for hit in found
        )

    def _walk(self, text: str, words: Words) -> Iterator[Found]:
        """Names of the registers, names by form, generic references; left to right."""
        reached = floor = place = 0
        for at in words.among(self.firsts):
            if at < reached:
                continue
            hits = self._named(text, words, at)
            if not hits or hits[0].meaning.how == "watchword":
                hits = self.forms.at(text, words, at, floor, place) or hits
            yield from hits
            reached = hits[0].after if hits else at + 1
            if hits and hits[0].meaning.how in {"nickname", "byname"}:
                place = reached
            elif hits and hits[0].meaning.how != "watchword":
                floor = reached  # no name reaches back into another

    def _named(self, text: str, words: Sequence[Word], at: int) -> list[Found]:
        hit = self.names.longest(text, words, at)
        if hit is None or self.forms.another(text, words, hit[0]):
            return []
        after, meanings = hit
        written = text[words[at].start : words[after - 1].end]
        part = self.forms.goes_on(text, words, after) or self.forms.precedes(
            text, words, at
        )
        return [
            Found(at, after, meaning)
            for meaning in meanings
            if _fits(meaning, written)
            and not (part and meaning.how in {"nickname", "byname"})
        ]

    def _echoes(
        self,
        text: str,
        words: Words,
        found: Sequence[Found],
        taken: Container[int],
    ) -> Iterator[Found]:
        """Short forms and abbreviations of names that the document gives in full."""
        short: Phrases[Meaning] = Phrases()
        for hit in found:
            if hit.meaning.how in _NO_FULL_NAME:
                continue
            for phrase in self._shorter(text, words, hit):
                short.add(phrase, hit.meaning._replace(how="short", written=phrase))
        for at in words.among(short.firsts):
            if at in taken or not text[words[at].start].isupper():
                continue
            said = short.longest(text, words, at)
            if said is None or (
                words[at].norm in self.forms.houses
                and said[0] == at + 1
                and not (at and words[at - 1].norm == "the")
            ):
                continue  # "the Grange", but not "Grange Road"
            if not self.forms.goes_on(text, words, said[0]):
                yield from (Found(at, said[0], meaning) for meaning in said[1])

    def _shorter(self, text: str, words: Sequence[Word], hit: Found) -> Iterator[str]:
        end = words[hit.after - 1].end
        abbreviation = _ABBREVIATION.match(text, end)
        if abbreviation and not self.forms.is_noun(abbreviation[1]):
            yield abbreviation[1]
        if hit.meaning.how in {"form", "house", "described", "governed"}:
            inner = words[hit.first : hit.after]
            yield from self.forms.shorter(text, inner, hit.meaning.label)


def _outermost(hits: Iterable[Found]) -> list[Found]:
    """The names, bare places that a later name takes in left out."""
    kept: list[Found] = []
    for hit in hits:
        while (
            kept
            and hit.first < kept[-1].after < hit.after
            and kept[-1].meaning.how in {"nickname", "byname"}
        ):
            kept.pop()
        kept.append(hit)
    return kept


def _taken(found: Sequence[Found]) -> set[int]:
    """Indices of the words that belong to a full name."""
    return {
        at
        for hit in found
        if hit.meaning.how not in _NO_FULL_NAME
        for at in range(hit.first, hit.after)
    }


def _fits(meaning: Meaning, written: str) -> bool:
    """Whether the letters are as they must be: capitals for names."""
    if meaning.written and meaning.written != written:
        return False
    return meaning.how in {"watchword", "office"} or written[0].isupper()


@once
def finder(known: Knowledge) -> Finder:
    """The finder for this data."""
    return Finder(known)
