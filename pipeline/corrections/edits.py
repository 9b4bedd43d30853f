"""Edits: how the value of each kind of cell is put into a record's content."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar, cast

from pipeline.cells import (
    BY_HAND,
    SPEAKER_SEPARATOR,
    Cell,
    Item,
    body_slug,
)
from pipeline.corrections.base import BODY, FIELDS, QUOTATION, TYPE
from pipeline.corrections.content import (
    BodyContent,
    DocumentContent,
    GradeContent,
    InspectionContent,
    PreviousContent,
    QuoteContent,
    RecordContent,
    SpanContent,
    TallyContent,
)
from pipeline.corrections.frameworks import refit, retype
from pipeline.knowledge import Knowledge
from pipeline.records import Correction, Inspection, Record

Content = TypeVar("Content", GradeContent, PreviousContent, TallyContent)

DATES = frozenset({"published", "inspected_from", "inspected_to"})
_INSIDE = frozenset({"field", "grade", "previous", "tally"})
"""Kinds of cells that belong to an inspection, beside its body."""
_LANGUAGE = re.compile("[a-z]{2,3}")


def put(
    record: Record,
    content: RecordContent,
    cell: Cell | None,
    correction: Correction,
    known: Knowledge | None,
) -> None:
    """Put a correction's value into the content of a record.

    What is taken out leaves None in its place, until `compact`; what other corrections
    say of it has nothing to change any more.

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
    elif cell is not None and cell.kind == "body":
        _put_inspected(content["inspections"], cell, correction, known)
    elif _is_inside(cell, rest, value):
        _put_inside(record, content["inspections"], cell, correction, known)
    elif cell is not None or value:
        raise LookupError(
            "it cannot be corrected: cells are, and grades can be added (BODY/AREA)"
        )


def _is_inside(cell: Cell | None, name: str, value: str | None) -> bool:
    """Whether it is a field, a grade or a count of an inspection, or a new grade."""
    if cell is not None:
        return cell.kind in _INSIDE
    return bool(value and name) and "/" not in name


def _put_inside(
    record: Record,
    inspections: list[InspectionContent | None],
    cell: Cell | None,
    correction: Correction,
    known: Knowledge | None,
) -> None:
    """What an inspection says, where no other correction took that out altogether."""
    body, _, name = correction.cell.partition("/")
    place = _inspection_of(record, body) if cell is None else cell.inspection or 0
    inspection = inspections[place]
    if inspection is None:
        return
    if cell is None:
        _add_grade(inspection, name, correction, known)
    elif cell.kind == "field":
        _put_field(inspection, cell.label, correction)
    else:
        _put_listed(record.inspections[place], inspection, cell, correction)


def _put_listed(
    made: Inspection,
    inspection: InspectionContent,
    cell: Cell,
    correction: Correction,
) -> None:
    """A grade, an earlier one or a count, in its place among its like."""
    if cell.kind == "tally":
        tallies, place = inspection["tallies"], _place_of(cell, made.tallies)
        _put_in(tallies, place, correction, _put_tally)
    elif cell.kind == "grade":
        grades, place = inspection["grades"], _place_of(cell, made.grades)
        _put_in(grades, place, correction, _put_grade)
    else:
        earlier = inspection["previous_grades"]
        place = _place_of(cell, made.previous_grades)
        _put_in(earlier, place, correction, _put_previous)


def _put_in(
    same: list[Content | None],
    place: int,
    correction: Correction,
    put_value: Callable[[Content, str, Correction], None],
) -> None:
    there = same[place]
    if correction.value is None:
        same[place] = None
    elif there is not None:
        put_value(there, correction.value, correction)


def compact(content: RecordContent) -> None:
    """Close the gaps that what was taken out has left."""
    content["inspections"] = [each for each in content["inspections"] if each]
    for inspection in filter(None, content["inspections"]):
        inspection["grades"] = [*filter(None, inspection["grades"])]
        inspection["previous_grades"] = [*filter(None, inspection["previous_grades"])]
        inspection["tallies"] = [*filter(None, inspection["tallies"])]
    left = [place for place, quote in enumerate(content["quotes"]) if quote]
    now: dict[int | None, int] = {place: number for number, place in enumerate(left)}
    quotes = [*filter(None, content["quotes"])]
    for quote in quotes:
        quote["repeats"] = now.get(quote["repeats"])
    content["quotes"] = [*quotes]


def _place_of(cell: Cell, items: Iterable[Item]) -> int:
    return next(place for place, item in enumerate(items) if item is cell.item)


def _inspection_of(record: Record, body: str) -> int:
    for place, inspection in enumerate(record.inspections):
        if body_slug(inspection.body) == body:
            return place
    raise LookupError(f"no inspection of {body!r}")


def _put_field(
    part: DocumentContent | InspectionContent, field: str, correction: Correction
) -> None:
    """A field of the document or of an inspection: a person answers for it."""
    fields = cast("dict[str, object]", part)  # whose type the record will validate
    fields[field] = _typed(field, correction.value)
    proof = _proof(correction)
    part["origins"][field] = {"rule": BY_HAND, "said": None, "evidence": proof}


def _proof(correction: Correction) -> list[SpanContent]:
    """The words that prove a person's value; else the reason alone stands for it."""
    span = correction.evidence
    return [cast("SpanContent", span.model_dump())] if span else []


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


def _put_quote(
    quotes: list[QuoteContent | None], place: int, correction: Correction
) -> None:
    if not correction.cell.endswith(f"/{QUOTATION}"):
        _put_speaker(quotes[place], correction)
    elif correction.value is None:
        quotes[place] = None
    else:
        raise ValueError("the words of a quotation are the text's: it can only go")


def _put_speaker(quote: QuoteContent | None, correction: Correction) -> None:
    if quote is None:  # taken out by another correction
        return
    quote["corrected"] = correction.was != correction.value
    quote["rule"], quote["trace"] = BY_HAND, None
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
    inspections: list[InspectionContent | None],
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


def _rename(body: BodyContent, name: str, known: Knowledge | None) -> None:
    """Another name, and the register's id where it lists exactly that one."""
    same = [
        each
        for each in (known.bodies.values() if known else ())
        if each.name == name and body["type"] in (None, each.type)
    ]
    body |= {"name": name, "id": same[0].id if len(same) == 1 else None}


def _put_grade(grade: GradeContent, value: str, correction: Correction) -> None:
    """A grade of now: what a person says is stated, and follows from nothing."""
    _put_previous(grade, value, correction)
    grade |= {"basis": "stated", "derivation": None}


def _put_previous(grade: PreviousContent, value: str, correction: Correction) -> None:
    """A grade of now or before: no rule answers for it, and no words of another."""
    grade |= {"grade": value, "grade_label": value.replace("_", " ")}
    grade |= {"corrected": True, "rule": BY_HAND, "trace": None}
    grade["evidence"] = _proof(correction)


def _put_tally(tally: TallyContent, value: str, correction: Correction) -> None:
    if not value.isdecimal():
        raise ValueError(f"{value!r} is no count; write a whole number, as 3")
    tally |= {"count": int(value), "corrected": True, "evidence": _proof(correction)}
    tally |= {"rule": BY_HAND, "trace": None}


def _add_grade(
    inspection: InspectionContent,
    area: str,
    correction: Correction,
    known: Knowledge | None,
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
            "rule": BY_HAND,
            "trace": None,
            "corrected": True,
        }
    )
