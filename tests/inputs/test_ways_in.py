"""Every way in, from the command line to the rows."""

import gzip
import zipfile
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from pipeline.cli import main
from pipeline.inputs import web
from pipeline.sinks import Database
from pipeline.sinks.tables import documents, inputs

STORY = "Westmarch Police is good at preventing crime, inspectors said.\n"
PAGE = f"<html><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(web.Visitor, "pause", 0.0)
    return tmp_path


def stored(table=documents):
    with Database("a.db") as database:
        return {row["source"]: row for row in database.read(select(table))}


def run(*names):
    return main(["run", *names, "--to", "a.db", "--jobs", "1"])


def test_an_archive(place):
    with zipfile.ZipFile(place / "news.zip", "w") as archive:
        archive.writestr("a.txt", STORY)
        archive.writestr("deep/b.html", PAGE)

    assert run("news.zip") == 0
    assert set(stored()) == {"news.zip!/a.txt", "news.zip!/deep/b.html"}


def test_a_packed_document(place):
    (place / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))

    assert run("a.txt.gz") == 0
    assert stored()["a.txt.gz"]["text"] == STORY


def test_a_list_on_standard_input(place, monkeypatch):
    (place / "a.txt").write_text(STORY, "utf-8")
    monkeypatch.setattr("sys.stdin", iter(["a.txt\n", "\n"]))

    assert run("-") == 0
    assert set(stored()) == {"a.txt"}


@pytest.mark.usefixtures("place")
def test_a_page_is_stored_with_its_address_and_when_it_was_fetched(site):
    site.put("/a", PAGE.encode(), ETag='"1"')
    assert run(site.address("/a")) == 0

    (row,) = stored().values()
    assert row["url"] == site.address("/a")
    (entry,) = stored(inputs).values()
    assert (datetime.now(UTC) - entry["retrieved"]).total_seconds() < 60
    assert entry["etag"] == '"1"'


@pytest.mark.usefixtures("place")
def test_a_page_that_has_not_changed_is_neither_sent_nor_read_again(site, capsys):
    site.put("/a", PAGE.encode(), ETag='"1"')
    run(site.address("/a"))
    capsys.readouterr()

    assert run(site.address("/a")) == 0
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    assert "skipped      1 unchanged" in capsys.readouterr().out


@pytest.mark.usefixtures("place")
def test_a_page_that_has_changed_is_read_again(site):
    site.put("/a", PAGE.encode(), ETag='"1"')
    run(site.address("/a"))
    site.put("/a", PAGE.replace("good", "poor").encode(), ETag='"2"')
    run(site.address("/a"))

    (row,) = stored().values()
    assert "poor" in row["text"]


@pytest.mark.usefixtures("place")
def test_a_page_that_is_gone_is_a_failure_with_a_remedy(site, capsys):
    assert run(site.address("/gone")) == 1
    assert "the server answered 404; check the address" in capsys.readouterr().err
