"""The tables through time: each change is a file in `versions/`.

To change the tables: edit `pipeline/sinks/tables.py`, add a file to `versions/` that
does the same to a database with data in it, and set `HEAD`. A test compares both ways.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
)

from pipeline.errors import SinkError
from pipeline.sinks.tables import documents, metadata

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"
"""The newest version of the tables."""

_version = Table(  # as alembic itself would make it
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def bring_up_to_date(connection: Connection, target: str) -> None:
    """Create the tables where there are none, and change older ones to today's.

    Raises:
        SinkError: the tables there are not ours, or a newer version's.
    """
    if connection.dialect.name == "sqlite":  # or its driver ends each change by itself
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    there = set(inspect(connection).get_table_names())
    if _version.name in there and (documents.name in there or len(there) == 1):
        found = connection.execute(select(_version.c.version_num))
        if (version := found.scalar()) != HEAD:
            _upgrade(connection, target, version)
    elif theirs := there & {_version.name, *metadata.tables}:
        cause = f"it holds tables that are not ours ({', '.join(sorted(theirs))})"
        raise SinkError(target, cause, "choose another database")
    else:
        metadata.create_all(connection)
        _version.create(connection)
        connection.execute(insert(_version).values(version_num=HEAD))


def _upgrade(connection: Connection, target: str, version: str | None) -> None:
    # imported where it is needed, which is seldom
    from alembic import command  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = configuration(connection)
    try:
        ScriptDirectory.from_config(config).get_revision(version or "base")
    except CommandError as error:
        cause = f"its tables are of version {version}, which is newer than {HEAD}"
        raise SinkError(target, cause, "upgrade gradewright") from error
    command.upgrade(config, HEAD)


def configuration(connection: Connection) -> "Config":
    """Alembic's configuration for a connection at hand."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config
