"""Grades in running text: sentence after sentence, each in the light of the others."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from pipeline.document import BlockType
from pipeline.findings import Finding, GradeFinding, Tense
from pipeline.issues import Issue
from pipeline.link import recall, vetoes
from pipeline.link.grades import sentence
from pipeline.link.grades.anaphora import (
    areas,
    contrast,
    echoes,
    ellipsis,
    groups,
    numbers,
    overtaken,
    pillars,
)
from pipeline.link.grades.claims import Claim, findings, has_whole
from pipeline.link.grades.layout import leads
from pipeline.link.grades.sentence import comparison, overall, unknown
from pipeline.link.grades.thread import LeaningRule, Sentence, Thread
from pipeline.link.page import Line, Page
from pipeline.link.tape import Tape

WITHOUT_GRADE: tuple[LeaningRule, ...] = (
    numbers.named_next,
    ellipsis.so_too,
    numbers.among_them,
)
"""What a sentence without a grade may still give: the grade of one before it."""
WITHOUT_AREA: tuple[LeaningRule, ...] = (
    areas.that_area,
    areas.that_one,
    areas.moved_it,
    groups.of_them,
    groups.each_of_them,
    overall.stated,
    ellipsis.answer,
    ellipsis.verdict,
)
"""For a sentence of whose grades its own words say nothing."""


def find(page: Page, read: Collection[int]) -> Iterator[Finding | Issue]:
    """The grades of the story's sentences, and the lists of areas in them.

    Args:
        page: the document.
        read: the blocks that were read as lists already.
    """
    thread = Thread()
    for line in page.lines:
        if line.index not in read and line.block.type is not BlockType.TABLE_ROW:
            thread.enter(line, page)
            yield from _in_line(line, page, thread)
            yield from leads.listed_in_line(line, page)
        for claim in ellipsis.answer_below(line, page):
            yield from findings(claim, page)
        thread.leave(line)


def in_notes(page: Page) -> Iterator[Finding]:
    """Earlier grades in the notes: "In the previous inspection it was graded ..."."""
    for line in page.notes:
        for found in _in_line(line, page, Thread()):
            if isinstance(found, GradeFinding) and found.tense is Tense.PREVIOUS:
                yield found


def _in_line(line: Line, page: Page, thread: Thread) -> Iterator[Finding | Issue]:
    for place, written in enumerate(line.sentences):
        said = _reached(written, line, page, thread, opens=not place)
        yield from vetoes.of_grades(said.tape, said.standing)
        yield from _graded(said) if said.standing else _without_grade(said)


def _reached(
    written: Tape, line: Line, page: Page, thread: Thread, *, opens: bool
) -> Sentence:
    """The next sentence of a thread: whose grades it gives, and of when."""
    tape, first_given = echoes.echoed(written, thread, page)
    standing = page.standings(tape)
    if "n" not in tape.kinds:
        standing = recall.under_label(line, standing, page)
    before, told = thread.before, thread.told
    standing = recall.as_of_then(tape, None if opens else before, told, standing, page)
    standing = overtaken.before_that(tape, standing, thread, page)
    thread.before, thread.told = tape, standing
    thread.count(numbers.counts_of(tape, standing))
    return Sentence(
        tape, standing, first_given, before, told, opens, line, page, thread
    )


def _without_grade(said: Sentence) -> Iterator[Finding | Issue]:
    for rule in WITHOUT_GRADE:
        for claim in rule(said):
            yield from findings(claim, said.page)
    if said.opens:
        yield from leads.under_question(said.line, said.tape, said.page)
    said.thread.silent(said.tape)


def _graded(said: Sentence) -> Iterator[Finding | Issue]:
    page, thread = said.page, said.thread
    heading = said.line.block.type is BlockType.HEADING
    thread.spoken_of = groups.spoken_of(said)
    claims = list(_claims(said, heading=heading)) or [
        claim for rule in WITHOUT_AREA for claim in rule(said)
    ]
    claims = contrast.of_the_other(said, claims)
    claims = [c for c in claims if not overall.of_a_thing(c, said.tape, page)]
    claims = list(pillars.with_the_others(claims, page))
    claims = list(pillars.of_report(claims, page))
    claims = [echoes.as_first_given(claim, said.echoes) for claim in claims]
    for claim in claims:
        for meant in areas.about(claim, said):
            for finding in findings(meant, page):
                yield _marked(finding) if heading else finding
    thread.graded_by(said.tape, claims)


def _claims(said: Sentence, *, heading: bool) -> Iterator[Claim]:
    """What the rules say of a sentence; areas unheard of where they say nothing."""
    tape, standing, page = said.tape, said.standing, said.page
    dialect = page.dialect(tape.extent.start)
    whole = dialect is None or has_whole(dialect)
    found = sentence.claims(tape, standing, whole=whole)
    yield from found
    if heading or dialect is None or dialect.overall is not None:
        return
    if found:
        yield from comparison.now_so(tape, standing, found)
    else:
        yield from unknown.areas(tape, standing, page)


def _marked(finding: Finding | Issue) -> Finding | Issue:
    """A heading's grade: its rule says so, since a story's own words weigh more."""
    if not isinstance(finding, GradeFinding):
        return finding
    rule = finding.trace.rule.replace("grades.sentence", "grades.heading")
    return replace(finding, trace=replace(finding.trace, rule=rule))
