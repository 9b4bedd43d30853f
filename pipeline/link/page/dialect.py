"""How a framework's areas and grades are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.knowledge import Framework, Knowledge, once
from pipeline.wordings import key_of, lexicon


@dataclass(frozen=True)
class Dialect:
    """How a framework's areas and grades are read.

    Attributes:
        areas: key to area slugs of the framework in force.
        kin: key to area slugs of its programme's other cycles.
        grades: wording to slug, this framework's first, then its kin's.
        overall: slug of the overall judgement, if the framework has one.
        whole_before: whether an earlier cycle had one.
        pillars: keys of other cycles' areas that sum up others: "efficiency".
        labels: keys of what other cycles' reports call their areas, and this one not.
        sums: slugs of all areas that sum up others.
        kindred: the frameworks of its programme's other cycles, the nearest first.
    """

    framework: Framework
    areas: Mapping[str, tuple[str, ...]]
    kin: Mapping[str, tuple[str, ...]]
    grades: Mapping[str, str]
    overall: str | None
    whole_before: bool
    pillars: frozenset[str]
    labels: frozenset[str]
    sums: frozenset[str]
    kindred: tuple[Framework, ...]


@once
def dialects(known: Knowledge) -> Mapping[str, Dialect]:
    """By framework, how it is read."""
    frameworks = known.frameworks.items()
    return {slug: _dialect(known, framework) for slug, framework in frameworks}


def _dialect(known: Knowledge, framework: Framework) -> Dialect:
    words = lexicon(known)
    kin = [
        other
        for other in known.frameworks.values()
        if other is not framework and _akin(framework, other)
    ]
    kin.sort(key=lambda other: abs(other.first_year - framework.first_year))
    grades: dict[str, str] = {}
    areas: dict[str, tuple[str, ...]] = {}
    for other in (framework, *kin):
        for wording, slug in words.grades[other.slug].items():
            grades.setdefault(wording, slug)
    for other in kin:
        for wording, slugs in words.areas[other.slug].items():
            areas.setdefault(wording, slugs)
    plain = known.cues["area_names"]["common_nouns"].word_set
    sums = frozenset(a.slug for each in (framework, *kin) for a in each.pillars)
    return Dialect(
        framework,
        words.areas[framework.slug],
        areas,
        grades,
        next(iter(framework.whole), None),
        bool(framework.scale) and any(other.whole for other in kin),
        frozenset(
            key
            for key, slugs in areas.items()
            if key not in plain and sums.issuperset(slugs)
        )
        - words.areas[framework.slug].keys(),
        frozenset(
            key_of(label, words.families, words.fillers)
            for other in kin
            for area in other.areas
            for label in {area.label, area.name}
        )
        - words.areas[framework.slug].keys(),
        sums,
        tuple(kin),
    )


def _akin(framework: Framework, other: Framework) -> bool:
    """Whether a story under one framework may recall grades of another.

    Visits that give no grades recall those of the inspections they follow.
    """
    if framework.scale:
        return other.programme == framework.programme
    same = other.inspectorate == framework.inspectorate
    return same and bool(set(other.inspects) & set(framework.inspects))
