"""Who holds an office, by its noun: looked for once, however often it is named."""

import re
from collections.abc import Sequence
from functools import cached_property

from pipeline.link.quotes.cast import Cast, Person


class Holders:
    """The people of a document by what their offices are called."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._of: dict[str, dict[int, Person]] = {}

    def of(self, noun: str) -> Sequence[Person]:
        """Everybody whose role is called so: "the head" is the headteacher too."""
        if noun not in self._of:
            everybody = enumerate(self.cast.described)
            self._of[noun] = {at: p for at, p in everybody if _holds(p, noun)}
        return list(self._of[noun].values())

    def tell(self, person: Person, role: str) -> None:
        """Give a person a role; other nouns may name who holds it from then on."""
        changed = role != person.role
        person.role = role
        place = self._places.get(id(person)) if changed else None
        if place is None:
            return
        for noun, holders in self._of.items():
            holders.pop(place, None)
            if _holds(person, noun):
                holders[place] = person

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
