"""What was done with which bytes, by which version: what need not be done again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from pipeline.errors import ReadError
from pipeline.inputs import Input
from pipeline.sinks import Database
from pipeline.sinks.rows import Row, Rows
from pipeline.sinks.tables import (
    documents,
    failures,
    grades,
    inputs,
    inspections,
    people,
    quotes,
)

LOST = "WorkerLost"
"""The error of a document whose worker was killed: worth another try."""
BUG = "an internal error"
"""How the cause of a failure begins that is ours: worth another try, too."""

_THERE = func.coalesce(documents.c.id, failures.c.source).is_not(None)
_AGAIN = (func.coalesce(failures.c.error, "") == LOST) | func.coalesce(
    failures.c.cause, ""
).startswith(BUG)
# Built once: SQLAlchemy takes longer to build such a statement than to run it.
_ENTRY = (
    select(inputs, (_THERE & ~_AGAIN).label("complete"))
    .join(documents, documents.c.id == inputs.c.document_id, isouter=True)
    .join(failures, failures.c.source == inputs.c.source, isouter=True)
    .where(inputs.c.source == bindparam("source"))
)
_CLAIMS = {
    table.name: select(table).where(table.c.document_id == bindparam("id"))
    for table in (inspections, grades, people, quotes)
}


@dataclass(frozen=True, slots=True)
class Version:
    """What makes a record beside the bytes."""

    extractor: str
    data: str
    """Digest of all data files."""


@dataclass(frozen=True)
class Ledger:
    """The entries of all databases that a run writes to."""

    databases: Sequence[Database]
    version: Version

    def entries(self, source: str) -> list[Row | None]:
        """What each database knows of a source; `complete`: with what came of it."""
        return [self.entry(source, database) for database in self.databases]

    def entry(self, source: str, database: Database) -> Row | None:
        """What one database knows of a source."""
        found = database.read(_ENTRY, source=source)
        return found[0] if found else None

    def are_current(self, entries: Sequence[Row | None], digest: str) -> bool:
        """Whether every database has what these bytes give in this version."""
        return bool(entries) and all(
            entry is not None
            and entry["digest"] == digest
            and entry["version"] == self.version.extractor
            and entry["data_digest"] == self.version.data
            and bool(entry["complete"])
            for entry in entries
        )

    def sources(self) -> list[str]:
        """All sources that the first database knows."""
        query = select(inputs.c.source).order_by(inputs.c.source)
        return [row["source"] for row in self.databases[0].read(query)]

    def validators(self, source: str) -> tuple[str | None, str | None]:
        """The ETag and the date by which a server can tell whether a page is new.

        Nothing where the page must be done again in any case.
        """
        entries = self.entries(source)
        first = entries[0] if entries else None
        if first is None or not self.are_current(entries, first["digest"]):
            return None, None
        return first["etag"], first["last_modified"]

    def claims(self, source: str) -> Counter[str] | None:
        """The grades and quotes that the first database has from a source.

        None where it has no record of it.
        """
        database = self.databases[0]
        entry = self.entry(source, database)
        if entry is None or entry["document_id"] is None:
            return None
        id_ = entry["document_id"]
        return claims_of(
            {name: database.read(query, id=id_) for name, query in _CLAIMS.items()}
        )


def claims_of(rows: Rows) -> Counter[str]:
    """The grades and quotes of a record's rows, in words that can be compared."""
    bodies = {row["inspection"]: row["body_name"] for row in rows["inspections"]}
    speakers = {row["person"]: row["name"] or row["role"] for row in rows["people"]}
    found = Counter(
        f"{bodies[row['inspection']]}: {row['area_label']}: {row['grade']}"
        for row in rows["grades"]
    )
    found.update(
        f"{speakers.get(row['person'], 'nobody')}: “{row['text']}”"
        for row in rows["quotes"]
    )
    return found


def digest_or_cause(found: Input | ReadError) -> str:
    """What tells the state of an input: its bytes, or why they cannot be had."""
    if isinstance(found, ReadError):
        return f"unreadable: {found.cause}"
    try:
        return found.digest()
    except ReadError as error:
        return f"unreadable: {error.cause}"
