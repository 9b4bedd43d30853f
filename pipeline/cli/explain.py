"""`gradewright explain`: why a record says what it says."""

from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import Cell, Data, Records, Status
from pipeline.cli.values import flag

if TYPE_CHECKING:
    from pipeline.document import Document
    from pipeline.records import Record


def explain(
    records: Records,
    cell: Cell,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD", help="The part after the slash, where CELL is a body."
        ),
    ] = "",
    *,
    json: Annotated[
        bool,
        typer.Option("--json", parser=flag, help="Print JSON lines instead of text."),
    ] = False,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Print why a record says what it says.

    The sentence with the words marked, the rule and its data, what lost against it,
    the counts behind a deduced grade, and the way back to the source.
    """
    from pipeline import knowledge
    from pipeline.cells import Address
    from pipeline.explain import as_json, explain_gone, find, gone, instead, prose
    from pipeline.explain import explain as explanation_of
    from pipeline.sinks.stored import stored

    known = knowledge.load(*data)
    address = Address.parse(f"{cell}/{field}" if field else cell)
    found = 0
    for record in stored(records, document=address.document, body=address.body):
        cells, taken = find(record, address.cell), gone(record, address.cell)
        source = _source(record) if cells or taken else None
        there = (explanation_of(record, each, known, source) for each in cells)
        away = (explain_gone(record, each, known, source) for each in taken)
        for explanation in chain(there, away):
            if found and not json:
                typer.echo()
            typer.echo(as_json(explanation) if json else prose(explanation))
            found += 1
    if not found:
        named = address.document
        remedy = instead(stored(records, document=named), address.cell, named)
        problem = f"no record has a cell {address.cell!r}; {remedy}"
        typer.echo(f"{records}: {problem}", err=True)
        raise typer.Exit(Status.NOT_RUN)


def _source(record: "Record") -> "Document | None":
    """The document as it is read now, where its bytes are still those of the record."""
    from pathlib import Path

    from pipeline.errors import ReadError
    from pipeline.readers import read

    path = Path(record.document.source)
    if not path.is_file():  # nor a pipe, which would be waited for
        return None
    try:
        document = read(path)
    except (ReadError, OSError):
        return None
    same = document.id == record.document.id and document.text == record.document.text
    return document if same else None
