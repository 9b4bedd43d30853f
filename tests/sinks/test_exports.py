"""Files say the same as their database, and replace nothing but their own kind."""

import csv
import json
from datetime import date

import openpyxl
import pytest
from pyarrow import parquet
from sqlalchemy import select

from pipeline.errors import SinkError
from pipeline.records import Failure, Record
from pipeline.sinks import EXPORTS, Database, check, export
from pipeline.sinks.exports.excel import link_to
from pipeline.sinks.exports.files import TABLES, part
from pipeline.sinks.types import Json

JSON = {(t.name, c.name) for t in TABLES for c in t.c if isinstance(c.type, Json)}


@pytest.fixture
def database(tmp_path, store, made, failure):
    with Database(str(tmp_path / "gradewright.db")) as database:
        other = made(id_="sha256:2", source="https://echo.example/story")
        store(database, made(), other, failure)
        yield database


def rows(database, table):
    found = database.read(select(table).order_by(*table.primary_key))
    return [plain(table, row) for row in found]


def plain(table, row):
    """Dates as text, JSON as values: what all formats can be compared in."""

    def value(name, cell):
        if cell is None or cell == "":
            return None
        if (table.name, name) in JSON:
            return json.loads(cell) if isinstance(cell, str) else cell
        if isinstance(cell, date):
            return cell.isoformat()[:10]
        return str(cell)

    return {name: value(name, cell) for name, cell in row.items()}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
class TestReadsBackEqual:
    def test_csv(self, database, tmp_path, table):
        export(database, str(tmp_path / "out.csv"))

        name = part(tmp_path / "out.csv", table.name)
        with name.open(encoding="utf-8", newline="") as file:
            found = [plain(table, row) for row in csv.DictReader(file)]
        assert found == rows(database, table)

    def test_parquet(self, database, tmp_path, table):
        export(database, str(tmp_path / "out.parquet"))

        name = part(tmp_path / "out.parquet", table.name)
        found = parquet.read_table(name).to_pylist()
        assert [plain(table, row) for row in found] == rows(database, table)

    def test_excel(self, database, tmp_path, table):
        export(database, str(tmp_path / "out.xlsx"))

        sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[table.name]
        names, *cells = sheet.iter_rows(values_only=True)
        found = [plain(table, dict(zip(names, row, strict=True))) for row in cells]
        expected = rows(database, table)
        if table.name == "documents":
            expected = [
                {k: v for k, v in row.items() if k != "text"} for row in expected
            ]
        assert found == expected
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref


def test_json_lines_are_what_extract_prints(database, tmp_path, made, failure):
    export(database, str(tmp_path / "out.jsonl"))

    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert Record.model_validate_json(lines[1]) == made()
    (line,) = (tmp_path / "out.failures.jsonl").read_text("utf-8").splitlines()
    assert Failure.model_validate_json(line) == failure


def test_evidence_in_a_sheet_opens_the_page_at_the_words(database, tmp_path):
    export(database, str(tmp_path / "out.xlsx"))

    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["grades"]
    column = [cell.value for cell in sheet[1]].index("evidence_text") + 1
    links = [sheet.cell(row, column).hyperlink for row in (2, 3)]
    assert links[0] is None  # from a file, not from the web
    address = "https://echo.example/story"
    anchor = ":~:text=good%20at%20preventing%20crime"
    assert (links[1].target, links[1].location) == (address, anchor)


@pytest.mark.parametrize(
    ("page", "words", "link"),
    [
        ("https://a.example/b#c", "was good", "https://a.example/b#:~:text=was%20good"),
        ("inbox/a.txt", "was good", None),
        (None, "was good", None),
        ("https://a.example/", None, None),
        ("https://a.example/" + "x" * 2100, "was good", None),
    ],
    ids=["a page", "a file", "no source", "no words", "too long"],
)
def test_a_link_needs_a_page_and_words(page, words, link):
    assert link_to(page, words) == link


@pytest.mark.parametrize("suffix", EXPORTS)
class TestEveryFormat:
    def test_replaces_its_files_as_a_whole(self, database, tmp_path, suffix):
        before = set(tmp_path.iterdir())
        target = tmp_path / "new" / f"out{suffix}"
        for _ in range(2):
            export(database, str(target))

        written = set((tmp_path / "new").iterdir())
        assert written
        assert not [path for path in written if path.name.startswith(".")]
        assert set(tmp_path.iterdir()) - before == {tmp_path / "new"}

    def test_leaves_the_files_of_others_alone(self, database, store, tmp_path, suffix):
        target = tmp_path / f"out{suffix}"
        check(database, str(target))
        export(database, str(target))
        with pytest.raises(SinkError, match="no earlier run has written it"):
            check(database, str(target))

        store(database, run={"targets": [str(target)]})
        check(database, str(target))

    def test_names_what_cannot_be_written(self, database, tmp_path, suffix):
        (tmp_path / "file").touch()
        with pytest.raises(SinkError, match="cannot be written"):
            export(database, str(tmp_path / "file" / f"out{suffix}"))

    def test_empty_tables_are_files_with_a_head(self, tmp_path, suffix):
        with Database(str(tmp_path / "empty.db")) as database:
            export(database, str(tmp_path / f"out{suffix}"))
        assert list(tmp_path.glob(f"out*{suffix}"))


@pytest.mark.parametrize("suffix", [".parquet", ".xlsx"])
def test_a_missing_library_names_its_extra(database, monkeypatch, suffix):
    monkeypatch.setattr("pipeline.sinks.exports.find_spec", lambda _: None)
    with pytest.raises(SinkError, match=r"pip install 'gradewright\[(par|ex)"):
        check(database, f"out{suffix}")


def test_a_table_longer_than_a_sheet_is_said(database, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.sinks.exports.excel.MAX_ROWS", 1)
    with pytest.raises(SinkError, match=r"more rows than the 1 of a sheet; use \.csv"):
        export(database, str(tmp_path / "out.xlsx"))
    assert not list(tmp_path.glob("*out*"))
