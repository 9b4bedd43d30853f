"""`gradewright run`: a batch into databases and files."""

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pipeline.cli.config import Config
from pipeline.cli.options import (
    CORES,
    CORRECTIONS,
    SIGNALLED,
    AllowPrivate,
    Corrections,
    Data,
    DryRun,
    Engine,
    EngineName,
    Inputs,
    Jobs,
    Limit,
    MemoryLimit,
    Redo,
    Scheduler,
    Since,
    Status,
    TimeLimit,
    To,
)
from pipeline.errors import without_password

if TYPE_CHECKING:
    from pipeline.batch.batch import Batch
    from pipeline.batch.engines.cluster import Cluster
    from pipeline.batch.engines.local import Local
    from pipeline.batch.engines.unit import Limits
    from pipeline.sinks import Database, Targets


def run(  # noqa: PLR0913 - the command's options
    inputs: Inputs,
    *,
    to: To,
    jobs: Jobs = CORES,
    time_limit: TimeLimit = 60.0,
    memory_limit: MemoryLimit = 1024,
    redo: Redo = False,
    since: Since = None,
    limit: Limit = None,
    dry_run: DryRun = False,
    corrections: Corrections = CORRECTIONS,
    allow_private: AllowPrivate = False,
    engine: Engine = None,
    scheduler: Scheduler = None,
    data: Data = [],  # noqa: B006 - typer copies it
    config: Config = None,  # noqa: ARG001 - it has done its work by then
) -> None:
    """Store the records of many documents.

    What is done and unchanged is skipped, so that a run that was stopped goes on
    where it was, and running again changes nothing.
    """
    from pipeline.batch.engines.unit import Limits
    from pipeline.sinks import Targets

    targets, limits = Targets.of(to), Limits(time_limit, memory_limit * 2**20)
    batch = partial(
        _batch(inputs, targets, corrections, data),
        engine=_engine(engine, scheduler, jobs, data, limits, targets),
        redo=redo,
        since=since and since.replace(tzinfo=UTC),
        limit=limit,
        allow_private=allow_private,
    )
    raise typer.Exit(_run(batch, targets, dry_run=dry_run))


def _batch(
    inputs: list[str], targets: "Targets", corrections: Path, data: list[Path]
) -> "Callable[..., Batch]":
    """A batch but for its engine, its databases, and what of it is wanted."""
    from pipeline import knowledge
    from pipeline.batch.batch import Batch
    from pipeline.corrections import filed
    from pipeline.inputs import listed

    known = knowledge.load(*data)
    return partial(
        Batch,
        names=listed(inputs),
        targets=targets,
        data_digest=known.digest,
        corrections=filed(corrections, known),
        known=known,
    )


def _run(batch_of: "Callable[..., Batch]", targets: "Targets", *, dry_run: bool) -> int:
    """Open the databases and run; the exit status."""
    with ExitStack() as stack:
        caught = stack.enter_context(_signals())
        databases = _opened(targets, stack, only_there=dry_run)
        batch = batch_of(databases=databases, stopped=lambda: bool(caught))
        if dry_run:
            _list(batch)
            return Status.DONE
        _show(batch, targets)
    if caught:
        typer.echo("stopped; run again to go on from here", err=True)
        return SIGNALLED + caught[0]
    return Status.DOCUMENTS_FAILED if batch.summary.failed else Status.DONE


def _engine(  # noqa: PLR0913, PLR0917 - what engines are made of
    name: EngineName | None,
    scheduler: str | None,
    jobs: int,
    data: list[Path],
    limits: "Limits",
    targets: "Targets",
) -> "Local | Cluster":
    if name is EngineName.LOCAL and scheduler:
        raise typer.BadParameter("--scheduler is of a Dask cluster, not --engine local")
    if name is EngineName.DASK or scheduler:
        from pipeline.batch.engines.cluster import Cluster

        folder = targets.beside("shards").absolute()
        there = tuple(path.absolute() for path in data)
        return Cluster(scheduler, folder, jobs, there, limits)
    from pipeline.batch.engines.local import Local

    return Local(jobs, tuple(data), limits)


