"""Record → storage: databases, which remember what was done, and files made from them.

A file format is a line in `exports.EXPORTS`; a kind of database a class in `servers`.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Self

from pipeline.errors import SinkError, without_password
from pipeline.sinks import datasette
from pipeline.sinks.database import Database
from pipeline.sinks.exports import EXPORTS, check, check_alone, check_place, export
from pipeline.sinks.exports.files import parts

__all__ = [
    "DATABASES",
    "EXPORTS",
    "Database",
    "Targets",
    "check",
    "check_alone",
    "check_place",
    "export",
]

DATABASES = (".db", ".sqlite", ".sqlite3")
"""Endings of files that are databases."""
NUMBERS = "run.json"
"""What a run came to, for programs."""
_BESIDE = ("", "-journal", "-shm", "-wal")
"""What SQLite keeps beside a database while it is open, and the database itself."""


class Targets(NamedTuple):
    """Where a run writes to.

    Attributes:
        databases: each is written as the run goes on.
        files: exported from the first database at the end.
    """

    databases: tuple[str, ...]
    files: tuple[str, ...]

    @classmethod
    def of(cls, names: list[str]) -> Self:
        """Tell databases from files; files alone get a database beside the first.

        Raises:
            SinkError: nothing here writes such a target.
        """
        databases, files = [], []
        for name in names:
            suffix = Path(name).suffix.lower()
            if "://" in name or suffix in DATABASES:
                databases.append(name)
            elif suffix in EXPORTS:
                files.append(name)
            else:
                known = ", ".join([*DATABASES, *EXPORTS, "postgresql://"])
                cause = (
                    f"nothing here writes {suffix}" if suffix else "it has no ending"
                )
                raise SinkError(name, cause, f"known: {known}")
        if not databases:
            databases.append(f"{files[0]}.db")
        return cls(tuple(databases), tuple(files))

    def beside(self, name: str) -> Path:
        """A file beside the first target that is one, else in `outputs/`."""
        files = [each for each in (*self.files, *self.databases) if "://" not in each]
        return (Path(files[0]).parent if files else Path("outputs")) / name

    def numbers(self, *, own: bool = False) -> Path:
        """Where a run's numbers stand; with `own` under the database's name."""
        first = Path(without_password(self.databases[0])).name
        return self.beside(f"{first}.{NUMBERS}" if own else NUMBERS)

    def written(self) -> frozenset[str]:
        """The real paths of the files that a run writes: none of its inputs."""
        databases = [each for each in self.databases if "://" not in each]
        files = [Path(each + end) for each in databases for end in _BESIDE]
        files += [datasette.beside(Path(each)) for each in databases]
        files += [part for file in self.files for part in parts(Path(file))]
        files += [self.numbers(), self.numbers(own=True)]
        return frozenset(map(os.path.realpath, files))

    def check_inputs(self, names: Iterable[str]) -> None:
        """Make sure that nobody has named a target as an input, too.

        Raises:
            SinkError: somebody has.
        """
        written = self.written()
        for name in names:
            if "://" not in name and os.path.realpath(name) in written:
                cause = "it is an input and a target of this run"
                raise SinkError(name, cause, "choose another target")
