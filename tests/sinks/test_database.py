"""What only databases can show: columns, keys and checks."""

import sqlite3
from contextlib import closing

import pytest

from pipeline.errors import SinkError
from pipeline.sinks.database import Database
from pipeline.sinks.tables import metadata


@pytest.fixture
def stored(tmp_path, record):
    target = tmp_path / "gradewright.db"
    with Database(str(target)) as sink:
        sink.write(record)
    with closing(sqlite3.connect(target)) as database:
        yield database


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (
            "select publisher, published from documents",
            ("The Westmarch Echo", "2024-05-02"),
        ),
        ("select body_id, published from inspections", ("westmarch", "2024-04-30")),
        (
            "select area, grade, basis from grades",
            ("preventing_crime", "good", "stated"),
        ),
        (
            "select starts_at, ends_at, evidence_text from grades",
            (20, 44, "good at preventing crime"),
        ),
        ("select grade, when_stated from previous_grades", ("good", "2021")),
        ("select grade, areas from tallies", ("good", 1)),
        ("select name, role from people", ("Ada Holm", None)),
        ("select code, severity from issues", ("unattributed_quote", "warning")),
        (
            "select text, name from quotes join people using (document_id, person)",
            ("We will improve,", "Ada Holm"),
        ),
        ("select count(*) from quotes where person is null", (1,)),
        ("select json_extract(record, '$.schema_version') from records", ("1",)),
    ],
)
def test_every_part_of_a_record_has_its_table(stored, query, rows):
    assert [rows] == stored.execute(query).fetchall()


def test_evidence_counts_in_the_text_that_is_stored(stored):
    found = stored.execute(
        """select substr(text, starts_at + 1, ends_at - starts_at), evidence_text
        from grades join documents on documents.id = document_id"""
    )

    words, evidence = found.fetchone()
    assert words == evidence


def test_a_document_takes_all_its_rows_with_it(stored):
    stored.execute("pragma foreign_keys = on")
    stored.execute("delete from documents")

    for table in metadata.tables:
        left = stored.execute(f"select count(*) from {table}")  # noqa: S608 - ours
        assert left.fetchone() == (0,), table


def test_nobody_can_store_a_basis_that_is_none(stored):
    with pytest.raises(sqlite3.IntegrityError, match="ck_grades_basis"):
        stored.execute("update grades set basis = 'guessed'")


def test_columns_hold_what_they_say(stored):
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        stored.execute("update tallies set areas = 'many'")


def test_a_file_that_is_no_database_is_left_alone(tmp_path, record):
    target = tmp_path / "notes.db"
    target.write_text("my notes, which are not a database at all\n" * 20, "utf-8")

    with pytest.raises(SinkError, match="not a database"):  # noqa: SIM117
        with Database(str(target)) as sink:
            sink.write(record)

    assert target.read_text("utf-8").startswith("my notes")
