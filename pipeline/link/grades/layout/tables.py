"""Grades in tables: rows of areas, columns of years, grades or areas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Block, BlockType, Extent
from pipeline.findings import Finding, TallyFinding, Tense, Trace
from pipeline.issues import Issue
from pipeline.link.grades.claims import Claim, findings
from pipeline.link.grades.layout.columns import (
    AREA_SIGNS,
    Column,
    columns_named,
    columns_of,
    earlier_rows,
    inspection_of,
)
from pipeline.link.grades.layout.letters import Letters, lettered
from pipeline.link.page import Page
from pipeline.link.page.entries import entries_of
from pipeline.link.standing import Standing
from pipeline.link.tape import GRADES, Sign, Tape

TICKS = frozenset(("✓", "✔", "✅", "☑", "x", "X", "×", "•", "●", "yes", "Yes", "*"))
GRADE_ALONE = frozenset(GRADES)
PAIR = 2
"""Cells of a row that has a name and a value."""
CURRENT = Standing()
_ONWARD = re.compile(r"→|➔|➜|⟶|=?>|\b(?:to|now)\b")
"""Between two grades of a cell: the first is the earlier one."""
_BEFORE = re.compile(r"[pfPB]|\(b$|\(Y:?$")
"""Signs between two grades, or before the only one: what follows is the earlier."""


_TALLY_ROW = re.compile("Y|(?=.*[TM])[xTMiS]+")
"""What begins a row of counts: a year, "Number of areas"."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row in the light of its table.

    Attributes:
        columns: none where it is unknown which is which.
        when: the earlier inspection that its first cell names, if any.
        among_areas: whether most rows begin with an area.
        letters: what the letters in its cells mean.
    """

    cells: Sequence[Tape]
    columns: Sequence[Column]
    when: str | None
    among_areas: bool
    letters: Letters


def find(page: Page) -> Iterator[Finding | Issue]:
    """All that tables say."""
    above: Sequence[Extent] = ()
    for table in _tables(page):
        if not table[0].headers:
            above = table[0].cells
        for row in _rows(table, above, page):
            yield from _row(row, page)


def _tables(page: Page) -> Iterator[list[Block]]:
    """Rows that stand together under the same headers."""
    rows: list[Block] = []
    for block in page.document.blocks:
        if block.type is BlockType.TABLE_ROW and len(block.cells) > 1:
            if rows and rows[-1].headers != block.headers:
                yield rows
                rows = []
            rows.append(block)
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _rows(
    blocks: Sequence[Block], above: Sequence[Extent], page: Page
) -> Iterator[Row]:
    cells = [[page.tape(cell) for cell in block.cells] for block in blocks]
    if not blocks[0].headers and _is_header(cells[0]):
        columns, cells = columns_of(cells[0], page), cells[1:]
    else:
        columns = columns_named(blocks[0].headers, above, page)
    cells, letters = lettered(cells, page) if cells else (cells, {})
    named = sum(bool(row[0].of(AREA_SIGNS)) for row in cells)
    among_areas = named > len(cells) // 2
    whens = earlier_rows([page.document.words(row[0].extent) for row in cells], page)
    for row, when in zip(cells, whens, strict=True):
        # an empty cell may have been dropped: which column is then unknown
        known = columns if len(row) == len(columns) else []
        yield Row(row, known, None if among_areas else when, among_areas, letters)


def _is_header(cells: Sequence[Tape]) -> bool:
    """Whether a first row says what stands under it: no area with a grade in it."""
    labels = [cell.kinds for cell in cells]
    if len(cells) > 1 and all(kinds in GRADE_ALONE for kinds in labels):
        return True
    first, rest = cells[0].kinds, [cell.kinds for cell in cells[1:]]
    if any(set(kinds) & set(AREA_SIGNS) for kinds in [first]):
        return False
    areas = sum(bool(set(kinds) & set(AREA_SIGNS)) for kinds in rest)
    grades = sum(bool(set(kinds) & set(GRADES)) for kinds in rest)
    if grades == len(rest) and areas == 0:
        labels = [c.signs[0].value for c in cells[1:] if c.signs]
        return (
            len(set(labels)) == len(labels)
            and len(labels) > 1
            and not first.strip("xTM")
        )
    return grades == 0


def _row(row: Row, page: Page) -> Iterator[Finding | Issue]:
    first = row.cells[0]
    area = next((s for s in first.signs if s.kind in AREA_SIGNS), None)
    if len(row.cells) == PAIR:
        yield from _counted(first, row.cells[1], page)
        yield from _headed(first, row.cells[1], page)
    given: Sign | None = None
    for place, cell in enumerate(row.cells[1:], start=1):
        column = row.columns[place] if place < len(row.columns) else Column()
        told = column.extent if column.when else None
        said = list(_said(cell, column.when or row.when, given, page, told))
        if not said:
            yield from _tallied(column, cell, row, page)
            ticked = area if page.document.words(cell.extent).strip() in TICKS else None
            yield from _under(column, cell, page, ticked)
        for grade, standing in said:
            given = grade if standing is CURRENT else given
            about = area or column.area
            if about is not None:
                extent = Extent(min(first.extent.start, grade.start), grade.end)
                key = page.scope.at(first.extent.start) if area is None else column.key
                claim = Claim(
                    about, grade, standing, extent, "tables.row",
                    key=key, context=_key_of(grade, row, page),
                )  # fmt: skip
                yield from findings(claim, page)
            elif (key := inspection_of(first.extent, page)) is not None:
                extent = Extent(first.extent.start, grade.end)
                claim = Claim(None, grade, standing, extent, "tables.body", key=key)
                yield from findings(claim, page)
            elif row.among_areas:
                yield from _strange(first, grade, standing, page)
    if row.columns:
        yield from _under(row.columns[0], first, page, None)


def _key_of(grade: Sign, row: Row, page: Page) -> tuple[Extent, ...]:
    """Where the table's key says what the letters of a cell mean."""
    _, key = row.letters.get(page.document.words(grade.extent), ("", None))
    return (key,) if key else ()


