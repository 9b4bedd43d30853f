"""Excel: a sheet for each table, its head frozen and filtered, evidence linked.

A link opens the source at the very words, where the source is a page on the web. The
documents' texts stay out: no cell could hold them.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import Select, Table, func, literal, select

from pipeline.errors import SinkError
from pipeline.sinks.database import Database
from pipeline.sinks.exports.files import TABLES, order, replacing
from pipeline.sinks.rows import Row
from pipeline.sinks.tables import documents

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_575
"""Rows of a sheet beside its head."""
MAX_CELL = 32_767
"""Characters of a cell."""
MAX_LINKS = 65_530
"""Links of a sheet."""
MAX_LINK = 2_079
"""Characters of a link."""
MAX_WORDS = 12
"""Words by which a browser finds a passage."""
WIDTH = 24
"""Of every column, in characters."""


def export(database: Database, path: Path) -> None:
    """Write one workbook.

    Raises:
        SinkError: a table has more rows than a sheet.
    """
    import xlsxwriter  # noqa: PLC0415 - an extra

    options = {
        "constant_memory": True,
        "default_date_format": "yyyy-mm-dd",
        "strings_to_urls": False,
    }
    with replacing(path) as half, xlsxwriter.Workbook(str(half), options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for table in TABLES:
            names = [column.name for column in _columns(table)]
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(names) - 1, WIDTH)
            sheet.write_row(0, 0, names, bold)
            last = _fill(sheet, names, _counted(database.stream(_rows(table)), path))
            sheet.autofilter(0, 0, last, len(names) - 1)


def _columns(table: Table) -> list[Any]:
    return [column for column in table.c if column is not documents.c.text]


def _rows(table: Table) -> Select[Any]:
    """The rows of a table, each with its document's address as `page`."""
    columns = _columns(table)
    if "document_id" not in table.c:
        return select(*columns, literal(None).label("page")).order_by(*order(table))
    page = func.coalesce(documents.c.url, documents.c.source).label("page")
    with_page = select(*columns, page).join(
        documents, documents.c.id == table.c.document_id
    )
    return with_page.order_by(*order(table))


def _counted(rows: Iterator[Row], path: Path) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            cause = f"more rows than the {MAX_ROWS:,} of a sheet"
            raise SinkError(str(path), cause, "use .csv or .parquet")
        yield number, row


def _fill(sheet: "Worksheet", names: list[str], rows: Iterator[tuple[int, Row]]) -> int:
    """Write the rows; returns the number of the last one."""
    number = links = 0
    for number, row in rows:
        for column, name in enumerate(names):
            value = row[name]
            link = link_to(row["page"], value) if name == "evidence_text" else None
            if link and links < MAX_LINKS:
                links += 1
                sheet.write_url(number, column, link, string=value[:MAX_CELL])
            elif isinstance(value, date):
                sheet.write_datetime(number, column, value)
            elif isinstance(value, int):
                sheet.write_number(number, column, value)
            elif value is not None:
                sheet.write_string(number, column, cell(value))
    return number


def link_to(page: str | None, words: str | None) -> str | None:
    """The address of a page at these words; None where the page is not on the web."""
    if not words or not page or not page.startswith(("http://", "https://")):
        return None
    start = " ".join(words.split()[:MAX_WORDS])
    link = f"{page.partition('#')[0]}#:~:text={quote(start, safe='')}"
    return link if len(link) <= MAX_LINK else None


def cell(value: object) -> str:
    """A value as text that a cell can hold."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text[:MAX_CELL]
