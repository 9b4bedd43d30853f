"""Bodies by their form: a name in capitals beside a type noun or a governing verb."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.knowledge import Cue, Knowledge
from pipeline.names.proper import NameRules, begins_sentence, capital_within, is_subject
from pipeline.words.phrases import POSSESSIVE, Phrases, Word, Words, adjoin, words_of

_HOUSE = "care_home_by_house"
_STOP = re.compile(r"[.!?:;\n“”\"]")
"""What stands between two sentences, or a sentence and what introduces it."""
_PERSON = 3
"""Words of a person's name and the "of" after it."""
_PAIR = 2
"""Words of a name that alone may stand for it."""
_LONG = 40
"""So many words a name may stand before its verb."""


class Meaning(NamedTuple):
    """What a phrase can mean.

    Attributes:
        label: `inspectorate`, `generic`, `sign`, or the type of body.
        key: the slug, the body's id; for a generic reference its own words.
        how: `name`, `alias`, `nickname` (a place, an abbreviation that several
            share), `byname` (of this one alone: the Met), `form`, `house`, `described`,
            `governed`, `short`, `office`, `watchword`.
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


class Forms:
    """Names by their form: capitals before a type noun, or after one."""

    def __init__(self, known: Knowledge) -> None:
        cues = known.cues
        lists = {name: cue.words for name, cue in cues["body_names"].items()}
        self.rules = NameRules(
            frozenset(lists["not_a_name"]),
            frozenset(lists["openers"]),
            Phrases((words, True) for words in lists["true_openers"]),
            frozenset(lists["common"]),
            frozenset(lists["joins"]),
        )
        self.descriptors = {
            kind: frozenset(cue.words) for kind, cue in cues["body_descriptors"].items()
        }
        self.nouns = Phrases(_by_type(cues["body_forms"].items()))
        for framework in known.frameworks.values():
            for kind in framework.inspects:  # a type's own name is a type noun
                self.nouns.add(kind.replace("_", " "), kind)
        self.leads = Phrases(_by_type(cues["body_forms_before"].items()))
        self.others = Phrases((words, True) for words in lists["other_organisation"])
        self.never = Phrases((words, True) for words in lists["not_inspected"])
        self.capital_only = frozenset(lists["capital_only"])
        self.phases = frozenset(lists["phases"])
        self.sites = frozenset(lists["sites"])
        self.houses = frozenset(cues["body_forms"][_HOUSE].words)
        self.kept = {"school": self.phases, "care_home": self.houses}
        self.offices = frozenset(lists["offices"])
        self.first_parts = frozenset(lists["first_parts"])
        self.of_places = frozenset(lists["of_places"])
        self.joined = self.of_places | frozenset(lists["joined"])
        self.streets = frozenset(lists["streets"])
        self.press = frozenset(lists["press"])
        self.governs = Phrases((words, True) for words in lists["governs"])
        self.governed_by = Phrases((words, True) for words in lists["governed"])
        self.firsts = self.leads.firsts | self.nouns.firsts
        self.verbs = self.governs.firsts | self.governed_by.firsts
        self.generics = frozenset(
            words for cue in cues["body_generics"].values() for words in cue.words
        )
        self.registered = {
            (body.type, _slug(self.base_of(body.name))): body.id
            for body in known.bodies.values()
        }
        self.in_registers = frozenset(kind for kind, _ in self.registered)

    def at(
        self, text: str, words: Sequence[Word], at: int, floor: int, place: int
    ) -> list[Found]:
        """The name whose type noun begins with the word `at`, if there is one.

        Args:
            text: the whole text.
            words: its words.
            at: index of the type noun's first word.
            floor: index after the name before, which no other reaches into.
            place: index after the bare place before: part of "Saltby and Leighmoor
                PDU", and of "Kent and Essex Police" not.
        """
        lead = self.leads.longest(text, words, at)
        if lead:
            after = self.rules.after(text, words, lead[0])
            if after > lead[0]:
                found = self._found(words[lead[0] : after], lead[1][0])
                return [Found(at, self._styled(words, text, after, lead[1]), found)]
        noun = self.nouns.longest(text, words, at)
        if noun is None:
            return []
        after, (kind, *_) = noun
        joins = kind in self.joined
        if kind in self.in_registers:
            floor = max(floor, place)
        first = self.rules.before(text, words, at, floor, joins=joins)
        if first is None or self._is_none(text, words, at, after):
            return []
        first = self._past_a_person(text, words, first, at)
        first = self._past_an_adjective(text, words, first, at, after)
        further = after < len(words) and self.nouns.longest(text, words, after)
        if further and (
            self.rules.before(text, words, after, floor, joins=joins) == first
        ):
            return []  # "Maplehurst House care home": the later noun will tell
        if self._only_opens(text, words, first, at, place=kind in self.of_places):
            return []
        found = self._found(words[first:at], kind, words[at:after])
        if self._describes(text, words, first, at):
            found = found._replace(how="described")
        if kind == "college":
            after = self._subject_taught(text, words, after)
        return [Found(first, after, found)]

    def _subject_taught(self, text: str, words: Sequence[Word], after: int) -> int:
        """Index after the rest of "Lowick College of Further Education"."""
        if after + 1 >= len(words) or words[after].norm != "of":
            return after
        capital = text[words[after - 1].start].isupper()
        further = self.rules.after(text, words, after + 1)
        return further if capital and further > after + 1 else after

    def _styled(
        self, words: Sequence[Word], text: str, after: int, kinds: Sequence[str]
    ) -> int:
        """Index after the style too: "children's services at Saltby City Council"."""
        if after == len(words) or not adjoin(text, words[after - 1], words[after]):
            return after
        noun = self.nouns.longest(text, words, after)
        styled = noun and text[words[after].start].isupper()
        return noun[0] if noun and styled and set(noun[1]) & set(kinds) else after

    def _past_a_person(
        self, text: str, words: Sequence[Word], first: int, noun: int
    ) -> int:
        """Index of the name's first word: "Chief Constable Ann Lee of Kent Police".

        A name of two words after an office or a title, and then "of", is a person's.
        """
        if first + _PERSON >= noun or words[first + 2].norm != "of":
            return first
        before = words[first - 1] if first else None
        office = before is not None and before.norm in self.offices
        return (
            first + _PERSON if office and text[words[first].start].isupper() else first
        )

    def _past_an_adjective(
        self, text: str, words: Sequence[Word], first: int, noun: int, after: int
    ) -> int:
        """Index of the name's first word: "Swish Maple Hill Nursery", "Maple Hill".

        A word that opens a sentence is none of the name where the text has the rest
        of it without that word, and the word nowhere else with a capital.
        """
        word = words[first]
        if first + 1 >= noun or word.norm in self.first_parts:
            return first
        if not begins_sentence(text, word) or word.norm in capital_within(text):
            return first
        ends = [words[after - 1].end]
        if first + _PAIR < noun:
            ends.append(words[noun - 1].end)
        start = words[first + 1].start
        alone = any(
            text.count(text[start:end]) > text.count(text[word.start : end])
            for end in ends
        )
        return (
            first + 1 if alone and self.rules.proper(text, words, first + 1) else first
        )

    def governed(
        self, text: str, words: Words, taken: Container[int]
    ) -> Iterator[Found]:
        """Names of no known form beside a verb that only inspections have.

        Args:
            text: the whole text.
            words: its words.
            taken: indices of words that are part of a name already.
        """
        for at in words.among(self.verbs):
            word = words[at]
            if text[word.start].isupper():
                continue
            verb = self.governs.longest(text, words, at)
            extent = verb and self._object(text, words, verb[0])
            if not extent and self.governed_by.longest(text, words, at):
                extent = self._subject(text, words, at)
            if extent and word.norm == "told" and _is_listener(text, words, extent[1]):
                continue
            if extent and not any(place in taken for place in range(*extent)):
                yield from self._unknown(words, *extent)

    def _object(
        self, text: str, words: Sequence[Word], first: int
    ) -> tuple[int, int] | None:
        """The name after a verb: "inspected Fernleigh", "a visit to the Willows"."""
        if first == len(words) or not adjoin(text, words[first - 1], words[first]):
            return None
        after = self.rules.after(text, words, first)
        return (first, after) if after > first else None

    def _subject(
        self, text: str, words: Sequence[Word], at: int
    ) -> tuple[int, int] | None:
        """The name that begins the verb's sentence, an aside between them or none."""
        first = _clause(text, words, at)
        after = self.rules.after(text, words, first + _has_article(words[first]))
        aside = text[words[after - 1].end :].lstrip()[:1] == ","
        return (first, after) if after == at or (after < at and aside) else None

    def _unknown(self, words: Sequence[Word], first: int, after: int) -> list[Found]:
        """A body of unknown type, unless it is "the home" or a lone article."""
        name = list(words[first:after])
        if not name:
            return []
        if name[-1].norm in self.press:
            return []
        phrase = " ".join(word.norm for word in name)
        article = _has_article(name[0])
        if after - first <= article or phrase in self.generics:
            return []
        key = "-".join(word.norm.replace("'", "") for word in name[article:])
        return [Found(first, after, Meaning("unknown", key, "governed"))]

    def _is_none(self, text: str, words: Sequence[Word], at: int, after: int) -> bool:
        """Whether the noun is an everyday word here, or the name another's."""
        phrase = " ".join(word.norm for word in words[at:after])
        everyday = (
            phrase in self.capital_only
            and text[words[at].start].islower()
            and words[at - 1].norm not in self.streets
        )
        return (
            everyday
            or self.another(text, words, after)
            or any(
                self.never.longest(text, words, place) is not None
                for place in range(max(0, at - 3), after)
            )
        )

    def _only_opens(
        self, text: str, words: Sequence[Word], first: int, noun: int, *, place: bool
    ) -> bool:
        """Whether one word has its capital from where it stands: "Troubled home".

        Before the nouns of a `place` any word may be one, but for a participle.
        """
        word, hit = words[first], self.nouns.longest(text, words, noun)
        if noun - first > 1 or self._is_capital(text, words, noun):
            return False
        if not word.norm.endswith(("ed", "ing")) and (
            place or (hit and is_subject(text, words[hit[0] - 1].end))
        ):
            return False
        return begins_sentence(text, word) and word.norm not in capital_within(text)

    def _is_capital(self, text: str, words: Sequence[Word], noun: int) -> bool:
        """Whether a type noun is part of the name: "School", not "GP practice"."""
        hit = self.nouns.longest(text, words, noun)
        last = words[hit[0] - 1] if hit else words[noun]
        return text[last.start].isupper()

    def _describes(
        self, text: str, words: Sequence[Word], first: int, noun: int
    ) -> bool:
        """Whether it is a description: "the Isle of Man jail", "a Saltby school"."""
        if self._is_capital(text, words, noun):
            return False
        owned = words[noun - 1].norm == POSSESSIVE
        return owned or (first > 0 and words[first - 1].norm in {"the", "a", "an"})

    def another(self, text: str, words: Sequence[Word], after: int) -> bool:
        """Whether the next words make it another organisation or an office."""
        hit = self.others.longest(text, words, after) if after < len(words) else None
        return hit is not None and adjoin(text, words[after - 1], words[after])

    def goes_on(self, text: str, words: Sequence[Word], after: int) -> bool:
        """Whether a name goes on after these words: "Durham Wildlife Trust"."""
        if after == len(words):
            return False
        begun, word = words[after - 1], words[after]
        if text[begun.end : word.start] not in {" ", "\u00a0", "-"}:
            return False
        proper = text[word.start].isupper() and word.norm not in self.rules.never
        return proper or self.nouns.longest(text, words, after) is not None

    def precedes(self, text: str, words: Sequence[Word], at: int) -> bool:
        """Whether a name stands before these words and takes them in: "Low Harrow"."""
        if not at or text[words[at - 1].end : words[at].start] not in {" ", "\u00a0"}:
            return False
        return self.rules.proper(text, words, at - 1)

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
        inner = words_of(name)
        lead = self.leads.longest(name, inner, 0)
        if lead and lead[0] < len(inner):  # a lead alone is all the name there is
            name = name[inner[lead[0]].start :]
        base = self.base_of(name)
        yield base
        rest = words_of(name[len(base) :])
        if len(rest) > 1 and rest[0].norm in self.sites:
            yield name[: len(base) + rest[0].end]
        if rest and rest[0].norm in self.houses:
            yield name[len(base) :].strip()
        left = list(words_of(base))
        while len(left) > 1 and left[-1].norm in self.descriptors.get(kind, ()):
            left.pop()
            yield base[: left[-1].end]

    def _found(
        self, name: Sequence[Word], kind: str, noun: Sequence[Word] = ()
    ) -> Meaning:
        """What a name beside its noun means.

        A school's phase stays in its key, and a home's house: the Grange and the Park
        of one name are two.
        """
        how = "house" if kind == _HOUSE else "form"
        kind = "care_home" if kind == _HOUSE else kind
        left_out = {*self.descriptors.get(kind, ()), POSSESSIVE}
        inner = list(name)
        while len(inner) > 1 and inner[-1].norm in left_out:
            inner.pop()
        left = [*name[len(inner) :], *noun]
        kept = self.kept.get(kind, frozenset())
        inner += [word for word in left if word.norm in kept]
        key = "-".join(word.norm.replace("'", "") for word in inner)
        return Meaning(kind, self.registered.get((kind, key), key), how)


def _clause(text: str, words: Sequence[Word], at: int) -> int:
    """Index of the first word of the sentence that the word `at` stands in."""
    first = at
    while first > max(0, at - _LONG) and not _STOP.search(
        text, words[first - 1].end, words[first].start
    ):
        first -= 1
    return first


def _is_listener(text: str, words: Sequence[Word], after: int) -> bool:
    """Whether somebody speaks to whom a verb names: "she told Saltby Live: ..."."""
    return text[words[after - 1].end : words[after - 1].end + 1] in {":", ",", "."}


def _has_article(word: Word) -> bool:
    return word.norm == "the"


def _by_type(cues: Iterable[tuple[str, Cue]]) -> Iterator[tuple[str, str]]:
    return ((words, kind) for kind, cue in cues for words in cue.words)


def _slug(name: str) -> str:
    return "-".join(word.norm.replace("'", "") for word in words_of(name))
