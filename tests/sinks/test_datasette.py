"""Datasette itself shows the tables and answers the questions."""

import asyncio

import pytest
from datasette.app import Datasette

from pipeline.sinks import Database
from pipeline.sinks.datasette import QUERIES, describe, description
from pipeline.sinks.tables import metadata

pytestmark = pytest.mark.filterwarnings("ignore")  # Datasette's own


@pytest.fixture
def ask(tmp_path, store, record):
    target = tmp_path / "gradewright.db"
    with Database(str(target)) as database:
        store(database, record)
    site = Datasette([str(target)], metadata=description(target))

    def get(path):
        return asyncio.run(site.client.get(f"/gradewright{path}"))

    return get


ANSWERS = {
    "worst_now": ("", 0),
    "body": ("body=Westmarch", 1),
    "said_by": ("name=Ada", 1),
    "gone_down": ("", 0),
    "to_check": ("", 1),
}


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_has_an_answer(ask, name):
    asked, rows = ANSWERS[name]
    answer = ask(f"/{name}.json?{asked}")

    assert answer.status_code == 200, answer.text
    assert len(answer.json()["rows"]) == rows


def test_tables_are_shown_with_words_about_their_columns(ask):
    page = ask("/grades").text

    assert "current grades" in page
    assert "the rule that made it" in page


def test_every_table_and_every_question_is_described(tmp_path):
    described = description(tmp_path / "a.db")["databases"]["a"]

    assert set(metadata.tables) <= set(described["tables"])
    assert all(query["title"] for query in described["queries"].values())


def test_the_description_stands_beside_the_database(tmp_path):
    path = describe(tmp_path / "a.db")

    assert path == tmp_path / "a.datasette.json"
    assert path.read_text("utf-8").startswith("{")
