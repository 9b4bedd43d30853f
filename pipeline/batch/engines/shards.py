"""A shard: some tasks done together, their outcomes in a file of their own.

A shard is a plain function of its tasks, so that it can run anywhere. Its file is named
by what it holds: done twice, it is written twice to the same place, whole each time.
"""

import hashlib
import json
import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from pipeline._version import __version__
from pipeline.batch.engines.local import Local
from pipeline.batch.engines.unit import Limits, Result, Task, Work, work
from pipeline.errors import EngineError
from pipeline.records import Failure, Record
from pipeline.sinks.exports.files import replacing
from pipeline.sinks.rows import record_of, rows_of


@dataclass(frozen=True)
class Shard:
    """Some tasks, and where their outcomes go."""

    tasks: tuple[Task, ...]
    folder: Path

    @property
    def key(self) -> str:
        """The same for the same tasks in the same version."""
        named = [[task.found.source, task.digest] for task in self.tasks]
        content = json.dumps([__version__, named]).encode()
        return hashlib.sha256(content).hexdigest()[:24]

    @property
    def part(self) -> Path:
        """Its outcomes: a record or a failure a line, in the order of the tasks."""
        return self.folder / f"{self.key}.jsonl"

    @property
    def manifest(self) -> Path:
        """What it says of itself once it is done."""
        return self.folder / f"{self.key}.json"

    def halves(self) -> list["Shard"]:
        """Two smaller shards, to find out which task is to blame."""
        middle = len(self.tasks) // 2
        halves = self.tasks[:middle], self.tasks[middle:]
        return [Shard(tasks, self.folder) for tasks in halves]

    def results(self) -> Iterator[Result]:
        """The outcomes, from the file.

        Raises:
            EngineError: the file is not there, or not what the manifest says.
        """
        remedy = "check that all machines share this folder, and run again"
        try:
            data = self.part.read_bytes()
            manifest = json.loads(self.manifest.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            cause = f"what a worker wrote cannot be read ({error})"
            raise EngineError(str(self.folder), cause, remedy) from error
        if manifest["sha256"] != hashlib.sha256(data).hexdigest():
            cause = f"{self.part.name} is not what {self.manifest.name} says"
            raise EngineError(str(self.folder), cause, remedy)
        for task, line in zip(self.tasks, data.splitlines(), strict=True):
            content = json.loads(line)
            outcome: Record | Failure = (
                Record.model_validate_json(line)
                if "document" in content
                else Failure.model_validate(content)
            )
            yield Result(task, rows_of(outcome))

    def remove(self) -> None:
        """Remove its files."""
        self.part.unlink(missing_ok=True)
        self.manifest.unlink(missing_ok=True)


def do(shard: Shard, data: tuple[Path, ...], limits: Limits, work: Work = work) -> str:
    """Do a shard, wherever this runs; returns the name of its file.

    Each document has its limits: it is done by a process of its own kind, here as well.
    """
    # Dask's workers are daemons, which may have no children, lest they leave them
    # behind; ours end by themselves when they are left
    multiprocessing.current_process().daemon = False
    groups = Local(1, data, limits, work=work).run(shard.tasks)
    results = chain.from_iterable(groups)
    lines = {result.task.found.source: _line(result) for result in results}
    content = "".join(f"{lines[task.found.source]}\n" for task in shard.tasks).encode()
    shard.folder.mkdir(parents=True, exist_ok=True)
    with replacing(shard.part) as half:
        half.write_bytes(content)
    manifest = {
        "version": __version__,
        "sha256": hashlib.sha256(content).hexdigest(),
        "documents": len(shard.tasks),
        "sources": [task.found.source for task in shard.tasks],
    }
    with replacing(shard.manifest) as half:
        half.write_text(json.dumps(manifest), encoding="utf-8")
    return str(shard.part)


def cut(tasks: Iterable[Task], size: int, folder: Path) -> Iterator[Shard]:
    """Shards of so many tasks, in order."""
    some: list[Task] = []
    for task in tasks:
        some.append(_anywhere(task))
        if len(some) == size:
            yield Shard(tuple(some), folder)
            some = []
    if some:
        yield Shard(tuple(some), folder)


def _anywhere(task: Task) -> Task:
    """The task with a path that holds in every working directory."""
    if task.found.path is None:
        return task
    return replace(task, found=replace(task.found, path=task.found.path.absolute()))


def _line(result: Result) -> str:
    failures: Sequence[dict[str, str]] = result.rows.get("failures", ())
    if failures:
        return Failure.model_validate(failures[0]).model_dump_json()
    document, stored = result.rows["documents"][0], result.rows["records"][0]
    return record_of(document, stored).model_dump_json()
