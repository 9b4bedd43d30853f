"""Inspected bodies and inspectorates.

Three sources: the registers and their aliases, the form of a name (capitals beside a
type noun: "Northshire Police", "HMP Marlow Fen"), and what the document itself makes of
these names: their short forms and the abbreviations it puts in brackets.
"""

import re
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import knowledge
from pipeline.mentions.body_forms import Forms, Found, Meaning
from pipeline.mentions.body_registers import known_names
from pipeline.mentions.factory import component
from pipeline.phrases import Phrases, Word, words_of

_ABBREVIATION = re.compile(
    r"\s*[(\[][‘'\"“]?(?:the )?([A-Z][A-Za-z&]{1,9})[’'\"”]?[)\]]"
)
_NO_FULL_NAME = frozenset({"nickname", "byname", "watchword"})


@component("bodies")
class Bodies:
    """Writes `doc.spans["bodies"]`.

    `label_` is `inspectorate`, `generic` ("the force"), `sign` ("pupils") or the type
    of body; `kb_id_` the inspectorate's slug, the words of the generic reference, the
    type that a sign speaks for, or the body's id in its register, else a slug of its
    name without the type noun; `id_` says how it was found. Where a name may mean
    several bodies each gets a span.
    """

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        known = knowledge.load(*map(Path, folders))
        self.forms = Forms(known)
        self.names = Phrases(known_names(known, self.forms))

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        text = doc.text
        words = words_of(text)
        found = list(self._walk(text, words))
        taken = _taken(found)
        found += self.forms.governed(text, words, taken)
        found += self._echoes(text, words, found, taken)
        found.sort(key=lambda hit: hit[:2])
        doc.spans["bodies"] = [
            span
            for hit in found
            if (
                span := doc.char_span(
                    words[hit.first].start,
                    words[hit.after - 1].end,
                    label=hit.meaning.label,
                    kb_id=hit.meaning.key,
                    span_id=hit.meaning.how,
                    alignment_mode="expand",
                )
            )
        ]
        return doc

    def _walk(self, text: str, words: Sequence[Word]) -> Iterator[Found]:
        """Names of the registers, names by form, generic references; left to right."""
        at = floor = 0
        while at < len(words):
            hits = self._named(text, words, at)
            if not hits or hits[0].meaning.how == "watchword":
                hits = self.forms.at(text, words, at, floor) or hits
            yield from hits
            after = hits[0].after if hits else at + 1
            if hits and hits[0].meaning.how != "watchword":
                floor = after  # no name reaches back into another
            at = max(at + 1, after)

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
        words: Sequence[Word],
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
        for at, word in enumerate(words):
            if at in taken or not text[word.start].isupper():
                continue
            said = short.longest(text, words, at)
            if said and not self.forms.goes_on(text, words, said[0]):
                yield from (Found(at, said[0], meaning) for meaning in said[1])

    def _shorter(self, text: str, words: Sequence[Word], hit: Found) -> Iterator[str]:
        end = words[hit.after - 1].end
        abbreviation = _ABBREVIATION.match(text, end)
        if abbreviation and not self.forms.is_noun(abbreviation[1]):
            yield abbreviation[1]
        if hit.meaning.how in {"form", "house", "described", "governed"}:
            inner = words[hit.first : hit.after]
            yield from self.forms.shorter(text, inner, hit.meaning.label)


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
    return meaning.how == "watchword" or written[0].isupper()
