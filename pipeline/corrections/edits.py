"""Edits: how the value of each kind of cell is put into a record's content."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from pipeline.cells import (
    INSPECTION_FIELDS,
    SPEAKER_SEPARATOR,
    Cell,
    body_slug,
)
from pipeline.corrections.base import BODY, FIELDS, QUOTATION, TYPE
from pipeline.corrections.frameworks import refit, retype
from pipeline.knowledge import Knowledge
from pipeline.records import Correction, Record

Json = dict[str, Any]

DATES = frozenset({"published", "inspected_from", "inspected_to"})
_LANGUAGE = re.compile("[a-z]{2,3}")
LISTS = {"grade": "grades", "previous": "previous_grades", "tally": "tallies"}
"""Where an inspection keeps the cells of a kind."""


def put(
    record: Record,
    content: Json,
    cell: Cell | None,
    correction: Correction,
    known: Knowledge | None,
) -> None:
    """Put a correction's value into the content of a record.

    What is taken out leaves None in its place, until `compact`.

    Args:
        record: as the rules made it.
        content: the same as plain data, to be changed.
        cell: what is corrected, None for a cell that is not there yet.
        correction: its `was` is what the rules say.
        known: frameworks and bodies, where they are at hand.

    Raises:
        LookupError: there is no such cell, and none can be made.
        ValueError: the value is not one that this cell can have.
    """
    first, _, rest = correction.cell.partition("/")
    value = correction.value
    if first == "document" and rest in FIELDS:
        _put_field(content["document"], rest, correction)
    elif cell is not None and cell.kind == "quote":
        _put_quote(content["quotes"], _place_of(cell, record.quotes), correction)
    elif cell is not None and cell.kind in LISTS and cell.inspection is not None:
        _put_listed(record, content["inspections"], cell, correction)
    elif cell is not None and cell.kind == "body":
        _put_inspected(content["inspections"], cell, correction, known)
    elif rest in INSPECTION_FIELDS:
        place = _inspection_of(record, first)
        _put_field(content["inspections"][place], rest, correction)
    elif cell is None and rest and "/" not in rest and value:
        place = _inspection_of(record, first)
        _add_grade(content["inspections"][place], rest, correction, known)
    elif cell is not None or value:
        raise LookupError(
            "it cannot be corrected: cells are, and grades can be added (BODY/AREA)"
        )


def _put_listed(
    record: Record, inspections: list[Json], cell: Cell, correction: Correction
) -> None:
    """A grade, an earlier one or a count, in its place among its like."""
    number, name = cell.inspection or 0, LISTS[cell.kind]
    place = _place_of(cell, getattr(record.inspections[number], name))
    same = inspections[number][name]
    if correction.value is None:
        same[place] = None
    else:
        _PUTS[cell.kind](same[place], correction.value, correction)


def compact(content: Json) -> None:
    """Close the gaps that what was taken out has left."""
    content["inspections"] = [each for each in content["inspections"] if each]
    for inspection in content["inspections"]:
        for name in LISTS.values():
            inspection[name] = [each for each in inspection[name] if each]
    left = [place for place, quote in enumerate(content["quotes"]) if quote]
    now = {place: number for number, place in enumerate(left)}
    content["quotes"] = [
        quote | {"repeats": now.get(quote["repeats"])}
        for quote in content["quotes"]
        if quote
    ]


def _place_of(cell: Cell, items: list[Any]) -> int:
    return next(place for place, item in enumerate(items) if item is cell.item)


def _inspection_of(record: Record, body: str) -> int:
    for place, inspection in enumerate(record.inspections):
        if body_slug(inspection.body) == body:
            return place
    raise LookupError(f"no inspection of {body!r}")


def _put_field(part: Json, field: str, correction: Correction) -> None:
    """A field of the document or of an inspection: a person answers for it."""
    part[field] = _typed(field, correction.value)
    origin = {"rule": "correction", "said": None, "evidence": _proof(correction)}
    part["origins"] = part["origins"] | {field: origin}


def _proof(correction: Correction) -> list[Json]:
    """The words that prove a person's value; else the reason alone stands for it."""
    return [correction.evidence.model_dump()] if correction.evidence else []


