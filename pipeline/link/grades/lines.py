"""Grades in lines: labelled lines, lists under a lead-in, headings over lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.document import Block, BlockType, Extent, Role, SectionKind
from pipeline.findings import AreasListed, Finding, Narrowed, Tense, Trace
from pipeline.issues import Code, Issue
from pipeline.link.grades.claims import Claim, findings
from pipeline.link.page import Dialect, Line, Page
from pipeline.link.standing import GRADES, Standing, standings
from pipeline.link.tape import UNKNOWN, Sign, Tape

G = "[GqU]"
A = "[AaO]"
LEAD = r"(?:[;:*\-N.()]|x\))*"
TAIL = r"[.;:,&*)!\-]*"
_AREAS_ONLY = re.compile(
    rf"{LEAD}H?(?:{A}[,;&:\-]*[iHb]{{0,2}})*{A}(?:,?\(?[xS]\)?)?{TAIL}"
)
_GRADE_ONLY = re.compile(rf"{LEAD}[x]?(?P<g>{G})[MT]?{TAIL}")
_PAIR = re.compile(
    rf"{LEAD}(?P<a>{A})(?:i?[xS])?M?[:\-(,]{{0,3}}[bvV]{{0,2}}(?P<g>{G})[MO]?[):\-]*N?{TAIL}"
)
_MANY = re.compile(rf"(?:{LEAD}{A}[:\-(,]{{0,3}}{G}[)]?N?{TAIL})+")
_LED = re.compile(
    rf"(?:[SbxwTM]{{0,4}}:)?(?:{LEAD}{G}[MTO]?[:\-,(]*[iH]{{0,2}}(?:{A}[,;&]*[HiSx]{{0,2}})+?{TAIL})+"
)
_STRANGE_AREA = re.compile(rf"{LEAD}[xwS&,iHNnTM]+[:\-(]+(?P<g>[Gq])[)]?{TAIL}")
_STRANGE_GRADE = re.compile(rf"{LEAD}(?P<a>{A})[:\-]+(?P<x>x){TAIL}")
_MARKS = " \t\n:-–—(•*\"'‘’“”."
_SHORT = 900
"""Characters of a line that may hold several pairs; longer ones are sentences."""
_LABEL = 130
"""Characters of a line that is one label."""
FEWEST = 2

CURRENT = Standing()


@dataclass(frozen=True, slots=True)
class Row:
    """A line and what it is made of."""

    line: Line
    form: str
    """`p` pairs, `l` grade-led, `a` areas, `g` grade, `?` area or grade unknown."""


def row_of(line: Line) -> Row | None:
    """What a line is made of, if it is more label than sentence."""
    tape = line.whole
    kinds = tape.kinds
    if not kinds or line.block.type is BlockType.TABLE_ROW:
        return None
    if line.block.end - line.block.start > _SHORT:
        return None
    for form, pattern in (
        ("a", _AREAS_ONLY), ("g", _GRADE_ONLY), ("p", _PAIR), ("p", _MANY), ("l", _LED),
        ("?", _STRANGE_AREA), ("?", _STRANGE_GRADE),
    ):  # fmt: skip
        if pattern.fullmatch(kinds):
            return Row(line, form)
    return None


def find(page: Page) -> tuple[list[Finding | Issue], set[int]]:
    """All that lines say, and the indices of the blocks that are read by it."""
    found: list[Finding | Issue] = []
    read: set[int] = set()
    rows = list(_rows(page))
    for run in _runs(rows, page):
        read |= {row.line.index for row in run if row.form != "?"}
        found += _run(run, page)
    return found, read


def _rows(page: Page) -> Iterator[Row]:
    """The rows of a page, and between them lines that nearly name an area."""
    rows = {line.index: row for line in page.lines if (row := row_of(line))}
    for index, block in enumerate(page.document.blocks):
        if index in rows:
            yield rows[index]
        elif (rows.keys() & {index - 1, index + 1}) and block.role is Role.BODY:
            near = _nearly(index, block, page)
            if near is not None:
                rows[index] = near
                yield near


def _nearly(index: int, block: Block, page: Page) -> Row | None:
    """A short line that shares most of its words with one area's wording."""
    if block.end - block.start > _LABEL or block.type is BlockType.TABLE_ROW:
        return None
    line = page.by_block.get(index)
    if line is not None and set(line.whole.kinds) & set(GRADES):
        return None
    key = page.nearest_area(block.extent)
    if key is None:
        return None
    sign = Sign("A", block.start, block.end, key)
    tape = Tape(block.extent, (sign,))
    section = page.section_at(block.start)
    return Row(Line(index, block, section, tape, (tape,)), "a")


