"""What the views answer."""

from datetime import date

import pytest
from sqlalchemy import text


@pytest.fixture
def dated(made):
    """Makes a record of an inspection whose report came out that year."""

    def make(year, grade="good", previous=None, **changes):
        record = made(id_=f"sha256:{year}{grade}", source=f"{year}{grade}.txt")
        (inspection,) = record.inspections
        graded = inspection.grades[0].model_copy(update={"grade": grade} | changes)
        before = [
            earlier.model_copy(update={"grade": previous})
            for earlier in inspection.previous_grades
            if previous
        ]
        update = {
            "published": year and date(year, 4, 30),
            "grades": [graded],
            "previous_grades": before,
        }
        return record.model_copy(
            update={"inspections": [inspection.model_copy(update=update)]}
        )

    return make


def ask(database, query):
    return [tuple(row.values()) for row in database.read(text(query))]


def test_the_newest_grade_is_the_one_of_the_last_report(database, store, dated):
    store(database, dated(2021, "good"), dated(2023, "adequate"), dated(2019, "poor"))

    newest = ask(database, "select body, area, grade from newest_grades")
    assert newest == [("westmarch", "preventing_crime", "adequate")]


def test_a_dated_grade_is_newer_than_one_without_date(database, store, dated):
    undated = dated(None, "poor")
    undated = undated.model_copy(
        update={"document": undated.document.model_copy(update={"published": None})}
    )
    store(database, undated, dated(2019, "good"))

    assert ask(database, "select grade from newest_grades") == [("good",)]


def test_other_areas_have_newest_grades_of_their_own(database, store, dated):
    store(database, dated(2021), dated(2023, "poor", area="leadership"))

    newest = ask(database, "select area, grade from newest_grades order by area")
    assert newest == [("leadership", "poor"), ("preventing_crime", "good")]


def test_a_change_shows_between_two_reports(database, store, dated):
    store(database, dated(2019, "good"), dated(2021, "good"), dated(2023, "poor"))

    changes = ask(database, "select earlier_grade, grade, known_from from changes")
    assert changes == [("good", "poor", "two documents")]


def test_a_change_shows_where_one_document_tells_both(database, store, dated):
    store(database, dated(2023, "poor", previous="good"))

    changes = ask(
        database, "select earlier_grade, earlier_dated, grade, known_from from changes"
    )
    assert changes == [("good", "2021", "poor", "one document")]


def test_two_reports_of_one_day_are_no_change(database, store, dated):
    store(database, dated(2023, "good"), dated(2023, "poor"))

    assert ask(database, "select * from changes") == []
