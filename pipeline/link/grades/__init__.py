"""Which grades the text states, by rules in order of trust.

    tables, lines   where the layout says what belongs together
    body_lines      lines that hold a body's name and its grade
    prose           sentences: `sentence` has the rules of one, in order of trust
    leads           what leads into a list, and lists that were lost

A sentence alone: `government`, `overall`, `comparison`, `proximity`, `unknown`.
In the light of those before it (`thread`): `anaphora`, `ellipsis`, `counts`, `pillars`.
"""

from collections.abc import Iterator

from pipeline.findings import Finding
from pipeline.issues import Issue
from pipeline.link import vetoes
from pipeline.link.grades import body_lines, leads, lines, prose, tables
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
