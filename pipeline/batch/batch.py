"""The batch: inputs → what is not yet done → an engine → databases, one at a time.

Results stream: nothing but the names of the inputs is held for all of them.
"""

import os
import platform
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Protocol

from pipeline._version import __version__
from pipeline.batch.engines.unit import Result, Task
from pipeline.batch.ledger import Entries, Ledger, Version, claims_of, digest_or_cause
from pipeline.batch.summary import Summary
from pipeline.corrections import Filed, Outcome
from pipeline.corrections.stored import amend
from pipeline.errors import ReadError
from pipeline.inputs import MEMBER, Found, Input, Unchanged, Visitor, covers, expand
from pipeline.knowledge import Knowledge
from pipeline.records import Failure
from pipeline.sinks import Database, Targets, check, export
from pipeline.sinks.rows import Row, Rows, rows_of


class Engine(Protocol):
    """Runs tasks; see `pipeline.batch.engines`."""

    def run(
        self, tasks: Iterable[Task], stopped: Callable[[], bool]
    ) -> Generator[Sequence[Result]]:
        """Results in any order, some at a time; once `stopped`, of what is in flight.

        What comes together is stored together.
        """


def nothing(source: str) -> tuple[None, None]:
    """Nothing is known of any address."""
    del source
    return None, None


def never() -> bool:
    """Nobody asks this run to stop."""
    return False


