"""JSON lines: a record a line, as `gradewright extract` prints it; failures beside."""

from pathlib import Path

from sqlalchemy import select

from pipeline.records import Failure
from pipeline.sinks.database import Database
from pipeline.sinks.exports.files import part, replacing
from pipeline.sinks.rows import record_of
from pipeline.sinks.tables import documents, failures, records


def export(database: Database, path: Path) -> None:
    """Write `<name>.jsonl` and `<name>.failures.jsonl`, in order of source."""
    whole = select(documents.c.source, documents.c.text, records.c.record)
    whole = whole.join(records).order_by(documents.c.source, documents.c.id)
    with replacing(path) as half, half.open("w", encoding="utf-8") as file:
        for row in database.stream(whole):
            file.write(record_of(row, row).model_dump_json() + "\n")
    listed = select(failures).order_by(failures.c.source)
    beside = part(path, failures.name)
    with replacing(beside) as half, half.open("w", encoding="utf-8") as file:
        for row in database.stream(listed):
            file.write(Failure.model_validate(row).model_dump_json() + "\n")
