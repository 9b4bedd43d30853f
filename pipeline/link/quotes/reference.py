"""Sources → speakers: names in full, pronouns and roles as whom they stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Speaker
from pipeline.link.inspections import Scope
from pipeline.link.quotes.cast import Cast, Person
from pipeline.link.quotes.clauses import Clauses
from pipeline.link.quotes.page import Page
from pipeline.link.quotes.roles import Roles
from pipeline.link.quotes.sources import ROLES, Source
from pipeline.link.quotes.turns import Turn

GENDERS = {"he": "m", "she": "f"}
_ARTICLES = frozenset({"a", "an", "the", "one", "another"})
_SELF = frozenset({"i", "we"})
_DEFINITE = ("the", "’s", "'s", "its", "his", "her", "their")
_OF_INSPECTORATE = frozenset(
    {
        "inspectors",
        "inspector",
        "report",
        "inspectorate",
        "watchdog",
        "regulator",
        "inspection team",
        "review",
        "letter",
        "findings",
        "inspection",
    }
)
"""Who and what speaks for an inspectorate."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a source stands for: a person, or a voice without a name."""

    person: Person | None = None
    role: str | None = None
    organisation: str | None = None


class References:
    """Resolves the sources of a page in order; who spoke last is remembered."""

    def __init__(self, page: Page, clauses: Clauses, scope: Scope | None) -> None:
        self.page = page
        self.roles = Roles(page)
        self.cast = Cast(page, self.roles)
        self.clauses = clauses
        self.scope = scope
        self.resolved: dict[int, Known] = {}

    def resolve(self, turns: Sequence[Turn]) -> None:
        """Walk all sources in the order of the text."""
        sources = {source.head.start: source for source in self._topics()}
        for clause in self.clauses.all:
            if clause.source is not None and clause.cue.label != "noun":
                sources[clause.source.head.start] = clause.source
        for turn in turns:
            if turn.source is not None:
                sources[turn.source.head.start] = turn.source
        history: list[Known] = []
        for offset in sorted(sources):
            known = self._known(sources[offset], history)
            self.resolved[offset] = known
            history.append(known)

    def speaker(self, source: Source) -> Speaker:
        """The speaker in the record's terms."""
        known = self.resolved[source.head.start]
        person = known.person
        if person is None:
            return Speaker(None, known.role, known.organisation, source.extent)
        return Speaker(person.name, person.role, person.organisation, source.extent)

    def _topics(self) -> Iterator[Source]:
        """People that a sentence is about, whether they speak or not."""
        page = self.page
        for place, start in enumerate(page.borders):
            block = page.blocks[page.block_at(start)]
            following = page.borders[place + 1 : place + 2] or (block.end,)
            source = self.clauses.sources.subject(start, min(following[0], block.end))
            if source is not None and source.kind == "person":
                yield source

    # ------------------------------------------------------------------- kinds

    def _known(self, source: Source, history: Sequence[Known]) -> Known:
        head = source.head
        if source.kind in {"person", "name"}:
            person = self.cast.of_mention.get(head.start)
            return Known(person or Person(head.key, head.id))
        if source.kind == "pronoun":
            return Known() if head.key in _SELF else _antecedent(head.key, history)
        if source.kind == "couple":
            return Known(Person(head.key))
        if source.kind == "organisation":
            return Known(organisation=head.key)
        if source.kind in ROLES:
            return self._role(source)
        words = head.key.split(maxsplit=1)
        bare = words[-1] if words[0].lower() in _ARTICLES else head.key
        return Known(role=bare)

    def _role(self, source: Source) -> Known:
        """An office that the document gives to one person is that person."""
        if source.kind in {"office", "person-by-kin"} and self._is_definite(source):
            noun = source.head.key
            holders = [p for p in self.cast.people if p.role and noun in p.role.lower()]
            if len(holders) == 1:
                return Known(holders[0])
        role, organisation = self.roles.at(source.head, source.head.end + 120)
        return Known(None, role, organisation or self._inspectorate(source))

    def _is_definite(self, source: Source) -> bool:
        before = self.page.text[max(0, source.head.start - 12) : source.head.start]
        bare = source.head.start == source.start
        return bare or before.rstrip().lower().endswith(_DEFINITE)

    def _inspectorate(self, source: Source) -> str | None:
        """Inspectors and their report speak for the inspectorate of the document."""
        if source.head.key not in _OF_INSPECTORATE:
            return None
        known = self.page.reading.knowledge.inspectorates
        for inspection in self.scope.inspections if self.scope else ():
            if inspection.inspectorate:
                entry = known[inspection.inspectorate]
                return (*entry.abbreviations, entry.name)[0]
        named = (
            (self.page.text.find(name), (*entry.abbreviations, entry.name)[0])
            for entry in known.values()
            for name in (entry.name, *entry.abbreviations, *entry.wordings)
        )
        first = min((found for found in named if found[0] >= 0), default=None)
        return first[1] if first else None


def _antecedent(pronoun: str, history: Sequence[Known]) -> Known:
    """Whom a pronoun stands for: who spoke or was spoken of last, and fits."""
    for known in reversed(history):
        person = known.person
        if pronoun in GENDERS:
            if person is not None and person.gender in {"", GENDERS[pronoun]}:
                return known
        elif person is None and (known.role or known.organisation):
            several = (known.role or "").endswith("s")
            if pronoun == "they" or not several:
                return known
    return Known()
