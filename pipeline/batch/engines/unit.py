"""The unit of work: one input to the rows that it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.inputs import Input
from pipeline.records import Failure
from pipeline.sinks.rows import Rows, rows_of


@dataclass(frozen=True, slots=True)
class Task:
    """An input to be done; `known` if the ledger has an entry of it."""

    found: Input
    digest: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task."""

    task: Task
    rows: Rows
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take."""

    seconds: float = 60.0
    memory: int = 2**30
    """Bytes beyond what a worker needs when it starts."""


Work = Callable[[Task, tuple[Path, ...]], Rows]
"""Turns a task into rows, with further data folders; must be found by its name."""


def work(task: Task, data: tuple[Path, ...]) -> Rows:
    """The rows of a record, or of a failure; never raises for a document."""
    from pipeline.run import attempt  # noqa: PLC0415 - only workers need the stages

    return rows_of(attempt(task.found, data=data))


def failed(task: Task, error: str, cause: str, remedy: str) -> Result:
    """The result of a task that was not ended."""
    failure = Failure(source=task.found.source, error=error, cause=cause, remedy=remedy)
    return Result(task, rows_of(failure))
