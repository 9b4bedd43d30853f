"""What both kinds of database must do."""

import sqlite3
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from pipeline.errors import ReadError, SinkError
from pipeline.sinks import Database, Targets, rows
from pipeline.sinks.rows import record_of
from pipeline.sinks.stored import stored
from pipeline.sinks.tables import documents, failures, inputs, metadata, records, runs


def sources(database):
    found = database.read(select(documents.c.source).order_by(documents.c.source))
    return [row["source"] for row in found]


def count(database, table):
    return len(database.read(select(table)))


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("publisher, published from documents", ("The Westmarch Echo", "2024-05-02")),
        ("body_id, published from inspections", ("westmarch", "2024-04-30")),
        ("area, grade, basis from grades", ("preventing_crime", "good", "stated")),
        (
            "starts_at, ends_at, evidence_text from grades",
            (20, 44, "good at preventing crime"),
        ),
        ("grade, when_stated from previous_grades", ("good", "2021")),
        ("grade, areas from tallies", ("good", 1)),
        ("name, role from people", ("Ada Holm", None)),
        ("code, severity from issues", ("unattributed_quote", "warning")),
        (
            "text, name from quotes join people using (document_id, person)",
            ("We will improve,", "Ada Holm"),
        ),
        ("count(*) from quotes where person is null", (1,)),
    ],
)
def test_every_part_of_a_record_has_its_table(database, store, record, query, row):
    store(database, record)

    (found,) = database.read(text(f"select {query}"))  # type: ignore[arg-type]
    assert tuple(map(_plain, found.values())) == row


def _plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_the_whole_record_comes_back(database, store, record):
    store(database, record)

    (row,) = database.read(
        select(documents.c.source, documents.c.text, records.c.record).join(records)
    )
    assert record_of(row, row) == record
    assert list(stored(database.target)) == [record]


def test_evidence_counts_in_the_text_that_is_stored(database, store, record):
    store(database, record)

    (found,) = database.read(
        text(
            """select substr(text, starts_at + 1, ends_at - starts_at) as words,
            evidence_text from grades join documents on documents.id = document_id"""
        )
    )
    assert found["words"] == found["evidence_text"]


TOGETHER = pytest.mark.parametrize("together", [False, True], ids=["apart", "together"])


@TOGETHER
def test_writing_twice_is_writing_once(database, store, record, failure, together):
    for _ in range(2):
        store(database, record, failure, record, together=together)

    assert [count(database, t) for t in (documents, failures, inputs)] == [1, 1, 2]


@TOGETHER
def test_a_changed_file_replaces_what_it_held_before(database, store, made, together):
    versions = [made(id_=f"sha256:{number}", source="a") for number in (1, 2)]
    store(database, *versions, together=together)

    assert [row["id"] for row in database.read(select(documents))] == ["sha256:2"]


@TOGETHER
@pytest.mark.parametrize("order", ["ab", "ba", "aba", "bab"])
def test_the_same_bytes_are_one_document_under_the_first_of_their_names(
    database, store, made, order, together
):
    store(database, *(made(source=source) for source in order), together=together)

    assert sources(database) == ["a"]
    assert count(database, inputs) == 2


def test_a_document_stays_while_any_file_holds_it(database, store, made):
    store(database, made(source="a"), made(source="b"))
    store(database, made(id_="sha256:2", source="a"))
    assert sources(database) == ["a", "b"]

    store(database, made(id_="sha256:2", source="b"))
    assert sources(database) == ["a"]


@TOGETHER
def test_a_document_that_can_be_read_again_is_no_failure_any_more(
    database, store, made, failure, together
):
    store(database, failure, made(source=failure.source), together=together)

    assert count(database, failures) == 0


@TOGETHER
def test_a_document_that_fails_now_keeps_what_was_read_before(
    database, store, made, failure, together
):
    store(database, made(source=failure.source), failure, together=together)

    assert [count(database, t) for t in (documents, failures)] == [1, 1]


