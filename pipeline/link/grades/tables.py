"""Grades in tables: rows of areas, columns of years, grades or areas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Block, BlockType, Extent
from pipeline.findings import Finding, TallyFinding, Tense, Trace
from pipeline.issues import Issue
from pipeline.link.grades.claims import Claim, findings
from pipeline.link.page import Page
from pipeline.link.standing import GRADES, Standing
from pipeline.link.tape import Sign, Tape

AREA_SIGNS = "AaO"
TICKS = frozenset(("✓", "✔", "✅", "☑", "x", "X", "×", "•", "●", "yes", "Yes", "*"))
GRADE_ALONE = frozenset(GRADES)
PAIR = 2
"""Cells of a row that has a name and a value."""
CURRENT = Standing()


@dataclass(frozen=True, slots=True)
class Column:
    """What a header says of the cells under it."""

    area: Sign | None = None
    grade: Sign | None = None
    when: str | None = None
    earlier: bool = False
    extent: Extent | None = None
    label: str | None = None


def find(page: Page) -> Iterator[Finding | Issue]:
    """All that tables say."""
    for table in _tables(page):
        yield from _table(table, page)


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


def _table(rows: list[Block], page: Page) -> Iterator[Finding | Issue]:
    cells = [[page.tape(cell) for cell in row.cells] for row in rows]
    if not rows[0].headers and _is_header(cells[0]):
        columns, cells = _columns(cells[0], page), cells[1:]
    else:
        columns = _named_columns(rows[0].headers, page)
    named = sum(bool(row[0].of(AREA_SIGNS)) for row in cells)
    among_areas = named > len(cells) // 2
    for row in cells:
        # an empty cell may have been dropped: which column is then unknown
        known = columns if len(row) == len(columns) else []
        yield from _row(row, known, page, among_areas=among_areas)


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


def _columns(header: Sequence[Tape], page: Page) -> list[Column]:
    columns = [_column(tape, page) for tape in header]
    years = [int(c.when[:4]) for c in columns if c.when and c.when[:4].isdigit()]
    if not years:
        return columns
    latest = max(years)
    return [
        Column(
            c.area, c.grade, c.when, bool(c.when) and int(c.when[:4]) < latest, c.extent
        )
        if c.when and c.when[:4].isdigit()
        else c
        for c in columns
    ]


def _column(tape: Tape, page: Page) -> Column:
    area = next((s for s in tape.signs if s.kind in AREA_SIGNS), None)
    grade = next((s for s in tape.signs if s.kind in GRADES), None)
    year = next((s for s in tape.signs if s.kind == "Y"), None)
    old = next((s for s in tape.signs if s.kind in "pPB"), None)
    dated = year or old
    words = page.document.words(dated.extent) if dated else None
    return Column(area, grade, words, old is not None, tape.extent)


def _named_columns(headers: Sequence[str], page: Page) -> list[Column]:
    """Columns of a table whose headers are no part of the text."""
    years = [h.strip() for h in headers if h.strip()[:4].isdigit()]
    latest = max(years, default="")
    columns = []
    for header in headers:
        words = header.strip()
        plain = words.lower()
        year = words[:4].isdigit() and len(words) <= 9  # noqa: PLR2004 - "2018/2019"
        old = any(
            w in plain
            for w in ("previous", "last ", "before", "earlier", "then", "was")
        )
        earlier = (year and words < latest) or old
        columns.append(
            Column(
                area=_area_named(words, page),
                grade=_grade_named(words, page),
                label=words,
                when=words if earlier else None,
                earlier=earlier,
            )
        )
    return columns


def _area_named(words: str, page: Page) -> Sign | None:
    from pipeline.wordings import key_of  # noqa: PLC0415

    key = key_of(words, page.lexicon.families, page.lexicon.fillers)
    dialect = page.dialect(len(page.document.text))
    if dialect is None or key not in dialect.areas:
        return None
    return Sign("A", 0, 0, key)


def _grade_named(words: str, page: Page) -> Sign | None:
    dialect = page.dialect(len(page.document.text))
    slug = dialect.grades.get(words.lower()) if dialect else None
    return Sign("G", 0, 0, slug) if slug else None


def _row(
    cells: Sequence[Tape],
    columns: Sequence[Column],
    page: Page,
    *,
    among_areas: bool,
) -> Iterator[Finding | Issue]:
    first = cells[0]
    area = next((s for s in first.signs if s.kind in AREA_SIGNS), None)
    if len(cells) == PAIR:
        yield from _counted(first, cells[1], page)
    for place, cell in enumerate(cells[1:], start=1):
        column = columns[place] if place < len(columns) else Column()
        grade = next((s for s in cell.signs if s.kind in GRADES), None)
        standing = (
            Standing(Tense.PREVIOUS, when=column.when) if column.earlier else CURRENT
        )
        about = area or column.area
        if grade is None:
            ticked = area if page.document.words(cell.extent).strip() in TICKS else None
            yield from _under(column, cell, page, ticked)
        elif about is not None:
            extent = Extent(min(first.extent.start, grade.start), grade.end)
            key = page.scope.at(first.extent.start) if area is None else None
            claim = Claim(about, grade, standing, extent, "tables.row", key=key)
            yield from findings(claim, page)
        elif among_areas:
            yield from _strange(first, grade, standing, page)
    if columns:
        yield from _under(columns[0], first, page, None)


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
            Trace("tables.counted"),
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