def _runs(rows: Sequence[Row], page: Page) -> Iterator[list[Row]]:
    """Rows that stand together, with nothing between them but furniture."""
    blocks = page.document.blocks
    run: list[Row] = []
    for row in rows:
        if run:
            between = blocks[run[-1].line.index + 1 : row.line.index]
            near = all(b.role.value == "furniture" for b in between)
            if not near or _breaks(run[-1], row):
                yield run
                run = []
        run.append(row)
    if run:
        yield run


def _breaks(before: Row, row: Row) -> bool:
    """Whether a heading that holds no grade starts a new list."""
    return (
        row.line.block.type is BlockType.HEADING
        and row.form == "a"
        and before.line.block.type is not BlockType.HEADING
        and before.form in "al"
    )


def _run(run: list[Row], page: Page) -> Iterator[Finding | Issue]:
    text = page.document.text
    paired = sum(row.form == "p" for row in run)
    forms = "".join(row.form for row in run)
    waiting: list[Row] = []
    grade: Row | None = None
    context = _context(run[0], page)
    alternating = re.fullmatch(r"(?:ag)+", "".join(f for f in forms if f in "ag"))
    for row in run:
        if row.form == "p":
            yield from _pairs(row, page, context)
        elif row.form == "l":
            yield from _led(row, page, context)
        elif row.form == "?" and paired >= FEWEST:
            yield from _strange(row, page)
        elif row.form == "g":
            if alternating and waiting:
                yield from _under(waiting, row, page, "lines.grade_after_area", context)
                waiting, grade = [], None
            else:
                yield from _lead_in(waiting, page)
                waiting, grade = [], row
        elif row.form == "a":
            if grade is not None:
                rule = "lines.under_grade"
                yield from _under([row], grade, page, rule, context)
            else:
                waiting.append(row)
    del text
    yield from _lead_in(waiting, page)


def _grade_in(row: Row) -> Sign:
    return next(sign for sign in row.line.whole.signs if sign.kind in GRADES)


def _context(row: Row, page: Page) -> Standing:
    """Now or earlier, by what stands over a list: "Grades in 2019:"."""
    lead = lead_of(row.line, page)
    if lead is None or set(lead.kinds) & set(GRADES):
        return CURRENT
    signs = set(lead.kinds)
    year = page.year
    if "n" in signs:
        return CURRENT
    for place, sign in enumerate(lead.signs):
        old = sign.kind == "Y" and year and int(sign.value[:4]) < year - 1
        if sign.kind in "PB" or (sign.kind == "p" and sign.value == "previous") or old:
            del place
            words = page.document.words(sign.extent)
            return Standing(Tense.PREVIOUS, when=words)
    return CURRENT


def _pairs(row: Row, page: Page, context: Standing) -> Iterator[Finding | Issue]:
    area: Sign | None = None
    for sign in row.line.whole.signs:
        if sign.kind in "AaO":
            area = sign
        elif sign.kind in GRADES and area is not None:
            extent = Extent(area.start, sign.end)
            yield from findings(
                Claim(area, sign, context, extent, "lines.labelled"), page
            )
            area = None


