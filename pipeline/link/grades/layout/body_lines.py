"""Lines that give each body its grade: "Mill House, Saltby: good (was inadequate)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.document import BlockType, Extent
from pipeline.findings import Finding, Tense
from pipeline.issues import Issue
from pipeline.link.grades.claims import Claim, findings
from pipeline.link.page import Line, Page
from pipeline.link.standing import Standing
from pipeline.link.tape import Sign

_LONGEST = 160
"""Characters of a line that is a label with its grade."""
_LEAD = re.compile(r"[^\w]*(?:\(?[a-z\d]{1,2}[.)]\s+)?(?:[Tt]he\s+)?")
"""What may stand before the name: a bullet, a letter, a number."""
_GRADED = re.compile(
    r"(?:,x|ix|\(x\)|x)?[:\-,]{1,2}(?:[OM]{1,2}[:\-]?)?(?P<g>[Gq])M?"
    r"(?:[,\-]?(?P<b>\()?(?(b)[pPBYbiSMx,:]{0,5}|[pP]b?)(?P<old>[Gq])[iPY]{0,3}\)?)?[.;,&]{0,2}"
)
"""What follows it: a place, a mark, the grade, and the last one in brackets."""


@dataclass
class BodyLines:
    """What such lines say, and the blocks that were read."""

    found: list[Finding | Issue] = field(default_factory=list)
    read: set[int] = field(default_factory=set)


def find(page: Page) -> BodyLines:
    """The lines of a round-up, or of a hospital's services, that hold name and grade.

    Where one body alone was inspected a name before a grade tells nothing more.
    """
    said = BodyLines()
    if len(page.scope.inspections) > 1:
        for line in page.lines:
            claims = list(_claims(line, page))
            if claims:
                if len(line.sentences) == 1:
                    said.read.add(line.index)
                said.found += (f for claim in claims for f in findings(claim, page))
    return said


def _claims(line: Line, page: Page) -> Iterator[Claim]:
    start, end = line.sentences[0].extent
    if line.block.type is BlockType.TABLE_ROW or end - start > _LONGEST:
        return
    lead = _LEAD.match(page.document.text, start, end)
    named = page.named_at(lead.end() if lead else start)
    if named is None:
        return
    tape = page.tape(Extent(named.end, end))
    match = _GRADED.fullmatch(tape.kinds)
    if match is None:
        return
    for name, standing in (("g", Standing()), ("old", Standing(Tense.PREVIOUS))):
        if match[name]:
            yield _claim(tape.signs[match.start(name)], standing, named, page)


def _claim(grade: Sign, standing: Standing, named: Extent, page: Page) -> Claim:
    rule = "lines.body" if standing.current else "lines.body_in_brackets"
    extent = Extent(named.start, grade.end)
    key = page.scope.at(named.start)
    return Claim(None, grade, standing, extent, rule, key=key)
