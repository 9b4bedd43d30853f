"""`gradewright run`: a batch into files and databases."""

import sys
from contextlib import ExitStack
from typing import Annotated

import typer

from pipeline.cli.options import Data, Status


def run(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Files, folders or globs.")
    ],
    *,
    to: Annotated[
        list[str],
        typer.Option(
            "--to", metavar="TARGET", help="A .db or .jsonl file; repeatable."
        ),
    ],
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Store the records of many documents.

    Documents that are there already are replaced: running again changes nothing.
    """
    from pipeline.cli.progress import progress
    from pipeline.inputs import expand
    from pipeline.run import run as outcomes_of
    from pipeline.sinks import open_sink
    from pipeline.summary import Summary

    summary = Summary()
    with ExitStack() as stack:
        sinks = [stack.enter_context(open_sink(target)) for target in to]
        report = stack.enter_context(progress(sum(1 for _ in expand(inputs))))
        for outcome in outcomes_of(inputs, data=tuple(data)):
            for sink in sinks:
                sink.write(outcome)
            summary.add(outcome)
            report(outcome)
    for line in summary.lines():
        typer.echo(line)
    typer.echo(f"stored in    {', '.join(to)}")
    sys.stdout.flush()
    raise typer.Exit(Status.DOCUMENTS_FAILED if summary.failures else Status.DONE)
