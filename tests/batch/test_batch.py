"""What is done is not done again; what has changed is; what is gone is said."""

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import select, text

from pipeline.batch import batch as module
from pipeline.batch.batch import Batch
from pipeline.batch.engines.unit import Result, failed, work
from pipeline.batch.ledger import LOST
from pipeline.batch.summary import Summary
from pipeline.errors import SinkError
from pipeline.sinks import Database, Targets
from pipeline.sinks.tables import documents, failures, inputs, metadata, runs

STORY = (
    "{body} Police is good at preventing crime, inspectors said on Tuesday.\n\n"
    "HM Inspectorate of Constabulary graded the force across nine areas.\n\n"
    "“We will improve,” said chief constable Ada Holm.\n"
)


class Here:
    """An engine without processes."""

    def run(self, tasks, stopped):
        for task in tasks:
            yield [Result(task, work(task, ()))]
            if stopped():
                return


class Together:
    """An engine whose results all come at once."""

    def run(self, tasks, stopped):  # noqa: ARG002 - the signature of engines
        yield [Result(task, work(task, ())) for task in tasks]


class Losing:
    """An engine whose workers are killed."""

    def run(self, tasks, stopped):  # noqa: ARG002 - the signature of engines
        for task in tasks:
            yield [failed(task, LOST, "its worker was killed (SIGKILL)", "run again")]


@pytest.fixture
def inbox(tmp_path, monkeypatch):
    (tmp_path / "inbox").mkdir()
    for body in ("Westmarch", "Eastmarch"):
        path = tmp_path / "inbox" / f"{body}.txt"
        path.write_text(STORY.format(body=body), "utf-8")
    (tmp_path / "inbox" / "empty.txt").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "inbox"


def run(*targets, names=("inbox",), engine=None, digest="1", **options):
    """Run a batch; returns the sources done, and the summary."""
    chosen = Targets.of(list(targets) or ["a.db"])
    summary = Summary()
    opened = [Database(target).__enter__() for target in chosen.databases]
    try:
        batch = Batch(list(names), chosen, opened, engine or Here(), digest, **options)
        batch.summary = summary
        done = [
            (rows.get("documents") or rows["failures"])[0]["source"]
            for rows in batch.run()
        ]
    finally:
        for database in opened:
            database.__exit__(None, None, None)
    return done, summary


def dump(target="a.db"):
    """All rows but the list of runs."""
    with Database(target) as database:
        return {
            name: [
                str(row)
                for row in database.read(select(table).order_by(*table.primary_key))
            ]
            for name, table in metadata.tables.items()
            if table is not runs
        }


@pytest.mark.usefixtures("inbox")
def test_a_second_run_writes_nothing():
    first, _ = run()
    before = dump()
    second, summary = run()

    assert (len(first), second) == (3, [])
    assert dump() == before
    assert (summary.skipped, summary.failed) == (3, True)
    assert summary.failed_before == [
        "inbox/empty.txt: the file is empty; fetch it again"
    ]


def test_what_has_changed_is_done_again(inbox):
    run()
    (inbox / "Westmarch.txt").write_text(STORY.format(body="Northmarch"), "utf-8")
    (inbox / "new.txt").write_text(STORY.format(body="Southmarch"), "utf-8")
    done, summary = run()

    assert sorted(done) == ["inbox/Westmarch.txt", "inbox/new.txt"]
    assert summary.skipped == 2
    with Database("a.db") as database:
        assert len(database.read(select(documents))) == 3


@pytest.mark.parametrize("names", [["inbox"], ["inbox/*.txt"], ["**/*.txt"], ["."]])
def test_what_is_gone_is_said_and_kept(inbox, names):
    run(names=names)
    (inbox / "Westmarch.txt").unlink()
    _, summary = run(names=names)

    assert summary.removed == ["inbox/Westmarch.txt"]
    with Database("a.db") as database:
        assert len(database.read(select(documents))) == 2


def test_what_is_in_a_folder_that_is_shut_now_is_not_gone(inbox, monkeypatch):
    (inbox / "deeper").mkdir()
    (inbox / "deeper" / "a.txt").write_text(STORY.format(body="Northmarch"), "utf-8")
    run()

    def closed(call, name):
        def guarded(path, *args, **options):
            if Path(path).name == name:
                raise PermissionError(13, "Permission denied", str(path))
            return call(path, *args, **options)

        return guarded

    monkeypatch.setattr(os, "scandir", closed(os.scandir, "deeper"))
    monkeypatch.setattr(os, "stat", closed(os.stat, "a.txt"))
    done, summary = run()

    assert (done, summary.removed) == (["inbox/deeper"], [])
    assert summary.failed


