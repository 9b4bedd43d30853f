"""The grades a report gives: judgement tables, sentences, graded headings, outcomes.

Rules stand in order of trust, the cover before everything else; the first that grades
an area wins. Where a later one says otherwise, that is an issue, never a second grade.
Running text gives no grade: "good" stands there for much that nobody graded.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from pipeline.document import Block, BlockType, Document, Extent
from pipeline.findings import GradeFinding, Trace
from pipeline.issues import Code, Issue
from pipeline.knowledge import Framework
from pipeline.link.reports.phrasebook import (
    Phrasebook,
    area_key,
    areas_of,
    grade_key,
    grades_of,
    plain,
)

_SENTENCE_LENGTH = 220
_ROWS = 2
"""So many rows with known areas make a table of judgements, which may hold others."""
_SLIP = 88
"""Per cent of alike letters: one slip in a short word, two in a long one."""
_COLON = re.compile(r"\s*(?::|\s[–—-])\s*|\s+(?:is|are)\s+|\s+(?=requir)")


@dataclass(frozen=True)
class Report:
    """What the rules read.

    Attributes:
        front: the blocks of the cover, in order.
        whole: all blocks of the body, the cover included.
    """

    document: Document
    framework: Framework
    phrasebook: Phrasebook
    front: tuple[Block, ...]
    whole: tuple[Block, ...]

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """Area slugs by wording."""
        return areas_of(self.framework)

    @cached_property
    def grades(self) -> Mapping[str, str]:
        """Grade slugs by wording."""
        return grades_of(self.framework)

    def words(self, block: Block) -> str:
        """The text of a block."""
        return self.document.words(block.extent)


@dataclass(frozen=True)
class Judged:
    """An area and its grade as a rule read them."""

    area: str | None
    label: str
    grade: str
    written: str
    evidence: Extent
    rule: str


Rule = Callable[[Report], Iterator[Judged]]


def judged(report: Report) -> Iterator[GradeFinding | Issue]:
    """The grades of a report, one for each area, and what contradicts them."""
    first: dict[str, Judged] = {}
    contradicted: set[str] = set()
    for rule in RULES:
        for each in rule(report):
            key = each.area or area_key(each.label)
            known = first.setdefault(key, each)
            if known is each:
                yield _finding(report.framework, each)
                if each.area is None:
                    message = f"no framework knows the area {each.label!r}"
                    yield Issue(Code.UNKNOWN_AREA, message, (each.evidence,))
            elif known.grade != each.grade and key not in contradicted:
                contradicted.add(key)
                message = (
                    f"{known.label}: {known.written!r} in one place,"
                    f" {each.written!r} in another; the first counts"
                )
                spans = (known.evidence, each.evidence)
                yield Issue(Code.COVER_MISMATCH, message, spans)


def _finding(framework: Framework, each: Judged) -> GradeFinding:
    area = framework.area_by_slug[each.area] if each.area else None
    return GradeFinding(
        inspection=0,
        area=each.area,
        area_label=area.label if area else each.label,
        grade=each.grade,
        grade_label=each.written,
        evidence=(each.evidence,),
        trace=Trace(f"reports.{each.rule}", tuple(_entries(framework, each))),
    )


def _entries(framework: Framework, each: Judged) -> Iterator[str]:
    """The framework's own for area and grade."""
    for slug in (each.area, each.grade):
        if slug:
            yield f"frameworks/{framework.slug}.toml#{slug}"


def cover_table(report: Report) -> Iterator[Judged]:
    """Rows of the cover's table: area, grade."""
    yield from _rows(report, report.front, "cover_table")


def cover_sentence(report: Report) -> Iterator[Judged]:
    """The sentence on the cover: Children's services in Wexcombe are good."""
    yield from _sentences(report, report.front, "cover_sentence")


def later_table(report: Report) -> Iterator[Judged]:
    """Rows of the tables behind the cover, as a record of main findings."""
    yield from _rows(report, report.whole, "later_table")


def later_sentence(report: Report) -> Iterator[Judged]:
    """Lines that are such a sentence: the board's judgement in its own part."""
    yield from _sentences(report, report.whole, "later_sentence")


def graded_heading(report: Report) -> Iterator[Judged]:
    """A heading that ends in a grade, or has one under it: Care leavers: good."""
    areas, grades = report.areas, report.grades
    before: Block | None = None
    for block in report.whole:
        text = report.words(block)
        if before and _is_short(block) and grade_key(text) in grades:
            area = areas.get(area_key(report.words(before)))
            if area:
                extent = Extent(before.start, block.end)
                grade = grades[grade_key(text)]
                yield Judged(area, "", grade, text, extent, "graded_heading")
        heading = block.type is BlockType.HEADING
        for cut in _COLON.finditer(text) if heading else ():
            area = areas.get(area_key(text[: cut.start()]))
            written = text[cut.end() :].strip(" .")
            slug = grades.get(grade_key(written))
            if area and slug:
                extent = block.extent
                yield Judged(area, "", slug, written, extent, "graded_heading")
        before = block if heading else None


