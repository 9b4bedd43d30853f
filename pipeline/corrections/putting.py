"""How the value of each kind of cell is put into a record's content."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pipeline.cells import (
    DOCUMENT_FIELDS,
    INSPECTION_FIELDS,
    SPEAKER_SEPARATOR,
    Cell,
    body_slug,
)
from pipeline.records import Correction, Record

Json = dict[str, Any]

DATES = frozenset({"published", "inspected_from", "inspected_to"})
LISTS = {"grade": "grades", "previous": "previous_grades", "tally": "tallies"}
"""Where an inspection keeps the cells of a kind."""


def put(
    record: Record, content: Json, cell: Cell | None, correction: Correction
) -> None:
    """Put a correction's value into the content of a record.

    Args:
        record: as it is.
        content: the same as plain data, to be changed.
        cell: what is corrected, None for a cell that is not there yet.
        correction: its `was` is what the rules say.

    Raises:
        LookupError: there is no such cell, and none can be made.
        ValueError: the value is not one that this cell can have.
    """
    first, _, rest = correction.cell.partition("/")
    if first == "document" and rest in DOCUMENT_FIELDS:
        content["document"][rest] = _typed(rest, correction.value)
    elif cell is not None and cell.kind == "quote":
        place = _place_of(cell, record.quotes)
        _put_speaker(content["quotes"][place], correction)
    elif cell is not None and cell.kind in LISTS and cell.inspection is not None:
        name = LISTS[cell.kind]
        place = _place_of(cell, getattr(record.inspections[cell.inspection], name))
        same = content["inspections"][cell.inspection][name]
        if correction.value is None:
            del same[place]
        else:
            _PUTS[cell.kind](same[place], correction.value, correction)
    elif rest in INSPECTION_FIELDS:
        place = _inspection_of(record, first)
        content["inspections"][place][rest] = _typed(rest, correction.value)
    elif cell is None and rest and "/" not in rest and correction.value:
        place = _inspection_of(record, first)
        _add_grade(content["inspections"][place], rest, correction.value, correction)
    elif cell is not None or correction.value:
        raise LookupError(f"{correction.cell} cannot be corrected")


def _place_of(cell: Cell, items: list[Any]) -> int:
    return next(place for place, item in enumerate(items) if item is cell.item)


def _inspection_of(record: Record, body: str) -> int:
    for place, inspection in enumerate(record.inspections):
        if body_slug(inspection.body) == body:
            return place
    raise LookupError(f"no inspection of {body!r}")


def _typed(field: str, value: str | None) -> object:
    return date.fromisoformat(value) if value and field in DATES else value


def _put_speaker(quote: Json, correction: Correction) -> None:
    quote["corrected"] = correction.was != correction.value
    if correction.value is None:
        quote["speaker"] = None
        return
    parts = [*correction.value.split(SPEAKER_SEPARATOR), "", ""]
    name, role, organisation = (part.strip() or None for part in parts[:3])
    quote["speaker"] = {
        "name": name,
        "role": role,
        "organisation": organisation,
        "mention": None,
        "resolved_by": "correction",
    }


def _put_earlier(grade: Json, value: str, correction: Correction) -> None:
    grade |= {"grade": value, "grade_label": value.replace("_", " ")}
    evidence = correction.evidence.model_dump() if correction.evidence else None
    if evidence and evidence not in grade["evidence"]:
        grade["evidence"].insert(0, evidence)


def _put_grade(grade: Json, value: str, correction: Correction) -> None:
    _put_earlier(grade, value, correction)
    grade["corrected"] = correction.was != value
    if grade["corrected"]:  # no rule answers for it
        grade |= {"rule": "correction", "trace": None}
    if grade["basis"] == "deduced":  # its proof was of another grade
        verb = "Corrected" if grade["corrected"] else "Accepted"
        grade["derivation"] = f"{verb} by {correction.reviewer}: {correction.reason}"


def _put_tally(tally: Json, value: str, correction: Correction) -> None:
    del correction
    tally["count"] = int(value)


_PUTS: dict[str, Callable[[Json, str, Correction], None]] = {
    "grade": _put_grade,
    "previous": _put_earlier,
    "tally": _put_tally,
}


def _add_grade(inspection: Json, area: str, value: str, correction: Correction) -> None:
    if correction.evidence is None:
        raise LookupError(f"{correction.cell} is new: it needs evidence")
    inspection["grades"].append(
        {
            "area": area,
            "area_label": area.replace("_", " ").capitalize(),
            "grade": value,
            "grade_label": value.replace("_", " "),
            "basis": "stated",
            "derivation": None,
            "evidence": [correction.evidence.model_dump()],
            "rule": "correction",
            "corrected": True,
        }
    )
