"""CSV: a file for each table; an empty cell is null, lists and objects are JSON."""

import csv
import json
from datetime import date
from pathlib import Path

from sqlalchemy import select

from pipeline.sinks.database import Database
from pipeline.sinks.exports.files import TABLES, order, part, replacing


def export(database: Database, path: Path) -> None:
    """Write `<name>.<table>.csv` for every table, in UTF-8."""
    for table in TABLES:
        with (
            replacing(part(path, table.name)) as half,
            half.open("w", encoding="utf-8", newline="") as file,
        ):
            writer = csv.writer(file)
            writer.writerow(table.columns.keys())
            for row in database.stream(select(table).order_by(*order(table))):
                writer.writerow(map(cell, row.values()))


def cell(value: object) -> str | int | None:
    """A value as text that says the same."""
    match value:
        case None | str() | int():
            return value
        case date():
            return value.isoformat()
        case _:
            return json.dumps(value, ensure_ascii=False)
