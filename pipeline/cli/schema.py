"""`gradewright schema`: the published shapes of what goes in and out."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import check_ours

MARKS = {
    "record.schema.json": '"title": "Record"',
    "framework.schema.json": '"title": "Framework"',
    "tables.sqlite.sql": "CREATE TABLE documents (",
    "tables.postgresql.sql": "CREATE TABLE documents (",
}
"""What stands in each file, whatever version wrote it."""


def schema(
    folder: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="Where the files go.")
    ] = Path("schemas"),
) -> None:
    """Write the schemas of records and tables.

    The JSON Schemas of records and frameworks, and the definitions of all tables.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, mark in MARKS.items():
        check_ours(folder / name, mark)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
        typer.echo(folder / name)


def schemas() -> dict[str, str]:
    """The text of each file, by name."""
    import json

    from pipeline.knowledge import Framework
    from pipeline.records import Record
    from pipeline.sinks.tables import ddl

    def pretty(content: object) -> str:
        return json.dumps(content, indent=2, ensure_ascii=False) + "\n"

    return {
        "record.schema.json": pretty(Record.model_json_schema(mode="serialization")),
        "framework.schema.json": pretty(Framework.model_json_schema()),
        "tables.sqlite.sql": ddl("sqlite"),
        "tables.postgresql.sql": ddl("postgresql"),
    }
