"""`gradewright explain`: why a record says what it says."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import Cell, Data, Records, Status
from pipeline.cli.values import flag

if TYPE_CHECKING:
    from pipeline.cells import Address
    from pipeline.document import Document
    from pipeline.explain import Explanation
    from pipeline.knowledge import Knowledge
    from pipeline.records import Record


Field = Annotated[
    str,
    typer.Argument(
        metavar="FIELD", help="The part after the slash, where CELL is a body."
    ),
]
AsJson = Annotated[
    bool,
    typer.Option("--json", parser=flag, help="Print JSON lines instead of text."),
]


def explain(
    records: Records,
    cell: Cell,
    field: Field = "",
    *,
    json: AsJson = False,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Print why a record says what it says.

    The sentence with the words marked, the rule and its data, what lost against it,
    the counts behind a deduced grade, and the way back to the source.
    """
    from pipeline import knowledge
    from pipeline.cells import Address
    from pipeline.explain import as_json, instead, prose
    from pipeline.sinks.stored import stored

    known = knowledge.load(*data)
    address = Address.parse(f"{cell}/{field}" if field else cell)
    found = 0
    named = stored(records, document=address.document, body=address.body)
    changed = stored(records, document=address.document, corrected=True)
    explanations = _explanations(named, address, known)
    if (first := next(explanations, None)) is None:  # its body may have been taken out
        explanations = _explanations(changed, address, known)
    for explanation in chain(filter(None, [first]), explanations):
        if found and not json:
            typer.echo()
        typer.echo(as_json(explanation) if json else prose(explanation))
        found += 1
    if not found:
        where = address.document
        remedy = instead(stored(records, document=where), address.cell, where)
        problem = f"no record has a cell {address.cell!r}; {remedy}"
        typer.echo(f"{records}: {problem}", err=True)
        raise typer.Exit(Status.NOT_RUN)


def _explanations(
    records: "Iterable[Record]", address: "Address", known: "Knowledge"
) -> "Iterator[Explanation]":
    """Of all cells that an address names, else of those that are there no more."""
    from pipeline.explain import explain as explanation_of
    from pipeline.explain import explain_gone, find, gone, ungraded

    for record in records:
        cells, taken = find(record, address.cell), gone(record, address.cell)
        if not (cells or taken):
            cells = ungraded(record, address.cell, known)
        source = _source(record, known) if cells or taken else None
        for each in cells:
            yield explanation_of(record, each, known, source)
        for each in taken:
            yield explain_gone(record, each, known, source)


def _source(record: "Record", known: "Knowledge") -> "Document | None":
    """The document as it is read now, where its bytes are still those of the record."""
    from pathlib import Path

    from pipeline.errors import ReadError
    from pipeline.readers import read

    path = Path(record.document.source)
    if not path.is_file():  # nor a pipe, which would be waited for
        return None
    try:
        document = read(path, known)
    except (ReadError, OSError):
        return None
    same = document.id == record.document.id and document.text == record.document.text
    return document if same else None
