"""Whom a pronoun stands for, among those who spoke or were spoken of."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses.syntax import GENDERS
from pipeline.link.quotes.people.cast import Person
from pipeline.words.patterns import any_of

UNSURE = "unsure"
BOTH = "both"
"""Two people, whom neither he nor she stands for."""
_RECALLED = 500
"""So many of those last spoken of a pronoun may stand for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a source stands for: a person, or a voice without a name.

    Attributes:
        individual: one human being without a name, whom "she" may stand for.
        thing: a report or a letter, which is never "they".
    """

    person: Person | None = None
    role: str | None = None
    organisation: str | None = None
    individual: bool = False
    thing: bool = False


def antecedent(pronoun: str, history: Sequence[Known], data: Knowledge) -> Known:
    """Whom a pronoun stands for: who spoke or was spoken of last, and fits.

    What may not even be a person is taken only where nobody else is.
    """
    for fitting in ({"", GENDERS.get(pronoun)}, {UNSURE}):
        found = _last_that_fits(pronoun, fitting, history, data)
        if found is not None:
            return found
    return Known()


def may_be(pronoun: str, role: str | None, data: Knowledge) -> bool:
    """Whether a spokeswoman is not "he", nor a father "she"."""
    other = _others(data).get(pronoun)
    return other is None or not other.search(role or "")


@once
def _others(data: Knowledge) -> Mapping[str, re.Pattern[str]]:
    """By a pronoun the roles that it does not stand for."""
    women, men = (any_of(data.words("roles", name)) for name in ("women", "men"))
    return {
        "he": re.compile(rf"woman\b|\b(?:{women})\b"),
        "she": re.compile(rf"(?<!wo)man\b|\b(?:{men})\b"),
    }


_LATEST = 8
"""So many of those last spoken of are told as rivals."""


def others(pronoun: str, found: Known, history: Sequence[Known]) -> Iterator[str]:
    """Named people near a pronoun that it does not stand for, one sentence each."""
    chosen = found.person
    told = {chosen.name if chosen else None}
    later = True
    for known in reversed(history[-_LATEST:]):
        later &= known is not found
        person = known.person
        if person is None or person.name in told:
            continue
        told.add(person.name)
        if later:
            yield f"{person.name} was spoken of later, but “{pronoun}” does not fit"
        elif chosen is not None:
            yield f"{person.name} was spoken of before {chosen.name}"


def _last_that_fits(
    pronoun: str,
    fitting: Collection[str | None],
    history: Sequence[Known],
    data: Knowledge,
) -> Known | None:
    for known in reversed(history[-_RECALLED:]):
        person = known.person
        if pronoun in GENDERS:
            if person is not None and person.gender in fitting:
                return known
            if (
                person is None
                and known.individual
                and may_be(pronoun, known.role, data)
            ):
                return known
        elif person is not None:
            if person.gender == BOTH and pronoun == "they":
                return known
        elif known.role or known.organisation:
            several = (known.role or "").endswith("s")
            if not known.thing if pronoun == "they" else not several:
                return known
    return None
