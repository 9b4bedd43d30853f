"""What leads into a list, and lists without grades: what was judged, and how well."""

import re
from collections.abc import Iterator

from pipeline.document import BlockType, Extent, Role, SectionKind
from pipeline.findings import AreasListed, Finding, Narrowed, Tense, Trace
from pipeline.issues import Code, Issue
from pipeline.knowledge import Knowledge, once
from pipeline.link.grades.claims import Claim, findings
from pipeline.link.grades.layout.labels import AREAS_ONLY, SHORT, A, Row, row_of
from pipeline.link.page import Line, Page
from pipeline.link.page.dialect import Dialect
from pipeline.link.standing import Standing, dated
from pipeline.link.tape import GRADE_SIGNS, GRADES, Sign, Tape
from pipeline.words.patterns import any_of

FEWEST = 2
CURRENT = Standing()
LONGEST_LINE = 120
"""Characters of a line that holds an area and its grade."""


def lead_of(line: Line, page: Page) -> Tape | None:
    """The last sentence of the block before a line, where it can lead into a list."""
    blocks = page.document.blocks
    index = line.index - 1
    while index >= 0 and blocks[index].role is Role.FURNITURE:
        index -= 1
    if index < 0 or blocks[index].role is not Role.BODY:
        return None
    before = page.by_block.get(index)
    if before is not None:
        return before.sentences[-1]
    if blocks[index].type in (BlockType.TABLE_ROW, BlockType.CAPTION):
        return None
    start = max(blocks[index].start, blocks[index].end - SHORT)
    return page.tape(Extent(start, blocks[index].end))


def under_lead_in(rows: list[Row], page: Page) -> Iterator[Finding | Issue]:
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


_LABELLED = re.compile(rf"{A}[:(\-]{{1,2}}[GqU][)]?$")
"""As in "Staff: good": a row of a list that has its own area."""


def _leads(lead: Tape, page: Page) -> bool:
    """Whether a sentence points at what follows it."""
    words = page.document.words(lead.extent).rstrip()
    if _LABELLED.search(lead.kinds):
        return False
    return not words.endswith(".") or words.endswith("...")


def _lead_grades(lead: Tape, page: Page) -> tuple[Sign, Standing] | None:
    """The one grade of a lead-in, and whether it is this inspection's."""
    found = page.standings(lead)
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
    if key is None and not rows and len(page.scope.inspections) == 1:
        key = 0  # "Every force is asked three questions: ..."
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


def context_of(row: Row, page: Page) -> Standing:
    """Now or earlier, by what stands over a list: "Grades in 2019:"."""
    lead = lead_of(row.line, page)
    if lead is None or set(lead.kinds) & set(GRADES):
        return CURRENT
    if page.names_its_body(lead.extent, row.line.block):
        return CURRENT  # "The Old Manse, Saltby"
    signs = set(lead.kinds)
    year = page.year
    if "n" in signs or "bracket" in page.document.words(lead.extent):
        return CURRENT  # "2019 grade in brackets"
    for sign in lead.signs:
        old = sign.kind == "Y" and year and int(sign.value[:4]) < year - 1
        if sign.kind in "PBf" or old:
            earlier = Standing(Tense.PREVIOUS)
            return dated(earlier, sign.extent, page.document.text)
    return CURRENT


def under_question(line: Line, tape: Tape, page: Page) -> Iterator[Finding | Issue]:
    """As in "What was outstanding?", and under it "Preventing crime. ..."."""
    section = line.section
    if section is None or section.heading != line.index - 1:
        return
    if not AREAS_ONLY.fullmatch(tape.kinds.lstrip("S")):
        return
    heading = page.tape(page.document.blocks[section.heading].extent)
    grades = _lead_grades(heading, page)
    if grades is not None:
        sign, standing = grades
        for area in tape.of("AaO"):
            claim = Claim(
                area, sign, standing, area.extent, "lines.under_question",
                context=(heading.extent,),
            )  # fmt: skip
            yield from findings(claim, page)


_LEADING = "[SHix]{0,3}"
_NAMES = re.compile(
    rf"(?:T[xwiSVbrHn,]{{0,5}}(?:[bI]|[:\-]{_LEADING}){A}(?:(?:,&?|;&?|&){_LEADING}{A})+"
    rf"|Vi{A}(?:(?:,&?|;&?|&){A}){{2,}})[.;?]?$"
)


