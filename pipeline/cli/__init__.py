"""Arguments in, exit status out; the only place that prints.

Each command is a module with one function; what it needs, it imports when it runs.
"""

import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from pipeline._version import __version__
from pipeline.cli.correct import correct
from pipeline.cli.diff import diff
from pipeline.cli.explain import explain
from pipeline.cli.extract import extract
from pipeline.cli.frameworks import frameworks
from pipeline.cli.options import Status
from pipeline.cli.review import review
from pipeline.cli.run import run
from pipeline.cli.schema import schema
from pipeline.cli.score import score
from pipeline.cli.serve import serve

COMMANDS = (
    extract,
    run,
    review,
    serve,
    explain,
    correct,
    diff,
    score,
    schema,
    frameworks,
)

NAME = "gradewright"

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # half the time to the first line of help
)
for command in COMMANDS:
    app.command()(command)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it with the flag
    if asked:
        typer.echo(f"gradewright {__version__}")
        raise typer.Exit


@app.callback()
def gradewright(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Turn what is written about public inspections into validated records."""
    del version


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `gradewright`: exit status 0 done, 1 documents failed, 2 not run."""
    from pipeline.errors import PipelineError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # UTF-8 whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=arguments, prog_name=NAME, auto_envvar_prefix=NAME.upper())
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else Status.DONE
    except PipelineError as error:
        typer.echo(str(error), err=True)
        return Status.NOT_RUN
    return Status.DONE