def _typed(field: str, value: str | None) -> object:
    if field == "authors":
        return [name.strip() for name in (value or "").split(";") if name.strip()]
    if field == "language" and value and not _LANGUAGE.fullmatch(value):
        raise ValueError(f"{value!r} is no language's code; write it as en")
    if not value or field not in DATES:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is no day; write it as 2024-01-31") from error


def _put_quote(quotes: list[Json | None], place: int, correction: Correction) -> None:
    if not correction.cell.endswith(f"/{QUOTATION}"):
        _put_speaker(quotes[place], correction)
    elif correction.value is None:
        quotes[place] = None
    else:
        raise ValueError("the words of a quotation are the text's: it can only go")


def _put_speaker(quote: Json | None, correction: Correction) -> None:
    if quote is None:  # taken out by another correction
        return
    quote["corrected"] = correction.was != correction.value
    quote["rule"], quote["trace"] = "correction", None
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
        "resolved_by": None,
    }


def _put_inspected(
    inspections: list[Json | None],
    cell: Cell,
    correction: Correction,
    known: Knowledge | None,
) -> None:
    """Who was inspected, under which framework, or that nobody was."""
    place = cell.inspection or 0
    inspection, value = inspections[place], correction.value
    if inspection is None:
        return
    if value is None:
        inspections[place] = None
    elif correction.cell.endswith(f"/{BODY}"):
        _rename(inspection["body"], value, known)
    elif correction.cell.endswith(f"/{TYPE}"):
        retype(inspection, value, known)
        _rename(inspection["body"], inspection["body"]["name"], known)
    else:
        refit(inspection, value, known)


def _rename(body: Json, name: str, known: Knowledge | None) -> None:
    """Another name, and the register's id where it lists exactly that one."""
    same = [
        each
        for each in (known.bodies.values() if known else ())
        if each.name == name and body["type"] in (None, each.type)
    ]
    body |= {"name": name, "id": same[0].id if len(same) == 1 else None}


def _put_grade(grade: Json, value: str, correction: Correction) -> None:
    """A grade of now or before: no rule answers for it, and no words of another."""
    grade |= {"grade": value, "grade_label": value.replace("_", " ")}
    grade |= {"corrected": True, "rule": "correction", "trace": None}
    grade["evidence"] = _proof(correction)
    if grade.get("basis") == "deduced":
        grade |= {"basis": "stated", "derivation": None}


def _put_tally(tally: Json, value: str, correction: Correction) -> None:
    if not value.isdecimal():
        raise ValueError(f"{value!r} is no count; write a whole number, as 3")
    tally |= {"count": int(value), "corrected": True, "evidence": _proof(correction)}
    tally |= {"rule": "correction", "trace": None}


_PUTS: dict[str, Callable[[Json, str, Correction], None]] = {
    "grade": _put_grade,
    "previous": _put_grade,
    "tally": _put_tally,
}


def _add_grade(
    inspection: Json, area: str, correction: Correction, known: Knowledge | None
) -> None:
    """A grade that was missed; an area that its framework lacks keeps its words."""
    if correction.evidence is None:
        raise LookupError(
            "there is no such cell yet; give the words that prove it (--evidence)"
        )
    value = correction.value or ""
    framework = known.frameworks.get(inspection["framework"] or "") if known else None
    listed = framework.area_by_slug.get(area) if framework else None
    words = area.replace("_", " ").capitalize()
    inspection["grades"].append(
        {
            "area": area if listed or known is None else None,
            "area_label": listed.name if listed else words,
            "grade": value,
            "grade_label": value.replace("_", " "),
            "basis": "stated",
            "derivation": None,
            "evidence": _proof(correction),
            "rule": "correction",
            "corrected": True,
        }
    )