def _opened(
    targets: "Targets", stack: ExitStack, *, only_there: bool
) -> "list[Database]":
    """The databases, open; with `only_there` none is made for this."""
    from pipeline.sinks import Database, check, check_alone, check_place

    main = targets.databases[0]
    new = "://" not in main and not Path(main).exists()
    for target in (*targets.databases, *targets.files):
        check_place(target)
    for target in targets.files:  # before a database is made
        check_alone(target, first=new)
    for folder in () if only_there else _new_folders(targets):
        typer.echo(f"{folder}: a new folder", err=True)
    opened = [
        stack.enter_context(Database(target, tell=partial(typer.echo, err=True)))
        for target in targets.databases
        if not only_there or "://" in target or Path(target).exists()
    ]
    for target in () if new else targets.files:
        check(opened[0], target)
    return opened


def _new_folders(targets: "Targets") -> list[Path]:
    """Folders that will be made, each once: a slip in typing a name makes some too."""
    files = (each for each in (*targets.databases, *targets.files) if "://" not in each)
    folders = dict.fromkeys(Path(file).parent for file in files)
    return [folder for folder in folders if not folder.exists()]


def _list(batch: "Batch") -> None:
    """Print what would be done."""
    from pipeline.batch.engines.unit import Task

    for pending in batch.pending():
        found = pending.found if isinstance(pending, Task) else pending
        typer.echo(found.source)


def _show(batch: "Batch", targets: "Targets") -> None:
    """Run the batch, tell how far it is, and what it came to."""
    from pipeline.cli.progress import progress
    from pipeline.inputs import count
    from pipeline.sinks.datasette import describe

    with progress(count(batch.names)) as report:
        for rows in batch.run():
            report(rows, batch.summary)
    for line in batch.summary.lines():
        typer.echo(line)
    for failure in batch.summary.failed_before:
        typer.echo(f"skipped {failure} (unchanged since; --redo tries again)", err=True)
    if batch.corrected:
        typer.echo(f"corrections  {len(batch.corrected)}")
    for outcome in batch.corrected:
        if outcome.complaint:
            where = f"{outcome.correction.source}#{outcome.correction.cell}"
            typer.echo(
                f"correction {outcome.status}: {where}: {outcome.message}", err=True
            )
    for target in targets.databases:
        if "://" not in target:
            describe(Path(target))
    stored = map(without_password, [*targets.databases, *targets.files])
    typer.echo(f"stored in    {', '.join(stored)}")
    typer.echo(f"in numbers   {_in_numbers(batch, targets)}")


def _in_numbers(batch: "Batch", targets: "Targets") -> Path:
    """Write what it came to for programs, beside what other databases came to."""
    databases = [*map(without_password, targets.databases)]
    file = targets.numbers()
    own = {Path(database).name for database in databases}
    if not own.issuperset(_beside_numbers(file)):
        file = targets.numbers(own=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    content = {"databases": databases} | batch.summary.as_json()
    text = json.dumps(content, indent=2, ensure_ascii=False)
    file.write_text(f"{text}\n", encoding="utf-8")
    return file


def _beside_numbers(numbers: Path) -> list[str]:
    """The databases in its folder whose numbers a file holds; none without the file."""
    try:
        named = json.loads(numbers.read_text(encoding="utf-8"))["databases"]
    except (OSError, ValueError, LookupError, TypeError):
        return []
    beside = [Path(each).name for each in named]
    return [name for name in beside if (numbers.parent / name).is_file()]


@contextmanager
def _signals() -> Iterator[list[int]]:
    """Yields what SIGINT and SIGTERM have come; the second ends the run at once."""
    caught: list[int] = []

    def note(number: int, frame: object) -> None:
        del frame
        caught.append(number)
        if len(caught) > 1:
            raise typer.Exit(SIGNALLED + number)
        typer.echo("finishing what is begun; once more to end at once", err=True)

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, note) for number in numbers]
    try:
        yield caught
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
