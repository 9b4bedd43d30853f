"""Which grades the text states: tables, lines and sentences, in order of trust."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.document import BlockType
from pipeline.findings import Finding, GradeFinding, Tense
from pipeline.issues import Issue
from pipeline.link import vetoes
from pipeline.link.grades import beside, leads, leaning, lines, sentence, tables
from pipeline.link.grades.claims import Claim, findings
from pipeline.link.page import Line, Page
from pipeline.link.standing import Standing, standings
from pipeline.link.tape import PRONOUNS, Sign, Tape


def find(page: Page) -> Iterator[Finding | Issue]:
    """The grades of the document's inspections."""
    if not page.scope.inspections:
        return
    yield from tables.find(page)
    found, read = lines.find(page)
    yield from found
    before: list[Sign] = []
    for line in page.lines:
        if line.index not in read and line.block.type is not BlockType.TABLE_ROW:
            yield from _in_sentences(line, page, before)
            yield from leads.listed_in_line(line, page)
        for claim in leaning.under_asking(line, page):
            yield from findings(claim, page)
        before = line.sentences[-1].of("Aa")
    for line in page.notes:  # "In the previous inspection it was graded ..."
        yield from filter(_of_earlier, _in_sentences(line, page, []))
    yield from leads.missing_lists(page)
    yield from vetoes.of_definitions(page)


def _of_earlier(found: Finding | Issue) -> bool:
    return isinstance(found, GradeFinding) and found.tense is Tense.PREVIOUS


def _in_sentences(
    line: Line, page: Page, named: list[Sign]
) -> Iterator[Finding | Issue]:
    heading = line.block.type is BlockType.HEADING
    topic = _topic(line, page)
    before: Tape | None = None
    standing: dict[int, Standing] = {}
    spoken_of = named if len(named) > 1 else []
    given: list[Claim] = []
    for tape in line.sentences:
        standing, told = standings(tape, page.document.text, page.year), standing
        yield from vetoes.of_grades(tape, standing)
        if before is not None and not standing:
            for claim in beside.named_next(tape, before, told):
                yield from findings(claim, page)
            for claim in beside.so_too(tape, given):
                yield from findings(claim, page)
        if before is None and not standing:
            yield from leads.under_question(line, tape, page)
        meant, asked, before = _meant(tape, before), before, tape
        if not standing:
            named = tape.of("Aa")
            spoken_of = named if len(named) > 1 else spoken_of
            continue
        claims = list(_claims(tape, standing, page, heading=heading))
        claims = claims or [
            *beside.that_area(tape, standing, named),
            *leaning.of_them(tape, standing, spoken_of),
            *(leaning.answer(asked, tape, page) if asked else ()),
        ]
        given = claims or given
        for claim in claims:
            for about in _about(claim, tape, topic, meant, spoken_of):
                for finding in findings(about, page):
                    yield _marked(finding) if heading else finding
        spoken_of = [claim.area for claim in claims if claim.area] or spoken_of
        named = tape.of("Aa")


def _claims(
    tape: Tape, standing: dict[int, Standing], page: Page, *, heading: bool
) -> Iterator[Claim]:
    """What the rules say of a sentence; areas unheard of where they say nothing."""
    found = sentence.claims(tape, standing)
    yield from found
    dialect = page.dialect(tape.extent.start)
    if heading or dialect is None or dialect.overall is not None:
        return
    if found:
        yield from leaning.now_so(tape, standing, found)
    else:
        stops = page.reading.knowledge.words("area_names", "not_an_area")
        yield from beside.unheard(tape, standing, stops)


PLURALS = frozenset(("both", "all", "they", "these"))


def _about(
    claim: Claim,
    tape: Tape,
    topic: Sign | None,
    meant: Sign | None,
    spoken_of: list[Sign],
) -> Iterator[Claim]:
    """A claim about no area of its own, with the area that its sentence leans on."""
    if claim.area is not None or claim.named is not None:
        yield claim
    elif spoken_of and _means_them(tape.signs[0], spoken_of):
        for area in spoken_of:  # "Both had been inadequate in 2023."
            yield replace(claim, area=area)
    else:  # "Up from inadequate in 2022.", under its heading
        bodies = any(s.kind == "S" and s.value not in PRONOUNS for s in tape.signs)
        bodies &= not any("here" in s.value.split() for s in tape.signs)
        under = topic if claim.standing.previous and not bodies else None
        yield replace(claim, area=under or meant)


def _means_them(sign: Sign, spoken_of: list[Sign]) -> bool:
    """Whether a sentence starts with "Both", or with "The three" after three areas."""
    if sign.kind == "N":
        return int(sign.value) == len(spoken_of)
    return sign.value in PLURALS


_ONE = re.compile("SbN?x?Tr")
"""As in "it was the one area where we were poor"."""
_SUBJECT = re.compile(r"(?:^|[,;r])[Sx]?[Aa](?:[bVvKB]|[.]?$)")
"""An area that a sentence or a clause is about."""


def _meant(tape: Tape, before: Tape | None) -> Sign | None:
    """The area that "It" means where the sentence before spoke of one area alone."""
    if before is None or not tape.signs:
        return None
    if tape.signs[0].value not in ("it", "this") and not _ONE.search(tape.kinds):
        return None
    areas = before.of("Aa")
    if len(areas) != 1:
        return None
    return areas[0] if _SUBJECT.search(before.kinds) else None


def _topic(line: Line, page: Page) -> Sign | None:
    """The one area that the nearest heading over a line names."""
    section = line.section
    while section is not None and section.heading is not None:
        heading = page.by_block.get(section.heading)
        areas = heading.whole.of("Aa") if heading else []
        if areas:
            return areas[0] if len(areas) == 1 else None
        section = page.above(section)
    return None


def _marked(finding: Finding | Issue) -> Finding | Issue:
    """A heading's grade: its rule says so, since a story's own words weigh more."""
    if not isinstance(finding, GradeFinding):
        return finding
    rule = finding.trace.rule.replace("grades.sentence", "grades.heading")
    return replace(finding, trace=replace(finding.trace, rule=rule))
