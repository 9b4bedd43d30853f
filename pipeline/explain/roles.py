"""What each piece of evidence does for a cell: a deduction rests on several kinds."""

from collections.abc import Iterable
from typing import Literal

from pipeline.cells import Cell
from pipeline.knowledge import Knowledge
from pipeline.records import Grade, PreviousGrade, Record, Span

Role = Literal["own", "count", "graded", "listed", "proof"]
ORDER: tuple[Role, ...] = ("own", "proof", "count", "graded", "listed")
"""How evidence is read: the area itself, what the text counts, the areas set aside."""


def by_role(record: Record, cell: Cell, known: Knowledge) -> list[tuple[Role, Span]]:
    """The evidence of a cell in reading order.

    For a deduced grade `own` names its area, `count` is a tally, `graded` another area
    with a grade of its own, `proof` what its derivation quotes, as a heading, and
    `listed` any other premise; of other cells all is `proof`.
    """
    grade = cell.item
    if not isinstance(grade, Grade) or grade.basis != "deduced":
        return [("proof", span) for span in cell.evidence]
    inspection = record.inspections[cell.inspection or 0]
    names = names_of(record, cell, known)
    counts = _places(span for tally in inspection.tallies for span in tally.evidence)
    stated = (each for each in inspection.grades if each.basis == "stated")
    graded = _places(span for each in stated for span in each.evidence)
    found: list[tuple[Role, Span]] = []
    for span in cell.evidence:
        place = span.start, span.end
        if place in counts:
            found.append(("count", span))
        elif place in graded:
            found.append(("graded", span))
        elif span.text.casefold() in names:
            found.append(("own", span))
        elif f"“{span.text}”" in (grade.derivation or ""):
            found.append(("proof", span))
        else:
            found.append(("listed", span))
    return sorted(found, key=lambda each: ORDER.index(each[0]))


def _places(spans: Iterable[Span]) -> set[tuple[int, int]]:
    return {(span.start, span.end) for span in spans}


def names_of(record: Record, cell: Cell, known: Knowledge) -> set[str]:
    """What the area of a graded cell is called; nothing for other cells."""
    item = cell.item
    if isinstance(item, Grade | PreviousGrade):
        slug = item.area or ""
    elif cell.kind == "grade":  # that an area does not have
        slug = cell.address.partition("/")[2]
    else:
        return set()
    inspection = record.inspections[cell.inspection or 0]
    framework = known.frameworks.get(inspection.framework or "")
    area = framework.area_by_slug.get(slug) if framework else None
    names = (cell.label, *(area.all_wordings if area else ()))
    return {name.casefold() for name in names}