@dataclass
class Batch:
    """A run over many inputs.

    Attributes:
        names: inputs as the user gives them.
        databases: open, each written as the run goes on.
        redo: do again what is unchanged.
        since: pass over files that are older.
        limit: at most so many inputs are done.
        allow_private: pages may lead into private networks.
        stopped: whether someone has asked the run to stop.
        corrections: what people put right; it overrides what is stored.
        known: the scales that corrected grades must be on; None: any grade is taken.
        corrected: what has become of them, once the run has ended.
    """

    names: list[str]
    targets: Targets
    databases: list[Database]
    engine: Engine
    data_digest: str
    redo: bool = False
    since: datetime | None = None
    limit: int | None = None
    allow_private: bool = False
    stopped: Callable[[], bool] = never
    corrections: Sequence[Filed] = ()
    known: Knowledge | None = None
    summary: Summary = field(default_factory=Summary)
    corrected: list[Outcome] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.targets.check_inputs(self.names)
        version = Version(__version__, self.data_digest)
        self.ledger = Ledger(self.databases, version)
        self.written = self.targets.written()
        self.own_names = {Path(file).name for file in self.written}
        self.compared: set[tuple[str, frozenset[tuple[str, int]]]] = set()
        self.seen: set[str] = set()
        self.numbers: dict[int, int] = {}

    def run(self) -> Iterator[Rows]:
        """Do what is not done, and yield the rows of each input once they are stored.

        Raises:
            DataError: the data does not hold.
            SinkError: a target cannot be written.
        """
        began = time.monotonic()
        for target in self.targets.files:
            check(self.databases[0], target)
        status: Literal["done", "interrupted", "failed"] = "failed"
        self._begin()
        try:
            for rows in self._stored():
                self.summary.add(rows)
                yield rows
            status = "interrupted" if self.stopped() else "done"
        except GeneratorExit:
            status = "interrupted"
            raise
        finally:
            if status == "done" and self.limit is None:
                self.ledger.forget(self._restored())
                self.summary.removed = self._removed()
            self.summary.seconds = time.monotonic() - began
            self._end(status)
        for database in self.databases:
            self.corrected = amend(database, self.corrections, self.known)
        for target in self.targets.files:
            export(self.databases[0], target)

    def pending(self) -> Iterator[Task | ReadError]:
        """What is to be done: every input that is not done yet."""
        left = self.limit
        known = self.ledger.validators if not self.redo else nothing
        visitor = Visitor(known, allow_private=self.allow_private)
        found = self._of_interest(expand(self.names, visitor))
        for one, digest, entries in self.ledger.looked_up(found):
            if left == 0 or self.stopped():
                return
            if not self.redo and self.ledger.are_current(entries, digest):
                self._skip(one.source, entries)
                continue
            left = None if left is None else left - 1
            if isinstance(one, ReadError):
                yield one
            else:
                yield Task(one, digest, known=any(entries))

    def _skip(self, source: str, entries: Entries) -> None:
        """Count what is done and unchanged, and keep in mind why it gave no record."""
        self.summary.skipped += 1
        failed = [e for e in entries if e and e["outcome"] == "failure"]
        if failed:
            cause, remedy = failed[0]["cause"], failed[0]["remedy"]
            self.summary.failed_before.append(f"{source}: {cause}; {remedy}")

    def _of_interest(self, found: Iterable[Found]) -> Iterator[Input | ReadError]:
        """What may have to be done, as far as can be told without its bytes."""
        for one in found:
            if self._is_written(one):
                continue
            self.summary.found += 1
            self.seen.add(one.source)
            if isinstance(one, Unchanged):
                self.summary.skipped += 1
            elif not self._too_old(one):
                yield one

    def _is_written(self, one: Found) -> bool:
        """Whether this run writes it: a glob may match a target and what is beside."""
        path = one.path if isinstance(one, Input) else None
        likely = path is not None and path.name in self.own_names
        return likely and os.path.realpath(path or "") in self.written

    def _stored(self) -> Iterator[Rows]:
        unreadable: list[ReadError] = []
        tasks = self._tasks(unreadable)
        put_right = {one.correction.source for one in self.corrections}
        # workers end with the run, however it ends
        with closing(self.engine.run(tasks, self.stopped)) as groups:
            for results in groups:
                for result in results:
                    source = result.task.found.source
                    if result.task.known and source not in put_right:
                        self._compare(source, result.rows)
                yield from self._store([*results, *_failures(unreadable)])
        yield from self._store([*_failures(unreadable)])

    def _tasks(self, unreadable: list[ReadError]) -> Iterator[Task]:
        """What an engine can do; what cannot even be read is put aside."""
        for pending in self.pending():
            if isinstance(pending, ReadError):
                unreadable.append(pending)
            else:
                yield pending

    def _store(self, results: Sequence[Result]) -> list[Rows]:
        """Store what came of some inputs, together; returns their rows."""
        entries = [self._entry(result) for result in results]
        for database in self.databases if results else ():
            run = self.numbers[id(database)]
            database.write(
                *(
                    result.rows | {"inputs": [entry | {"run": run}]}
                    for result, entry in zip(results, entries, strict=True)
                )
            )
        return [result.rows for result in results]

    def _entry(self, result: Result) -> Row:
        """What the ledger keeps of an input."""
        found, documents = result.task.found, result.rows.get("documents")
        return {
            "source": found.source,
            "digest": result.task.digest,
            "version": self.ledger.version.extractor,
            "data_digest": self.ledger.version.data,
            "outcome": "record" if documents else "failure",
            "document_id": documents[0]["id"] if documents else None,
            "finished": datetime.now(UTC),
            "retrieved": found.retrieved,
            "etag": found.etag,
            "last_modified": found.last_modified,
        }

    def _compare(self, source: str, rows: Rows) -> None:
        """Count what a document that was read before has gained and lost.

        Where people put something right it would be their work that is compared. Of
        several names with the same bytes, then and now, the first is.
        """
        before = self.ledger.claims(source)
        if before is None or "documents" not in rows:
            return
        both = rows["documents"][0]["id"], frozenset(before.items())
        if both not in self.compared:
            self.compared.add(both)
            self.summary.compare(before, claims_of(rows))

    def _too_old(self, found: Input | ReadError) -> bool:
        if self.since is None or isinstance(found, ReadError):
            return False
        changed = found.retrieved
        if found.path is not None and not _is_gone(str(found.path)):
            changed = datetime.fromtimestamp(found.path.stat().st_mtime, UTC)
        return changed is not None and changed < self.since

    def _restored(self) -> list[str]:
        """Failures of what is no document: it can be read now, and led to others.

        A folder, an archive, a glob or a feed that this run came by has been seen only
        where it failed again.
        """
        opened = {source.partition(MEMBER)[0] for source in self.seen}
        return [
            source
            for source in self.ledger.failures()
            if source not in self.seen
            and (source in self.names or source in opened or _is_open(source))
            and any(covers(name, source) for name in self.names)
        ]

    def _removed(self) -> list[str]:
        """Sources under this run's names that are in the ledger and nowhere else."""
        return [
            source
            for source in self.ledger.sources()
            if source not in self.seen
            and any(covers(name, source) for name in self.names)
            and _is_gone(source)
        ]

    def _begin(self) -> None:
        row = {
            "started": datetime.now(UTC),
            "status": "running",
            "process": f"process {os.getpid()} on {platform.node()}",
            "version": self.ledger.version.extractor,
            "data_digest": self.ledger.version.data,
            "inputs": self.names,
            "targets": [str(Path(file).resolve()) for file in self.targets.files],
        }
        for database in self.databases:
            self.numbers[id(database)] = database.begin(row)

    def _end(self, status: str) -> None:
        row = {
            "finished": datetime.now(UTC),
            "status": status,
            "summary": self.summary.as_json(),
        }
        for database in self.databases:
            database.end(self.numbers[id(database)], row)


def _is_gone(source: str) -> bool:
    """Whether there is no such file; not where nobody may look."""
    try:
        return not Path(source).exists()
    except OSError:
        return False


def _is_open(source: str) -> bool:
    """Whether it is a folder that can be listed."""
    return os.path.isdir(source) and os.access(source, os.R_OK | os.X_OK)  # noqa: PTH112 - never raises


def _failures(errors: list[ReadError]) -> Iterator[Result]:
    """The results of inputs that cannot even be read; the list is empty afterwards."""
    while errors:
        error = errors.pop(0)
        task = Task(Input(error.source), digest_or_cause(error))
        yield Result(task, rows_of(Failure.of(error, error.source)))
