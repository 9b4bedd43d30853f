"""Worker processes on this machine, each document within its time and memory."""

import math
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from pipeline.batch.engines.unit import Limits, Result, Task, Work, failed, work
from pipeline.batch.engines.worker import WARM, Answer, serve
from pipeline.batch.ledger import LOST
from pipeline.errors import DataError

AHEAD = 2
"""Tasks that a worker has at hand at least, so that it need not wait for the next."""
STOCK = 0.2
"""Seconds of work that it has at hand, where its tasks are short."""
MOST = 16
"""Tasks at hand, however short."""
LONG = 200
"""Characters of a name that is not short; `MOST` tasks of short names are no load."""
GATHER = 0.1
"""Seconds for which results are gathered: some at a time are stored with less work."""
START = 120.0
"""Seconds that a worker may need to get ready."""
TICK = 0.2
"""Seconds after which a wait looks up: has anyone asked us to stop?"""


@dataclass
class Worker:
    """A process and what it has been given; the first of `tasks` is under way."""

    process: ForkServerProcess
    connection: Connection
    tasks: deque[Task] = field(default_factory=deque)
    ready: bool = False
    since: float = 0.0
    """When the first task began."""
    pace: float = math.inf
    """Seconds that its last task took."""

    @property
    def has_room(self) -> bool:
        """Whether it should have another task at hand."""
        at_hand = len(self.tasks)
        return at_hand < AHEAD or (at_hand < MOST and at_hand * self.pace < STOCK)

    def give(self, task: Task) -> None:
        """Hand over a task."""
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks.append(task)
        with suppress(BrokenPipeError, ConnectionResetError):  # found out by `wait`
            self.connection.send(task)

    def end(self) -> str:
        """End the process, whatever it does; returns how it ended."""
        self.connection.close()
        self.process.join(TICK if self.process.exitcode is None else 0)
        self.process.kill()
        self.process.join()
        status = self.process.exitcode or 0
        self.process.close()
        return signal.Signals(-status).name if status < 0 else f"status {status}"


@dataclass
class Local:
    """Runs tasks in worker processes, which start when there is something to do.

    Attributes:
        jobs: how many at a time.
        data: folders with further frameworks, bodies and cues.
    """

    jobs: int
    data: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
    work: Work = work
    workers: list[Worker] = field(default_factory=list)

    def run(
        self, tasks: Iterable[Task], stopped: Callable[[], bool] = lambda: False
    ) -> Generator[list[Result]]:
        """Results in the order in which they are ready, some at a time.

        Once `stopped`, no more tasks are begun; what is in flight is finished.

        Raises:
            DataError: the data does not hold.
        """
        waiting = iter(tasks)
        again: deque[Task] = deque()  # given to a worker that ended too early
        ready: list[Result] = []
        since = 0.0
        try:
            while True:
                self._hand_out(waiting, again, stopped)
                busy = any(worker.tasks for worker in self.workers)
                if ready and not (busy and time.monotonic() - since < GATHER):
                    yield ready
                    ready = []
                    continue
                if not busy:
                    return
                for worker in self._heard():
                    result = self._result(worker)
                    if worker not in self.workers:
                        again.extend(worker.tasks)
                    if result:
                        since = since if ready else time.monotonic()
                        ready.append(result)
        finally:
            for worker in self.workers:
                worker.end()
            self.workers.clear()

    def _hand_out(
        self, waiting: Iterator[Task], again: deque[Task], stopped: Callable[[], bool]
    ) -> None:
        """Give tasks to the workers that have room for them."""
        while self._has_room() and not stopped():
            task = again.popleft() if again else next(waiting, None)
            if task is None:
                return
            worker = self._worker_for(task)
            if worker is None:
                again.appendleft(task)
                return
            worker.give(task)

    def _has_room(self) -> bool:
        return len(self.workers) < self.jobs or any(
            worker.has_room for worker in self.workers
        )

    def _worker_for(self, task: Task) -> Worker | None:
        """The worker that has least to do, a new one where all others are busy.

        A large task goes to nobody who is busy: each side would wait for the other to
        read.
        """
        idle = [worker for worker in self.workers if not worker.tasks]
        if not idle and len(self.workers) < self.jobs:
            self.workers.append(_start(self.work, self.data, self.limits))
            idle = self.workers[-1:]
        able = idle if _is_large(task) else self.workers
        return min(able, key=lambda worker: len(worker.tasks), default=None)

    def _heard(self) -> list[Worker]:
        """Workers that have something to say, or have taken too long."""
        busy = [worker for worker in self.workers if worker.tasks]
        said = wait([worker.connection for worker in busy], timeout=TICK)
        return [w for w in busy if w.connection in said or self._overdue(w)]

    def _overdue(self, worker: Worker) -> bool:
        limit = self.limits.seconds if worker.ready else START
        return time.monotonic() - worker.since > limit

    def _result(self, worker: Worker) -> Result | None:
        """What came of a worker's first task; None where it was only getting ready."""
        if not worker.connection.poll():
            self._discard(worker)
            if not worker.ready:
                cause = f"its worker was not ready after {START:g} s"
                remedy = "run again, with fewer --jobs or when the machine is less busy"
                return failed(worker.tasks.popleft(), LOST, cause, remedy)
            cause = f"it took more than {self.limits.seconds:g} s"
            remedy = "look at the document, or raise --time-limit"
            return failed(worker.tasks.popleft(), "LimitExceeded", cause, remedy)
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            cause = f"its worker was killed ({self._discard(worker)})"
            remedy = "run again; if it is killed again, look at the document"
            return failed(worker.tasks.popleft(), LOST, cause, remedy)
        if isinstance(message, DataError):
            raise message
        worker.since = time.monotonic()
        worker.ready = True
        if message is None:
            return None
        answer: Answer = message
        worker.pace = answer.seconds
        if answer.last:
            self._discard(worker)
        return Result(worker.tasks.popleft(), answer.rows, answer.seconds)

    def _discard(self, worker: Worker) -> str:
        """Let go of a worker; returns how it ended."""
        self.workers.remove(worker)
        return worker.end()


def _is_large(task: Task) -> bool:
    """Whether a task may fill what lies between two processes."""
    return task.found.data is not None or len(task.found.source) > LONG


def _start(work: Work, data: tuple[Path, ...], limits: Limits) -> Worker:
    """A new worker, parted from a process that has loaded all that workers share."""
    context = get_context("forkserver")
    os.environ[WARM] = os.pathsep.join(map(str, data))
    context.set_forkserver_preload(["pipeline.batch.engines.warm"])
    ours, theirs = context.Pipe()
    arguments = (theirs, work, data, limits)
    process = context.Process(target=serve, args=arguments, daemon=True)
    # an interrupt of the whole group is the parent's matter, while they load as well
    resource_tracker.ensure_running()  # its start would let them through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    theirs.close()  # or its end would never be heard of
    return Worker(process, ours, since=time.monotonic())
