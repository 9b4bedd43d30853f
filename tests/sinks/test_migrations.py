"""Old databases become today's; what is there stays."""

import alembic.op
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select, text

from pipeline.errors import SinkError
from pipeline.sinks import Database
from pipeline.sinks.migrations import HEAD, configuration
from pipeline.sinks.rows import rows_of
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


@pytest.fixture
def first(target, record):
    """A database as the first version left it, and the rows of a record in it."""
    server = server_of(target)
    there = {}
    with server.engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
        stored = rows_of(record)
        for table in metadata.sorted_tables:
            if rows := stored.get(table.name):
                columns = inspect(connection).get_columns(table.name)
                known = [column["name"] for column in columns]
                rows = [{name: row[name] for name in known} for row in rows]
                connection.execute(insert(table), rows)
                found = connection.execute(select(*(table.c[name] for name in known)))
                there[table.name] = [dict(row) for row in found.mappings()]
    server.engine.dispose()
    server.release()
    return target, there


def all_rows(database, tables):
    return {name: database.read(select(metadata.tables[name])) for name in tables}


def test_what_an_older_database_holds_stays_and_has_what_is_new(first):
    target, there = first
    new = {"previous_grades": {"corrected": 0}, "tallies": {"corrected": 0}}
    with Database(target) as database:
        found = all_rows(database, there)
    assert there.keys() >= new.keys()
    assert found == {
        name: [row | new.get(name, {}) for row in rows] for name, rows in there.items()
    }


def test_a_change_that_is_cut_off_is_undone_and_made_the_next_time(first, monkeypatch):
    target, there = first
    add = alembic.op.add_column

    def cut_off(table, column):
        add(table, column)
        if table == "tallies":
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(alembic.op, "add_column", cut_off)
        with pytest.raises(KeyboardInterrupt):
            Database(target).__enter__()
    server = server_of(target)
    with server.engine.connect() as connection:
        columns = inspect(connection).get_columns("previous_grades")
    server.engine.dispose()
    server.release()
    assert "corrected" not in {column["name"] for column in columns}

    with Database(target) as database:
        assert all_rows(database, ["documents"])["documents"] == there["documents"]
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
