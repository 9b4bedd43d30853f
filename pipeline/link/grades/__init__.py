"""Which grades the text states: tables, lines and sentences, in order of trust."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.document import BlockType
from pipeline.findings import Finding, GradeFinding
from pipeline.issues import Issue
from pipeline.link.grades import lines, sentence, tables
from pipeline.link.grades.claims import findings
from pipeline.link.page import Page
from pipeline.link.standing import standings


def find(page: Page) -> Iterator[Finding | Issue]:
    """The grades of the document's inspections."""
    if not page.scope.inspections:
        return
    yield from tables.find(page)
    found, read = lines.find(page)
    yield from found
    published = page.scope.published or page.document.meta.published
    year = published.year if published else None
    for line in page.lines:
        if line.index in read or line.block.type is BlockType.TABLE_ROW:
            continue
        heading = line.block.type is BlockType.HEADING
        for tape in line.sentences:
            standing = standings(tape, page.document.text, year)
            if not standing:
                continue
            for claim in sentence.claims(tape, standing):
                for finding in findings(claim, page):
                    yield _marked(finding) if heading else finding
    yield from lines.missing_lists(page)


def _marked(finding: Finding | Issue) -> Finding | Issue:
    """A heading's grade: its rule says so, since a story's own words weigh more."""
    if not isinstance(finding, GradeFinding):
        return finding
    rule = finding.trace.rule.replace("grades.sentence", "grades.heading")
    return replace(finding, trace=replace(finding.trace, rule=rule))
