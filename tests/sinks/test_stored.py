"""Records come back as they were stored, all of them or those that are asked for."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from pipeline.corrections import correct, decision
from pipeline.errors import ReadError
from pipeline.sinks import Database
from pipeline.sinks.stored import replace, stored
from tests.factories import inspection, marlshire, record

OTHER = record("Lunnshire", [inspection("Lunnshire Police")], source="inbox/other.txt")
RECORDS = [marlshire(), OTHER]


@pytest.fixture(params=["jsonl", "sqlite", "postgresql"])
def kept(request, tmp_path, store):
    """Where two records are stored."""
    if request.param == "jsonl":
        path = tmp_path / "records.jsonl"
        path.write_text("".join(r.model_dump_json() + "\n" for r in RECORDS), "utf-8")
        return str(path)
    target = str(tmp_path / "records.db")
    if request.param == "postgresql":
        target = request.getfixturevalue("postgres").empty()
    with Database(target) as database:
        store(database, *RECORDS)
    return target


def test_records_come_back_as_they_were(kept):
    assert list(stored(kept)) == RECORDS


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ("other.txt", [OTHER]),
        ("inbox/article.txt", [marlshire()]),
        (OTHER.document.id, [OTHER]),
        (OTHER.document.id.removeprefix("sha256:")[:10], [OTHER]),
        ("none.txt", []),
        ("%", []),
    ],
    ids=["end of the source", "source", "id", "digest's start", "none", "no pattern"],
)
def test_documents_are_found_by_source_or_digest(kept, document, found):
    assert list(stored(kept, document=document)) == found


def test_a_database_knows_who_a_record_is_about(kept):
    about_marlshire = list(stored(kept, body="marlshire"))

    assert marlshire() in about_marlshire
    assert OTHER in about_marlshire  # a body without an id may be any
    if not kept.endswith(".jsonl"):
        assert marlshire() not in list(stored(kept, body="saltmere"))


def test_what_corrections_have_changed_is_found(kept):
    record = marlshire()
    taken = decision(record, "marlshire", None, reason="not it", reviewer="A. Reader")
    record, _ = correct(record, [taken])
    replace(kept, record)

    assert list(stored(kept, corrected=True)) == [record]
    assert list(stored(kept, corrected=True, document="other.txt")) == []


def test_a_record_takes_the_place_of_its_document(kept):
    changed = marlshire().model_copy(update={"quotes": []})
    replace(kept, changed)

    assert list(stored(kept)) == [changed, OTHER]


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_is_read_where_nothing_can_be_written(tmp_path, store, mode):
    folder = tmp_path / "lent"
    with Database(str(folder / "records.db")) as database:
        store(database, *RECORDS)
    with closing(sqlite3.connect(folder / "records.db")) as left:
        left.execute(f"PRAGMA journal_mode = {mode}")
    (folder / "records.db").chmod(0o444)
    folder.chmod(0o555)
    command = [sys.executable, "-c", _COUNT, str(folder / "records.db")]
    if os.geteuid() == 0:  # root may write everywhere
        if shutil.which("setpriv") is None:
            pytest.skip("root without setpriv")
        command = ["setpriv", "--bounding-set=-dac_override", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    folder.chmod(0o755)

    assert (done.stdout, done.stderr) == ("2\n", "")


_COUNT = """
import sys
from pipeline.sinks.stored import stored
print(len(list(stored(sys.argv[1]))))
"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.db", None),
        ("none.jsonl", None),
        ("text.db", b"no database"),
        ("text.jsonl", b"no json\n"),
        ("other.jsonl", b"{}\n"),
        ("empty.db", b""),
    ],
)
def test_what_holds_no_records_is_told_with_a_remedy(tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(ReadError, match="gradewright run"):
        list(stored(str(path)))


@pytest.mark.parametrize("name", ["a.db", "a.jsonl"])
def test_a_file_that_may_not_be_read_says_so(tmp_path, name, monkeypatch):
    (tmp_path / name).touch()
    monkeypatch.setattr("os.access", lambda *_: False)

    with pytest.raises(ReadError, match="no permission to read it; change its perm"):
        list(stored(str(tmp_path / name)))


@pytest.mark.parametrize(
    "content", ["create table customers (id int)", None], ids=["of others", "no tables"]
)
def test_a_database_that_is_not_ours_is_told_in_plain_words(tmp_path, content):
    path = tmp_path / "customers.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(content or "vacuum")

    with pytest.raises(ReadError, match="it holds no records of ours; "):
        list(stored(str(path)))
