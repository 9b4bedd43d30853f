"""What a worker process does: tasks in, rows out, within its memory."""

import math
import resource
import signal
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from pipeline.batch.engines.unit import Limits, Task, Work, failed
from pipeline.errors import DataError
from pipeline.sinks.rows import Rows

WARM = "GRADEWRIGHT_WARM"
"""The variable that names data folders to the parent of all workers, as `PATH` does."""
ORPHANED = 2
"""Times its limit after which a document ends a worker whose parent has not."""
DOCUMENTS = 400
"""After so many a worker makes room for a new one: spaCy keeps every word it meets."""


class Answer(NamedTuple):
    """What a worker sends back for a task."""

    rows: Rows
    seconds: float
    last: bool
    """Whether the worker ends now."""


def serve(
    connection: Connection, work: Work, data: tuple[Path, ...], limits: Limits
) -> None:
    """Answer tasks until the other side hangs up; the first message is None: ready.

    A `DataError` is sent in its place where the data does not hold.
    """
    from pipeline import knowledge  # noqa: PLC0415 - only workers need these
    from pipeline.mentions import components  # noqa: PLC0415

    for number in (signal.SIGINT, signal.SIGTERM):  # the parent decides what ends when
        signal.signal(number, signal.SIG_IGN)
    try:
        components(knowledge.load(*data))
    except DataError as error:
        connection.send(error)
        return
    limit_memory(limits.memory)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(None)
        for count in range(1, DOCUMENTS + 1):
            task: Task = connection.recv()
            signal.alarm(math.ceil(limits.seconds) * ORPHANED)
            answer = _answer(work, task, data, limits)
            signal.alarm(0)
            last = answer.last or count == DOCUMENTS
            connection.send(answer._replace(last=last))
            if last:
                return


def _answer(work: Work, task: Task, data: tuple[Path, ...], limits: Limits) -> Answer:
    last = False
    began = time.monotonic()
    try:
        rows = work(task, data)
    except MemoryError:
        cause = f"it needs more than {limits.memory // 2**20:,} MB of memory"
        remedy = "look at the document, or raise --memory-limit"
        rows = failed(task, "LimitExceeded", cause, remedy).rows
        last = True  # what is left of the memory may be in pieces
    except Exception as error:  # noqa: BLE001 - our bug must not end others' batch
        cause = f"an internal error ({' '.join(str(error).split())[:200]})"
        remedy = "please report it together with the document"
        rows = failed(task, type(error).__name__, cause, remedy).rows
    return Answer(rows, time.monotonic() - began, last)


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
