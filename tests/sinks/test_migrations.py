"""Old databases become today's; what is there stays."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from pipeline.errors import SinkError
from pipeline.sinks import Database
from pipeline.sinks.migrations import HEAD, configuration
from pipeline.sinks.servers import server_of
from pipeline.sinks.tables import metadata
from pipeline.sinks.views import VIEWS


def shape(connection):
    """All names, types, keys and checks, as the database itself tells them."""
    look = inspect(connection)
    return {
        table: (
            [
                (c["name"], str(c["type"]), c["nullable"])
                for c in look.get_columns(table)
            ],
            look.get_pk_constraint(table),
            look.get_foreign_keys(table),
            sorted(map(str, look.get_check_constraints(table))),
            sorted(map(str, look.get_indexes(table))),
        )
        for table in sorted(look.get_table_names())
    } | {view: look.get_view_definition(view) for view in sorted(look.get_view_names())}


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path):
    """A database without even tables."""
    if request.param == "sqlite":
        return str(tmp_path / "gradewright.db")
    return request.getfixturevalue("postgres").blank()


@pytest.fixture
def migrated(target):
    """The shape of an empty database that every version has changed in turn."""
    server = server_of(target)
    with server.engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        found = shape(connection)
    server.engine.dispose()
    server.release()
    assert differences == []
    return found


def test_the_head_is_the_newest_version(database):
    script = ScriptDirectory.from_config(configuration(database.connection))

    assert script.get_current_head() == HEAD


def test_all_versions_in_turn_give_the_tables_of_today(migrated, target, request):
    other = target
    if "://" in target:
        request.getfixturevalue("postgres").blank()
    else:
        other = f"{target}.db"
    with Database(other) as database, database.connection.begin():
        assert shape(database.connection) == migrated


def test_an_older_database_is_brought_up_to_date(target, store, record):
    server = server_of(target)
    with server.engine.begin() as connection:
        connection.execute(
            text("create table alembic_version (version_num varchar(32) not null)")
        )
    server.engine.dispose()
    server.release()

    with Database(target) as database:
        store(database, record)
        (row,) = database.read(text("select version_num from alembic_version"))
    assert row == {"version_num": HEAD}


def test_a_newer_database_asks_for_a_newer_program(database, target):
    with database.connection.begin():
        database.connection.execute(
            text("update alembic_version set version_num = '9999'")
        )
    database.__exit__(None, None, None)

    with pytest.raises(SinkError, match="of version 9999, which is newer"):
        Database(target).__enter__()


def test_every_view_is_there(database):
    with database.connection.begin():
        assert set(inspect(database.connection).get_view_names()) == set(VIEWS)
