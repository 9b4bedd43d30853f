"""Who holds an office, by its noun: looked for once, however often it is named."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from pipeline.link.quotes.people.cast import Cast, Person


class Holders:
    """The people of a document by what their offices are called."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._of: dict[str, dict[int, Person]] = {}

    def one(self, noun: str, written: str) -> Person | None:
        """The one whose role is called so, if only one's is.

        Args:
            noun: of the office: "the head" is the headteacher too.
            written: how the text has it, in small letters; where several hold such an
                office it must be all of the role: a chief constable, not an assistant.
        """
        holders = self._called(noun)
        if len(holders) == 1:
            return next(iter(holders.values()))
        same = (p for at, p in self._by_role.get(written, {}).items() if at in holders)
        alone, other = next(same, None), next(same, None)
        return alone if other is None else None

    def _called(self, noun: str) -> Mapping[int, Person]:
        """By their places, those whose role is called so."""
        if noun not in self._of:
            everybody = enumerate(self.cast.described)
            self._of[noun] = {at: p for at, p in everybody if _holds(p, noun)}
        return self._of[noun]

    def tell(self, person: Person, role: str) -> None:
        """Give a person a role; other nouns may name who holds it from then on."""
        place = self._places.get(id(person))
        if place is not None:
            self._by_role[(person.role or "").lower()].pop(place, None)
            self._by_role[role.lower()][place] = person
        changed, person.role = role != person.role, role
        if place is None or not changed:
            return
        for noun, holders in self._of.items():
            holders.pop(place, None)
            if _holds(person, noun):
                holders[place] = person

    @cached_property
    def _by_role(self) -> dict[str, dict[int, Person]]:
        """By a role in small letters who has it, by their places."""
        found: dict[str, dict[int, Person]] = defaultdict(dict)
        for at, person in enumerate(self.cast.described):
            found[(person.role or "").lower()][at] = person
        return found

    @cached_property
    def _places(self) -> dict[int, int]:
        """Where people stand in the cast."""
        return {id(person): at for at, person in enumerate(self.cast.people)}


def _holds(person: Person, noun: str) -> bool:
    """Whether a person's role is what a description calls it."""
    role = (person.role or "").lower()
    if not role:
        return False
    named = noun in role and re.search(rf"\b{re.escape(noun)}\b", role) is not None
    return named or (role in noun and noun.startswith(role))
