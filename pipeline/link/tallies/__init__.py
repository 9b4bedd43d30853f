"""How many areas have which grade, and what is said of all of them or of the rest.

counts      "good in two areas"
remainders  "good in all areas but one", "the others were poor"
totals      "graded in nine areas"; the best and the worst grade; scores
"""

from collections.abc import Iterator

from pipeline.document import BlockType
from pipeline.findings import Finding
from pipeline.issues import Issue
from pipeline.link import recall
from pipeline.link.page import Page
from pipeline.link.standing import Standings
from pipeline.link.tallies import counts, remainders, totals
from pipeline.link.tape import Tape


def find(page: Page) -> Iterator[Finding | Issue]:
    """The tallies of the document's inspections."""
    if not page.scope.inspections:
        return
    for line in page.lines:
        if line.block.type is BlockType.TABLE_ROW:
            continue
        before: Tape | None = None
        told: Standings = {}
        for tape in line.sentences:
            standing = page.standings(tape)
            standing = recall.as_of_then(tape, before, told, standing, page)
            if set(tape.kinds) & set("NHREhl"):
                yield from _of(tape, standing, page)
            before, told = tape, standing
        yield from totals.scores(line.block.extent, page)


def _of(tape: Tape, standing: Standings, page: Page) -> Iterator[Finding]:
    used: set[int] = set()
    yield from totals.extremes(tape, standing, page)
    yield from counts.stated(tape, standing, used, page)
    if not counts.is_elsewhere(tape):
        yield from remainders.left(tape, standing, page)
        yield from totals.totals(tape, standing, used, page)
