"""How far a batch is: a bar on a terminal, plain lines elsewhere; on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.batch.summary import Summary
from pipeline.sinks.rows import Rows

EVERY = 100
"""Documents between two plain lines."""

Report = Callable[[Rows, Summary], None]


@contextmanager
def progress(total: int) -> Iterator[Report]:
    """Yields what is to be called with each outcome; failures get a line at once."""
    if not sys.stderr.isatty():
        yield _plain(total)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TimeRemainingColumn,
    )

    console = Console(file=sys.stderr, highlight=False, markup=False, soft_wrap=True)
    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    # no thread of its own: a process with threads is no good parent of others
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("reading", total=total)

        def advance(rows: Rows, summary: Summary) -> None:
            for line in _failures(rows):
                console.print(line)
            done = _done(summary)
            bar.update(task, completed=done, total=max(total, done), refresh=True)

        yield advance


def _plain(total: int) -> Report:
    def line(rows: Rows, summary: Summary) -> None:
        for skipped in _failures(rows):
            sys.stderr.write(f"{skipped}\n")
        if (done := _done(summary)) % EVERY == 0:
            sys.stderr.write(f"{done} of {max(total, done)} documents\n")
        sys.stderr.flush()

    return line


def _failures(rows: Rows) -> Iterator[str]:
    for row in rows.get("failures", ()):
        yield f"skipped {row['source']}: {row['cause']}; {row['remedy']}"


def _done(summary: Summary) -> int:
    return summary.skipped + summary.done
