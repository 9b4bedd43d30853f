"""What stands beside a cell: counts, unused sentences, what does not add up."""

from collections.abc import Iterator

from pipeline.cells import Cell
from pipeline.coverage import possible_misses
from pipeline.explain.explanation import Account
from pipeline.knowledge import Knowledge
from pipeline.records import Grade, Inspection, Record


def accounts_of(record: Record, cell: Cell, known: Knowledge) -> Iterator[Account]:
    """The premises of a deduction, in the order of the scale."""
    if not isinstance(cell.item, Grade) or cell.item.basis != "deduced":
        return
    inspection = record.inspections[cell.inspection or 0]
    for grade in _scale(inspection, known):
        counts = [tally.count for tally in inspection.tallies if tally.grade == grade]
        named = [each for each in inspection.grades if each.grade == grade]
        if counts or named:
            yield Account(
                grade,
                counts[0] if counts else None,
                tuple(g.area_label for g in named if g.basis == "stated"),
                tuple(g.area_label for g in named if g.basis == "deduced"),
            )


def _scale(inspection: Inspection, known: Knowledge) -> list[str]:
    framework = known.frameworks.get(inspection.framework or "")
    used = [tally.grade for tally in inspection.tallies]
    used += [grade.grade for grade in inspection.grades]
    return list(dict.fromkeys([*(framework.grade_by_slug if framework else ()), *used]))


def near(record: Record, cell: Cell, known: Knowledge) -> Iterator[str]:
    """Unused sentences with a grade word, for cells that a grade word could change."""
    if cell.kind not in {"grade", "body"}:
        return
    for miss in possible_misses(record, known):
        if miss.kind == "grade" and miss.near:
            why = "; ".join(veto.rule for veto in miss.vetoes)
            sentence = record.document.text[slice(*miss.sentence)]
            yield f"{sentence} ({why})" if why else sentence


def issues_of(record: Record, cell: Cell) -> Iterator[str]:
    """The issues about a cell's words, or about the area of a grade."""
    for issue in record.issues:
        if issue is cell.item:
            continue
        touches = any(
            span.start < other.end and other.start < span.end
            for span in issue.evidence
            for other in cell.evidence
        )
        if touches or (cell.kind == "grade" and cell.label in issue.message):
            yield f"{issue.code}: {issue.message}"