def test_what_another_run_was_about_is_not_gone(inbox, tmp_path):
    run()
    (inbox / "Westmarch.txt").unlink()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text(STORY, "utf-8")

    assert run(names=["other"])[1].removed == []


@pytest.mark.usefixtures("inbox")
def test_a_failure_is_tried_again_only_where_that_may_help():
    run(engine=Losing())
    done, _ = run()
    assert len(done) == 3

    done, _ = run()
    assert done == []


def test_a_file_that_was_missing_is_tried_again_once_it_is_there(inbox):
    names = ["inbox/late.txt"]
    assert run(names=names)[0] == names
    assert run(names=names)[0] == []

    (inbox / "late.txt").write_text(STORY, "utf-8")
    assert run(names=names)[0] == names
    with Database("a.db") as database:
        assert database.read(select(failures)) == []


@pytest.mark.parametrize("kind", ["a folder", "an archive", "a pattern"])
def test_a_failure_of_what_leads_to_documents_ends_with_its_cause(inbox, kind):
    (inbox / "empty.txt").unlink()
    names = ["inbox", "late/*.txt"] if kind == "a pattern" else ["inbox", "late"]
    late = inbox.parent / "late"
    late.mkdir(exist_ok=True)
    if kind == "an archive":
        (late / "a.zip").write_bytes(b"PK\x03\x04 cut off")
    assert run(names=names)[1].failures.total() == 1

    (late / "a.txt").write_text(STORY.format(body="Northmarch"), "utf-8")
    if kind == "an archive":
        with ZipFile(late / "a.zip", "w") as archive:
            archive.writestr("b.txt", STORY.format(body="Southmarch"))
    _, summary = run(names=names)

    assert (summary.failed, summary.removed) == (False, [])
    with Database("a.db") as database:
        assert database.read(select(failures)) == []
        assert {row["outcome"] for row in database.read(select(inputs))} == {"record"}


def test_a_failure_in_a_folder_that_is_shut_now_stays(inbox, monkeypatch):
    (inbox / "deeper").mkdir()
    (inbox / "empty.txt").rename(inbox / "deeper" / "empty.txt")
    run()
    scan = os.scandir

    def scandir(path):
        if Path(path).name == "deeper":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    run()
    with Database("a.db") as database:
        sources = {row["source"] for row in database.read(select(failures))}
    assert sources == {"inbox/deeper", "inbox/deeper/empty.txt"}


class TestTheSameBytesUnderTwoNames:
    @pytest.fixture(autouse=True)
    def copied(self, inbox):
        story = (inbox / "Westmarch.txt").read_bytes()
        (inbox / "Another.txt").write_bytes(story)

    def test_are_counted_once(self):
        done, summary = run()
        with Database("a.db") as database:
            stored = {
                name: len(database.read(select(metadata.tables[name])))
                for name in ("documents", "inspections", "grades", "quotes")
            }
            (told,) = database.read(select(runs))

        assert len(done) == 4
        assert {name: summary.rows[name] for name in stored} == stored
        assert told["summary"]["documents"] == stored["documents"] == 2
        assert (summary.copies, summary.done) == (1, 4)

    def test_gain_and_lose_once(self):
        run()
        with Database("a.db") as database, database.connection.begin():
            database.connection.execute(text("update people set name = 'Ada Holt'"))
        _, summary = run(redo=True, engine=Together())

        assert summary.lost == Counter({"Ada Holt: “We will improve,”": 2})


@pytest.mark.parametrize("names", [["inbox/*"], ["inbox"], ["**/*"]])
def test_what_a_run_writes_is_none_of_its_inputs(inbox, names):
    targets = "inbox/a.db", "inbox/tables.csv", "inbox/records.jsonl"
    run(*targets, names=names)
    for name in ("run.json", "a.datasette.json", "a.db-journal"):
        (inbox / name).write_text("neither a story nor a page", "utf-8")
    done, summary = run(*targets, names=names, redo=True)

    assert sorted(done) == [
        f"inbox/{n}" for n in ("Eastmarch.txt", "Westmarch.txt", "empty.txt")
    ]
    assert summary.found == 3


