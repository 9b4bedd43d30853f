"""A database → files for people and programs, replaced as a whole in one step.

To add a format: a module here with `export(database, path)`, and a line in `EXPORTS`.
"""

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import select

from pipeline.errors import SinkError
from pipeline.sinks.database import Database
from pipeline.sinks.exports import csv_files, excel, json_lines, parquet
from pipeline.sinks.exports.files import parts
from pipeline.sinks.tables import runs

Export = Callable[[Database, Path], None]

EXPORTS: dict[str, Export] = {
    ".csv": csv_files.export,
    ".jsonl": json_lines.export,
    ".parquet": parquet.export,
    ".xlsx": excel.export,
}
"""By the ending of the file's name."""

_LIBRARIES = {".parquet": ("pyarrow", "parquet"), ".xlsx": ("xlsxwriter", "excel")}
"""What a format needs, and the extra that has it."""


def check(database: Database, target: str) -> None:
    """Make sure, before anything is done, that the export will be possible.

    Raises:
        SinkError: its library is missing, or it would replace a file that no earlier
            run from this database has written.
    """
    check_alone(target)
    there = _there(target)
    named = (name for row in database.read(select(runs)) for name in row["targets"])
    if there and Path(target).resolve() not in {Path(name).resolve() for name in named}:
        raise _foreign(target, there[0])


def check_alone(target: str, *, first: bool = False) -> None:
    """What `check` can tell before a database is opened.

    Args:
        target: a file to be made.
        first: there is no database yet, so that no run has written the target.

    Raises:
        SinkError: as `check`.
    """
    library, extra = _LIBRARIES.get(Path(target).suffix, (None, None))
    if library and find_spec(library) is None:
        remedy = f"pip install 'gradewright[{extra}]'"
        raise SinkError(target, f"{library} is missing", remedy)
    if first and (there := _there(target)):
        raise _foreign(target, there[0])


def check_place(target: str) -> None:
    """Make sure that a file can be made where it is wanted; nothing is made for it.

    Raises:
        SinkError: there is something that is no folder, or one that cannot be written.
    """
    if "://" in target:
        return
    folder = Path(target).absolute().parent
    while not os.path.lexists(folder):
        folder = folder.parent
    problem = "is no folder" if not folder.is_dir() else "may not be written"
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        cause = f"it cannot be made, since {folder} {problem}"
        raise SinkError(target, cause, "choose another place, or change this one")


def _there(target: str) -> list[Path]:
    return [part for part in parts(Path(target)) if part.exists()]


def _foreign(target: str, there: Path) -> SinkError:
    what = "it" if there == Path(target) else there
    cause = f"{what} is there, and no earlier run has written it"
    return SinkError(target, cause, "move it away, or choose another name")


def export(database: Database, target: str) -> None:
    """Write all that the database holds.

    Raises:
        SinkError: the file cannot be written.
    """
    path = Path(target)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        EXPORTS[path.suffix.lower()](database, path)
    except OSError as error:
        cause = f"cannot be written ({error.strerror or error})"
        raise SinkError(target, cause, "check the path and the disk") from error
