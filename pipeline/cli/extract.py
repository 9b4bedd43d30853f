"""`gradewright extract`: documents in, records out."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from pipeline.cli.options import Data, Status


class Format(StrEnum):
    """How records are printed."""

    JSON = "json"
    TABLE = "table"


def extract(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders or globs.")
    ],
    *,
    format: Annotated[  # noqa: A002 - the option's name
        Format,
        typer.Option(help="JSON lines for programs, a table for eyes."),
    ] = Format.JSON,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Print the record of every document."""
    from pipeline.records import Failure
    from pipeline.run import run

    if format is Format.TABLE:
        from pipeline.cli.table import show
    status = Status.DONE
    for outcome in run(paths, data=tuple(data)):
        if isinstance(outcome, Failure):
            typer.echo(f"skipped {outcome}", err=True)
            status = Status.DOCUMENTS_FAILED
        elif format is Format.TABLE:
            show(outcome)
        else:
            sys.stdout.write(outcome.model_dump_json() + "\n")
            sys.stdout.flush()  # a reader down the pipe need not wait
    raise typer.Exit(status)
