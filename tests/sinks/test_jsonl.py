import json

import pytest

from pipeline.errors import SinkError
from pipeline.records import Record
from pipeline.sinks.jsonl import JsonLines


def test_a_line_is_the_whole_record(tmp_path, record):
    with JsonLines(str(tmp_path / "records.jsonl")) as sink:
        sink.write(record)

    line = (tmp_path / "records.jsonl").read_text("utf-8")
    assert record == Record.model_validate_json(line)


def test_nobody_sees_a_file_that_is_half_written(tmp_path, made):
    target = tmp_path / "records.jsonl"
    with JsonLines(str(target)) as sink:
        sink.write(made(id_="sha256:1", source="a"))
    before = target.read_bytes()
    with JsonLines(str(target)) as sink:
        sink.write(made(id_="sha256:2", source="b"))
        assert before == target.read_bytes()

    assert [target] == list(tmp_path.iterdir())


def test_a_document_is_replaced_where_it_stands(tmp_path, made):
    target = tmp_path / "records.jsonl"
    for names in ("abc", "b"):
        with JsonLines(str(target)) as sink:
            for name in names:
                sink.write(made(id_=f"sha256:{name}", source=name))

    lines = target.read_text("utf-8").splitlines()
    assert [json.loads(line)["document"]["source"] for line in lines] == ["a", "b", "c"]


def test_a_file_that_holds_something_else_is_left_alone(tmp_path, record):
    target = tmp_path / "notes.jsonl"
    target.write_text("my notes\n", "utf-8")

    with pytest.raises(SinkError, match="cannot be written"):  # noqa: SIM117
        with JsonLines(str(target)) as sink:
            sink.write(record)

    assert target.read_text("utf-8") == "my notes\n"
