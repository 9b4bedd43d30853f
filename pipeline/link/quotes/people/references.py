"""Sources → speakers: names in full, pronouns and roles as whom they stand for."""

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Speaker
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections import Scope
from pipeline.link.quotes.clauses import syntax
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import ONE, ROLES, Source
from pipeline.link.quotes.people.cast import Cast
from pipeline.link.quotes.people.descriptions import Descriptions
from pipeline.link.quotes.people.nominals import Nominals
from pipeline.link.quotes.people.offices import Offices
from pipeline.link.quotes.people.pronouns import (
    BOTH,
    UNSURE,
    Known,
    antecedent,
    others,
)
from pipeline.link.quotes.people.roles import Roles
from pipeline.link.quotes.people.things import Things
from pipeline.link.quotes.people.topics import SELF, Topics, own_paper
from pipeline.link.quotes.story import Story
from pipeline.link.quotes.turns.turn import Turn
from pipeline.link.reading import Mention
from pipeline.words.patterns import any_of

_BESIDE = 60
_SUBORDINATE = re.compile(
    r"\s*(?:[\w-]+ ){0,5}(?:after|before|since|when|while|although|though)\b",
    re.IGNORECASE,
)
"""As in "Eleven months after he called it": whoever he is may be named later on."""
_GIVEN = {"her": "she", "his": "he"}


@once
def _asking(known: Knowledge) -> re.Pattern[str]:
    """Before whoever asks, who is not who answers in the rest of the sentence."""
    asked = any_of(known.words("interviews", "asked"))
    return re.compile(rf"\b(?:{asked}) by (?:[\w.]+ ){{0,4}}$", re.IGNORECASE)


class References:
    """Resolves the sources of a story in order; who spoke last is remembered."""

    def __init__(self, story: Story, clauses: Clauses, scope: Scope | None) -> None:
        self.story = story
        self.clauses = clauses
        self.descriptions = Descriptions(story)
        self.cast = Cast(story, Roles(story, self.descriptions))
        self.offices = Offices(story, scope)
        self.things = Things(story, self.offices)
        self.nominals = Nominals(
            story, self.cast, self.descriptions, self.offices, self.things
        )
        self.data = story.reading.knowledge
        cues = self.data.cues
        self.asking = _asking(self.data)
        self.no_people = cues["people"]["no-people"].word_set
        self.papers = cues["roles"]["papers"].word_set
        self.sending = cues["speech"]["sending"].word_set
        self.resolved: dict[int, Known] = {}
        self.passed_over: dict[int, tuple[str, ...]] = {}

    def resolve(self, turns: Sequence[Turn]) -> None:
        """Walk all sources in the order of the text."""
        sources: dict[int, Source] = {}
        for clause in self.clauses.all:
            if clause.source is not None and clause.kind != "noun":
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
            return writer or self.nominals.office(source, history)
        return Known(role=self.nominals.phrase(source))

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
        return source.kind == "name" and not self.no_people.isdisjoint(words)

    def _pronoun(self, head: Mention, history: Sequence[Known]) -> Known:
        if head.key in SELF:
            return Known()
        if head.key == "it" and (just := self.things.subject_before(head.start)):
            return just
        found = antecedent(head.key, history, self.data)
        self.passed_over[head.start] = tuple(others(head.key, found, history))
        if found != Known():
            return found
        if head.key in syntax.GENDERS:
            return self._named_after(head, history)
        if head.key == "it":
            return self.things.named_last(head.start)
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
        role, organisation = self.descriptions.at(groups[-1], offset)
        return Known(None, role, organisation or self.offices.organisation(role))
