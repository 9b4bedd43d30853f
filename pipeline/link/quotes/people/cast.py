"""The people of a document: full names, roles and organisations from anywhere in it."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.link.quotes.people.namesakes import Namesakes
from pipeline.link.quotes.people.roles import Roles
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

_NEAR, _FAR = 300, 500
"""Characters: of two of one surname, the one just named, unless the other was too."""
_MANY = 64
"""Of so many of one surname nobody is the likeliest."""


@dataclass(slots=True)
class Person:
    """Somebody the document names.

    Attributes:
        name: the fullest form, without titles.
        gender: `f`, `m`, or empty where nothing tells.
        mentions: wherever the name stands.
        extents: of the mentions, sorted.
        described: whether role and organisation have been looked for.
    """

    name: str
    gender: str = ""
    role: str | None = None
    organisation: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    extents: list[tuple[int, int]] = field(default_factory=list)
    described: bool = False

    @property
    def first(self) -> str:
        """The first word of the name."""
        return self.name.split()[0]

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]

    def before(self, offset: int) -> tuple[int, int] | None:
        """Where the person was named last before an offset."""
        place = bisect_left(self.extents, (offset,))
        return self.extents[place - 1] if place else None


class Cast:
    """Who appears; people of one name are one person.

    Attributes:
        couples: two people with one surname, named together.
        of_mention: the person by the start of a mention; absent where two would fit.
    """

    def __init__(self, story: Story, roles: Roles) -> None:
        self.roles = roles
        self.people: list[Person] = []
        self.by_name: dict[str, Person] = {}
        self.by_surname: dict[str, list[Person]] = {}
        self.by_first: dict[str, list[Person]] = {}
        self.namesakes = Namesakes()
        self.of_mention: dict[int, Person] = {}
        everybody = story.reading.groups.get("people", ())
        self.couples = [m for m in everybody if m.label == "couple"]
        mentions = [m for m in everybody if m.label == "person"]
        for mention in mentions:
            if " " in mention.key:
                self._add(self._called(mention.key), mention)
        for person in self.people:
            self._list(person)
        for mention in mentions:
            if " " not in mention.key:
                self._recall(mention)

    @cached_property
    def described(self) -> list[Person]:
        """Everybody, with role and organisation."""
        return [self.describe(person) for person in self.people]

    def describe(self, person: Person) -> Person:
        """Role and organisation from the first mention that gives them."""
        if not person.described:
            person.described = True
            _describe(person, self.roles)
        return person

    def stranger(self, mention: Mention, gender: str) -> Person:
        """Somebody of whom nothing but this mention is known."""
        person = Person(mention.key, gender, mentions=[mention])
        person.described = mention.label == "couple"  # an office is of one alone
        return self.describe(person)

    def gender_of(self, mention: Mention) -> str:
        """What a title, or whoever of this surname was named last, tells."""
        if mention.id:
            return mention.id
        fitting = self.by_surname.get(mention.key, [])
        if not 0 < len(fitting) <= _MANY:
            return ""
        named = max(fitting, key=lambda p: p.before(mention.start) or (-1, -1))
        return named.gender

    def _add(self, person: Person, mention: Mention) -> None:
        person.gender = person.gender or mention.id
        person.mentions.append(mention)
        insort(person.extents, mention.extent)
        self.of_mention[mention.start] = person

    def _called(self, name: str) -> Person:
        """Whom a name of two words or more names: somebody new unless it fits."""
        if name in self.by_name:
            return self.by_name[name]
        person = self.by_name[name] = self._fitting(name)
        return person

    def _fitting(self, name: str) -> Person:
        number = self.namesakes.first(name)
        if number is None:
            self.namesakes.add(name)
            return self._new(name)
        person = self.people[number]
        if not name.startswith(f"{person.name} "):  # a headline: Kerr Hammers Council
            short = person.name.startswith(f"{name} ")
            person.name = name if short else max(person.name, name, key=len)
            self.namesakes.call(number, person.name)
        return person

    def _new(self, name: str) -> Person:
        person = Person(name)
        self.people.append(person)
        return person

    def _list(self, person: Person) -> None:
        """Make somebody whose full name is known now found by its first and last."""
        self.by_surname.setdefault(person.surname, []).append(person)
        self.by_first.setdefault(person.first, []).append(person)

    def _recall(self, mention: Mention) -> None:
        """One word: the surname, or the first name, of somebody named in full."""
        fitting = self.by_surname.get(mention.key) or self.by_first.get(mention.key, [])
        if len(fitting) > _MANY:
            return
        if len(fitting) > 1:
            fitting = _likeliest(fitting, mention)
        surname = mention.key in self.by_surname and not _is_titled(mention)
        if mention.id and not surname:  # of Hussain and James only a first name tells
            fitting = [p for p in fitting if p.gender in {"", mention.id}]
        if len(fitting) > 1:
            return
        if not fitting:
            fitting = [self._new(mention.key)]
            self._list(fitting[0])
        self._add(fitting[0], mention)


def _is_titled(mention: Mention) -> bool:
    return mention.end - mention.start > len(mention.key)


def _likeliest(people: list[Person], mention: Mention) -> list[Person]:
    """Of several of one surname those whom title and order allow."""
    if mention.id:
        known = [p for p in people if p.gender == mention.id]
        people = known or [p for p in people if not p.gender]
    before = [p for p in people if p.extents[0][0] < mention.start]
    if len(before) == 1:
        return before
    gaps = sorted((_gap(p, mention), place) for place, p in enumerate(before))
    if len(gaps) > 1 and gaps[0][0] < _NEAR and gaps[1][0] > _FAR:
        return [before[gaps[0][1]]]
    return people


def _gap(person: Person, mention: Mention) -> int:
    """Characters back to where somebody was named last."""
    _, end = person.before(mention.start) or (0, 0)
    return mention.start - end


def _describe(person: Person, roles: Roles) -> None:
    for mention in sorted(person.mentions):
        for found in (roles.before_name(mention), roles.after_name(mention)):
            if found.role and not person.role:
                person.role = found.role
                person.organisation = found.organisation or person.organisation
            elif found.organisation and not person.organisation:
                person.organisation = found.organisation
        if person.role:
            return
    person.role = person.role or next(
        filter(None, map(roles.rank, person.mentions)), None
    )
