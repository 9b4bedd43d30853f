"""Whom a description stands for: an office, a voice, a group, or words without any."""

import re
from collections.abc import Sequence
from functools import cached_property

from pipeline.link.quotes.clauses import syntax
from pipeline.link.quotes.clauses.noun_phrases import ONE, Source
from pipeline.link.quotes.people.cast import Cast, Person
from pipeline.link.quotes.people.descriptions import Descriptions
from pipeline.link.quotes.people.holders import Holders
from pipeline.link.quotes.people.offices import Offices
from pipeline.link.quotes.people.pronouns import (
    BOTH,
    Known,
    may_be,
)
from pipeline.link.quotes.people.things import Things
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

_ARTICLES = frozenset({"a", "an", "the", "one", "another"})
_REACH = 120
_GENDER_OF = {"m": "he", "f": "she"}
_FEW = 3
_FROM = re.compile(r"\s(?:from|by)\s(?:the\s|its\s|an?\s)?")
_BESIDE = 60
_DEFINITE = re.compile(r"(?:\b(?:the|its|his|her|their|our)|['’]s)\s*$", re.IGNORECASE)
"""Another mum is none that was named."""


class Nominals:
    """Resolves the nouns that name who speaks."""

    def __init__(
        self,
        story: Story,
        cast: Cast,
        descriptions: Descriptions,
        offices: Offices,
        things: Things,
    ) -> None:
        self.story = story
        self.cast = cast
        self.descriptions = descriptions
        self.holders = Holders(cast)
        self.offices = offices
        self.things = things
        self.data = story.reading.knowledge
        roles = self.data.cues["roles"]
        self.telling = roles["telling"].word_set
        self.trades = {
            noun: roles[f"trade-of-{noun}"].word_set for noun in roles["trades"].words
        }
        self.papers = roles["papers"].word_set
        self.lesser = roles["lesser"].word_set

    def office(self, source: Source, history: Sequence[Known]) -> Known:
        """An office that the document gives to one person is that person."""
        holder = self._holder(source)
        if holder is not None:
            return Known(holder)
        if source.head.key == "couple" and len(self.cast.couples) == 1:
            return Known(Person(self.cast.couples[0].key, BOTH, "couple"))
        if (known := self._same_trade(source, history)) is not None:
            return known
        if (told := self._told_more(source)) and history:
            person = history[-1].person
            pronoun = _GENDER_OF.get(person.gender, "") if person else ""
            if person is not None and may_be(pronoun, source.head.key, self.data):
                self.cast.describe(person)
                self.holders.tell(person, person.role or told)
                return Known(person)
        role, organisation = self.descriptions.at(source.head, source.stop)
        one = source.kind in ONE and not self._is_nobody(source)
        if organisation is not None and organisation[0].islower():
            organisation = self.offices.organisation(f"the {organisation}")
            organisation = organisation or self.things.organisation_before(source.start)
        role = self._described(source, role)
        writer = self._written_by(source)
        organisation = organisation or self.offices.organisation(
            writer.key if writer else role
        )
        if writer is not None and writer.label == "organisation":
            organisation = writer.key
        thing = source.kind == "voice"
        return Known(None, role, organisation, individual=one, thing=thing)

    def phrase(self, source: Source) -> str | None:
        """How a phrase without any name or office calls who speaks."""
        written = source.head.key
        if syntax.ALONE.fullmatch(written):
            return self._one_of(source.start)
        words = written.split(maxsplit=1)
        return words[-1] if words[0].lower() in _ARTICLES else written

    def _one_of(self, offset: int) -> str | None:
        """The role of "one" among the officers of the sentence before."""
        start, _ = self.story.sentence(offset)
        block = self.story.blocks[self.story.block_at(offset)].start
        before, _ = self.story.sentence(max(start - 2, block))
        groups = [m for m in self.story.people_in(before, start) if m.label == "group"]
        if not groups or not groups[-1].key.endswith("s"):
            return None
        words = self.story.text[groups[-1].start : groups[-1].end]
        return words.lower().removesuffix("s")

    def _written_by(self, source: Source) -> Mention | None:
        """Whose letter it is, in the words after it: a letter from the trustees."""
        by = _FROM.match(self.story.text, source.head.end)
        if by is None or source.head.key not in self.papers:
            return None
        writers = self.story.people_in(by.end(), by.end() + _BESIDE)[:1]
        return next((m for m in writers if m.start == by.end()), None)

    def _told_more(self, source: Source) -> str | None:
        """As in "the fund manager", after somebody whose work nobody told before."""
        words = self.story.text[source.start : source.head.end].split(maxsplit=1)
        if not words or words[0].lower() != "the":
            return None
        told = words[-1].lower()
        if told.endswith(" of one"):
            return None  # "the mother of one prisoner"
        parts = told.split(" ")
        ends = {" ".join(parts[place:]) for place in range(len(parts))[:_FEW]}
        tells = {*ends, parts[0], source.head.key}
        return None if self.telling.isdisjoint(tells) else told

    def _same_trade(self, source: Source, history: Sequence[Known]) -> Known | None:
        """As in "the officer", after a chief constable: whoever was spoken of last."""
        trade = self.trades.get(source.head.key)
        words = self.story.text[source.start : source.head.start].strip().lower()
        last = history[-1].person if history else None
        if trade is None or last is None or words != "the":
            return None
        self.cast.describe(last)
        held = (last.role or "").lower().split()
        return None if trade.isdisjoint(held) else Known(last)

    def _is_nobody(self, source: Source) -> bool:
        """As in "no patient is thought to have come to harm"."""
        return self.story.text[source.start : source.start + 3].lower() == "no "

    def _described(self, source: Source, role: str | None) -> str | None:
        """An unnamed voice with the words that tell it apart: a foster carer."""
        words = self.story.text[source.start : source.head.start].split()
        if words and syntax.CONJUNCTION.match(f"{words[0]} "):
            words = words[1:]
        if words and words[0].lower() in _ARTICLES:
            words = words[1:]
        plain = words and all(word.isalpha() and word.islower() for word in words)
        if role is None or not plain or len(words) > _FEW:
            return role
        return " ".join((*words, role))

    def _holder(self, source: Source) -> Person | None:
        """Whose office it is, where the document gives it to one person alone.

        A lead speaks of "a headteacher" and names her later; anywhere else somebody
        else is meant.
        """
        if source.kind not in {"office", "person-by-kin"}:
            return None
        if not self._is_definite(source) and not self._in_lead(source):
            return None
        written = self.story.text[source.head.start : source.head.end].lower()
        holder = self.holders.one(source.head.key, written)
        lesser = self.lesser.intersection(written.split())
        if holder is None or not lesser <= {*(holder.role or "").lower().split()}:
            return None  # the deputy head is not the head
        self._tell_more(holder, source)
        return holder

    def _tell_more(self, person: Person, source: Source) -> None:
        """A fuller description of the same office is worth more: head, headteacher."""
        role, organisation = self.descriptions.at(source.head, source.head.end + _REACH)
        if role and person.role and len(role) > len(person.role):
            self.holders.tell(person, role)
        person.organisation = person.organisation or organisation

    def _in_lead(self, source: Source) -> bool:
        return self.story.block_at(source.start) <= self._headings

    @cached_property
    def _headings(self) -> int:
        """How many headings the document begins with."""
        blocks = range(len(self.story.blocks))
        below = (index for index in blocks if not self.story.is_heading(index))
        return next(below, len(blocks))

    def _is_definite(self, source: Source) -> bool:
        before = self.story.text[max(0, source.head.start - 12) : source.head.start]
        bare = source.head.start == source.start
        return bare or _DEFINITE.search(before) is not None
