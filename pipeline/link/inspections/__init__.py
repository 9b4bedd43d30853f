"""What the document is about: its kind, its inspections, and where each is meant.

The framework in force is decided here, late, from the inspectorate, the kind of body,
the date and the areas named; rivals are kept until then.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.document import Origin
from pipeline.findings import InspectionFinding, Trace
from pipeline.knowledge import Framework
from pipeline.link.inspections.in_force import InForce, When, in_force
from pipeline.link.inspections.kinds import about_inspection, kind_of
from pipeline.link.inspections.naming import name_of
from pipeline.link.inspections.reach import reach_of
from pipeline.link.inspections.scene import Scene, scene_of
from pipeline.link.inspections.subjects import Subject, extents, inspected_types
from pipeline.link.inspections.visits import month_visited, reported, visited
from pipeline.link.inspections.weighing import chosen
from pipeline.link.reading import Mention, Reading
from pipeline.records import DocumentKind

_EVIDENCE = 5
"""So many mentions of a body are kept as evidence."""


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


def scope_of(reading: Reading) -> Scope:
    """Decide what the document is about."""
    scene = scene_of(reading)
    dated = {"published": scene.dated} if scene.dated else {}
    if not about_inspection(scene):
        origins = dated | {"kind": Origin("kinds.about_inspection")}
        return Scope("other", (), {}, (), published=scene.published, origins=origins)
    subjects = chosen(scene)
    findings: list[InspectionFinding] = []
    frameworks: dict[int, Framework] = {}
    decided = {kind: _decided(scene, kind) for kind in {s.type for s in subjects}}
    for key, subject in enumerate(subjects):
        findings.append(_inspection(scene, subject, key, decided[subject.type]))
        framework = decided[subject.type].framework
        if framework:
            frameworks[key] = framework
    reach, shared = reach_of(scene, subjects)
    kind, rule = kind_of(scene, subjects)
    return Scope(
        kind,
        tuple(findings),
        frameworks,
        reach,
        shared,
        scene.cast.services.mentions,
        scene.published,
        origins=dated | {"kind": Origin(rule)},
    )


def _decided(scene: Scene, kind: str) -> InForce:
    """By what the bodies of a type are read."""
    able = inspected_types(scene.reading.knowledge).get(kind, set())
    named = [slug for slug, _ in scene.cast.inspectorates.most_common() if slug in able]
    seen = month_visited(scene) if scene.published is None else None
    when = When(scene.published, seen)
    return in_force(scene.reading, named or sorted(able), kind, when)


def _inspection(
    scene: Scene, subject: Subject, key: int, decided: InForce
) -> InspectionFinding:
    """Who was inspected: named as such, and on a register or of a body's form."""
    known = scene.reading.knowledge
    framework = decided.framework
    data = [f"bodies#{subject.type}/{subject.key}"]
    if framework and not decided.rivals:
        data.append(f"frameworks/{framework.slug}.toml")
    visit = visited(scene) if not key else None
    report = reported(scene) if not key else None
    origins: dict[str, Origin] = {}
    if visit:
        seen = Origin("visits.visited", (visit.extent,))
        origins |= {"inspected_from": seen, "inspected_to": seen}
    if report and scene.published:
        origins["published"] = Origin("visits.reported", (report,))
    return InspectionFinding(
        key=key,
        inspectorate=framework.inspectorate if framework else None,
        programme=framework.programme_of(subject.type) if framework else None,
        framework=framework.slug if framework and not decided.rivals else None,
        rivals=decided.rivals,
        body_id=subject.key if (subject.type, subject.key) in known.bodies else None,
        body_name=name_of(scene, subject),
        body_type=subject.type,
        evidence=extents((subject.named or subject.mentions)[:_EVIDENCE]),
        trace=Trace("inspections.subject", tuple(data), decided.lost),
        inspected_from=visit.first if visit else None,
        inspected_to=visit.last if visit else None,
        published=scene.published if report else None,
        origins=origins,
    )
