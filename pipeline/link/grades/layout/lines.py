"""Grades in lines: labelled lines, lists under a grade or after one, round-ups."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from pipeline.document import Extent
from pipeline.findings import Finding, Tense
from pipeline.issues import Issue
from pipeline.link.grades.claims import Claim, findings
from pipeline.link.grades.layout.labels import (
    STRANGE_AREA,
    STRANGE_GRADE,
    Row,
    rows_of,
    runs_of,
)
from pipeline.link.grades.layout.leads import CURRENT, FEWEST, context_of, under_lead_in
from pipeline.link.page import Page
from pipeline.link.standing import Standing, dated
from pipeline.link.tape import GRADES, UNKNOWN, Sign, Tape

_MARKS = " \t\n:-–—(•*\"'‘’“”."
_OPENING = 4
"""Lines at the start of a story in which it says what it is about."""


def find(page: Page) -> tuple[list[Finding | Issue], set[int]]:
    """All that lines say, and the indices of the blocks that are read by it."""
    found: list[Finding | Issue] = []
    read: set[int] = set()
    rows = list(rows_of(page))
    for row in rows:
        if row.form == "g":
            found += _bodies_under(row, page)
    for run in runs_of(rows, page):
        read |= {row.line.index for row in run if row.form != "?"}
        found += _run(run, page)
    return found, read


def _run(run: list[Row], page: Page) -> Iterator[Finding | Issue]:
    """All that rows which stand together say."""
    run = _untitled(run)
    context = context_of(run[0], page)
    paired = sum(row.form in "pb" for row in run)
    for row in run:
        if row.form in "pb":
            yield from _pairs(row, page, context)
        elif row.form == "m":
            yield from _moved(row, page, context)
        elif row.form == "k":
            yield from _pairs(row, page, _kept(row, page, context))
        elif row.form in "en":
            yield from _of_whole(row, page)
        elif row.form == "l":
            yield from _led(row, page, context)
        elif row.form == "?" and paired >= FEWEST:
            yield from _strange(row, page)
    yield from _columns([row for row in run if row.form in "ag"], page, context)


def _columns(
    rows: list[Row], page: Page, context: Standing
) -> Iterator[Finding | Issue]:
    """Lines of areas and lines of grades: each under its head, or one by one."""
    alternating = re.fullmatch(r"(?:ag)+", "".join(row.form for row in rows))
    waiting: list[Row] = []
    grade: Row | None = None
    for row in rows:
        if row.form == "a" and grade is not None:
            yield from _under([row], grade, page, "lines.under_grade", context)
        elif row.form == "a":
            waiting.append(row)
        elif alternating:
            yield from _under(waiting, row, page, "lines.grade_after_area", context)
            waiting = []
        else:
            yield from under_lead_in(waiting, page)
            waiting, grade = [], row
    yield from under_lead_in(waiting, page)


def _untitled(run: list[Row]) -> list[Row]:
    """Without "Overall performance", where that only stands over areas."""
    return [
        row
        for row, following in zip_longest(run, run[1:])
        if not (row.line.whole.kinds == "O" and following and following.form == "a")
    ] or run


def _grade_in(row: Row) -> Sign:
    return next(sign for sign in row.line.whole.signs if sign.kind in GRADES)


def _pairs(row: Row, page: Page, context: Standing) -> Iterator[Finding | Issue]:
    areas: list[Sign] = []
    before: Sign | None = None
    told = _told(row, page) if context is CURRENT else {}
    for place, sign in enumerate(row.line.whole.signs):
        if sign.kind in "AaO":
            areas.append(sign)
        elif sign.kind in GRADES and areas:
            standing = told.get(place, context)
            for area in areas:
                extent = Extent(area.start, sign.end)
                claim = Claim(area, sign, standing, extent, "lines.labelled")
                yield from findings(claim, page)
            before, areas = areas[-1], []
        elif sign.kind in GRADES and before is not None and row.form == "b":
            extent = Extent(before.start, sign.end)
            old = Standing(Tense.PREVIOUS)
            claim = Claim(before, sign, old, extent, "lines.in_brackets")
            yield from findings(claim, page)


def _told(row: Row, page: Page) -> dict[int, Standing]:
    """The grades of a line that it says are an earlier inspection's too."""
    tape = row.line.whole
    found = page.standings(tape) if tape.asides else {}
    return {place: stands for place, stands in found.items() if stands.previous}


_ONWARD = re.compile(r"→|➔|➜|⟶|=?>|\b(?:to|now)\b")
"""Between two grades of a line: the first is the earlier one."""


def _moved(row: Row, page: Page, context: Standing) -> Iterator[Finding | Issue]:
    """As in "Safe: good → inadequate"; two grades side by side say nothing."""
    tape = row.line.whole
    first, second = (sign for sign in tape.signs if sign.kind in GRADES)
    if not _ONWARD.search(page.document.text, first.end, second.start):
        return
    (area,) = tape.of("AaO")
    for grade, standing in ((first, Standing(Tense.PREVIOUS)), (second, context)):
        extent = Extent(area.start, grade.end)
        yield from findings(Claim(area, grade, standing, extent, "lines.moved"), page)


