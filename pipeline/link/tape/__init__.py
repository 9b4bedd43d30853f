"""A sentence as a tape of signs, which rules read as patterns.

Areas, grades and counts come from the mentions; the words between them are told by
the cue files. Each sign has one letter, so that a rule is a regular expression over a
short string, and its match gives back the signs and so the offsets:

    HMICFRS found the force was 'good' in two areas, 'inadequate' in one
    x       v     S         b   G      i  N   T     , G            i  N
"""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from pipeline.document import Extent
from pipeline.link.tape.alphabet import Alphabet

AREAS, WHOLE = "Aa", "O"
AREA, SINGLE, GRADE, VERBAL, UNKNOWN, COUNT = "A", "a", "G", "q", "U", "N"
READ = "#"
"""A sign that a rule has taken: it stands for nothing any more."""

GRADES = "GqU"
GRADE_SIGNS = frozenset(GRADES)


class Sign(NamedTuple):
    """One sign of a tape.

    Attributes:
        kind: its letter.
        value: an area's key, a grade's slug, a count; else the words.
        quoted: whether it stands in quotation marks of its own.
        before: the word or mark directly before, in lower case, or "".
        after: the word or mark directly after, in lower case, or "".
        word: an area's last word, in lower case.
    """

    kind: str
    start: int
    end: int
    value: str
    quoted: bool = False
    before: str = ""
    after: str = ""
    word: str = ""

    @property
    def extent(self) -> Extent:
        """Where it stands."""
        return Extent(self.start, self.end)


_start = attrgetter("start")


@dataclass(frozen=True, eq=False)
class Tape:
    """The signs of a stretch of text; each is itself alone.

    Attributes:
        extent: the stretch.
        signs: in order, without overlaps.
        cues: what told them, and what words say of a time.
        asides: what says "again" or "were told", as no rule's pattern reads it.
    """

    extent: Extent
    signs: tuple[Sign, ...]
    cues: Alphabet
    asides: tuple[Sign, ...] = ()

    @cached_property
    def kinds(self) -> str:
        """The letters of the signs, one each."""
        return "".join([sign.kind for sign in self.signs])

    def without(self, places: Collection[int]) -> "Tape":
        """The same tape on which no rule can read the signs at some places."""
        if not places:
            return self
        return Tape(
            self.extent,
            tuple(
                sign._replace(kind=READ) if place in places else sign
                for place, sign in enumerate(self.signs)
            ),
            self.cues,
            self.asides,
        )

    def part(self, extent: Extent) -> "Tape":
        """The stretch of it that lies in an extent."""
        first = bisect_left(self.signs, extent.start, key=_start)
        last = bisect_left(self.signs, extent.end, first, key=_start)
        asides = tuple(a for a in self.asides if extent.start <= a.start < extent.end)
        return Tape(extent, self.signs[first:last], self.cues, asides)

    def of(self, kinds: str) -> list[Sign]:
        """The signs of some kinds."""
        return [sign for sign in self.signs if sign.kind in kinds]
