"""Grades that follow: from counts, from what is left, from a heading's polarity.

Which grade an area has is deduced exactly when every assignment that satisfies all
constraints gives it the same one. The constraints are a domain for each area and an
exact count for some grades. Whether an assignment exists is a matching question: the
counted places must all be filled, and every area that only counted grades can take
must fill one. By the theorem of Mendelsohn and Dulmage a matching that does both
exists where one exists for either, so two bipartite matchings answer it exactly,
without enumerating anything.

Source: Mendelsohn, Dulmage, "Some generalizations of the problem of distinct
representatives", Canadian Journal of Mathematics 10 (1958).
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

S = TypeVar("S", bound=Hashable)
C = TypeVar("C", bound=Hashable)

Domains = Mapping[str, frozenset[str]]


def possible(domains: Domains, counts: Mapping[str, int]) -> bool:
    """Whether any assignment satisfies the constraints.

    Args:
        domains: by area, the grades it may have.
        counts: by grade, how many areas have it, exactly.
    """
    places = [grade for grade, count in counts.items() for _ in range(count)]
    fillers = {
        place: [area for area, grades in domains.items() if grade in grades]
        for place, grade in enumerate(places)
    }
    if _matched(fillers) < len(places):
        return False
    bound = {
        area: [place for place, grade in enumerate(places) if grade in grades]
        for area, grades in domains.items()
        if grades <= counts.keys()
    }
    return _matched(bound) == len(bound)


def deduced(
    domains: Domains, counts: Mapping[str, int], stated: Collection[str] = ()
) -> dict[str, str] | None:
    """Each area whose grade is the same in every assignment.

    Args:
        domains: by area, the grades it may have.
        counts: by grade, how many areas have it, exactly.
        stated: areas that need no deduction.

    Returns:
        area to grade; empty where nothing follows, None where nothing is possible.
    """
    if not possible(domains, counts):
        return None
    found: dict[str, str] = {}
    known: dict[tuple[frozenset[str]], str | None] = {}
    for area, grades in domains.items():
        if area in stated:
            continue
        same = (grades,)  # areas with equal domains are interchangeable
        if same not in known:
            left = [g for g in sorted(grades) if _may_have(area, g, domains, counts)]
            known[same] = left[0] if len(left) == 1 else None
        grade = known[same]
        if grade is not None:
            found[area] = grade
    return found


def _may_have(
    area: str, grade: str, domains: Domains, counts: Mapping[str, int]
) -> bool:
    return possible({**domains, area: frozenset((grade,))}, counts)


def _matched(choices: Mapping[S, Sequence[C]]) -> int:
    """The size of a largest matching, by augmenting paths."""
    holder: dict[C, S] = {}
    return sum(_seated(seeker, choices, holder, set()) for seeker in choices)


def _seated(
    seeker: S, choices: Mapping[S, Sequence[C]], holder: dict[C, S], tried: set[C]
) -> bool:
    """Whether one more can hold a choice, others moved on to theirs where they can."""
    for choice in choices[seeker]:
        if choice in tried:
            continue
        tried.add(choice)
        if choice not in holder or _seated(holder[choice], choices, holder, tried):
            holder[choice] = seeker
            return True
    return False
