"""Datasette itself shows the tables and answers the questions."""

import json
import subprocess
import sys

from pipeline.sinks import Database
from pipeline.sinks.datasette import QUERIES, describe, description
from pipeline.sinks.tables import metadata

ASK = """
import asyncio, json, sys
from datasette.app import Datasette

async def ask(target, described, paths):
    site = Datasette([target], metadata=json.load(open(described)))
    answers = {path: await site.client.get("/gradewright" + path) for path in paths}
    print(json.dumps({path: [a.status_code, a.text] for path, a in answers.items()}))

asyncio.run(ask(*sys.argv[1:3], sys.argv[3:]))
"""
"""In a process of its own: Datasette leaves threads and connections behind."""

ANSWERS = {
    "/worst_now.json": 0,
    "/body.json?body=Westmarch": 1,
    "/body.json?body=nobody": 0,
    "/said_by.json?name=Ada": 1,
    "/gone_down.json": 0,
    "/to_check.json": 1,
}


def test_datasette_answers_every_question_and_shows_what_columns_mean(
    tmp_path, store, record
):
    target = tmp_path / "gradewright.db"
    with Database(str(target)) as database:
        store(database, record)
    done = subprocess.run(
        [sys.executable, "-c", ASK, target, describe(target), *ANSWERS, "/grades"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert {path[1:].partition(".")[0] for path in ANSWERS} == set(QUERIES)
    for path, rows in ANSWERS.items():
        status, text = answers[path]
        assert status == 200, text
        assert len(json.loads(text)["rows"]) == rows, path
    _, page = answers["/grades"]
    assert "the rule that made it" in page


def test_every_table_and_every_question_is_described(tmp_path):
    described = description(tmp_path / "a.db")["databases"]["a"]

    assert set(metadata.tables) <= set(described["tables"])
    assert all(query["title"] for query in described["queries"].values())


def test_the_description_stands_beside_the_database(tmp_path):
    path = describe(tmp_path / "a.db")

    assert path == tmp_path / "a.datasette.json"
    assert path.read_text("utf-8").startswith("{")