def graded_judgement(report: Report) -> Iterator[Judged]:
    """What ends a section: The graded judgement for adoption is that it is good."""
    areas, grades = report.areas, report.grades
    for block in report.whole:
        if not _is_short(block):
            continue
        match = report.phrasebook.judgement.fullmatch(report.words(block))
        area = areas.get(area_key(match["area"])) if match else None
        grade = grades.get(grade_key(match["grade"])) if match else None
        if match and area and grade:
            written, extent = match["grade"], block.extent
            yield Judged(area, "", grade, written, extent, "graded_judgement")


def outcome(report: Report) -> Iterator[Judged]:
    """The one outcome, a statement under its heading: which of the scale's it makes."""
    if len(report.framework.areas) != 1:
        return
    (area,) = report.framework.areas
    for block in _under_outcome(report):
        text = report.words(block).lower()
        found = [
            (place, -len(wording), grade.slug)
            for grade in report.framework.scale
            for wording in (grade.label, *grade.wordings)
            if (place := text.find(wording.lower())) >= 0
        ]
        if found:
            place, length, slug = min(found)
            extent = Extent(block.start + place, block.start + place - length)
            written = report.document.words(extent)
            yield Judged(area.slug, "", slug, written, extent, "outcome")
            return


def _under_outcome(report: Report) -> Iterator[Block]:
    """The blocks under the heading that announces the outcome, up to the next."""
    under = False
    for block in report.front:
        if plain(report.words(block)) in report.phrasebook.outcome_headings:
            under = True
        elif block.type is BlockType.HEADING:
            under = False
        elif under:
            yield block


RULES: tuple[Rule, ...] = (
    cover_table,
    cover_sentence,
    outcome,
    later_sentence,
    later_table,
    graded_heading,
    graded_judgement,
)
"""In order of trust."""


def _rows(report: Report, blocks: tuple[Block, ...], rule: str) -> Iterator[Judged]:
    """Rows whose first cell is an area and whose last is a grade.

    A row with an area that the framework does not know counts in a table where
    others are known.
    """
    grades = report.grades
    for table in _tables(blocks):
        known = [_area_of(report, blocks, index) for index in table]
        several = len(known) - known.count(None) >= _ROWS
        for index, area in zip(table, known, strict=True):
            cells = blocks[index].cells
            label, written = (report.document.words(c) for c in (cells[0], cells[-1]))
            grade = grades.get(grade_key(written))
            if area and not grade:
                grade = _nearly(grade_key(written), grades)
            if grade and (area or several) and grade_key(label) not in grades:
                extent = blocks[index].extent
                yield Judged(area, label, grade, written, extent, rule)


def _area_of(report: Report, blocks: tuple[Block, ...], index: int) -> str | None:
    """The area in a row's first cell, or in that with the line above or below it.

    What stands alone beside a table may be a line of a cell that its printer moved.
    """
    label = report.document.words(blocks[index].cells[0])
    above, below = (
        report.words(blocks[place])
        if 0 <= place < len(blocks) and _is_short(blocks[place])
        else ""
        for place in (index - 1, index + 1)
    )
    wordings = (label, f"{above} {label}", f"{label} {below}")
    areas = (report.areas.get(area_key(wording)) for wording in wordings)
    return next(filter(None, areas), None)


def _nearly(written: str, grades: Mapping[str, str]) -> str | None:
    """The grade that a cell means in spite of a slip: "Requires improvment"."""
    found = process.extractOne(
        written, grades.keys(), scorer=fuzz.ratio, score_cutoff=_SLIP
    )
    return grades[found[0]] if found else None


def _tables(blocks: tuple[Block, ...]) -> Iterator[list[int]]:
    """Indices of the rows with two cells or more, in runs."""
    table: list[int] = []
    for index, block in enumerate(blocks):
        if block.type is BlockType.TABLE_ROW and len(block.cells) > 1:
            table.append(index)
        elif table:
            yield table
            table = []
    if table:
        yield table


def _sentences(
    report: Report, blocks: tuple[Block, ...], rule: str
) -> Iterator[Judged]:
    grades = report.grades
    for area, pattern in report.phrasebook.sentences.items():
        if area not in report.framework.area_by_slug:
            continue
        for block in blocks:
            if not _is_short(block):
                continue
            match = pattern.fullmatch(report.words(block))
            grade = grades.get(grade_key(match["grade"])) if match else None
            if match and grade:
                yield Judged(area, "", grade, match["grade"], block.extent, rule)
                break


def _is_short(block: Block) -> bool:
    return (
        block.type is not BlockType.TABLE_ROW
        and block.end - block.start < _SENTENCE_LENGTH
    )