def _kept(row: Row, page: Page, context: Standing) -> Standing:
    """As in "Safe: good (unchanged)"."""
    after = page.document.words(Extent(_grade_in(row).end, row.line.block.end)).lower()
    same = page.reading.knowledge.words("lists", "unchanged_cells")
    unchanged = context.current and any(words in after for words in same)
    return Standing(kept=True) if unchanged else context


def _of_whole(row: Row, page: Page) -> Iterator[Finding | Issue]:
    """As in "Previous inspection grade: good", "New rating: inadequate"."""
    grade = _grade_in(row)
    words = next(sign for sign in row.line.whole.signs if sign.kind in "Pfn")
    standing = CURRENT
    if words.kind != "n":
        earlier = Standing(Tense.PREVIOUS)
        standing = dated(earlier, words.extent, page.document.text)
    extent = Extent(words.start, grade.end)
    rule = "lines.latest" if words.kind == "n" else "lines.earlier"
    yield from findings(Claim(None, grade, standing, extent, rule), page)


def _led(row: Row, page: Page, context: Standing) -> Iterator[Finding | Issue]:
    grade: Sign | None = None
    for place, sign in enumerate(row.line.whole.signs):
        if sign.kind in GRADES:
            grade = sign
        elif sign.kind in "AaO" and grade is not None:
            extent = Extent(grade.start, sign.end)
            yield from findings(
                Claim(sign, grade, context, extent, "lines.grade_led"), page
            )
        elif grade is not None and _is_item(row.line.whole, place):
            extent = Extent(grade.start, sign.end)
            yield from findings(
                Claim(
                    None, grade, context, extent, "lines.grade_led", named=sign.extent
                ),
                page,
            )


_ITEM = re.compile(r"(?<=[Aa])[,;]?&?x(?=[,;.]|$)")


def _is_item(tape: Tape, place: int) -> bool:
    """Whether words stand in a list of areas as one of them, though none knows it."""
    return any(match.end() - 1 == place for match in _ITEM.finditer(tape.kinds))


def _strange(row: Row, page: Page) -> Iterator[Finding | Issue]:
    """A line among labelled ones whose area, or whose grade, nobody knows."""
    tape = row.line.whole
    if match := STRANGE_AREA.fullmatch(tape.kinds):
        grade = tape.signs[match.start("g")]
        named = _trimmed(Extent(row.line.block.start, grade.start), page)
        extent = Extent(named.start, grade.end)
        yield from findings(
            Claim(None, grade, CURRENT, extent, "lines.labelled", named=named), page
        )
    elif match := STRANGE_GRADE.fullmatch(tape.kinds):
        area, word = tape.signs[match.start("a")], tape.signs[match.start("x")]
        sign = word._replace(kind=UNKNOWN)
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


_NAME = 60
"""Characters of a line that is a name."""
_BULLET = 4
"""Characters in which a line may begin with a bullet."""
_NAMED = 0.6
"""So much of a line its bodies' names fill, where it is a list of bodies."""


def _names_under(head: Row, page: Page) -> Iterator[Extent]:
    """The bodies of the lines of names that follow a line."""
    turns = {start for start, key in page.scope.reach if key is not None}
    for block in page.document.blocks[head.line.index + 1 :]:
        named = [
            mention.extent
            for mention in page.reading.inside("bodies", block.extent)
            if page.scope.at(mention.start) is not None
        ]
        if not named and block.end - block.start <= _NAME:  # known by its list alone
            begun = turns.intersection(range(block.start, block.start + _BULLET))
            named = [Extent(start, block.end) for start in begun]
        filled = sum(name.end - name.start for name in named)
        if filled < _NAMED * (block.end - block.start):
            return
        yield from named


def _announced(head: Row, page: Page) -> Sign | None:
    """The one area of the sentence that leads into the lists, or else of the title."""
    before = [line for line in page.lines if line.index < head.line.index]
    leads = [
        line.sentences[-1].of("Aa")
        for line in reversed(before)
        if page.document.words(line.block.extent).rstrip().endswith(":")
    ]
    first = [line.whole.of("Aa") for line in page.lines[:_OPENING]]
    told = (areas[0] for areas in (*leads[:1], *first) if len(areas) == 1)
    return next(told, None)


def _bodies_under(head: Row, page: Page) -> Iterator[Finding | Issue]:
    """A round-up that puts bodies under grades, all for the area its title names."""
    named = list(_names_under(head, page))
    if not named:
        return
    area = _announced(head, page)
    grade = _grade_in(head)
    for name in named:
        claim = Claim(
            area, grade, CURRENT, name, "lines.body_under_grade",
            key=page.scope.at(name.start), context=(grade.extent,),
        )  # fmt: skip
        yield from findings(claim, page)
