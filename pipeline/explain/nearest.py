"""What to type in the place of a cell that no record has."""

from collections.abc import Iterable, Iterator
from itertools import islice

from rapidfuzz.process import extract

from pipeline.cells import Cell, body_slug, cells
from pipeline.records import Record

MANY = 2000
"""Records that are looked through."""
SOME = 5
"""Cells that are named."""
ALIKE = 70.0
"""Of 100, from where on an address is worth naming."""


def instead(records: Iterable[Record], cell: str, document: str = "") -> str:
    """The addresses that are most like this one; else bodies that there are.

    Args:
        records: those of the document, where one is named.
        cell: the address that none of them has.
        document: as it was named.
    """
    found: dict[str, Cell | None] = {}
    for record in islice(records, MANY):
        found |= {each.address: each for each in cells(record)}
        found |= dict.fromkeys(_ungraded(record))
    if not found and document:
        return f"it holds no document {document!r}"
    if not found:
        return "it holds no records; `gradewright run` writes some"
    near = extract(cell, list(found), limit=SOME, score_cutoff=ALIKE)
    alike = [address for address, _, _ in near]
    if alike:
        return f"the nearest: {', '.join(alike)}"
    bodies = [
        address for address, each in found.items() if each and each.kind == "body"
    ]
    if bodies:
        return f"the bodies are: {', '.join(sorted(bodies)[:SOME])}"
    return "it holds no inspections; `gradewright review` shows what it holds"


def _ungraded(record: Record) -> Iterator[str]:
    """Areas that the record says have no grade: `explain` tells why."""
    for inspection in record.inspections:
        body = body_slug(inspection.body)
        fields = (each.field for each in inspection.missing)
        yield from (f"{body}/{field}" for field in fields if field != "framework")
