"""Lines that are more label than sentence: what they are made of, which belong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.document import Block, BlockType, Role
from pipeline.link.grades.layout.likeness import nearest_area
from pipeline.link.page import Line, Page
from pipeline.link.tape import GRADES, Sign, Tape

G = "[GqU]"
A = "[AaO]"
LEAD = r"(?:[;:*\-N.()]|x\))*"
TAIL = r"[.;:,&*)!?\-]*"
AREAS_ONLY = re.compile(
    rf"{LEAD}(?:bS?)?H?(?:{A}[,;&:\-]*[iHb]{{0,2}})*{A}(?:,?\(?[xS]\)?|bS)?{TAIL}"
)
_GRADE_ONLY = re.compile(rf"{LEAD}[x]?(?P<g>{G})[MT]?{TAIL}")
_PAIR = re.compile(
    rf"{LEAD}(?P<a>{A})(?:i?[xS])?M?[:\-(,]{{0,3}}[bvV]{{0,2}}(?P<g>{G})[MO]?[):\-]*N?{TAIL}"
)
_SEVERAL = re.compile(
    rf"{LEAD}{A}(?:,?&?[iHS]?{A})*&[iHS]{{0,2}}{A}[:\-]{{1,2}}{G}M?{TAIL}"
)
_BOTH = re.compile(rf"{LEAD}{A}[:\-]{G}\([pPBYbSM:,]{{0,4}}(?P<old>{G})\){TAIL}")
_EARLIER = re.compile(rf"{LEAD}[Pf][OM]*[:\-]{G}{TAIL}")
_LATEST = re.compile(rf"{LEAD}n[OM]{{0,2}}[:\-]{G}{TAIL}")
_MOVED = re.compile(rf"{LEAD}{A}M?[:\-(]{{1,2}}(?:{G}[\-;:]{{0,2}}|p{G}){G}[)]?{TAIL}")
_KEPT = re.compile(rf"{LEAD}{A}M?[:\-(]{{1,2}}{G}(?:,|[\-(:])[Zxj]{{1,2}}[)]?{TAIL}")
_MANY = re.compile(rf"(?:{LEAD}{A}[:\-(,]{{0,3}}{G}[)]?N?{TAIL})+")
_LED = re.compile(
    rf"(?:[SbxwTM]{{0,4}}:)?(?:{LEAD}{G}[MTO]?[:\-,(]*[iH]{{0,2}}(?:{A}[,;&]*[HiSx]{{0,2}})+?{TAIL})+"
)
STRANGE_AREA = re.compile(rf"{LEAD}[xwS&,iHNnTM]+[:\-(]+(?P<g>[Gq])[)]?{TAIL}")
STRANGE_GRADE = re.compile(rf"{LEAD}(?P<a>{A})[:\-]+(?P<x>x){TAIL}")
SHORT = 900
"""Characters of a line that may hold several pairs; longer ones are sentences."""
_LABEL = 130
"""Characters of a line that is one label."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line and what it is made of."""

    line: Line
    form: str
    """What stands in it, by letter.

    `p` pairs, `m` an area with the last grade and this one, `k` one with a grade and
    words that may say that it was the last one's too, `b` an area with this grade and
    the last one in brackets, `e` an earlier grade, `n` this one's grade of the whole,
    `l` grade-led, `a` areas, `g` a grade, `?` an area or a grade unknown.
    """


def row_of(line: Line) -> Row | None:
    """What a line is made of, if it is more label than sentence."""
    kinds = line.whole.kinds
    if not kinds or line.block.type is BlockType.TABLE_ROW:
        return None
    if line.block.end - line.block.start > SHORT:
        return None
    form = _form_of(kinds)
    return Row(line, form) if form else None


@lru_cache(maxsize=4096)
def _form_of(kinds: str) -> str | None:
    """The letter of what a tape with these signs is made of; the same ones recur."""
    for form, pattern in (
        ("b", _BOTH), ("e", _EARLIER), ("a", AREAS_ONLY), ("g", _GRADE_ONLY),
        ("n", _LATEST), ("m", _MOVED), ("k", _KEPT), ("p", _PAIR), ("p", _MANY),
        ("p", _SEVERAL), ("l", _LED),
        ("?", STRANGE_AREA), ("?", STRANGE_GRADE),
    ):  # fmt: skip
        if pattern.fullmatch(kinds):
            return form
    return None


def rows_of(page: Page) -> Iterator[Row]:
    """The rows of a page, and between them lines that nearly name an area."""
    found = {line.index: row for line in page.lines if (row := row_of(line))}
    for index, block in enumerate(page.document.blocks):
        if index in found:
            yield found[index]
        elif (found.keys() & {index - 1, index + 1}) and block.role is Role.BODY:
            near = _nearly(index, block, page)
            if near is not None:
                found[index] = near
                yield near


def _nearly(index: int, block: Block, page: Page) -> Row | None:
    """A short line that shares most of its words with one area's wording."""
    if block.end - block.start > _LABEL or block.type is BlockType.TABLE_ROW:
        return None
    line = page.by_block.get(index)
    if line is not None and set(line.whole.kinds) & set(GRADES):
        return None
    dialect = page.dialect(block.start)
    words = page.document.words(block.extent)
    key = nearest_area(words, dialect, page.lexicon) if dialect else None
    if key is None:
        return None
    sign = Sign("A", block.start, block.end, key)
    tape = Tape(block.extent, (sign,), page.cues)
    section = page.outline.at(block.start)
    return Row(Line(index, block, section, tape, (tape,)), "a")


def runs_of(rows: Sequence[Row], page: Page) -> Iterator[list[Row]]:
    """Rows that stand together, with nothing between them but furniture."""
    blocks = page.document.blocks
    run: list[Row] = []
    for row in rows:
        if run:
            between = blocks[run[-1].line.index + 1 : row.line.index]
            near = all(b.role is Role.FURNITURE for b in between)
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
