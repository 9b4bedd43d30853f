"""Which tables go into files, under which names, and how a file takes its place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Column, Table

from pipeline.sinks.tables import metadata

TABLES: tuple[Table, ...] = tuple(
    metadata.tables[name]
    for name in (
        "documents",
        "inspections",
        "grades",
        "previous_grades",
        "tallies",
        "people",
        "quotes",
        "issues",
        "failures",
    )
)
"""What a reader of files looks for; the ledger stays in the database."""


def part(path: Path, name: str) -> Path:
    """The file for a part: `out.csv` and `grades` are `out.grades.csv`."""
    return path.with_suffix(f".{name}{path.suffix}")


def parts(path: Path) -> list[Path]:
    """Every file that an export to this path may write."""
    return [path, *(part(path, table.name) for table in TABLES)]


def order(table: Table) -> list[Column[object]]:
    """What its rows are sorted by."""
    return list(table.primary_key)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name to write to; at the end the file takes its place in one step."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield half
        with half.open("rb") as file:
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
