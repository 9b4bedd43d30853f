"""Which grades the text states: tables, lines and sentences, in order of trust."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.document import BlockType
from pipeline.findings import Finding, GradeFinding
from pipeline.issues import Issue
from pipeline.link.grades import lines, sentence, tables
from pipeline.link.grades.claims import findings
from pipeline.link.page import Line, Page
from pipeline.link.standing import standings
from pipeline.link.tape import Sign, Tape


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
        topic = _topic(line, page)
        before: Tape | None = None
        for tape in line.sentences:
            standing = standings(tape, page.document.text, year)
            meant, before = _meant(tape, before), tape
            if not standing:
                continue
            for claim in sentence.claims(tape, standing):
                about = claim
                if topic and claim.area is None and claim.standing.previous:
                    about = replace(claim, area=topic)  # "Up from inadequate in 2022."
                elif meant and claim.area is None:
                    about = replace(claim, area=meant)
                for finding in findings(about, page):
                    yield _marked(finding) if heading else finding
    yield from lines.missing_lists(page)


def _meant(tape: Tape, before: Tape | None) -> Sign | None:
    """The area that "It" means where the sentence before spoke of one area alone."""
    if before is None or not tape.signs or tape.signs[0].value not in ("it", "this"):
        return None
    areas = before.of("Aa")
    return areas[0] if len(areas) == 1 and before.kinds[0] in "Aa" else None


def _topic(line: Line, page: Page) -> Sign | None:
    """The one area that the heading over a line names."""
    section = line.section
    heading = (
        page.by_block.get(section.heading) if section and section.heading else None
    )
    if heading is None:
        return None
    areas = heading.whole.of("Aa")
    return areas[0] if len(areas) == 1 else None


def _marked(finding: Finding | Issue) -> Finding | Issue:
    """A heading's grade: its rule says so, since a story's own words weigh more."""
    if not isinstance(finding, GradeFinding):
        return finding
    rule = finding.trace.rule.replace("grades.sentence", "grades.heading")
    return replace(finding, trace=replace(finding.trace, rule=rule))
