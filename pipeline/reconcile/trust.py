"""Grade findings → one cell for each area and grade, the best evidence first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.document import Extent
from pipeline.findings import GradeFinding, Tense

TRUST: tuple[str, ...] = (
    "grades.tables",
    "reports",
    "grades.lines",
    "grades.sentence",
    "grades.heading",
)
"""Families of rules in order of trust; words inside a quotation come after all."""
WEAK = TRUST.index("grades.heading")
"""From here on a claim gives way to a stronger one that says otherwise."""


@dataclass(frozen=True, slots=True)
class Cell:
    """An area with a grade, and all that says so.

    Attributes:
        area: slug, or None where the framework knows none.
        findings: the strongest first.
        rivals: weaker claims for another grade, one sentence each.
    """

    area: str | None
    area_label: str
    grade: str
    findings: tuple[GradeFinding, ...]
    rivals: tuple[str, ...] = ()

    @property
    def best(self) -> GradeFinding:
        """The finding with the most weight."""
        return self.findings[0]

    @property
    def evidence(self) -> tuple[Extent, ...]:
        """All extents, the governing one first, each once."""
        return tuple(dict.fromkeys(e for f in self.findings for e in f.evidence))

    @property
    def quoted_only(self) -> bool:
        """Whether nobody but a speaker says so."""
        return all(finding.quoted for finding in self.findings)


def trust(finding: GradeFinding) -> int:
    """The place of a finding's rule in the order of trust, 0 the strongest."""
    if finding.quoted:
        return len(TRUST)
    rule = finding.trace.rule
    for place, family in enumerate(TRUST):
        if rule.startswith(family):
            return place
    return WEAK - 1


def current(findings: Iterable[GradeFinding]) -> list[Cell]:
    """This inspection's cells; an area stands twice where strong claims disagree."""
    return [
        cell
        for cells in _by_area(f for f in findings if f.tense is Tense.CURRENT)
        for cell in _settled(cells)
    ]


def previous(findings: Iterable[GradeFinding]) -> list[Cell]:
    """Earlier inspections' cells, one for each area, grade and time."""
    cells = _by_area(f for f in findings if f.tense is Tense.PREVIOUS)
    return [cell for same_area in cells for cell in same_area]


def _by_area(findings: Iterable[GradeFinding]) -> list[list[Cell]]:
    """Cells by area in the order of the text, equal grades made one."""
    areas: dict[str, dict[str, list[GradeFinding]]] = defaultdict(dict)
    for finding in findings:
        name = finding.area or finding.area_label.lower()
        areas[name].setdefault(finding.grade, []).append(finding)
    return [[_cell(same) for same in grades.values()] for grades in areas.values()]


def _cell(findings: Sequence[GradeFinding]) -> Cell:
    ordered = tuple(sorted(findings, key=lambda f: (trust(f), f.evidence[0])))
    best = ordered[0]
    return Cell(best.area, best.area_label, best.grade, ordered)


def _settled(cells: list[Cell]) -> list[Cell]:
    """Without claims from headings and quotations that stronger ones contradict."""
    strong = [cell for cell in cells if trust(cell.best) < WEAK]
    if len(cells) == 1:
        return cells
    if not strong:
        strongest = min(trust(cell.best) for cell in cells)
        strong = [cell for cell in cells if trust(cell.best) == strongest]
    rivals = tuple(_lost(cell, strong[0]) for cell in cells if cell not in strong)
    return [
        Cell(cell.area, cell.area_label, cell.grade, cell.findings, rivals)
        for cell in strong
    ]


def _lost(cell: Cell, to: Cell) -> str:
    """What a weaker claim gives way to."""
    rule = cell.best.trace.rule
    if cell.best.quoted:
        return f"{cell.grade} by {rule}, in somebody's words, gives way to the text's"
    return f"{cell.grade} by {rule} gives way to {to.best.trace.rule}"
