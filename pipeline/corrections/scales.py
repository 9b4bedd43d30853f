"""Which grades a person may give: those of the framework's scale."""

from collections.abc import Iterable, Sequence

from pipeline.cells import INSPECTION_FIELDS, body_slug
from pipeline.corrections.base import BODY, QUOTATION, TYPE
from pipeline.corrections.content import InspectionContent
from pipeline.knowledge import Framework, Knowledge
from pipeline.records import Correction, Record

NO_BODIES = frozenset({"document", "quote", "issue"})
"""First parts of addresses that name no body."""


def grades_off_any_scale(correction: Correction, known: Knowledge) -> str | None:
    """What is wrong with a grade that no framework has; None where nothing is."""
    if not _gives_a_grade(correction):
        return None
    scale = _scale(known.frameworks.values())
    if correction.value in scale:
        return None
    return f"value: {correction.value!r} is no grade; known: {', '.join(sorted(scale))}"


def check_scale(
    inspections: Sequence[InspectionContent | None],
    record: Record,
    correction: Correction,
    known: Knowledge,
) -> None:
    """Refuse a grade that the framework of the inspection does not have.

    Args:
        inspections: their content, perhaps under a corrected framework.
        record: as the rules made it.
        correction: of any cell.
        known: all frameworks.

    Raises:
        ValueError: it names the grades that there are.
    """
    if not _gives_a_grade(correction):
        return
    body = correction.cell.partition("/")[0]
    scale = {
        grade: None
        for inspection, content in zip(record.inspections, inspections, strict=True)
        if body_slug(inspection.body) == body and content
        for grade in _scale(_frameworks(content, correction.cell, known))
    }
    if scale and correction.value not in scale:
        allowed = ", ".join(scale)
        raise ValueError(f"{correction.value!r} is not on the scale: {allowed}")


def _gives_a_grade(correction: Correction) -> bool:
    """Whether its cell is a grade of now or before, and it says which."""
    first, _, rest = correction.cell.partition("~")[0].partition("/")
    area, _, more = rest.partition("/")
    is_grade = more == "previous" or (area not in INSPECTION_FIELDS and not more)
    own = {BODY, QUOTATION, TYPE, ""}
    named = first not in NO_BODIES and area not in own
    return named and is_grade and correction.value is not None


def _frameworks(
    inspection: InspectionContent, cell: str, known: Knowledge
) -> list[Framework]:
    """Those whose grades a cell may have.

    An earlier inspection may have been under an earlier cycle; where no framework is
    known, it may be any of the inspectorate's, and else any at all.
    """
    own = known.frameworks.get(inspection["framework"] or "")
    if own and not cell.partition("~")[0].endswith("/previous"):
        return [own]
    every = known.frameworks.values()
    same = [e for e in every if e.inspectorate == inspection["inspectorate"]]
    return same or list(every)


def _scale(frameworks: Iterable[Framework]) -> dict[str, None]:
    """Slugs of grades in the order of the scales, each once."""
    return {grade.slug: None for each in frameworks for grade in each.scale}
