"""A database of records: one transaction for each document, writing twice is once."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import (
    Connection,
    Executable,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError

from pipeline.errors import SinkError
from pipeline.sinks.migrations import bring_up_to_date
from pipeline.sinks.rows import Row, Rows
from pipeline.sinks.servers import server_of, what_is_wrong
from pipeline.sinks.tables import documents, failures, inputs, metadata, runs

T = TypeVar("T")

PATIENCE = (0.1, 0.5, 2.0, 5.0, 10.0)
"""Seconds between attempts to write to a server that has gone away."""
CHUNK = 500
"""Rows that are held at a time when a table is read."""

# Built once: SQLAlchemy takes longer to build such a statement than to run it.
_INSERTS = {table.name: insert(table) for table in metadata.sorted_tables}
"""Parents before children."""
_ENTRY = select(inputs.c.source).where(inputs.c.source == bindparam("source"))
_SOURCES = select(inputs.c.source).where(
    inputs.c.source.in_(bindparam("names", expanding=True))
)
_DOCUMENTS = select(documents.c.id).where(
    documents.c.id.in_(bindparam("names", expanding=True))
)
_FORGET_ENTRY = delete(inputs).where(inputs.c.source == bindparam("source"))
_FORGET_FAILURE = delete(failures).where(failures.c.source == bindparam("source"))
_SOURCE = select(documents.c.source).where(documents.c.id == bindparam("id"))
_DROP = delete(documents).where(documents.c.id == bindparam("id"))
_HELD = select(documents.c.id).where(
    documents.c.source == bindparam("source"), documents.c.id != bindparam("kept")
)
_HEIR = select(func.min(inputs.c.source)).where(inputs.c.document_id == bindparam("id"))
_MOVE = (
    update(documents)
    .where(documents.c.id == bindparam("id_"))
    .values(source=bindparam("heir"))
)
_OWNER = (
    select(documents.c.id)
    .join(
        inputs,
        (inputs.c.source == documents.c.source)
        & (inputs.c.document_id == documents.c.id),
    )
    .where(documents.c.id == bindparam("id"), documents.c.source < bindparam("source"))
)


class Database:
    """A target with tables, held by one run at a time; `with` opens and closes it.

    Args:
        target: a path, or a server's address.
        tell: told where a run has to wait for a server.

    Raises:
        SinkError: it cannot be opened or written, or another run holds it.
    """

    def __init__(
        self, target: str, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self.target = target
        self.tell = tell
        self.server = server_of(target)
        self.connection: Connection
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        try:
            with ExitStack() as stack:
                stack.callback(self.server.release)
                stack.callback(self.server.engine.dispose)
                self.connection = stack.enter_context(self.server.engine.connect())
                self._claim()
                with self.connection.begin():
                    bring_up_to_date(self.connection, self.target)
                self.stack = stack.pop_all()
        except DBAPIError as error:
            raise self._refused(error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stack.close()

    def write(self, *inputs: Rows) -> None:
        """Store what is known of some inputs, in the place of what was known before.

        All of them or none: they are one transaction.

        Args:
            inputs: for each, one row for `inputs`, and those of a record or a failure.
        """
        self._patiently(lambda: self._write(inputs))

    def forget_failures(self, sources: Sequence[str]) -> None:
        """Forget inputs that gave no record, and the entries that say so."""

        def forget() -> None:
            with self.connection.begin():
                for source in sources:
                    self._do(_FORGET_FAILURE, source=source)
                    self._do(_FORGET_ENTRY, source=source)

        self._patiently(forget)

    def begin(self, row: Row) -> int:
        """Note that a run begins; those that never ended were killed.

        Returns:
            the id of the run.
        """

        def insert_run() -> int:
            with self.connection.begin():
                dead = runs.c.status == "running"
                killed = update(runs).where(dead).values(status="interrupted")
                self.connection.execute(killed)
                last = self.connection.execute(select(func.max(runs.c.id))).scalar()
                number = (last or 0) + 1
                self.connection.execute(insert(runs), row | {"id": number})
                return number

        return self._patiently(insert_run)

    def end(self, number: int, row: Row) -> None:
        """Note how a run ended."""

        def update_run() -> None:
            with self.connection.begin():
                chosen = update(runs).where(runs.c.id == number)
                self.connection.execute(chosen.values(row))

        self._patiently(update_run)

    def read(self, query: Select[Any], **values: str | Sequence[str]) -> list[Row]:
        """All rows of a small query, with values for its parameters."""

        def rows() -> list[Row]:
            with self.connection.begin():
                found = self.connection.execute(query, values).mappings()
                return [dict(row) for row in found]

        return self._patiently(rows)

    def stream(self, query: Select[Any]) -> Iterator[Row]:
        """The rows of a query of any size, some at a time."""
        with self.server.engine.connect() as connection:
            found = connection.execution_options(yield_per=CHUNK).execute(query)
            for row in found.mappings():
                yield dict(row)

    def _write(self, several: Sequence[Rows]) -> None:
        with self.connection.begin():
            there = self._there(several)
            new: Rows = defaultdict(list)
            for rows in several:
                (entry,) = rows["inputs"]
                held = {entry["source"], entry["document_id"]}
                if held & there:
                    self._insert(new)
                    new.clear()
                    rows = self._in_place_of_others(rows, entry)  # noqa: PLW2901
                there |= held - {None}
                for table, some in rows.items():
                    new[table] += some
            self._insert(new)

    def _there(self, several: Sequence[Rows]) -> set[str]:
        """The sources and documents of these inputs that are stored already."""
        entries = [entry for rows in several for entry in rows["inputs"]]
        asked = {
            _SOURCES: [entry["source"] for entry in entries],
            _DOCUMENTS: [entry["document_id"] for entry in entries],
        }
        return {
            found
            for query, names in asked.items()
            for found in self.connection.execute(query, {"names": names}).scalars()
        }

    def _in_place_of_others(self, rows: Rows, entry: Row) -> Rows:
        """Make room for an input; returns what of it is to be stored."""
        source, id_ = entry["source"], entry["document_id"]
        if self._one(_ENTRY, source=source):
            self._do(_FORGET_FAILURE, source=source)
            self._do(_FORGET_ENTRY, source=source)
            self._release(source, id_)
        if id_ is not None and self._one(_SOURCE, id=id_):
            if self._belongs_to_another(source, id_):
                return {"inputs": [entry]}
            self._do(_DROP, id=id_)
        return rows

    def _insert(self, rows: Rows) -> None:
        for table, statement in _INSERTS.items():
            if some := rows.get(table):
                self.connection.execute(statement, some)

    def _release(self, source: str, kept: str | None) -> None:
        """Let go of other documents that this source held, unless others do.

        Where it gives no document now, what it held stays.
        """
        if kept is None:
            return
        held = self.connection.execute(_HELD, {"source": source, "kept": kept})
        for id_ in held.scalars().all():
            heir = self._one(_HEIR, id=id_)
            if heir is None:
                self._do(_DROP, id=id_)
            else:
                self._do(_MOVE, id_=id_, heir=heir)

    def _belongs_to_another(self, source: str, id_: str) -> bool:
        """Whether these very bytes are stored under a name that comes first.

        The first of all names is the document's source, in whatever order they come.
        """
        return self._one(_OWNER, id=id_, source=source) is not None

    def _one(self, query: Select[Any], **values: str) -> Any:  # noqa: ANN401 - a cell
        return self.connection.execute(query, values).scalar()

    def _do(self, statement: Executable, **values: str) -> None:
        self.connection.execute(statement, values)

    def _patiently(self, act: Callable[[], T]) -> T:
        """Do it; where a server has gone away in the meantime, again after a pause."""
        pauses = iter(PATIENCE)
        while True:
            try:
                if self.connection.invalidated:
                    self._claim()
                return act()
            except IntegrityError:
                raise  # our bug: not to be hidden as a matter of the target
            except DBAPIError as error:
                pause = next(pauses, None)
                if pause is None or not self.server.may_return(error):
                    raise self._refused(error) from error
                self.tell(f"{self.server.target}: {what_is_wrong(error)}; waiting")
                self.connection.invalidate()
                time.sleep(pause)

    def _claim(self) -> None:
        with self.connection.begin():
            self.server.claim(self.connection)

    def _refused(self, error: DBAPIError) -> SinkError:
        cause = f"cannot be written ({what_is_wrong(error)})"
        return SinkError(self.target, cause, self.server.remedy)
