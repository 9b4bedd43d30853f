"""What a worker process does: tasks in, rows out, within its memory."""

import resource
import signal
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from pipeline.engines.unit import Task, work
from pipeline.errors import DataError
from pipeline.sinks.rows import Rows

WARM = "GRADEWRIGHT_WARM"
"""The variable that names data folders to the parent of all workers, as `PATH` does."""
DOCUMENTS = 400
"""After so many a worker makes room for a new one: spaCy keeps every word it meets."""


class Answer(NamedTuple):
    """What a worker sends back for a task."""

    rows: Rows
    seconds: float
    last: bool
    """Whether the worker ends now."""


def serve(connection: Connection, data: tuple[Path, ...], memory: int) -> None:
    """Answer tasks until the other side hangs up; the first message is None: ready.

    A `DataError` is sent in its place where the data does not hold.
    """
    from pipeline.mentions import build_nlp  # noqa: PLC0415 - only workers need it

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what ends when
    try:
        build_nlp(*data)
    except DataError as error:
        connection.send(error)
        return
    limit_memory(memory)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(None)
        for count in range(1, DOCUMENTS + 1):
            task: Task = connection.recv()
            began = time.monotonic()
            rows = work(task, data)
            last = count == DOCUMENTS or _exhausted(rows)
            connection.send(Answer(rows, time.monotonic() - began, last))
            if last:
                return


def _exhausted(rows: Rows) -> bool:
    """Whether the memory ran out: what is left of it may be in pieces."""
    return any(row["error"] == "OutOfMemory" for row in rows.get("failures", ()))


def limit_memory(extra: int) -> None:
    """Let this process take so many bytes more than it has; where the system can."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:  # not Linux
        return
    total = pages * resource.getpagesize() + extra
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or total < hard:
        resource.setrlimit(resource.RLIMIT_AS, (total, hard))