def test_what_is_written_together_is_stored_whole_or_not_at_all(
    database, store, made, monkeypatch
):
    whole = rows.rows_of

    def broken(outcome):
        found = whole(outcome)
        if found["documents"][0]["source"] == "b":
            found["grades"] = [found["documents"][0]]
        return found

    monkeypatch.setattr("tests.sinks.conftest.rows_of", broken)
    with pytest.raises(SQLAlchemyError):
        store(database, made(id_="a", source="a"), made(source="b"), together=True)

    assert [count(database, t) for t in (documents, inputs)] == [0, 0]


def test_a_document_takes_all_its_rows_with_it(database, store, record):
    store(database, record)
    with database.connection.begin():
        database.connection.execute(documents.delete())

    ledger = {"inputs", "runs"}
    left = {name for name, table in metadata.tables.items() if count(database, table)}
    assert left == ledger


@pytest.mark.parametrize(
    "statement",
    [
        "update grades set basis = 'guessed'",
        "update grades set basis = 'deduced'",
        "update tallies set areas = -1",
        "update tallies set areas = 'many'",
        "update quotes set person = null",
        "update quotes set person = 7",
        "update inputs set document_id = null",
    ],
)
def test_what_makes_no_sense_cannot_be_stored(database, store, record, statement):
    store(database, record)

    with pytest.raises(DBAPIError), database.connection.begin():
        database.connection.execute(text(statement))


def test_a_run_that_never_ended_was_interrupted(database, store):
    database.begin(RUNNING)
    store(database)

    status = [row["status"] for row in database.read(select(runs).order_by(runs.c.id))]
    assert status == ["interrupted", "done"]


def test_a_second_run_is_told_who_holds_the_target(target):
    with Database(target) as first:
        first.begin(RUNNING)
        with pytest.raises(SinkError, match="process 7 on here since 2024"):
            Database(target).__enter__()
    with Database(target):  # it is free again
        pass


def _mode(path):
    with closing(sqlite3.connect(path)) as look:
        return look.execute("PRAGMA journal_mode").fetchone()[0]


def test_a_finished_file_is_one_file_that_can_be_read_anywhere(tmp_path, store, record):
    path = tmp_path / "a.db"
    with Database(str(path)) as database:
        store(database, record)
        assert _mode(path) == "wal"

    assert _mode(path) == "delete"
    assert list(tmp_path.iterdir()) == [path]


def test_who_reads_goes_on_reading_while_a_run_begins_and_ends(tmp_path, store, made):
    path = tmp_path / "a.db"
    with Database(str(path)) as database:
        store(database, made())
    count = "SELECT count(*) FROM documents"
    with closing(
        sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    ) as reader:
        reader.execute("BEGIN")
        assert reader.execute(count).fetchone() == (1,)  # holds the file from now on
        ended = threading.Timer(0.3, reader.rollback)
        ended.start()
        with Database(str(path)) as database:
            store(database, made(id_="sha256:2", source="inbox/b.txt"))
            ended.join()
            reader.execute("BEGIN")
            assert reader.execute(count).fetchone() == (2,)
        assert reader.execute(count).fetchone() == (2,)
    with Database(str(path)) as database:
        assert len(sources(database)) == 2


def test_one_that_is_refused_leaves_the_other_run_its_mode(tmp_path):
    path = tmp_path / "a.db"
    with Database(str(path)):
        with pytest.raises(SinkError, match="another run"):
            Database(str(path)).__enter__()
        assert _mode(path) == "wal"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("records.docx", r"nothing here writes \.docx; known: \.db"),
        ("records", "it has no ending"),
        ("mysql://host/database", "no database of mysql is written"),
        ("://", "no address of a database"),
    ],
)
def test_an_unknown_target_names_what_is_known(name, problem):
    with pytest.raises(SinkError, match=problem):
        Database(*Targets.of([name]).databases)


def test_files_alone_get_a_database_beside_the_first():
    assert Targets.of(["out/a.jsonl", "b.csv"]) == (
        ("out/a.jsonl.db",),
        ("out/a.jsonl", "b.csv"),
    )


def test_a_file_that_is_no_database_is_left_alone(tmp_path):
    target = tmp_path / "notes.db"
    target.write_text("my notes, which are not a database at all\n" * 20, "utf-8")

    with pytest.raises(SinkError, match="no database; choose another name"):
        Database(str(target)).__enter__()
    assert target.read_text("utf-8").startswith("my notes")


