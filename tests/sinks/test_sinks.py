"""What every sink must do, whatever its format."""

import json
import sqlite3

import pytest

from pipeline.errors import SinkError
from pipeline.sinks import SINKS, open_sink


def lines_of(path):
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def stored(target):
    """Ids and sources of the documents, and sources of the failures."""
    if target.suffix == ".jsonl":
        documents = [line["document"] for line in lines_of(target)]
        failures = lines_of(target.with_suffix(".failures.jsonl"))
        return (
            [(document["id"], document["source"]) for document in documents],
            [failure["source"] for failure in failures],
        )
    with sqlite3.connect(target) as database:
        documents = database.execute("select id, source from documents order by 2")
        failures = database.execute("select source from failures")
        return documents.fetchall(), [source for (source,) in failures]


@pytest.fixture(params=sorted(SINKS))
def target(request, tmp_path):
    return tmp_path / "new" / f"records{request.param}"


def write(target, outcomes):
    with open_sink(str(target)) as sink:
        for outcome in outcomes:
            sink.write(outcome)


def test_what_was_written_is_there(target, record, failure):
    write(target, [record, failure])

    assert stored(target) == (
        [("sha256:1", "inbox/westmarch.txt")],
        ["inbox/empty.txt"],
    )


def test_writing_twice_is_writing_once(target, record, failure):
    write(target, [record, failure, record])
    write(target, [record, failure])

    documents, failures = stored(target)
    assert (len(documents), len(failures)) == (1, 1)


def test_other_documents_stay(target, made):
    write(target, [made(id_="sha256:1", source="a"), made(id_="sha256:2", source="b")])
    write(target, [made(id_="sha256:3", source="c"), made(id_="sha256:1", source="a")])

    documents, _ = stored(target)
    assert {"sha256:1", "sha256:2", "sha256:3"} == {id_ for id_, _ in documents}


def test_a_changed_file_replaces_what_it_held_before(target, made):
    write(target, [made(id_="sha256:1", source="a")])
    write(target, [made(id_="sha256:2", source="a")])

    assert stored(target)[0] == [("sha256:2", "a")]


def test_a_moved_file_is_the_same_document(target, made):
    write(target, [made(id_="sha256:1", source="a")])
    write(target, [made(id_="sha256:1", source="b")])

    assert stored(target)[0] == [("sha256:1", "b")]


def test_a_document_that_can_be_read_again_is_no_failure_any_more(
    target, made, failure
):
    write(target, [failure])
    write(target, [made(source=failure.source)])

    assert stored(target)[1] == []


def test_a_document_that_fails_again_keeps_what_was_read_before(target, made, failure):
    write(target, [made(source=failure.source)])
    write(target, [failure])

    documents, failures = stored(target)
    assert (len(documents), len(failures)) == (1, 1)


def test_what_was_done_before_an_interruption_is_kept(target, record):
    def interrupted():
        yield record
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(target, interrupted())

    assert len(stored(target)[0]) == 1


@pytest.mark.parametrize("name", ["records.docx", "records"])
def test_an_unknown_target_names_what_is_known(name):
    with pytest.raises(SinkError, match=r"known: \.db, \.jsonl"):
        open_sink(name)


def test_a_target_that_cannot_be_written_is_named(target, record):
    target.parent.mkdir()
    target.mkdir()

    with pytest.raises(SinkError, match="cannot be written"):
        write(target, [record])
