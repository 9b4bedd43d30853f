"""Inspected bodies and inspectorates.

Three sources: the registers and their aliases, the form of a name (capitals beside a
type noun: "Northshire Police", "HMP Marlow Fen"), and what the document itself makes of
these names: their short forms and the abbreviations it puts in brackets.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import knowledge
from pipeline.knowledge import Body, Knowledge
from pipeline.mentions.factory import component
from pipeline.mentions.proper import NameRules
from pipeline.phrases import POSSESSIVE, Phrases, Word, words_of

_ABBREVIATION = re.compile(
    r"\s*[(\[][‘'\"“]?(?:the )?([A-Z][A-Za-z&]{1,9})[’'\"”]?[)\]]"
)
_HOUSE = "care_home_by_house"


class Meaning(NamedTuple):
    """What a phrase can mean.

    Attributes:
        label: `inspectorate`, `generic`, `plural`, or the type of body.
        key: the slug, the body's id; for a generic reference its own words.
        how: `name`, `alias`, `nickname`, `form`, `house`, `described`, `short`,
            `watchword`.
        written: the phrase where its letters count: one word in capitals.
    """

    label: str
    key: str
    how: str
    written: str = ""


class Found(NamedTuple):
    """Words `first:after` with a meaning."""

    first: int
    after: int
    meaning: Meaning


@component("bodies")
class Bodies:
    """Writes `doc.spans["bodies"]`.

    `label_` is `inspectorate`, `generic` ("the force"), `plural` ("four forces") or the
    type of body; `kb_id_` the inspectorate's slug, the words of the generic reference,
    the type of the many, or the body's id in its register, else a slug of its name
    without the type noun; `id_` says how it was found. Where a name may mean several
    bodies each gets a span.
    """

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        known = knowledge.load(*map(Path, folders))
        self.forms = Forms(known)
        self.names = Phrases(_known_names(known, self.forms))

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        text = doc.text
        words = words_of(text)
        found = list(self._walk(text, words))
        found += self._echoes(text, words, found)
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
        loose = self.forms.goes_on(text, words, after)
        return [
            Found(at, after, meaning)
            for meaning in meanings
            if _fits(meaning, written) and not (loose and meaning.how == "nickname")
        ]

    def _echoes(
        self, text: str, words: Sequence[Word], found: Sequence[Found]
    ) -> Iterator[Found]:
        """Short forms and abbreviations of names that the document gives in full."""
        short: Phrases[Meaning] = Phrases()
        taken: set[int] = set()
        for hit in found:
            taken.update(range(hit.first, hit.after))
            if hit.meaning.how in {"nickname", "watchword"}:
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
        if hit.meaning.how in {"form", "house", "described"}:
            inner = words[hit.first : hit.after]
            yield from self.forms.shorter(text, inner, hit.meaning.label)


def _fits(meaning: Meaning, written: str) -> bool:
    """Whether the letters are as they must be: capitals for names."""
    if meaning.written and meaning.written != written:
        return False
    return meaning.how == "watchword" or written[0].isupper()


def _known_names(known: Knowledge, forms: "Forms") -> Iterator[tuple[str, Meaning]]:
    for slug, inspectorate in known.inspectorates.items():
        for name in (inspectorate.name, *inspectorate.abbreviations):
            yield name, Meaning("inspectorate", slug, "name", _exact(name))
        for name in inspectorate.wordings:
            how = "alias" if name[0].isupper() else "watchword"
            yield name, Meaning("inspectorate", slug, how)
        for name in inspectorate.nicknames:
            yield name, Meaning("inspectorate", slug, "watchword")
    for body in known.bodies.values():
        yield from _body_names(body, forms)
    for cue in known.cues["body_generics"].values():
        for words in cue.words:
            yield words, Meaning("generic", words, "watchword")
    for kind, cue in known.cues["body_plurals"].items():
        for words in cue.words:
            yield words, Meaning("plural", kind, "watchword")


def _body_names(body: Body, forms: "Forms") -> Iterator[tuple[str, Meaning]]:
    base = forms.base_of(body.name)
    for how, names in (
        ("name", (body.name,)),
        ("alias", body.aliases),
        ("nickname", (*body.nicknames, base)),
    ):
        for name in names:
            bare = forms.base_of(name).lower() == name.lower()
            meaning = Meaning(body.type, body.id, how, _exact(name))
            yield name, meaning._replace(how="nickname") if bare else meaning


def _exact(name: str) -> str:
    """The name itself where its letters must be just so: one word of capitals."""
    return name if name.isupper() and " " not in name else ""


class Forms:
    """Names by their form: capitals before a type noun, or after one."""

    def __init__(self, known: Knowledge) -> None:
        cues = known.cues
        lists = {name: cue.words for name, cue in cues["body_names"].items()}
        self.rules = NameRules(
            frozenset(lists["not_a_name"]),
            frozenset(lists["common"]),
            frozenset(lists["joins"]),
        )
        self.descriptors = {
            kind: frozenset(cue.words) for kind, cue in cues["body_descriptors"].items()
        }
        self.nouns = Phrases(_by_type(cues["body_forms"].items()))
        self.leads = Phrases(_by_type(cues["body_forms_before"].items()))
        self.others = Phrases((words, True) for words in lists["other_organisation"])
        self.never = Phrases((words, True) for words in lists["not_inspected"])
        self.capital_only = frozenset(lists["capital_only"])
        self.registered = {
            (body.type, _slug(self.base_of(body.name))): body.id
            for body in known.bodies.values()
        }

    def at(self, text: str, words: Sequence[Word], at: int, floor: int) -> list[Found]:
        """The name whose type noun begins with the word `at`, if there is one."""
        lead = self.leads.longest(text, words, at)
        if lead:
            after = self.rules.after(text, words, lead[0])
            if after > lead[0]:
                found = self._found(words[lead[0] : after], lead[1][0])
                return [Found(at, after, found)]
        noun = self.nouns.longest(text, words, at)
        first = noun and self.rules.before(text, words, at, floor)
        if noun is None or first is None or self._is_none(text, words, at, noun[0]):
            return []
        after, (kind, *_) = noun
        further = after < len(words) and self.nouns.longest(text, words, after)
        if further and self.rules.before(text, words, after, floor) == first:
            return []  # "Larkfield House care home": the later noun will tell
        found = self._found(words[first:at], kind)
        if self._describes(text, words, first, at):
            found = found._replace(how="described")
        return [Found(first, after, found)]

    def _is_none(self, text: str, words: Sequence[Word], at: int, after: int) -> bool:
        """Whether the noun is an everyday word here, or the name another's."""
        phrase = " ".join(word.norm for word in words[at:after])
        everyday = phrase in self.capital_only and text[words[at].start].islower()
        return (
            everyday
            or self.another(text, words, after)
            or self.never.longest(text, words, at - 1) is not None
        )

    def _describes(
        self, text: str, words: Sequence[Word], first: int, noun: int
    ) -> bool:
        """Whether it is a description: "the Isle of Man jail", "Teesside's force"."""
        if text[words[noun].start].isupper():
            return False
        owned = words[noun - 1].norm == POSSESSIVE
        return owned or (first > 0 and words[first - 1].norm == "the")

    def another(self, text: str, words: Sequence[Word], after: int) -> bool:
        """Whether the next words make it another organisation or an office."""
        return after < len(words) and bool(self.others.longest(text, words, after))

    def goes_on(self, text: str, words: Sequence[Word], after: int) -> bool:
        """Whether a name goes on after these words: "Durham Wildlife Trust"."""
        if after == len(words):
            return False
        begun, word = words[after - 1], words[after]
        if text[begun.end : word.start] not in {" ", "\u00a0", "-"}:
            return False
        proper = text[word.start].isupper() and word.norm not in self.rules.never
        return proper or self.nouns.longest(text, words, after) is not None

    def is_noun(self, abbreviation: str) -> bool:
        """Whether it abbreviates a type noun, as PDU does."""
        return self.nouns.longest(abbreviation, words_of(abbreviation), 0) is not None

    def base_of(self, name: str) -> str:
        """A name without its type noun: "Gwent" of "Gwent Police"."""
        words = words_of(name)
        for at in range(1, len(words)):
            noun = self.nouns.longest(name, words, at)
            if noun and noun[0] == len(words):
                return name[: words[at - 1].end]
        return name

    def shorter(self, text: str, words: Sequence[Word], kind: str) -> Iterator[str]:
        """The names that a text may go on with, the longest first."""
        name = text[words[0].start : words[-1].end]
        lead = self.leads.longest(name, words_of(name), 0)
        if lead:
            name = name[words_of(name)[lead[0]].start :]
        base = self.base_of(name)
        yield base
        inner = words_of(base)
        while len(inner) > 1 and inner[-1].norm in self.descriptors.get(kind, ()):
            inner.pop()
            yield base[: inner[-1].end]

    def _found(self, name: Sequence[Word], kind: str) -> Meaning:
        """What a name without its noun means."""
        how = "house" if kind == _HOUSE else "form"
        kind = "care_home" if kind == _HOUSE else kind
        left_out = {*self.descriptors.get(kind, ()), POSSESSIVE}
        inner = list(name)
        while len(inner) > 1 and inner[-1].norm in left_out:
            inner.pop()
        key = "-".join(word.norm.replace("'", "") for word in inner)
        return Meaning(kind, self.registered.get((kind, key), key), how)


def _by_type(
    cues: Iterable[tuple[str, knowledge.Cue]],
) -> Iterator[tuple[str, str]]:
    return ((words, kind) for kind, cue in cues for words in cue.words)


def _slug(name: str) -> str:
    return "-".join(word.norm.replace("'", "") for word in words_of(name))
