"""Which grades the text states, by rules in order of trust.

layout/    tables and lines, whose place says what belongs together
prose      sentence after sentence: `thread` holds what was said before
sentence/  the rules of one sentence, in order of trust
anaphora/  what a sentence leaves out or points back to
claims     a rule's answer; `grammar` has the pieces of their patterns
"""

from collections.abc import Iterator

from pipeline.findings import Finding
from pipeline.issues import Issue
from pipeline.link import vetoes
from pipeline.link.grades import prose
from pipeline.link.grades.layout import body_lines, leads, lines, tables
from pipeline.link.page import Page


def find(page: Page) -> Iterator[Finding | Issue]:
    """The grades of the document's inspections."""
    if not page.scope.inspections:
        return
    yield from tables.find(page)
    found, read = lines.find(page)
    yield from found
    bodies = body_lines.find(page)
    yield from bodies.found
    read |= bodies.read
    yield from prose.find(page, read)
    yield from prose.in_notes(page)
    yield from leads.missing_lists(page)
    yield from vetoes.of_definitions(page)