def _said(
    cell: Tape, when: str | None, given: Sign | None, page: Page, told: Extent | None
) -> Iterator[tuple[Sign, Standing]]:
    """The grades of a cell: this inspection's, an earlier one's, or both.

    Args:
        cell: as in "Good", "from good to adequate", "Good (was adequate)", "no change".
        when: the earlier inspection that its column or row is about, if any.
        given: what this inspection gave in the cells before.
        page: the document.
        told: the header of the column, where that names it.
    """
    before = Standing(Tense.PREVIOUS, when=when, told=told)
    grades = [sign for sign in cell.signs if sign.kind in GRADES]
    if not grades:
        if given and _is_kept(cell, page):
            yield given, before
        return
    first, *rest = grades
    led = cell.kinds[: cell.signs.index(first)]
    if when:
        yield first, before
    elif not rest:
        earlier = _BEFORE.search(led) is not None
        yield first, before if earlier else CURRENT
        if not earlier and _is_kept(cell, page):
            yield first, before
    else:
        second = rest[0]
        between = cell.kinds[cell.signs.index(first) + 1 : cell.signs.index(second)]
        onward = _ONWARD.search(page.document.text, first.end, second.start)
        if "p" in led or (onward and not _BEFORE.search(between)):
            yield first, before
            yield second, CURRENT
        else:
            yield first, CURRENT
            if _BEFORE.search(between):
                yield second, before


def _headed(first: Tape, second: Tape, page: Page) -> Iterator[Finding | Issue]:
    """A row that lists areas by grade: "Good | Preventing crime, fraud"."""
    if first.kinds.strip("TM") not in GRADE_ALONE or set(second.kinds) & GRADE_ALONE:
        return
    (grade,) = first.of(GRADES)
    for area in second.of(AREA_SIGNS):
        extent = Extent(grade.start, area.end)
        yield from findings(Claim(area, grade, CURRENT, extent, "tables.row"), page)


def _is_kept(cell: Tape, page: Page) -> bool:
    """Whether a cell says that the last grade was the same."""
    plain = page.document.words(cell.extent).lower()
    kept = page.reading.knowledge.words("lists", "unchanged_cells")
    return any(words in plain for words in kept)


def _counted(first: Tape, second: Tape, page: Page) -> Iterator[Finding]:
    """A row that counts areas by grade: "Good | 3"."""
    if first.kinds.strip("TM") not in GRADES or second.kinds.strip("T") != "N":
        return
    grade, count = first.of(GRADES), second.of("N")
    key = page.scope.at(first.extent.start)
    if grade and key is not None and int(count[0].value):
        yield TallyFinding(
            key,
            grade[0].value,
            int(count[0].value),
            (Extent(grade[0].start, count[0].end),),
            Trace("tables.counted", tuple(entries_of((first.extent,), page))),
        )


def _tallied(column: Column, cell: Tape, row: Row, page: Page) -> Iterator[Finding]:
    """A count under a grade: "Outstanding | Good", and under it "1 | 4"."""
    first = row.cells[0]
    key = page.scope.at(first.extent.start)
    if column.grade is None or cell.kinds != "N" or row.when or key is None:
        return
    count = int(cell.signs[0].value)
    if count and _TALLY_ROW.fullmatch(first.kinds):
        extents = (cell.extent, column.extent) if column.extent else (cell.extent,)
        yield TallyFinding(
            key,
            column.grade.value,
            count,
            extents,
            Trace("tables.tallied", tuple(entries_of(extents, page))),
        )


def _under(
    column: Column, cell: Tape, page: Page, ticked: Sign | None
) -> Iterator[Finding | Issue]:
    """Areas in a column whose header is a grade, or the row's where it is ticked."""
    if column.grade is None:
        return
    for sign in [ticked] if ticked else cell.of(AREA_SIGNS):
        claim = Claim(
            sign,
            column.grade,
            CURRENT,
            sign.extent,
            "tables.column",
            label=column.label,
            context=(column.extent,) if column.extent else (),
        )
        yield from findings(claim, page)


def _strange(
    first: Tape, grade: Sign, standing: Standing, page: Page
) -> Iterator[Finding | Issue]:
    """A row among rows of areas whose name no framework knows."""
    words = page.document.words(first.extent)
    if words.strip():
        extent = Extent(first.extent.start, grade.end)
        claim = Claim(None, grade, standing, extent, "tables.row", named=first.extent)
        yield from findings(claim, page)
