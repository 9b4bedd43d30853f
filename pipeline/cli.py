"""Arguments in, exit status out; the only place that prints."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def gradewright() -> None:
    """Turn what is written about public inspections into validated records."""


@app.command()
def extract(paths: Annotated[list[Path], typer.Argument()]) -> None:
    """Write one record per document, as JSON lines, to standard output."""
    from pipeline.errors import ReadError
    from pipeline.run import process

    failed = False
    for path in paths:
        try:
            typer.echo(process(path).model_dump_json())
        except ReadError as error:
            typer.echo(f"skipped {error}", err=True)
            failed = True
    raise typer.Exit(1 if failed else 0)


def main() -> None:
    """The command `gradewright`."""
    app()
