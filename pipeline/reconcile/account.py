"""One inspection's findings sorted: what is graded, what counted, what left over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipeline.document import Extent
from pipeline.findings import (
    AreasListed,
    Extreme,
    Finding,
    GradeFinding,
    InspectionFinding,
    Narrowed,
    Remainder,
    Score,
    TallyFinding,
)
from pipeline.knowledge import Framework
from pipeline.reconcile.trust import Cell, current, previous

OVERALL = "overall"


@dataclass(frozen=True)
class Account:
    """What is known of one inspection before anything is concluded.

    Attributes:
        cells: this inspection's stated grades.
        earlier: earlier inspections' grades.
        tallies: one for each grade and count, in the order of the text.
        totals: counts of areas without a grade.
    """

    inspection: InspectionFinding
    framework: Framework | None
    cells: Sequence[Cell]
    earlier: Sequence[Cell]
    tallies: Sequence[TallyFinding]
    totals: Sequence[TallyFinding]
    listed: Sequence[AreasListed]
    narrowed: Sequence[Narrowed]
    remainders: Sequence[Remainder]
    extremes: Sequence[Extreme]
    scores: Sequence[Score]
    judged: tuple[str, ...] = ()
    """The areas that every framework which may be in force always grades."""
    pillars: tuple[str, ...] = ()
    """Those of them that sum up others."""
    sums: frozenset[str] = field(default_factory=frozenset)
    """All areas that sum up others, whatever framework is in force."""
    whole: frozenset[str] = field(default_factory=frozenset)
    """Slugs of the judgement on the whole, which no tally counts."""

    @cached_property
    def graded(self) -> dict[str, set[str]]:
        """Area to its stated grades, the whole left out."""
        grades: dict[str, set[str]] = {}
        for cell in self.cells:
            if cell.area is not None and cell.area not in self.whole:
                grades.setdefault(cell.area, set()).add(cell.grade)
        return grades


def account(
    inspection: InspectionFinding,
    frameworks: Sequence[Framework],
    mine: Sequence[Finding],
) -> Account:
    """Sort the findings of one inspection.

    Args:
        inspection: which.
        frameworks: those that may be in force, the likeliest first.
        mine: its findings.
    """
    framework = frameworks[0] if frameworks else None
    sums = frozenset(area.slug for each in frameworks for area in each.pillars)
    judged = _judged(frameworks)
    grades = [f for f in mine if isinstance(f, GradeFinding)]
    counts = [f for f in mine if isinstance(f, TallyFinding)]
    return Account(
        inspection,
        framework,
        current(grades),
        previous(grades),
        _tallies(f for f in counts if f.grade is not None),
        [f for f in counts if f.grade is None],
        [f for f in mine if isinstance(f, AreasListed)],
        [f for f in mine if isinstance(f, Narrowed)],
        [f for f in mine if isinstance(f, Remainder)],
        [f for f in mine if isinstance(f, Extreme)],
        [f for f in mine if isinstance(f, Score)],
        judged,
        tuple(area for area in judged if area in sums),
        sums,
        frozenset((OVERALL, *(framework.whole if framework else ()))),
    )


def _judged(frameworks: Sequence[Framework]) -> tuple[str, ...]:
    """The always graded areas, where all that may be in force agree on them."""
    judged = {framework.judged for framework in frameworks}
    return judged.pop() if len({frozenset(areas) for areas in judged}) == 1 else ()


def _tallies(findings: Iterable[TallyFinding]) -> list[TallyFinding]:
    """Each grade and count once, with all its evidence."""
    found: dict[tuple[str | None, int], TallyFinding] = {}
    evidence: dict[tuple[str | None, int], dict[Extent, None]] = {}
    for finding in findings:
        key = (finding.grade, finding.count)
        found.setdefault(key, finding)
        evidence.setdefault(key, {}).update(dict.fromkeys(finding.evidence))
    return [
        replace(finding, evidence=tuple(evidence[key]))
        for key, finding in found.items()
    ]
