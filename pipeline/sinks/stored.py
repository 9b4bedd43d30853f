"""Storage → records: the reading side, for all that works on what was stored."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import create_engine, select
from sqlalchemy.exc import DatabaseError

from pipeline.errors import ReadError
from pipeline.records import Record
from pipeline.sinks.tables import documents, records

REMEDY = "name a .jsonl file or a database that `gradewright run` has written"


def stored(target: str) -> Iterator[Record]:
    """The records of a database or a file of JSON lines, in the order of storing.

    Raises:
        ReadError: the target is not there, or holds something else.
    """
    if "://" not in target and not Path(target).is_file():
        raise ReadError(target, "there is no such file", REMEDY)
    lines: Iterator[str | bytes] = (
        _jsonl(target) if target.endswith((".jsonl", ".json")) else _database(target)
    )
    for place, line in enumerate(lines, start=1):
        try:
            yield Record.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "the whole"
            cause = f"record {place} does not hold ({where}: {first['msg']})"
            raise ReadError(target, cause, REMEDY) from error


def _jsonl(target: str) -> Iterator[bytes]:
    with Path(target).open("rb") as file:
        yield from filter(bytes.strip, file)


def _database(target: str) -> Iterator[str]:
    engine = create_engine(target if "://" in target else f"sqlite:///{target}")
    chosen = (
        select(documents.c.text, records.c.record)
        .join_from(documents, records)
        .order_by(documents.c.source, documents.c.id)
    )
    try:
        with engine.connect() as connection:
            for text, record in connection.execution_options(yield_per=100).execute(
                chosen
            ):
                yield json.dumps(
                    record | {"document": record["document"] | {"text": text}}
                )
    except DatabaseError as error:
        raise ReadError(target, f"cannot be read ({error.orig})", REMEDY) from error
    finally:
        engine.dispose()