_COUNTED = re.compile(
    rf"(?P<n>N)[^GqUNAa.;?]{{0,8}}(?:[bI,]|[:\-(]){_LEADING}"
    rf"(?P<areas>{A}(?:(?:,&?|;&?|&){_LEADING}{A}){{2,}})(?=[.;?,:)\-]|$)(?![,)\-]?[bVvKq])"
)
"""As in "The three were A, B and C", "It looked at three things: A, B and C"."""
_ALL_NAMED = re.compile(rf"(?<=i){A}(?:(?:,&?|&){A}){{4,}}[.]?$")
"""As in "It looked at how the force goes about A, B, C, D and E."."""


def listed_in_line(line: Line, page: Page) -> Iterator[AreasListed]:
    """As in "The areas are A, B and C", "It was asked two questions: A, B"."""
    for tape in line.sentences:
        areas = _named_in(tape, page)
        if not areas:
            continue
        for found in _listed([], areas, page):
            if isinstance(found, AreasListed):
                yield found


def _named_in(tape: Tape, page: Page) -> list[Sign]:
    """The areas that a sentence says were judged, without a grade for them."""
    match = None
    if not set(tape.kinds) & set(GRADES):
        match = _NAMES.search(tape.kinds) or _ALL_NAMED.search(tape.kinds)
    if match is not None:
        return [s for s in tape.signs[match.start() : match.end()] if s.kind in "Aa"]
    for match in _COUNTED.finditer(tape.kinds) if "N" in tape.kinds else ():
        areas = [s for s in tape.signs[slice(*match.span("areas"))] if s.kind in "Aa"]
        standing = page.standings(tape)
        graded = any(p < match.start() and s.current for p, s in standing.items())
        if int(tape.signs[match.start("n")].value) == len(areas) and not graded:
            return areas
    return []


def missing_lists(page: Page) -> Iterator[Issue]:
    """Lead-ins that nothing follows: their list was lost on the way."""
    for listing in _announced(page):
        yield Issue(
            Code.LIST_MISSING,
            "a list of grades is announced, and none follows",
            (listing,),
        )


@once
def _announces(known: Knowledge) -> re.Pattern[str]:
    """The end of a block that a list of grades should follow."""
    phrases, nouns, verbs = (
        any_of(known.words("grading", name))
        for name in ("announcing", "announced", "announcing_verb")
    )
    return re.compile(
        rf"\b(?:{phrases}|(?:{nouns}|{verbs})\b[^.:]{{0,60}}(?:as follows|these were)|"
        rf"(?:{verbs})(?: \w+){{0,4}} as|"
        rf"(?:{nouns})(?: \w+){{0,6}} (?:are|were))\s*:\s*$",
        re.IGNORECASE,
    )


def _holds_a_grade(page: Page, index: int) -> bool:
    """As in "Are services safe? Good", a line of two sentences."""
    line = page.by_block.get(index)
    if line is None or line.block.end - line.block.start > LONGEST_LINE:
        return False
    kinds = {kind for tape in line.sentences for kind in tape.kinds}
    return not kinds.isdisjoint("Aa") and not kinds.isdisjoint(GRADE_SIGNS)


def _announced(page: Page) -> Iterator[Extent]:
    blocks = page.document.blocks
    rows = {row.line.index for line in page.lines if (row := row_of(line))}
    announces = _announces(page.reading.knowledge)
    for index, block in enumerate(blocks):
        if block.role is not Role.BODY or block.type is BlockType.TABLE_ROW:
            continue
        text = page.document.text[max(block.start, block.end - 120) : block.end]
        if not text.rstrip().endswith(":") or not announces.search(text):
            continue
        following = next((b for b in blocks[index + 1 :] if b.role is Role.BODY), None)
        place = blocks.index(following) if following else -1
        if page.scope.at(block.start) is None:
            continue
        listed = following is not None and (
            place in rows
            or _holds_a_grade(page, place)
            or following.type in (BlockType.LIST_ITEM, BlockType.TABLE_ROW)
        )
        if not listed:
            yield block.extent
