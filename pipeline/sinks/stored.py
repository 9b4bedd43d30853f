"""Storage → records, and a corrected record back, for what works on stored records."""

import os
import re
from collections.abc import Iterator
from itertools import compress
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Text, cast, or_, select
from sqlalchemy.exc import DBAPIError

from pipeline.errors import ReadError, SinkError
from pipeline.problems import plainly
from pipeline.records import Record
from pipeline.sinks.database import CHUNK, Database
from pipeline.sinks.exports.files import parts
from pipeline.sinks.rows import record_of, rows_of
from pipeline.sinks.servers import reading_engine_of, what_is_wrong
from pipeline.sinks.tables import documents, inputs, inspections, records, runs

SHA = "sha256:"
_NO_TABLE = re.compile('no such table|not a database|relation "[^"]+" does not exist')
"""What SQLite and PostgreSQL say of a database or a file that is not ours."""
_CHANGED = r'"by_rules": ?\{'
REMEDY = "name a .jsonl file or a database that `gradewright run` has written"


def stored(
    target: str, *, document: str = "", body: str = "", corrected: bool = False
) -> Iterator[Record]:
    """The records of a database or a file of JSON lines, one by one.

    Args:
        target: a path, or a database's address.
        document: only those whose source ends, or whose digest starts, with this.
        body: only those that a database knows to be about the body of this id, or
            about one without an id; a file has no index of bodies.
        corrected: only those that people's corrections have changed.

    Raises:
        ReadError: the target is not there, or holds something else.
    """
    if not _is_address(target) and not Path(target).is_file():
        raise ReadError(target, "there is no such file", REMEDY)
    if not _is_address(target) and not os.access(target, os.R_OK):
        cause = "no permission to read it"
        raise ReadError(target, cause, "change its permissions")
    digest = SHA + document.removeprefix(SHA)
    if _is_jsonl(target):
        found = _lines(target)
    else:
        found = _rows(target, document, body, corrected=corrected)
    try:
        for record in found:
            named = record.document.source.endswith(document)
            named = named or record.document.id.startswith(digest)
            if named and (record.by_rules or not corrected):
                yield record
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        cause = f"a record does not hold ({where}: {plainly(first)})"
        raise ReadError(target, cause, REMEDY) from error
    except DBAPIError as error:
        wrong = what_is_wrong(error)
        foreign = _NO_TABLE.search(wrong)
        cause = (
            "it holds no records of ours" if foreign else f"cannot be read ({wrong})"
        )
        raise ReadError(target, cause, REMEDY) from error


def replace(target: str, record: Record) -> None:
    """Put a record in the place of the one of the same document.

    Raises:
        SinkError: the target cannot be written.
    """
    if _is_jsonl(target):
        _replace_line(Path(target), record)
        return
    with Database(target) as database:
        put(database, record)


def exported(target: str) -> list[str]:
    """The files that runs have made from a database, and that are still there."""
    if _is_jsonl(target):
        return []
    with Database(target) as database:
        written = [
            name for row in database.read(select(runs)) for name in row["targets"]
        ]
    there = (any(part.exists() for part in parts(Path(name))) for name in written)
    return [*dict.fromkeys(compress(written, there))]


def put(database: Database, record: Record) -> None:
    """Put a record in its place in an open database; the ledger's entry stays."""
    mine = inputs.c.source == record.document.source
    entry = database.read(select(inputs).where(mine))
    database.write(rows_of(record) | {"inputs": entry})


def _is_address(target: str) -> bool:
    return "://" in target


def _is_jsonl(target: str) -> bool:
    return Path(target).suffix.lower() in {".jsonl", ".json"}


def _lines(target: str) -> Iterator[Record]:
    with Path(target).open("rb") as file:
        for line in filter(bytes.strip, file):
            yield Record.model_validate_json(line)


def _rows(
    target: str, document: str, body: str, *, corrected: bool
) -> Iterator[Record]:
    try:
        engine = reading_engine_of(target)
    except SinkError as error:
        raise ReadError(error.target, error.cause, error.remedy) from error
    chosen = (
        select(documents.c.text, documents.c.source, records.c.record)
        .join_from(documents, records)
        .order_by(documents.c.source)
    )
    if document:
        start = SHA + document.removeprefix(SHA)
        digest = documents.c.id.startswith(start, autoescape=True)
        ending = documents.c.source.endswith(document, autoescape=True)
        chosen = chosen.where(or_(digest, ending))
    if body:
        mine = inspections.c.body_id.in_([body]) | inspections.c.body_id.is_(None)
        about = select(inspections.c.document_id).where(mine)
        chosen = chosen.where(documents.c.id.in_(about))
    if corrected:  # JSONB has a space there
        chosen = chosen.where(cast(records.c.record, Text).regexp_match(_CHANGED))
    try:
        with engine.connect() as connection:
            found = connection.execution_options(yield_per=CHUNK).execute(chosen)
            for row in found.mappings():
                yield record_of(dict(row), dict(row))
    finally:
        engine.dispose()


def _replace_line(path: Path, record: Record) -> None:
    """Rewrite a file of JSON lines; a reader sees the old one or the new one."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with half.open("w", encoding="utf-8") as new:
            for old in _lines(str(path)):
                same = old.document.id == record.document.id
                new.write((record if same else old).model_dump_json() + "\n")
        half.replace(path)
    except OSError as error:
        cause = f"cannot be written ({error.strerror or error})"
        raise SinkError(str(path), cause, "check the path and the disk") from error
    finally:
        half.unlink(missing_ok=True)
