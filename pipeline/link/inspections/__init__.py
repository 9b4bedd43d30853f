"""What the document is about: its kind, its inspections, and where each is meant.

The framework in force is decided here, late, from the inspectorate, the kind of body,
the date and the areas named; rivals are kept until then.
"""

from dataclasses import replace

from pipeline.document import Origin
from pipeline.findings import InspectionFinding, Trace
from pipeline.knowledge import Framework
from pipeline.link.inspections.days.timeline import Days, Told, days_of
from pipeline.link.inspections.kinds.genre import about_inspection, kind_of
from pipeline.link.inspections.naming import name_of
from pipeline.link.inspections.programmes.candidates import InForce, When, in_force
from pipeline.link.inspections.reach import reach_of
from pipeline.link.inspections.salience.weights import chosen
from pipeline.link.inspections.scene import Scene, scene_of
from pipeline.link.inspections.scope import Scope
from pipeline.link.inspections.subjects import Subject, extents, inspected_types
from pipeline.link.reading import Reading

__all__ = ["Scope", "scope_of"]

_EVIDENCE = 5
"""So many mentions of a body are kept as evidence."""


def scope_of(reading: Reading) -> Scope:
    """Decide what the document is about."""
    scene = scene_of(reading)
    dated = {"published": scene.dated} if scene.dated else {}
    if not about_inspection(scene):
        origins = dated | {"kind": Origin("kinds.about_inspection")}
        return Scope("other", (), {}, (), published=scene.published, origins=origins)
    subjects = chosen(scene)
    kind, rule = kind_of(scene, subjects)
    days = days_of(scene)
    scope = Scope(
        kind,
        (),
        {},
        *reach_of(scene, subjects),
        scene.cast.services.mentions,
        scene.published,
        days.latest,
        origins=dated | {"kind": Origin(rule)},
    )
    findings: list[InspectionFinding] = []
    frameworks: dict[int, Framework] = {}
    decided = {kind: _decided(scene, kind, days) for kind in {s.type for s in subjects}}
    for key, subject in enumerate(subjects):
        told = days.of(key, scope, alone=len(subjects) == 1)
        force = decided[subject.type]
        findings.append(_inspection(scene, subject, key, force, told))
        if force.framework:
            frameworks[key] = force.framework
    return replace(scope, inspections=tuple(findings), frameworks=frameworks)


def _decided(scene: Scene, kind: str, days: Days) -> InForce:
    """By what the bodies of a type are read."""
    able = inspected_types(scene.reading.knowledge).get(kind, set())
    named = [slug for slug, _ in scene.cast.inspectorates.most_common() if slug in able]
    when = When(scene.published or days.report, days.visited)
    return in_force(scene.reading, named or sorted(able), kind, when)


def _inspection(
    scene: Scene, subject: Subject, key: int, decided: InForce, told: Told
) -> InspectionFinding:
    """Who was inspected: named as such, and on a register or of a body's form."""
    known = scene.reading.knowledge
    framework = decided.framework
    data = [f"bodies#{subject.type}/{subject.key}"]
    if framework and not decided.rivals:
        data.append(f"frameworks/{framework.slug}.toml")
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
        inspected_from=told.inspected_from,
        inspected_to=told.inspected_to,
        published=told.published,
        origins=told.origins,
    )
