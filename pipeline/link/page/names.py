"""What the mentions of a document are on its tapes, read in a dialect."""

from collections.abc import Iterator, Sequence

from pipeline.document import Extent
from pipeline.link.inspections.subjects import NAMES
from pipeline.link.page.dialect import Dialect
from pipeline.link.reading import Mention, Reading, within
from pipeline.link.tape import AREA, COUNT, GRADE, SINGLE, UNKNOWN, VERBAL, Sign
from pipeline.link.tape.alphabet import alphabet

NEIGHBOURS = 6
"""Signs after one that may overlap it."""


class Names:
    """What mentions of a document are on its tapes: areas, grades, counts, bodies.

    Args:
        reading: the document with its mentions.
        lower: its text in lower case.
        services: of the bodies inspected, by their names.
    """

    def __init__(
        self, reading: Reading, lower: str, services: Sequence[Mention]
    ) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.lower = lower
        self.cues = alphabet(reading.knowledge)
        self.services = services

    def signs(self, extent: Extent, dialect: Dialect) -> list[Sign]:
        """Signs of areas, grades and counts, the longest where they overlap."""
        found = [*self._areas(extent, dialect), *self._grades(extent, dialect)]
        found += (
            Sign(COUNT, m.start, m.end, m.key)
            for m in self.reading.inside("counts", extent)
        )
        found += self._bodies(extent)
        found.sort(key=lambda sign: (sign.start, -(sign.end - sign.start)))
        return list(_apart(found))

    def _bodies(self, extent: Extent) -> Iterator[Sign]:
        """Names whose words would be read: "Good Hope Hospital" wishes nothing."""
        for mention in self.reading.inside("bodies", extent):
            if mention.id in NAMES:
                name = self.lower[mention.start : mention.end]
                if not self.cues.misread.isdisjoint(name.split()):
                    yield Sign("S", mention.start, mention.end, name)
        for start, end, *_ in within(self.services, extent):
            yield Sign("S", start, end, self.lower[start:end])

    def _areas(self, extent: Extent, dialect: Dialect) -> Iterator[Sign]:
        text = self.text
        grades = {m.start: m.end for m in self.reading.inside("grades", extent)}
        mentions = self.reading.inside("areas", extent)
        own = [m for m in mentions if m.key in dialect.areas]
        then = (
            any(m.key in dialect.pillars or m.key in dialect.labels for m in mentions)
            and self.cues.recalling.search(self.lower, *extent) is not None
        )
        recalled = then and any(m.key in dialect.pillars for m in mentions)
        ungraded = bool(grades) and not dialect.framework.scale
        for mention in mentions:
            single = " " not in mention.key
            slugs = dialect.areas.get(mention.key)
            noun = self.lower[mention.end : mention.end + 9].split(maxsplit=1)
            sums_up = (
                mention.key in dialect.pillars
                or not self.cues.pillars.isdisjoint(noun[:1])
            )
            if slugs is None and (
                (single and not (sums_up and recalled) and not ungraded)
                or mention.key not in dialect.kin
                or _inside(own, mention) > (then and mention.key in dialect.labels)
            ):
                continue
            end = grades.get(mention.start)
            if end is not None and end < mention.end:
                following = text[end : mention.end].split(maxsplit=1)[0].lower()
                if following in self.cues.fillers:
                    continue  # "good in its use of resources" is a grade and an area
            kind = SINGLE if single else AREA
            if dialect.overall and (
                dialect.overall in (slugs or ()) or self._is_all(mention)
            ):
                kind = "O"
            yield Sign(kind, mention.start, mention.end, mention.key)

    def _is_all(self, area: Mention) -> bool:
        """Whether it is all that a body does: the care at Saltby Surgery."""
        led = self.cues.all_of_it.match(self.lower, area.start)
        starts = self.reading.starts.get("bodies", ())
        return led is not None and led.end() in starts

    def _grades(self, extent: Extent, dialect: Dialect) -> Iterator[Sign]:
        text = self.text
        for mention in self.reading.inside("grades", extent):
            slug = dialect.grades.get(mention.key)
            if mention.key in self.cues.in_capitals and (
                not text[mention.start : mention.end].isupper()
            ):
                continue
            if slug is None:
                strange = mention.start and mention.key in self.cues.labels
                if strange and text[mention.start - 1] in "'‘“\"":
                    yield Sign(UNKNOWN, mention.start, mention.end, mention.key)
                continue
            verbal = mention.key.partition(" ")[0] in self.cues.verbal
            kind = VERBAL if verbal else GRADE
            yield Sign(kind, mention.start, mention.end, slug)


def _inside(own: Sequence[Mention], mention: Mention) -> int:
    """How many areas are named inside the name of one."""
    return len(
        {m.key for m in own if mention.start <= m.start and m.end <= mention.end}
    )


def _apart(found: Sequence[Sign]) -> Iterator[Sign]:
    """Without overlaps: the first that starts, and of these the longest."""
    reached = -1
    for place, sign in enumerate(found):
        if sign.start >= reached:
            best = _shorter(found, place) or sign
            yield best
            reached = best.end


def _shorter(found: Sequence[Sign], place: int) -> Sign | None:
    """As in "leadership and managing offenders": two areas, not one and a half."""
    sign = found[place]
    rest = found[place + 1 : place + NEIGHBOURS]
    for other in rest:
        if sign.start < other.start < sign.end < other.end:
            same = (s for s in rest if s.start == sign.start and s.end <= other.start)
            return next(same, None)
    return None
