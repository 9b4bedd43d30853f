"""Records into a database: one transaction for each document, writing twice is once."""

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from pipeline.errors import SinkError
from pipeline.records import Failure, Record
from pipeline.sinks.rows import Row, rows_of
from pipeline.sinks.tables import documents, failures, metadata


class Database:
    """A sink with tables; `with` opens and closes it.

    Raises:
        SinkError: the file or server cannot be opened or written.
    """

    def __init__(self, target: str) -> None:
        self.target = target
        self.engine = _sqlite(target)

    def __enter__(self) -> Self:
        try:
            metadata.create_all(self.engine)
            self.connection: Connection = self.engine.connect()
        except DatabaseError as error:
            raise self._refused(error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.connection.close()
        self.engine.dispose()

    def write(self, outcome: Record | Failure) -> None:
        """Store an outcome in one transaction, in the place of an earlier one."""
        try:
            with self.connection.begin():
                if isinstance(outcome, Failure):
                    self._forget_failure(outcome.source)
                    self._insert("failures", [outcome.model_dump()])
                else:
                    self._replace(outcome)
        except OperationalError as error:
            raise self._refused(error) from error

    def _replace(self, record: Record) -> None:
        self._forget_failure(record.document.source)
        same = documents.c.id == record.document.id
        changed = documents.c.source == record.document.source
        self.connection.execute(delete(documents).where(same | changed))
        for table, rows in rows_of(record).items():
            self._insert(table, rows)

    def _insert(self, table: str, rows: list[Row]) -> None:
        if rows:
            self.connection.execute(insert(metadata.tables[table]), rows)

    def _forget_failure(self, source: str) -> None:
        self.connection.execute(delete(failures).where(failures.c.source == source))

    def _refused(self, error: DatabaseError) -> SinkError:
        cause = f"cannot be written ({error.orig})"
        return SinkError(self.target, cause, "check the path, the disk and the file")


def _sqlite(target: str) -> Engine:
    with suppress(OSError):  # the database itself will say what is wrong
        Path(target).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{target}")
    event.listen(engine, "connect", _configure)
    return engine


def _configure(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()
