"""How far a batch is: a bar on a terminal, plain lines elsewhere; on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from pipeline.records import Failure, Record

EVERY = 100
"""Documents between two plain lines."""

Report = Callable[[Record | Failure], None]


@contextmanager
def progress(total: int) -> Iterator[Report]:
    """Yields what is to be called with each outcome; failures get a line at once."""
    console = Console(file=sys.stderr, highlight=False, markup=False, soft_wrap=True)
    if not console.is_terminal:
        yield _plain(total)
        return
    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=total)

        def advance(outcome: Record | Failure) -> None:
            if isinstance(outcome, Failure):
                console.print(f"skipped {outcome}")
            bar.advance(task)

        yield advance


def _plain(total: int) -> Report:
    done = 0

    def line(outcome: Record | Failure) -> None:
        nonlocal done
        done += 1
        if isinstance(outcome, Failure):
            sys.stderr.write(f"skipped {outcome}\n")
        if done % EVERY == 0:
            sys.stderr.write(f"{done} of {total} documents\n")
        sys.stderr.flush()

    return line