def _led(row: Row, page: Page, context: Standing) -> Iterator[Finding | Issue]:
    grade: Sign | None = None
    for sign in row.line.whole.signs:
        if sign.kind in GRADES:
            grade = sign
        elif sign.kind in "AaO" and grade is not None:
            extent = Extent(grade.start, sign.end)
            yield from findings(
                Claim(sign, grade, context, extent, "lines.grade_led"), page
            )


def _strange(row: Row, page: Page) -> Iterator[Finding | Issue]:
    """A line among labelled ones whose area, or whose grade, nobody knows."""
    tape = row.line.whole
    if match := _STRANGE_AREA.fullmatch(tape.kinds):
        grade = tape.signs[match.start("g")]
        named = _trimmed(Extent(row.line.block.start, grade.start), page)
        extent = Extent(named.start, grade.end)
        yield from findings(
            Claim(None, grade, CURRENT, extent, "lines.labelled", named=named), page
        )
    elif match := _STRANGE_GRADE.fullmatch(tape.kinds):
        area, word = tape.signs[match.start("a")], tape.signs[match.start("x")]
        sign = replace(word, kind=UNKNOWN)
        extent = Extent(area.start, word.end)
        yield from findings(Claim(area, sign, CURRENT, extent, "lines.labelled"), page)


def _trimmed(extent: Extent, page: Page) -> Extent:
    """A label without its bullet and what parts it from its grade."""
    words = page.document.words(extent)
    start = extent.start + len(words) - len(words.lstrip(_MARKS))
    return Extent(start, extent.start + len(words.rstrip(_MARKS)))


def _under(
    rows: list[Row], head: Row, page: Page, rule: str, context: Standing
) -> Iterator[Finding | Issue]:
    """Areas under a line that is a grade, or before one."""
    grade = _grade_in(head)
    for row in rows:
        for area in row.line.whole.of("AaO"):
            claim = Claim(
                area, grade, context, area.extent, rule, context=(grade.extent,)
            )
            yield from findings(claim, page)


def lead_of(line: Line, page: Page) -> Tape | None:
    """The last sentence of the block before a line, where it can lead into a list."""
    blocks = page.document.blocks
    index = line.index - 1
    while index >= 0 and blocks[index].role.value == "furniture":
        index -= 1
    if index < 0 or blocks[index].role.value != "body":
        return None
    before = page.by_block.get(index)
    if before is not None:
        return before.sentences[-1]
    if blocks[index].type in (BlockType.TABLE_ROW, BlockType.CAPTION):
        return None
    start = max(blocks[index].start, blocks[index].end - _SHORT)
    return page.tape(Extent(start, blocks[index].end))


def _lead_in(rows: list[Row], page: Page) -> Iterator[Finding | Issue]:
    """Areas in a list: the lead-in's grade, or the areas that were judged."""
    if not rows:
        return
    lead = lead_of(rows[0].line, page)
    areas = [sign for row in rows for sign in row.line.whole.of("AaO")]
    if lead is not None and _leads(lead, page):
        grades = _lead_grades(lead, page)
        if grades is not None:
            sign, standing = grades
            for area in areas:
                claim = Claim(
                    area, sign, standing, area.extent, "lines.lead_in",
                    context=(lead.extent,),
                )  # fmt: skip
                yield from findings(claim, page)
            return
    yield from _listed(rows, areas, page)


def _leads(lead: Tape, page: Page) -> bool:
    """Whether a sentence points at what follows it."""
    words = page.document.words(lead.extent).rstrip()
    return not words.endswith(".") or words.endswith("...")


def _lead_grades(lead: Tape, page: Page) -> tuple[Sign, Standing] | None:
    """The one grade of a lead-in, and whether it is this inspection's."""
    found = standings(lead, page.document.text, page.year)
    stand = [
        (lead.signs[place], standing)
        for place, standing in found.items()
        if standing.current or standing.previous
    ]
    if len({sign.value for sign, _ in stand}) != 1:
        return None
    return stand[0]


