"""A document in the lists: what filters, grid and people need of it at once."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from pipeline.cells import Cell, body_slug, cells
from pipeline.coverage import Miss
from pipeline.records import Grade, PreviousGrade, Quote, Record
from pipeline.review.contract import Entry, ListedGrade, ListedInspection, Person
from pipeline.review.frameworks import framework_key
from pipeline.review.risk import risk_of

OPENING = 90
"""Characters of a document's first words, where they stand for its title."""


def index_entry(record: Record, misses: Sequence[Miss]) -> Entry:
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
        "misses": sum(miss.near for miss in misses),
        "people": _people(said),
        "inspections": [
            _inspection(record, place, said) for place in range(len(record.inspections))
        ],
    }


def _inspection(record: Record, place: int, said: Sequence[Cell]) -> ListedInspection:
    body = record.inspections[place].body
    return {
        "body": body.name,
        "key": f"{body.type}/{body_slug(body)}",
        "framework": framework_key(record, place),
        "date": _date(record, place),
        "grades": [*_listed(cell for cell in said if cell.inspection == place)],
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


def _listed(said: Iterable[Cell]) -> Iterator[ListedGrade]:
    """The grades of now and before."""
    for cell in said:
        item = cell.item
        if not isinstance(item, Grade | PreviousGrade):
            continue
        drawn: ListedGrade = {
            "at": cell.address,
            "label": cell.label,
            "grade": cell.value,
            "area": item.area,
        }
        if isinstance(item, Grade):
            yield drawn | {"basis": item.basis, "corrected": item.corrected}
        else:
            yield drawn | {"previous": True, "when": item.when}


def _people(said: Iterable[Cell]) -> list[Person]:
    """Each speaker once with the places of the quotes; None for nobody named."""
    found: dict[tuple[str | None, ...], list[str]] = {}
    for cell in said:
        if not isinstance(cell.item, Quote):
            continue
        speaker = cell.item.speaker
        who = (speaker.name, speaker.role, speaker.organisation) if speaker else ()
        found.setdefault(who, []).append(cell.address)
    return [{"who": who, "quotes": places} for who, places in found.items()]
