"""What the document is about: its kind, its inspections, and where each is meant.

The framework in force is decided here, late, from the inspectorate, the kind of body,
the date and the areas named; rivals are kept until then.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.findings import InspectionFinding
from pipeline.knowledge import Framework
from pipeline.link.reading import Reading
from pipeline.records import DocumentKind


@dataclass(frozen=True)
class Scope:
    """The light in which grades, tallies and quotes are read.

    Attributes:
        kind: what sort of document it is.
        inspections: in order of importance; `key` is the place in this order.
        frameworks: by inspection key, what to read its areas and scale by: the one in
            force, or the likeliest of the rivals where only the programme is certain.
        reach: sorted `(offset, key)`: from this offset on a clause is about that
            inspection; None: about a body or an inspection that has no record here
            (a neighbour in passing, the whole country).
    """

    kind: DocumentKind
    inspections: tuple[InspectionFinding, ...]
    frameworks: Mapping[int, Framework]
    reach: tuple[tuple[int, int | None], ...]

    def at(self, offset: int) -> int | None:
        """Key of the inspection that words at this offset are about, if any."""
        place = bisect_right(self.reach, offset, key=lambda step: step[0])
        return self.reach[place - 1][1] if place else None


def scope_of(reading: Reading) -> Scope:
    """Decide what the document is about."""
    del reading
    return Scope("other", (), {}, ())
