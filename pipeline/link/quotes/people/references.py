"""Sources → speakers: names in full, pronouns and roles as whom they stand for."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.findings import Speaker
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections import Scope
from pipeline.link.quotes.clauses import syntax
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import ONE, ROLES, Source
from pipeline.link.quotes.people.cast import Cast, Person
from pipeline.link.quotes.people.holders import Holders
from pipeline.link.quotes.people.offices import Offices
from pipeline.link.quotes.people.pronouns import (
    BOTH,
    UNSURE,
    Known,
    antecedent,
    may_be,
    others,
)
from pipeline.link.quotes.people.roles import Roles
from pipeline.link.quotes.people.things import Things
from pipeline.link.quotes.people.topics import SELF, Topics, own_paper
from pipeline.link.quotes.story import Story
from pipeline.link.quotes.turns.turn import Turn
from pipeline.link.reading import Mention
from pipeline.words.patterns import any_of

_ARTICLES = frozenset({"a", "an", "the", "one", "another"})
_REACH = 120
_GENDER_OF = {"m": "he", "f": "she"}
_FEW = 3
_FROM = re.compile(r"\s(?:from|by)\s(?:the\s|its\s|an?\s)?")
_BESIDE = 60
_SUBORDINATE = re.compile(
    r"\s*(?:[\w-]+ ){0,5}(?:after|before|since|when|while|although|though)\b",
    re.IGNORECASE,
)
"""As in "Eleven months after he called it": whoever he is may be named later on."""
_GIVEN = {"her": "she", "his": "he"}
_DEFINITE = re.compile(r"(?:\b(?:the|its|his|her|their|our)|['’]s)\s*$", re.IGNORECASE)
"""Another mum is none that was named."""


@once
def _asking(known: Knowledge) -> re.Pattern[str]:
    """Before whoever asks, who is not who answers in the rest of the sentence."""
    asked = any_of(known.words("interviews", "asked"))
    return re.compile(rf"\b(?:{asked}) by (?:[\w.]+ ){{0,4}}$", re.IGNORECASE)


class References:
    """Resolves the sources of a story in order; who spoke last is remembered."""

    def __init__(self, story: Story, clauses: Clauses, scope: Scope | None) -> None:
        self.story = story
        self.roles = Roles(story)
        self.cast = Cast(story, self.roles)
        self.holders = Holders(self.cast)
        self.clauses = clauses
        self.offices = Offices(story, scope)
        self.spoken_of = Things(story, self.offices)
        cues = story.reading.knowledge.cues
        self.data = story.reading.knowledge
        self.asking = _asking(self.data)
        self.telling = cues["roles"]["telling"].word_set
        self.trades = {
            noun: cues["roles"][f"trade-of-{noun}"].word_set
            for noun in cues["roles"]["trades"].words
        }
        self.things = cues["people"]["no-people"].word_set
        self.papers = cues["roles"]["papers"].word_set
        self.sending = cues["speech"]["sending"].word_set
        self.lesser = cues["roles"]["lesser"].word_set
        self.resolved: dict[int, Known] = {}
        self.passed_over: dict[int, tuple[str, ...]] = {}

    def resolve(self, turns: Sequence[Turn]) -> None:
        """Walk all sources in the order of the text."""
        sources: dict[int, Source] = {}
        for clause in self.clauses.all:
            if clause.source is not None and clause.cue.label != "noun":
                sources[clause.source.head.start] = clause.source
        for turn in turns:
            if turn.source is not None:
                sources[turn.source.head.start] = turn.source
        for topic in Topics(self.story, self.clauses).of(sources.values()):
            sources.setdefault(topic.head.start, topic)
        history: list[Known] = []
        before = -1
        for offset in sorted(sources):
            known = self._known(sources[offset], history)
            self.resolved[offset] = known
            unnamed = known.person is None and known.role is not None
            if unnamed and self._is_told_of(offset, before):
                history.insert(len(history) - 1, known)
            elif not self.asking.search(
                self.story.text, max(0, offset - _BESIDE), offset
            ):
                history.append(known)
            before = offset

    def speaker(self, source: Source) -> Speaker:
        """The speaker in the record's terms."""
        known = self.resolved[source.head.start]
        person = known.person
        if person is None:
            return Speaker(None, known.role, known.organisation, source.extent)
        self.cast.describe(person)
        organisation = self.offices.fuller(person.organisation, person.role)
        return Speaker(person.name, person.role, organisation, source.extent)

    def named(self, source: Source) -> str | None:
        """Whom a source stands for, in a word or two; None where nobody is named."""
        known = self.resolved.get(source.head.start)
        if known is None:
            return None
        return known.person.name if known.person else known.role or known.organisation

    def rivals(self, source: Source | None) -> tuple[str, ...]:
        """Whom else a pronoun might have stood for, and why it does not."""
        return self.passed_over.get(source.head.start, ()) if source else ()

    def _is_told_of(self, offset: int, before: int) -> bool:
        """Whether the sentence has a speaker before: Kerr said a woman had called."""
        start, _ = self.story.sentence(offset)
        return start <= before

    # ------------------------------------------------------------------- kinds

    def _known(self, source: Source, history: Sequence[Known]) -> Known:
        head = source.head
        if source.kind == "organisation" or self._is_of_things(source):
            return Known(organisation=head.key if source.kind != "name" else None)
        if source.kind in {"person", "name", "couple"}:
            joint = source.kind == "couple"
            person = None if joint else self.cast.of_mention.get(head.start)
            if person is None:
                told = {"name": UNSURE, "couple": BOTH}
                gender = told.get(source.kind) or self.cast.gender_of(head)
                person = self.cast.stranger(head, gender)
                if joint:
                    person.role = self._joint_role(head)
            return Known(person)
        if source.kind == "pronoun":
            return self._pronoun(head, history)
        if syntax.YEARS_OLD.match(self.story.text, source.start) and history:
            return history[-1]
        if source.kind in ROLES:
            writer = self._writer(source, history) or self._sender(source, history)
            return writer or self._role(source, history)
        return Known(role=self._in_words(source))

    def _joint_role(self, couple: Mention) -> str | None:
        """What two people are who speak as one: chief nurse and head of care."""
        both = (self.cast.of_mention.get(m.start) for m in self._named(couple))
        roles = [self.cast.describe(person).role for person in both if person]
        return " and ".join(filter(None, roles)) if all(roles) and roles else None

    def _named(self, couple: Mention) -> Iterator[Mention]:
        for mention in self.story.people_in(*couple.extent):
            if mention.label == "person":
                yield mention

    def _writer(self, source: Source, history: Sequence[Known]) -> Known | None:
        """Whoever was spoken of last, where "her letter" or "his statement" says it."""
        owned = own_paper(self.story.text, source)
        if owned is None:
            return None
        found = antecedent(_GIVEN[owned[1].lower()], history, self.data)
        return found if found.person is not None else None

    def _sender(self, source: Source, history: Sequence[Known]) -> Known | None:
        """Whoever wrote in the sentence before, where "the letter" says it."""
        start, _ = self.story.sentence(source.start)
        block = self.story.blocks[self.story.block_at(start)].start
        if (
            source.kind != "voice"
            or source.head.key not in self.papers
            or start <= block
        ):
            return None
        before, end = self.story.sentence(start - 1)
        sender = self.clauses.sources.subject(before, end)
        if sender is None or sender.kind not in {"person", *ONE}:
            return None
        words = {*self.story.outside[sender.end : end].lower().split()}
        return None if words.isdisjoint(self.sending) else self._known(sender, history)

    def _is_of_things(self, source: Source) -> bool:
        """Whether no human being is called so: Young People, North Saltby."""
        words = source.head.key.lower().split()
        return source.kind == "name" and not self.things.isdisjoint(words)

    def _in_words(self, source: Source) -> str | None:
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

    def _pronoun(self, head: Mention, history: Sequence[Known]) -> Known:
        if head.key in SELF:
            return Known()
        if head.key == "it" and (just := self.spoken_of.subject_before(head.start)):
            return just
        found = antecedent(head.key, history, self.data)
        self.passed_over[head.start] = tuple(others(head.key, found, history))
        if found != Known():
            return found
        if head.key in _GENDER_OF.values():
            return self._named_after(head, history)
        if head.key == "it":
            return self.spoken_of.named_last(head.start)
        return self._group_before(head.start) if head.key == "they" else found

    def _named_after(self, head: Mention, history: Sequence[Known]) -> Known:
        """As in "Months after he wrote it, the head, Ann Reed,": who is to come."""
        start, end = self.story.sentence(head.start)
        comma = self.story.outside.find(",", head.end, end)
        led = _SUBORDINATE.match(self.story.outside, start, head.start)
        if comma < 0 or led is None:
            return Known()
        subject = self.clauses.sources.subject(comma + 1, end)
        if subject is None or subject.kind not in {"person", *ONE}:
            return Known()
        return self._known(subject, history)

    def _group_before(self, offset: int) -> Known:
        """The inspectors, or whoever else is several, of the same sentence."""
        start, _ = self.story.sentence(offset)
        found = self.story.people_in(start, offset)
        groups = [m for m in found if m.label == "group" and m.key.endswith("s")]
        if not groups:
            return Known()
        role, organisation = self.roles.at(groups[-1], offset)
        return Known(None, role, organisation or self.offices.organisation(role))

    def _role(self, source: Source, history: Sequence[Known]) -> Known:
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
        role, organisation = self.roles.at(source.head, source.stop)
        one = source.kind in ONE and not self._is_nobody(source)
        if organisation is not None and organisation[0].islower():
            organisation = self.offices.organisation(f"the {organisation}")
            organisation = organisation or self.spoken_of.organisation_before(
                source.start
            )
        role = self._described(source, role)
        writer = self._written_by(source)
        organisation = organisation or self.offices.organisation(
            writer.key if writer else role
        )
        if writer is not None and writer.label == "organisation":
            organisation = writer.key
        thing = source.kind == "voice"
        return Known(None, role, organisation, individual=one, thing=thing)

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
        role, organisation = self.roles.at(source.head, source.head.end + _REACH)
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
