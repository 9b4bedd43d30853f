"""Arguments in, exit status out; the only place that prints.

Each command is a module with one function; what it needs, it imports when it runs.
"""

import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from pipeline._version import __version__
from pipeline.cli.correct import correct
from pipeline.cli.diff import diff
from pipeline.cli.explain import explain
from pipeline.cli.extract import extract
from pipeline.cli.frameworks import frameworks
from pipeline.cli.options import SIGNALLED, Status
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
UNHEARD = SIGNALLED + signal.SIGPIPE
"""The status where whoever reads the output has gone before its end."""


class _Typed:
    """What is asked with `--help` is asked by typing it, never by the environment."""

    def get_help_option(self, ctx: object) -> TyperOption | None:
        option: TyperOption | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option:
            option.allow_from_autoenv = False
        return option


class _Group(_Typed, TyperGroup):
    pass


class _Command(_Typed, TyperCommand):
    """A command that says of what is missing what it would be."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's
        """The arguments that are left over; of what is missing, its help."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            help_ = getattr(error.param, "help", None)
            if help_ and not error.message:
                error.message = help_.rstrip(".")
            raise


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # half the time to the first line of help
)
for command in COMMANDS:
    app.command(cls=_Command)(command)


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
            "--version",
            help="Print the version.",
            callback=_version,
            is_eager=True,
            allow_from_autoenv=False,
        ),
    ] = False,
) -> None:
    """Turn what is written about public inspections into validated records."""
    del version


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `gradewright`: exit status 0 done, 1 documents failed, 2 not run.

    Beyond 128 it is the number of the signal that ended it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # UTF-8 whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with _interruptible():
            status = _status(arguments)
        sys.stdout.flush()
    except SystemExit as stop:  # a signal, while the last words were said
        return stop.code if isinstance(stop.code, int) else Status.DONE
    except BrokenPipeError:
        _say_no_more()
        return UNHEARD
    except OSError as error:
        _say_no_more()
        where, why = error.filename or "the output", error.strerror or error
        remedy = "check the path, its permissions and the space on the disk"
        typer.echo(f"{where}: {why}; {remedy}", err=True)
        return Status.NOT_RUN
    return status


def _status(arguments: Sequence[str] | None) -> int:
    """Do what the arguments ask for.

    Raises:
        OSError: a file or the output cannot be written.
    """
    from pipeline.errors import PipelineError

    try:
        app(args=arguments, prog_name=NAME, auto_envvar_prefix=NAME.upper())
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # `head` has seen enough
            return UNHEARD
        return stop.code if isinstance(stop.code, int) else Status.DONE
    except PipelineError as error:
        typer.echo(str(error), err=True)
        return Status.NOT_RUN
    return Status.DONE


@contextmanager
def _interruptible() -> Iterator[None]:
    """An interrupt ends the command without a word, whatever is being loaded."""

    def end(number: int, frame: object) -> NoReturn:
        del frame
        raise SystemExit(SIGNALLED + number)

    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # by whoever started us
        yield
        return
    try:
        before = signal.signal(signal.SIGINT, end)
    except ValueError:  # not the main thread: signals are somebody else's matter
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _say_no_more() -> None:
    """Let what is left of the output go nowhere, or Python complains at its end."""
    with suppress(OSError, ValueError):  # not a file of the system: a test's
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
