"""What a document was found to be about, for all that reads it further."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.document import Origin
from pipeline.findings import InspectionFinding
from pipeline.knowledge import Framework
from pipeline.link.reading import Mention
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
        shared: sorted `(start, end, keys)`: stretches that speak of several
            inspections at once ("both homes", "at A and at B").
        services: sorted mentions of a hospital's services, which no rule should read
            word by word.
        published: the day of publication, also where only the text tells it.
        since: the latest day that the text tells of what it reports; it is no older.
        official: whether the document is the inspectorate's own report or letter.
        title: how an official document is headed.
        publisher: the inspectorate's short name, for an official document.
        origins: by field of the document, how it is known, where not by the reader.
    """

    kind: DocumentKind
    inspections: tuple[InspectionFinding, ...]
    frameworks: Mapping[int, Framework]
    reach: tuple[tuple[int, int | None], ...]
    shared: tuple[tuple[int, int, tuple[int, ...]], ...] = ()
    services: tuple[Mention, ...] = ()
    published: date | None = None
    since: date | None = None
    official: bool = False
    title: str | None = None
    publisher: str | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def at(self, offset: int) -> int | None:
        """Key of the inspection that words at this offset are about, if any."""
        place = bisect_right(self.reach, offset, key=lambda step: step[0])
        return self.reach[place - 1][1] if place else None

    def keys_at(self, offset: int) -> tuple[int, ...]:
        """Keys of all inspections that words at this offset are about."""
        place = bisect_right(self.shared, offset, key=lambda stretch: stretch[0]) - 1
        if place >= 0 and offset < self.shared[place][1]:
            return self.shared[place][2]
        key = self.at(offset)
        return () if key is None else (key,)

    def keys_in(self, start: int, end: int) -> tuple[int, ...]:
        """Keys of the first inspections that words here are about together."""
        place = bisect_right(self.shared, start, key=lambda stretch: stretch[1])
        stretch = self.shared[place : place + 1]
        return stretch[0][2] if stretch and stretch[0][0] < end else ()
