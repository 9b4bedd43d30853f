"""What was done with which bytes, by which version: what need not be done again."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
TOGETHER = 200
"""Inputs that are looked up together."""
SOON = 0.05
"""Seconds for which an input waits for others to be looked up with."""
HELD = 4_000_000
"""Bytes of inputs that wait."""
BUG = "an internal error"
"""How the cause of a failure begins that is ours: worth another try, too."""

_THERE = func.coalesce(documents.c.id, failures.c.source).is_not(None)
_AGAIN = (func.coalesce(failures.c.error, "") == LOST) | func.coalesce(
    failures.c.cause, ""
).startswith(BUG)
# Built once: SQLAlchemy takes longer to build such a statement than to run it.
_ENTRIES = (
    select(
        inputs,
        (_THERE & ~_AGAIN).label("complete"),
        failures.c.cause,
        failures.c.remedy,
    )
    .join(documents, documents.c.id == inputs.c.document_id, isouter=True)
    .join(failures, failures.c.source == inputs.c.source, isouter=True)
    .where(inputs.c.source.in_(bindparam("sources", expanding=True)))
)
_CLAIMS = {
    table.name: select(table).where(table.c.document_id == bindparam("id"))
    for table in (inspections, grades, people, quotes)
}

Entries = list[Row | None]
"""What each database knows of a source."""


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

    def looked_up(
        self, found: Iterable[Input | ReadError]
    ) -> Iterator[tuple[Input | ReadError, str, Entries]]:
        """Inputs with the state they are in, and what the databases know of them.

        Some are looked up together, as long as they come quickly.
        """
        some: list[tuple[Input | ReadError, str]] = []
        since, held = time.monotonic(), 0
        for one in found:
            some.append((one, digest_or_cause(one)))
            held += len(one.data or b"") if isinstance(one, Input) else 0
            late = time.monotonic() - since > SOON
            if late or len(some) == TOGETHER or held > HELD:
                yield from self._together(some)
                some, since, held = [], time.monotonic(), 0
        yield from self._together(some)

    def _together(
        self, some: Sequence[tuple[Input | ReadError, str]]
    ) -> Iterator[tuple[Input | ReadError, str, Entries]]:
        sources = [one.source for one, _ in some]
        known = [self._known(sources, database) for database in self.databases]
        for one, digest in some:
            yield one, digest, [entries.get(one.source) for entries in known]

    def _known(self, sources: Sequence[str], database: Database) -> dict[str, Row]:
        """What one database knows of some sources; `complete`: with what came of it."""
        if not sources:
            return {}
        found = database.read(_ENTRIES, sources=sources)
        return {row["source"]: row for row in found}

    def entries(self, source: str) -> Entries:
        """What each database knows of a source."""
        return [self._known([source], one).get(source) for one in self.databases]

    def are_current(self, entries: Entries, digest: str) -> bool:
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

    def failures(self) -> list[str]:
        """The sources that gave the first database no record."""
        query = select(failures.c.source).order_by(failures.c.source)
        return [row["source"] for row in self.databases[0].read(query)]

    def forget(self, sources: Sequence[str]) -> None:
        """Forget, everywhere, failures that are none any more."""
        for database in self.databases:
            database.forget_failures(sources)

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
        entry = self._known([source], database).get(source)
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
