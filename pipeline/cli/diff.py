"""`gradewright diff`: what a second set of records gained, lost and changed."""

from typing import Annotated

import typer

from pipeline.cli.options import Status
from pipeline.cli.values import flag


def diff(
    before: Annotated[
        str, typer.Argument(metavar="BEFORE", help="A database or a .jsonl file.")
    ],
    after: Annotated[
        str, typer.Argument(metavar="AFTER", help="Another one, of the same documents.")
    ],
    *,
    json: Annotated[
        bool, typer.Option("--json", parser=flag, help="Print JSON instead of text.")
    ] = False,
) -> None:
    """Compare two sets of records, cell by cell and by rule.

    Exit status 1 where anything differs, so that it can be a gate.
    """
    from json import dumps

    from pipeline.diff import diff as diff_of
    from pipeline.sinks.stored import stored

    found = diff_of(stored(before), stored(after))
    if json:
        typer.echo(dumps(found.as_json(), ensure_ascii=False))
    else:
        for line in found.lines():
            typer.echo(line)
    raise typer.Exit(Status.DOCUMENTS_FAILED if found else Status.DONE)
