"""`gradewright extract`: documents in, records out."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.loading import loading
from pipeline.cli.options import Data, Status
from pipeline.cli.values import one_of, words

if TYPE_CHECKING:
    from pipeline.records import Record


class Format(StrEnum):
    """How records are printed."""

    JSON = "json"
    TABLE = "table"
    HTML = "html"


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", parser=words, help="Files, folders or globs."),
]
Printed = Annotated[
    Format,
    typer.Option(
        metavar="|".join(Format),
        parser=one_of(Format),
        help="JSON lines for programs, a table for eyes, a page for a browser.",
    ),
]


def extract(
    paths: Paths,
    *,
    format: Printed = Format.JSON,  # noqa: A002 - the option's name
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Print the record of every document."""
    with loading():
        from pipeline import knowledge
        from pipeline.records import Failure, Record
        from pipeline.run import run

        knowledge.load(*data)
    failed = 0

    def records() -> Iterator[Record]:
        nonlocal failed
        for outcome in run(paths, data=tuple(data)):
            if isinstance(outcome, Failure):
                typer.echo(f"skipped {outcome}", err=True)
                failed += 1
            else:
                yield outcome

    _print(records(), format, tuple(data))
    raise typer.Exit(Status.DOCUMENTS_FAILED if failed else Status.DONE)


def _print(records: "Iterator[Record]", format: Format, data: tuple[Path, ...]) -> None:  # noqa: A002 - the option's name
    if format is Format.HTML:
        from pipeline import knowledge
        from pipeline.review import page

        known = knowledge.load(*data)
        sys.stdout.writelines(page(records, known, name="extracted"))
    elif format is Format.TABLE:
        from pipeline.cli.table import show

        for record in records:
            show(record)
    else:
        for record in records:
            sys.stdout.write(record.model_dump_json() + "\n")
            sys.stdout.flush()  # a reader down the pipe need not wait