def test_a_database_of_others_is_left_alone(database, target, request):
    with database.connection.begin():
        database.connection.execute(text("drop table alembic_version"))
    database.__exit__(None, None, None)

    with pytest.raises(SinkError, match="that are not ours"):
        Database(target).__enter__()
    if "://" in target:
        request.getfixturevalue("postgres").blank()


@pytest.mark.parametrize(
    "tables", [("grades", "records"), ("alembic_version", "theirs")]
)
def test_a_file_of_others_stays_as_it_is_to_the_byte(tmp_path, tables):
    target = tmp_path / "theirs.db"
    with closing(sqlite3.connect(target)) as theirs:
        for table in tables:
            theirs.execute(f"create table {table} (id integer)")
        theirs.commit()
    before = target.read_bytes()

    with pytest.raises(SinkError, match="that are not ours"):
        Database(str(target)).__enter__()
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_tables_are_made_all_or_none(tmp_path, monkeypatch):
    target = str(tmp_path / "a.db")

    def cut_off(connection, **_):
        runs.create(connection)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.sinks.migrations.metadata.create_all", cut_off)
        with pytest.raises(KeyboardInterrupt):
            Database(target).__enter__()
    with Database(target) as database:
        assert database.read(select(runs)) == []


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://a.example/b", "no database of http is written"),
        ("://", "no address of a database"),
        ("postgresql://u@h:port/d", "no address of a database"),
        ("postgresql://u@h/d?sslmode=require", "without ?sslmode"),
    ],
)
def test_an_address_of_something_else_is_named(address, problem):
    with pytest.raises(SinkError) as error:
        Database(address)
    assert problem in str(error.value)

    with pytest.raises(ReadError) as error:
        list(stored(address))
    assert problem in str(error.value)


@pytest.mark.parametrize("port", ["1", "odd"])
def test_no_message_tells_a_password(monkeypatch, port):
    monkeypatch.setattr("pipeline.sinks.database.PATIENCE", ())
    with pytest.raises(SinkError, match=r"://ada:\*\*\*@127\.0\.0\.1:") as error:
        Database(f"postgresql://ada:secret@127.0.0.1:{port}/d").__enter__()
    assert "secret" not in str(error.value)


def test_a_target_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(SinkError, match="cannot be written"):
        Database(str(tmp_path))


def test_a_server_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr("pipeline.sinks.database.PATIENCE", ())
    with pytest.raises(SinkError, match="check that the server runs"):
        Database("postgresql://nobody@127.0.0.1:1/none").__enter__()


def test_a_server_may_go_away_and_return(postgres, store, made, monkeypatch):
    monkeypatch.setattr("pipeline.sinks.database.PATIENCE", (0.1, 0.5))
    with Database(postgres.empty()) as database:
        store(database, made(id_="sha256:1", source="a"))
        postgres.stop()
        postgres.start()
        store(database, made(id_="sha256:2", source="b"))

        assert sources(database) == ["a", "b"]


def test_a_full_disk_is_said_and_what_was_stored_stays(tmp_path, store, made):
    target = str(tmp_path / "small.db")
    with Database(target) as database:
        store(database, made(id_="sha256:1", source="a"))
        with database.connection.begin():
            pages = database.connection.execute(text("pragma page_count")).scalar()
            database.connection.execute(text(f"pragma max_page_count = {pages + 4}"))
        big = made(
            text=made().document.text + "x" * 200_000, id_="sha256:2", source="b"
        )
        with pytest.raises(SinkError, match="full"):
            store(database, big)

        assert sources(database) == ["a"]


RUNNING = {
    "started": datetime(2024, 5, 3, 12, tzinfo=UTC),
    "status": "running",
    "process": "process 7 on here",
    "version": "0",
    "data_digest": "0",
    "inputs": [],
    "targets": [],
}


def test_a_missing_driver_names_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pg8000", None)
    with pytest.raises(SinkError, match=r"pip install 'gradewright\[postgres\]'"):
        Database("postgresql://host/database")
