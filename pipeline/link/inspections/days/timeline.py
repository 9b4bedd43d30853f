"""The days that a story tells: of the visit and of the report, by inspection."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from pipeline.document import Extent, Origin
from pipeline.link.inspections.days.publication import Published, published_days
from pipeline.link.inspections.days.visits import Visit, month_visited, visited
from pipeline.link.inspections.scene import Scene
from pipeline.link.inspections.scope import Scope

D = TypeVar("D", Published, Visit)


class Told(NamedTuple):
    """The days of one inspection, and by field how each is known."""

    inspected_from: date | None
    inspected_to: date | None
    published: date | None
    origins: Mapping[str, Origin]


class Days(NamedTuple):
    """All days that a story tells.

    Attributes:
        reports: on which reports appeared; those to come stand last.
        visits: of the inspectors, in the order of the text.
        month: in which they came, where no day at all is told.
    """

    reports: Sequence[Published]
    visits: Sequence[Visit]
    month: date | None

    @property
    def report(self) -> date | None:
        """The day on which the report had appeared."""
        return next((each.day for each in self.reports if not each.coming), None)

    @property
    def visited(self) -> date | None:
        """A day on which inspectors were there, or the first one of the month."""
        return self.visits[0].last if self.visits else self.month

    @property
    def latest(self) -> date | None:
        """The latest day on which something had happened."""
        days = [each.day for each in self.reports if not each.coming]
        days += [each.last for each in self.visits]
        return max(days, default=self.month)

    def of(self, key: int, scope: Scope, *, alone: bool) -> Told:
        """Those of an inspection.

        Args:
            key: of the inspection.
            scope: where each inspection is meant.
            alone: whether the story is about no other.
        """
        origins: dict[str, Origin] = {}
        visit = _first(self.visits, key, scope, alone=alone)
        if visit:
            seen = Origin("visits.visited", (visit.extent,))
            origins |= {"inspected_from": seen, "inspected_to": seen}
        report = _first(self.reports, key, scope, alone=alone)
        if report:
            origins["published"] = Origin(
                f"publication.{report.rule}", (report.extent,)
            )
        return Told(
            visit.first if visit else None,
            visit.last if visit else None,
            report.day if report else None,
            origins,
        )


def days_of(scene: Scene) -> Days:
    """All days that a story tells."""
    days = Days(published_days(scene), (), None)
    story = scene.published or days.report
    days = days._replace(visits=tuple(visited(scene, story)))
    if scene.published or days.latest:
        return days
    return days._replace(month=month_visited(scene))


def _first(days: Iterable[D], key: int, scope: Scope, *, alone: bool) -> D | None:
    """The first that is told of an inspection, or of all before any is named."""
    return next(
        (day for day in days if alone or _concerns(day.extent, key, scope)), None
    )


def _concerns(told: Extent, key: int, scope: Scope) -> bool:
    opened = not scope.reach or told.start < scope.reach[0][0]
    return opened or key in scope.keys_at(told.start)
