"""What the commands share: statuses and options."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.values import amount, day, flag, one_of, path, whole, words


class Status(IntEnum):
    """The exit status of a command."""

    DONE = 0
    DOCUMENTS_FAILED = 1
    NOT_RUN = 2


SIGNALLED = 128
"""An exit status beyond this is the number of the signal that ended the run."""


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Imports that only an extra brings; without it the command is not run."""
    try:
        yield
    except ImportError as error:
        remedy = f"pip install 'gradewright[{name}]'"
        typer.echo(f"{error.name} is missing; {remedy}", err=True)
        raise typer.Exit(Status.NOT_RUN) from error


def check_ours(path: Path, mark: str) -> None:
    """See that a file may be written: it is new, empty, or one that we wrote.

    Args:
        path: where to.
        mark: what stands in every file of this kind that we have written.

    Raises:
        SinkError: somebody else's file stands there.
    """
    from pipeline.errors import SinkError

    if not path.is_file():
        return
    content = path.read_bytes()
    if content.strip() and mark.encode() not in content:
        cause = "a file stands there that is not ours"
        raise SinkError(str(path), cause, "choose another name, or move it away")


Data = Annotated[
    list[Path],
    typer.Option(
        "--data",
        metavar="DIR",
        parser=path,
        help="A folder with further frameworks/, bodies/ and cues/; repeatable.",
        show_default=False,
    ),
]

Records = Annotated[
    str,
    typer.Argument(
        metavar="RECORDS", parser=words, help="A database or a .jsonl file."
    ),
]
Cell = Annotated[
    str,
    typer.Argument(
        metavar="CELL",
        help="Of a record, as gwent/responding_to_the_public, quote/1874 or "
        "document/published; DOCUMENT#CELL where several documents have it.",
    ),
]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        parser=words,
        help="Files, folders, globs, addresses of pages or feeds, archives (.zip, "
        "WARC), or - for a list of these on standard input.",
    ),
]
To = Annotated[
    list[str],
    typer.Option(
        "--to",
        metavar="TARGET",
        parser=words,
        help="A database (.db, postgresql://) or a file (.jsonl, .csv, .parquet, "
        ".xlsx); repeatable.",
    ),
]
CORES = (  # that this process may use, where the system can tell
    len(os.sched_getaffinity(0))
    if hasattr(os, "sched_getaffinity")
    else os.cpu_count() or 1
)
Jobs = Annotated[
    int,
    typer.Option(
        metavar="N", parser=whole(1), help="Documents that are read at a time."
    ),
]
TimeLimit = Annotated[
    float,
    typer.Option(metavar="S", parser=amount(0.1), help="Seconds for a document."),
]
MemoryLimit = Annotated[
    int, typer.Option(metavar="MB", parser=whole(16), help="Memory for a document.")
]
Redo = Annotated[
    bool,
    typer.Option("--redo", parser=flag, help="Do again what is done and unchanged."),
]
Since = Annotated[
    datetime | None,
    typer.Option(
        metavar="DATE", parser=day, help="Pass over older files; as 2024-01-31."
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(metavar="N", parser=whole(1), help="Do so many documents at most."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", parser=flag, help="Only list what would be done.")
]

CORRECTIONS = Path("corrections")
Corrections = Annotated[
    Path,
    typer.Option(
        "--corrections",
        metavar="DIR",
        parser=path,
        help="Where people's corrections are kept.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", parser=flag, help="Let pages lead into private networks."
    ),
]


class EngineName(StrEnum):
    """Who does the work."""

    LOCAL = "local"
    DASK = "dask"


Engine = Annotated[
    EngineName | None,
    typer.Option(
        metavar="|".join(EngineName),
        parser=one_of(EngineName),
        help="Processes of this machine, or a Dask cluster.",
        show_default="local, or dask with a --scheduler",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        parser=words,
        help="Of a Dask cluster; without it, one is made here.",
    ),
]
