"""Whom a pronoun stands for, among those who spoke or were spoken of."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.link.quotes.cast import Person

GENDERS = {"he": "m", "she": "f"}
UNSURE = "unsure"
BOTH = "both"
"""Two people, whom neither he nor she stands for."""
_HERS = re.compile(
    r"woman\b|mother|mum\b|daughter|sister|wife|widow\b|aunt|niece|girl|\bgran\b|\bnan\b|\bmam\b"
)
_HIS = re.compile(r"(?<!wo)man\b|father|dad\b|\bson\b|brother|husband|uncle|nephew|boy")
_RECALLED = 500
"""So many of those last spoken of a pronoun may stand for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a source stands for: a person, or a voice without a name.

    Attributes:
        individual: one human being without a name, whom "she" may stand for.
    """

    person: Person | None = None
    role: str | None = None
    organisation: str | None = None
    individual: bool = False


def antecedent(pronoun: str, history: Sequence[Known]) -> Known:
    """Whom a pronoun stands for: who spoke or was spoken of last, and fits.

    What may not even be a person is taken only where nobody else is.
    """
    for fitting in ({"", GENDERS.get(pronoun)}, {UNSURE}):
        found = _last_that_fits(pronoun, fitting, history)
        if found is not None:
            return found
    return Known()


def may_be(pronoun: str, role: str | None) -> bool:
    """Whether a spokeswoman is not "he", nor a father "she"."""
    other = {"he": _HERS, "she": _HIS}.get(pronoun)
    return other is None or not other.search(role or "")


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
    pronoun: str, fitting: Collection[str | None], history: Sequence[Known]
) -> Known | None:
    for known in reversed(history[-_RECALLED:]):
        person = known.person
        if pronoun in GENDERS:
            if person is not None and person.gender in fitting:
                return known
            if person is None and known.individual and may_be(pronoun, known.role):
                return known
        elif person is not None:
            if person.gender == BOTH and pronoun == "they":
                return known
        elif known.role or known.organisation:
            several = (known.role or "").endswith("s")
            if pronoun == "they" or not several:
                return known
    return None
