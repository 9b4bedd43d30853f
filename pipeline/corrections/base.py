"""What the rules said, under the corrections of a record; and cells of both by address.

A corrected record keeps what the rules had said. So corrections are always put into
that, all of them together: one can be changed or taken back at any time.
"""

from dataclasses import replace

from pipeline.cells import Cell, body_slug, cells
from pipeline.records import Body, ByRules, Record

QUOTATION = "text"
"""Last part of the address of a quotation itself; without it, it is of its speaker."""
BODY = "body"
"""Last part of the address of the name of who was inspected."""
TYPE = "type"
"""Last part of the address of what kind of body it is."""
FIELDS = ("title", "publisher", "authors", "published", "kind", "language")
"""Of a document, which corrections may change."""


def uncorrected(record: Record) -> Record:
    """The record as the rules made it."""
    said = record.by_rules
    if said is None:
        return record.model_copy(update={"corrections": []})
    corrected = {correction.cell for correction in record.corrections}
    fields = {
        name: getattr(said, name)
        for name in FIELDS
        if f"document/{name}" in corrected  # else an older version may not have kept it
    }
    if said.origins:
        fields["origins"] = said.origins
    return record.model_copy(
        update={
            "document": record.document.model_copy(update=fields),
            "inspections": said.inspections,
            "quotes": said.quotes,
            "issues": said.issues,
            "corrections": [],
            "by_rules": None,
        }
    )


def kept(record: Record) -> ByRules:
    """What of an uncorrected record its corrections may change."""
    fields = {name: getattr(record.document, name) for name in FIELDS}
    return ByRules.model_validate(
        fields
        | {
            "origins": record.document.origins,
            "inspections": record.inspections,
            "quotes": record.quotes,
            "issues": record.issues,
        }
    )


def target(record: Record, address: str) -> Cell | None:
    """The cell that a correction is about.

    Beside those of `cells` it may be a quotation itself (`quote/1874/text`), or the
    name and the kind of who was inspected (`gwent/body`, `gwent/type`).
    """
    by_address = {cell.address: cell for cell in cells(record)}
    if address in by_address:
        return by_address[address]
    head, _, last = address.rpartition("/")
    cell = by_address.get(head)
    if cell is None:
        return None
    if last == QUOTATION and cell.kind == "quote":
        return replace(cell, address=address, value=cell.label)
    if last == BODY and cell.kind == "body":
        return replace(cell, address=address, value=cell.label)
    if last == TYPE and isinstance(cell.item, Body):
        return replace(cell, address=address, value=cell.item.type)
    return None


def on_base(record: Record, address: str) -> str:
    """The address that a cell of a corrected record has in what the rules said.

    They differ where a correction has given the body another name.
    """
    first, slash, rest = address.partition("/")
    renamed = {
        correction.value: correction.cell.partition("/")[0]
        for correction in record.corrections
        if correction.cell.endswith(f"/{BODY}")
    }
    for inspection in record.inspections:
        if body_slug(inspection.body) == first and inspection.body.name in renamed:
            return renamed[inspection.body.name] + slash + rest
    return address
