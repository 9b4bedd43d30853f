"""Why a cell holds nothing, and why one that was there is there no more."""

from pipeline.cells import Cell
from pipeline.records import Inspection, Record

_VISIT = "no sentence gives the days of the visit; a month is no day"
FIELDS = {
    "document/title": "no markup and no line over the text is certainly its headline",
    "document/publisher": "only a page's markup or a report's cover names one",
    "document/authors": "no byline and no markup names anybody",
    "document/published": "no markup, no line that only gives a day, and no sentence "
    "says when it appeared",
    "document/language": "the page does not say",
    "field/inspected_from": _VISIT,
    "field/inspected_to": _VISIT,
    "field/published": "no sentence says when the report appeared",
    "field/lead_inspector": "only a report's own cover names one",
}
"""By kind of cell and field, what would have told it."""
UNGRADED = {
    "not_stated": "the text gives it no grade, and none follows",
    "not_graded_by_design": "its framework gives none",
    "list_missing": "the text counts grades of a list that it does not hold",
    "ambiguous": "the text leaves it open",
    "contradicted": "a correction leaves no grade for it",
}
"""Why an area has no grade, by the reason in `missing`."""
_SOMETIMES = "graded only where it applies; the text gives it no grade"


def why_empty(record: Record, cell: Cell) -> str | None:
    """Why a cell holds nothing; None where it holds something."""
    if cell.value is not None:
        return None
    for correction in record.corrections:
        if correction.cell == cell.address and correction.value is None:
            return f"{correction.reviewer} found that there is none"
    if cell.kind == "quote":
        return "no rule decides whose words these are"
    if cell.kind == "body":
        return "no framework is certain to be in force"
    if cell.kind == "grade" and isinstance(cell.item, Inspection):
        return _why_ungraded(cell.item, cell.address.partition("/")[2])
    return FIELDS.get(f"{cell.kind}/{cell.label}")


def _why_ungraded(inspection: Inspection, area: str) -> str:
    """Why an area of the framework has no grade here, and what is left open."""
    reasons = {each.field: each.reason for each in inspection.missing}
    if area not in reasons:
        return _SOMETIMES
    why = f"{reasons[area].replace('_', ' ')}: {UNGRADED[reasons[area]]}"
    constraints = inspection.constraints
    left = constraints.domains.get(area, []) if constraints else []
    named = " or ".join(slug.replace("_", " ") for slug in left)
    return f"{why}: {named}" if named else why


def why_gone(record: Record, cell: Cell) -> str:
    """Why a cell of what the rules made is in the record no more."""
    whole = cell.address.partition("/")[0]
    for correction in record.corrections:
        if correction.cell == cell.address:
            return f"{correction.reviewer} took it out: {correction.reason}"
        if correction.cell == whole and correction.value is None:
            taken = "took the whole inspection out"
            return f"{correction.reviewer} {taken}: {correction.reason}"
    told = "; ".join(
        f"{c.cell}: {c.value or 'taken out'}, by {c.reviewer}"
        for c in record.corrections
        if c.was != c.value
    )
    return f"it does not follow any more since a correction beside it ({told})"