@pytest.mark.usefixtures("inbox")
class TestAnotherVersion:
    def test_does_all_again(self, monkeypatch):
        run()
        monkeypatch.setattr(module, "__version__", "99")

        assert len(run()[0]) == 3
        assert run()[0] == []

    def test_with_other_data_does_all_again(self):
        run()

        assert len(run(digest="2")[0]) == 3

    def test_reports_what_is_gained_and_lost(self):
        run()
        with Database("a.db") as database, database.connection.begin():
            database.connection.execute(text("update people set name = 'Ada Holt'"))
        _, summary = run(redo=True)

        assert summary.lost == Counter({"Ada Holt: “We will improve,”": 2})
        assert summary.gained == Counter({"Ada Holm: “We will improve,”": 2})

    def test_that_changes_nothing_reports_nothing(self):
        run()
        _, summary = run(redo=True)

        assert (summary.gained, summary.lost) == (Counter(), Counter())


@pytest.mark.usefixtures("inbox")
def test_two_targets_are_both_brought_up_to_date():
    run("a.db")
    done, _ = run("a.db", "b.db")

    assert len(done) == 3
    assert dump("a.db").keys() == dump("b.db").keys()
    for table in ("documents", "grades", "quotes", "failures"):
        assert dump("a.db")[table] == dump("b.db")[table]
    assert run("a.db", "b.db")[0] == []


@pytest.mark.usefixtures("inbox")
def test_a_row_that_someone_has_removed_is_made_again():
    run()
    with Database("a.db") as database, database.connection.begin():
        database.connection.execute(
            documents.delete().where(documents.c.source == "inbox/Westmarch.txt")
        )

    assert run()[0] == ["inbox/Westmarch.txt"]


def test_limit_and_since_do_less(inbox):
    os.utime(inbox / "Westmarch.txt", (0, 0))
    since = datetime(2000, 1, 1, tzinfo=UTC)

    assert len(run(limit=1)[0]) == 1
    assert "inbox/Westmarch.txt" not in run(since=since)[0]
    assert "inbox/Westmarch.txt" in run()[0]


@pytest.mark.usefixtures("inbox")
def test_a_run_that_is_asked_to_stop_goes_on_where_it_was():
    done, _ = run(stopped=lambda: True)
    assert done == []

    stop = []
    done, _ = run(stopped=lambda: bool(stop) or stop.append(True))
    later, _ = run()
    assert 0 < len(done) < 3
    assert len(done) + len(later) == 3
    with Database("a.db") as database:
        statuses = [row["status"] for row in database.read(select(runs))]
    assert statuses == ["interrupted", "interrupted", "done"]


@pytest.mark.usefixtures("inbox")
def test_files_are_made_from_the_database_and_go_on_with_it():
    run("out/records.jsonl", names=["inbox/Westmarch.txt"])
    run("out/records.jsonl", "out/tables.csv")

    with open("out/records.jsonl", encoding="utf-8") as file:  # noqa: PTH123
        assert len(file.readlines()) == 2
    with open("out/tables.failures.csv", encoding="utf-8") as file:  # noqa: PTH123
        assert "the file is empty" in file.read()


@pytest.mark.usefixtures("inbox")
def test_a_file_of_others_stops_the_start(tmp_path):
    (tmp_path / "notes.jsonl").write_text("my notes\n", "utf-8")

    with pytest.raises(SinkError, match=r"notes\.jsonl: it is there, and no earlier"):
        run("a.db", "notes.jsonl")
    assert (tmp_path / "notes.jsonl").read_text("utf-8") == "my notes\n"


@pytest.mark.usefixtures("inbox")
def test_the_ledger_knows_what_was_done_to_which_bytes():
    run()
    with Database("a.db") as database:
        rows = {row["source"]: row for row in database.read(select(inputs))}

    assert rows["inbox/Westmarch.txt"]["digest"].startswith("sha256:")
    assert rows["inbox/Westmarch.txt"]["outcome"] == "record"
    assert rows["inbox/empty.txt"]["outcome"] == "failure"
    assert {row["run"] for row in rows.values()} == {1}
