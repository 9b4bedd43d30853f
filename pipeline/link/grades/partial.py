"""A sentence as far as its rules have read it, and what rules are."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.link.grades.claims import Claim
from pipeline.link.standing import Standings
from pipeline.link.tape import Tape

Rule = Callable[[Tape, Standings], Iterator[Claim]]


@dataclass(slots=True)
class Partial:
    """A sentence as far as its rules have read it.

    Attributes:
        used: the places of the signs that rules have read.
        found: what they say.
    """

    tape: Tape
    standing: Standings
    used: set[int]
    found: list[Claim]


CompletingRule = Callable[[Partial], Iterable[Claim]]
"""What the grades are that are left."""
