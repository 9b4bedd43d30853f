"""Why a cell holds nothing, and why one that was there is there no more."""

from pipeline.cells import Cell
from pipeline.records import Record

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
    return FIELDS.get(f"{cell.kind}/{cell.label}")


def why_gone(record: Record, cell: Cell) -> str:
    """Why a cell of what the rules made is in the record no more."""
    for correction in record.corrections:
        if correction.cell == cell.address:
            return f"{correction.reviewer} took it out: {correction.reason}"
    told = "; ".join(
        f"{c.cell}: {c.value or 'taken out'}, by {c.reviewer}"
        for c in record.corrections
        if c.was != c.value
    )
    return f"it does not follow any more since a correction beside it ({told})"
