"""What differs between SQLite and PostgreSQL: connecting, holding, what may return.

A hold ends with the process that has it, however that process ends.
"""

import fcntl
import logging
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Connection, Engine, create_engine, event, make_url, select, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from pipeline.errors import SinkError
from pipeline.sinks.tables import runs

# what SQLAlchemy says of a connection that broke off is for those who keep logs
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())

LOCK = 0x6772_6164
"""Our key among PostgreSQL's advisory locks: `grad`."""


class Server(Protocol):
    """A database at hand."""

    engine: Engine
    target: str
    """As messages name it: without a password."""
    remedy: str
    """What to do when it cannot be written."""

    def claim(self, connection: Connection) -> None:
        """Hold it against other runs, as long as the connection lives.

        Raises:
            SinkError: another run holds it.
        """

    def release(self) -> None:
        """Let go of what `claim` holds beside the connection."""

    def may_return(self, error: DBAPIError) -> bool:
        """Whether it is worth to try again after this error."""


class Sqlite:
    """A file."""

    remedy = "check the path, the space on the disk, and the file"

    def __init__(self, target: str) -> None:
        self.target = target
        self.file: IO[bytes] | None = None
        self.held = False
        path = Path(target)
        _check_ours(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # SQLite's own locks end when any handle of the file is closed: keep ours
            self.file = path.open("ab")
        except OSError as error:
            cause = f"cannot be written ({error.strerror})"
            raise SinkError(target, cause, self.remedy) from error
        self.engine = engine_of(target)
        event.listen(self.engine, "connect", _configure)

    def claim(self, connection: Connection) -> None:
        """Hold the file."""
        if self.file is None:
            raise ValueError("released already")
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _held(self.target, connection) from error
        self.held = True

    def release(self) -> None:
        """Close the file, as one that can be read where nothing can be written."""
        if self.file and self.held:
            _settle(self.target)
        if self.file:
            self.file.close()

    def may_return(self, error: DBAPIError) -> bool:
        """A file that fails goes on failing."""
        del error
        return False


class Postgres:
    """A server."""

    remedy = "check that the server runs and that the user may create tables"

    def __init__(self, target: str) -> None:
        self.engine = engine_of(target)
        self.target = self.engine.url.render_as_string(hide_password=True)

    def claim(self, connection: Connection) -> None:
        """Hold the database."""
        locked = text("SELECT pg_try_advisory_lock(:key)")
        if not connection.execute(locked, {"key": LOCK}).scalar():
            raise _held(self.target, connection)

    def release(self) -> None:
        """The connection was all."""

    def may_return(self, error: DBAPIError) -> bool:
        """A server that broke off may be restarting."""
        return error.connection_invalidated or "connect" in str(error.orig).lower()


def engine_of(target: str) -> Engine:
    """An engine for an address of PostgreSQL's, or else for a file of SQLite's.

    Raises:
        SinkError: the address is none of PostgreSQL's, or its driver is missing.
    """
    if "://" not in target:
        return create_engine(f"sqlite:///{target}", connect_args={"timeout": 30.0})
    try:
        url = make_url(target)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError) as error:  # ValueError: an odd port
        raise SinkError(target, "no address of a database", _ADDRESSES) from error
    if backend != "postgresql":
        raise SinkError(
            target, f"no database of {backend} is written or read here", _ADDRESSES
        )
    if url.query:
        cause = f"an address without ?{'&'.join(url.query)} is wanted"
        raise SinkError(url.render_as_string(), cause, _ADDRESSES)
    try:
        url = url.set(drivername="postgresql+pg8000")
        engine = create_engine(url, json_serializer=str)  # `types.Json` has made it
    except (ImportError, NoSuchModuleError) as error:
        remedy = "pip install 'gradewright[postgres]'"
        raise SinkError(url.render_as_string(), "pg8000 is missing", remedy) from error
    # many rows in a statement: each would wait for the server's answer
    engine.dialect.use_insertmanyvalues_wo_returning = True
    return engine


def reading_engine_of(target: str) -> Engine:
    """An engine for reading only, also from where nothing can be written.

    A file whose last writer left it in WAL mode wants a file beside it, even to be
    read. Without one that somebody has begun, it is as it stands, and nobody writes.

    Raises:
        SinkError: as `engine_of`.
    """
    engine = engine_of(target)
    begun = Path(f"{target}-wal")
    if "://" in target or (begun.exists() and begun.stat().st_size):
        return engine
    try:
        with closing(sqlite3.connect(target)) as look:
            look.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error as error:  # what else is wrong is told when it is read
        if error.sqlite_errorcode & 0xFF in _NO_ROOM_BESIDE:
            address = f"{Path(target).absolute().as_uri()}?immutable=1"
            return create_engine(
                "sqlite://", creator=lambda: sqlite3.connect(address, uri=True)
            )
    return engine


_NO_ROOM_BESIDE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
"""What SQLite says where it cannot make its files, without its finer points."""


def what_is_wrong(error: DBAPIError) -> str:
    """The system's or the database's own words, in one line."""
    deeper = error.orig and (error.orig.__cause__ or error.orig.__context__)
    if isinstance(deeper, OSError) and deeper.strerror:
        return deeper.strerror
    said = error.orig.args[0] if error.orig and error.orig.args else error
    words = said["M"] if isinstance(said, dict) else said  # a dict: pg8000's way
    return " ".join(str(words).split())


def server_of(target: str) -> Server:
    """The server for a target: an address of PostgreSQL's, else a file of SQLite's."""
    return Postgres(target) if "://" in target else Sqlite(target)


_ADDRESSES = "known: postgresql://user@host/database"


def _check_ours(path: Path) -> None:
    """Leave a file of others as it is: not even SQLite's own switches are set in it.

    Raises:
        SinkError: it is no database, or holds tables of which none is ours.
    """
    if not path.is_file():
        return
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as look:
            there = {name for (name,) in look.execute(query)}
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            cause = "a file stands there that is no database"
            remedy = "choose another name, or move it away"
            raise SinkError(str(path), cause, remedy) from error
        return
    if there - {"alembic_version"} and not there >= {"alembic_version", runs.name}:
        names = ", ".join(sorted(there)[:5])
        cause = f"it holds tables that are not ours ({names})"
        raise SinkError(str(path), cause, "choose another database")


def _held(target: str, connection: Connection) -> SinkError:
    """What the second run is told."""
    running = select(runs.c.process, runs.c.started).where(runs.c.status == "running")
    try:
        found = connection.execute(running).first()
    except DBAPIError:  # it has just begun: no tables yet
        found = None
    who = (
        f"{found.process} since {found.started:%Y-%m-%d %H:%M} UTC" if found else "new"
    )
    cause = f"another run is writing to it ({who})"
    return SinkError(target, cause, "wait until it ends, or end it")


def _configure(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:  # someone reads just now
            raise
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _settle(target: str) -> None:
    """Leave WAL mode, unless somebody has the file open: nobody is made to wait."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(target, timeout=0)) as last:
        last.execute("PRAGMA journal_mode = DELETE")
