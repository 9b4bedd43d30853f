"""A document in the lists: what filters, grid and people need of it at once."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten
from typing import Any

from pipeline.cells import Cell, body_slug, cells
from pipeline.coverage import Miss
from pipeline.records import Grade, PreviousGrade, Quote, Record
from pipeline.review.frameworks import framework_key
from pipeline.review.risk import risk_of

Json = dict[str, Any]


OPENING = 90
"""Characters of a document's first words, where they stand for its title."""


def index_entry(record: Record, misses: Sequence[Miss]) -> Json:
    """A document in the lists: what the filters and the grid need of it."""
    document = record.document
    risk = risk_of(record, misses)
    said = cells(record)
    return {
        "id": document.id,
        "source": document.source,
        "title": document.title or _opening(record),
        "publisher": document.publisher,
        "published": str(document.published) if document.published else None,
        "kind": document.kind,
        "risk": risk.score,
        "reasons": risk.reasons,
        "issues": sorted({issue.code for issue in record.issues}),
        "deduced": sum(g.basis == "deduced" for g in _grades(record)),
        "misses": sum(miss.near for miss in misses),
        "people": _people(said),
        "inspections": [
            {
                "body": inspection.body.name,
                "key": f"{inspection.body.type}/{body_slug(inspection.body)}",
                "framework": framework_key(record, place),
                "date": _date(record, place),
                "grades": [
                    _grade(cell)
                    for cell in said
                    if cell.kind in {"grade", "previous"} and cell.inspection == place
                ],
            }
            for place, inspection in enumerate(record.inspections)
        ],
    }


def _date(record: Record, place: int) -> str | None:
    """When an inspection was told of: its report, its last day, or the document."""
    inspection = record.inspections[place]
    dates = (inspection.published, inspection.inspected_to, record.document.published)
    return next((str(each) for each in dates if each), None)


def _opening(record: Record) -> str | None:
    """The first words of the story, where it has no title."""
    document = record.document
    blocks = (b for b in document.blocks if b.role == "body" and b.start < b.end)
    block = next(blocks, None)
    if block is None:
        return None
    words = document.text[block.start : block.end]
    return shorten(words, OPENING, placeholder=" …")


def _grade(cell: Cell) -> Json:
    item = cell.item
    drawn: Json = {"at": cell.address, "label": cell.label, "grade": cell.value}
    if isinstance(item, Grade):
        drawn |= {"area": item.area, "basis": item.basis, "corrected": item.corrected}
    if isinstance(item, PreviousGrade):
        drawn |= {"area": item.area, "previous": True, "when": item.when}
    return drawn


def _grades(record: Record) -> Iterable[Grade]:
    return (grade for inspection in record.inspections for grade in inspection.grades)


def _people(said: Iterable[Cell]) -> list[Mapping[str, object]]:
    """Each speaker once with the places of the quotes; None for nobody named."""
    found: dict[tuple[str | None, ...], list[str]] = {}
    for cell in said:
        if not isinstance(cell.item, Quote):
            continue
        speaker = cell.item.speaker
        who = (speaker.name, speaker.role, speaker.organisation) if speaker else ()
        found.setdefault(who, []).append(cell.address)
    return [{"who": who, "quotes": places} for who, places in found.items()]
