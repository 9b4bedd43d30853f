"""What an address names: cells, cells that are gone, areas that have no grade."""

from collections.abc import Iterator

from pipeline.cells import Cell, body_slug, cells
from pipeline.corrections import on_base, uncorrected
from pipeline.knowledge import Knowledge
from pipeline.records import Inspection, Record


def find(record: Record, address: str) -> list[Cell]:
    """The cells that an address names: the one itself, else all beneath it."""
    found = cells(record)
    exact = [cell for cell in found if cell.address == address]
    beneath = [c for c in found if c.address.startswith(f"{address}/") or not address]
    return exact or beneath


def gone(record: Record, address: str) -> list[Cell]:
    """The cells of an address that corrections took away, as the rules made them."""
    if record.by_rules is None:
        return []
    have = {on_base(record, cell.address) for cell in cells(record)}
    return [c for c in find(uncorrected(record), address) if c.address not in have]


def ungraded(record: Record, address: str, known: Knowledge) -> list[Cell]:
    """Areas that have no grade here, each as the cell that its grade would be."""
    body, _, area = address.partition("/")
    return [
        Cell(address, "grade", label, None, (), None, place, inspection)
        for place, inspection in enumerate(record.inspections)
        if body_slug(inspection.body) == body
        for slug, label in _without_a_grade(inspection, known)
        if slug == area
    ]


def _without_a_grade(
    inspection: Inspection, known: Knowledge
) -> Iterator[tuple[str, str]]:
    """Slugs and names: the framework's areas, and what the record says is missing."""
    framework = known.frameworks.get(inspection.framework or "")
    areas = {area.slug: area.name for area in framework.areas} if framework else {}
    named = {each.field: each.field.replace("_", " ") for each in inspection.missing}
    have = {grade.area for grade in inspection.grades}
    for slug, label in (named | areas).items():
        if slug not in have and slug != "framework":
            yield slug, label