def _listed(
    rows: list[Row], areas: list[Sign], page: Page
) -> Iterator[Finding | Issue]:
    """A list without a grade: what was judged, or a heading's better or worse half."""
    key = page.scope.at(areas[0].start)
    alone = len(areas) == 1 and rows and rows[0].line.block.type is BlockType.HEADING
    if key is None or alone:
        return
    dialect = page.dialect_of(key)
    if dialect is None:
        return
    slugs = {
        dialect.areas[sign.value][0]: sign
        for sign in areas
        if len(dialect.areas.get(sign.value, ())) == 1
    }
    section = rows[0].line.section if rows else None
    kind = section.kind if section else SectionKind.OTHER
    half = _half(dialect, kind)
    if half and section is not None and section.heading is not None:
        heading = page.document.blocks[section.heading].extent
        rule = Trace("lines.polarity", data=(f"cues/headings.toml#{kind}",))
        for slug, sign in slugs.items():
            yield Narrowed(key, slug, half, (sign.extent, heading), rule)
    elif len(slugs) >= FEWEST:
        evidence = tuple(sign.extent for sign in slugs.values())
        yield AreasListed(key, tuple(slugs), evidence, Trace("lines.listed"))


def _half(dialect: Dialect, kind: SectionKind) -> frozenset[str]:
    """The grades of a heading's half of the scale; the middle one is in neither."""
    scale = [grade.slug for grade in dialect.framework.scale]
    half = len(scale) // 2
    if kind is SectionKind.STRENGTHS:
        return frozenset(scale[:half])
    if kind is SectionKind.WEAKNESSES:
        return frozenset(scale[len(scale) - half :])
    return frozenset()


_NAMES = re.compile(rf"T[xwiSVbr,]{{0,5}}(?:[bI]|[:\-]){A}(?:(?:,&?|;&?|&){A})+[.;]?$")


def listed_in_line(line: Line, page: Page) -> Iterator[AreasListed]:
    """As in "The areas are A, B and C": a sentence that names what was judged."""
    for tape in line.sentences:
        match = None if set(tape.kinds) & set(GRADES) else _NAMES.search(tape.kinds)
        if match is None:
            continue
        areas = [s for s in tape.signs[match.start() : match.end()] if s.kind in "Aa"]
        for found in _listed([], areas, page):
            if isinstance(found, AreasListed):
                yield found


def missing_lists(page: Page) -> Iterator[Issue]:
    """Lead-ins that nothing follows: their list was lost on the way."""
    for listing in _announced(page):
        yield Issue(
            Code.LIST_MISSING,
            "a list of grades is announced, and none follows",
            (listing,),
        )


_ANNOUNCES = re.compile(
    r"\b(?:as follows|are as follows|were as follows|the following grades|these were|"
    r"(?:graded|rated|judged|scored)(?: \w+){0,4} as|"
    r"(?:grades|ratings|areas|marks|results)(?: \w+){0,6} (?:are|were))\s*:\s*$",
    re.IGNORECASE,
)


def _announced(page: Page) -> Iterator[Extent]:
    blocks = page.document.blocks
    rows = {row.line.index for line in page.lines if (row := row_of(line))}
    for index, block in enumerate(blocks):
        if block.role.value != "body" or block.type is BlockType.TABLE_ROW:
            continue
        text = page.document.text[max(block.start, block.end - 120) : block.end]
        if not text.rstrip().endswith(":") or not _ANNOUNCES.search(text):
            continue
        following = next(
            (b for b in blocks[index + 1 :] if b.role.value == "body"), None
        )
        place = blocks.index(following) if following else -1
        if page.scope.at(block.start) is None:
            continue
        listed = following is not None and (
            place in rows
            or following.type in (BlockType.LIST_ITEM, BlockType.TABLE_ROW)
        )
        if not listed:
            yield block.extent
