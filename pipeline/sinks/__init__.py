"""Record → storage: databases, which remember what was done, and files made from them.

A file format is a line in `exports.EXPORTS`; a kind of database a class in `servers`.
"""

from pathlib import Path
from typing import NamedTuple, Self

from pipeline.errors import SinkError
from pipeline.sinks.database import Database
from pipeline.sinks.exports import EXPORTS, check, check_alone, check_place, export

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
