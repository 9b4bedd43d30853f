"""Which grades the text states: tables, lines and sentences, in order of trust."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.document import BlockType
from pipeline.findings import Finding, GradeFinding, Tense
from pipeline.issues import Issue
from pipeline.link import vetoes
from pipeline.link.grades import (
    again,
    beside,
    leads,
    leaning,
    lines,
    sentence,
    several,
    tables,
    whole,
)
from pipeline.link.grades.claims import Claim, findings, has_whole
from pipeline.link.grades.of_report import of_report
from pipeline.link.page import Line, Page
from pipeline.link.standing import Standing
from pipeline.link.tape import PRONOUNS, Sign, Tape


def find(page: Page) -> Iterator[Finding | Issue]:
    """The grades of the document's inspections."""
    if not page.scope.inspections:
        return
    yield from tables.find(page)
    found, read = lines.find(page)
    yield from found
    thread = Thread()
    for line in page.lines:
        if line.index not in read and line.block.type is not BlockType.TABLE_ROW:
            if not again.follows(line, thread.last, page):
                thread = Thread(named=thread.named, counts=thread.counts)
            yield from _in_sentences(line, page, thread)
            yield from leads.listed_in_line(line, page)
        for claim in leaning.under_asking(line, page):
            yield from findings(claim, page)
        thread.named = line.sentences[-1].of("Aa")
        thread.last = line
    for line in page.notes:  # "In the previous inspection it was graded ..."
        yield from filter(_of_earlier, _in_sentences(line, page, Thread()))
    yield from leads.missing_lists(page)
    yield from vetoes.of_definitions(page)


def _of_earlier(found: Finding | Issue) -> bool:
    return isinstance(found, GradeFinding) and found.tense is Tense.PREVIOUS


@dataclass(slots=True)
class Thread:
    """What the text has just said, so that a sentence may lean on it.

    Attributes:
        last: the line before.
        before: the sentence before, if nothing stands between.
        told: the standing of its grades.
        given: what the last sentence with a grade said.
        named: the areas of the sentence before, wherever it stands.
        graded: the areas of each sentence with grades.
        counts: what the story has counted.
    """

    last: Line | None = None
    before: Tape | None = None
    told: dict[int, Standing] = field(default_factory=dict)
    given: list[Claim] = field(default_factory=list)
    named: list[Sign] = field(default_factory=list)
    graded: list[list[Sign]] = field(default_factory=list)
    counts: dict[int, Claim | None] = field(default_factory=dict)

    def count(self, tape: Tape, standing: dict[int, Standing]) -> None:
        """Keep what a sentence counts; a number of two grades stands for neither."""
        for number, claim in several.counts_of(tape, standing):
            first = self.counts.setdefault(number, claim)
            if first is not None and first.grade.value != claim.grade.value:
                self.counts[number] = None


def _in_sentences(line: Line, page: Page, thread: Thread) -> Iterator[Finding | Issue]:
    heading = line.block.type is BlockType.HEADING
    topic = _topic(line, page)
    named = thread.named
    spoken_of = named if len(named) > 1 else []
    for place, written in enumerate(line.sentences):
        tape, echoes = again.echoed(written, thread.given, page)
        standing = page.standings(tape)
        if "n" not in tape.kinds:
            standing = leaning.under_label(line, standing, page)
        before, thread.before = thread.before, tape
        earlier = before if place else None
        standing = several.as_of_then(tape, earlier, thread.told, standing, page)
        told, thread.told = thread.told, standing
        thread.count(tape, standing)
        yield from vetoes.of_grades(tape, standing)
        if not standing:
            for claim in (
                *again.without_grade(tape, before, told, thread.given),
                *several.among_them(tape, thread.counts),
            ):
                yield from findings(claim, page)
            if not place:
                yield from leads.under_question(line, tape, page)
            named = tape.of("Aa")
            spoken_of = named if len(named) > 1 else spoken_of
            continue
        spoken_of = several.spoken_of(tape, thread.graded, spoken_of, page)
        meant = _meant(tape, before) if place else None
        asked = before if place else None
        claims = list(_claims(tape, standing, page, heading=heading)) or [
            *beside.that_area(tape, standing, named, thread.given, page.document.text),
            *leaning.of_them(tape, standing, spoken_of),
            *(leaning.answer(asked, tape, page) if asked else ()),
        ]
        claims = [claim for claim in claims if not whole.of_a_thing(claim, tape, page)]
        claims = list(of_report(claims, page))
        claims = [again.as_first_given(claim, echoes) for claim in claims]
        thread.given = claims or thread.given
        for claim in claims:
            for about in _about(claim, tape, topic, meant, spoken_of):
                for finding in findings(about, page):
                    yield _marked(finding) if heading else finding
        areas = [claim.area for claim in claims if claim.area]
        thread.graded += [areas] if areas else []
        spoken_of = areas or spoken_of
        named = tape.of("Aa")


def _claims(
    tape: Tape, standing: dict[int, Standing], page: Page, *, heading: bool
) -> Iterator[Claim]:
    """What the rules say of a sentence; areas unheard of where they say nothing."""
    dialect = page.dialect(tape.extent.start)
    whole = dialect is None or has_whole(dialect)
    found = sentence.claims(tape, standing, whole=whole)
    yield from found
    if heading or dialect is None or dialect.overall is not None:
        return
    if found:
        yield from leaning.now_so(tape, standing, found)
    else:
        stops = page.reading.knowledge.cues["area_names"]["not_an_area"].word_set
        yield from beside.unheard(tape, standing, stops)


_PAIR = re.compile("Hx?S?[^bVv]*&")


def _every(tape: Tape) -> bool:
    """Whether a sentence is of "all", "both": not of "both A and B", two bodies."""
    first = tape.signs[0].value
    return first in EVERY and not (first == "both" and _PAIR.match(tape.kinds))


PLURALS = frozenset(("both", "all", "they", "these"))
EVERY = frozenset(("both", "all"))


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
    elif not spoken_of and _every(tape):
        return  # "All were rated good": all that no list names
    elif spoken_of and _means_them(_after_a_time(tape), spoken_of):
        for area in spoken_of:  # "Both had been inadequate in 2023."
            yield replace(claim, area=area)
    else:  # "Up from inadequate in 2022.", under its heading
        bodies = any(s.kind == "S" and s.value not in PRONOUNS for s in tape.signs)
        bodies &= not any("here" in s.value.split() for s in tape.signs)
        under = topic if claim.standing.previous and not bodies else None
        yield replace(claim, area=under or meant)


def _after_a_time(tape: Tape) -> Sequence[Sign]:
    """The signs that follow "Last time", "In 2019,", which may open a sentence."""
    dated = _DATED.match(tape.kinds)
    return (tape.signs[dated.end() :] if dated else ()) or tape.signs


def _means_them(signs: Sequence[Sign], spoken_of: list[Sign]) -> bool:
    """Whether a sentence starts with "Both", or with "All three" after three areas."""
    numbers = [int(sign.value) for sign in signs[:2] if sign.kind == "N"]
    if signs[0].kind == "N" or (signs[0].kind == "H" and numbers):
        return numbers[0] == len(spoken_of)
    if signs[0].value == "both" and len(spoken_of) == 1:
        return False
    return signs[0].value in PLURALS


_ONE = re.compile("SbN?x?Tr")
"""As in "it was the one area where we were poor"."""
_SUBJECT = re.compile(r"(?:^|[,;rPn])[Sx]?[Aa](?:[bVvKB]|[.]?$)|(?P<x>[xvw])[Aa]b")
"""An area that a sentence or a clause is about."""
_SAYING = ("says", "say", "said", "reports", "report", "reported", "finds", "find")
_DATED = re.compile(r"(?:[ixN]{0,2}[YPy],?){1,2}")
"""As in "Last time it was poor"."""


def _meant(tape: Tape, before: Tape | None) -> Sign | None:
    """The area that "It" means where the sentence before spoke of one area alone."""
    if before is None or not tape.signs:
        return None
    if not _points_back(tape):
        return None
    areas = before.of("Aa")
    if len(areas) != 1:
        return None
    for match in _SUBJECT.finditer(before.kinds):
        words = before.signs[match.start()].value
        if match["x"] is None or words.endswith(_SAYING):
            return areas[0]
    return None


def _points_back(tape: Tape) -> bool:
    """As in "It was poor", "Last time it was poor", "There it slipped to poor"."""
    dated = _DATED.match(tape.kinds)
    place = dated.end() if dated else 0
    first = tape.signs[place].value if place < len(tape.signs) else ""
    if dated:
        return first in ("it", "this", "that")
    there = first.split()[0] in ("there", "here") and tape.kinds[1:2] in ("S", "v", "V")
    return first in ("it", "this") or there or _ONE.search(tape.kinds) is not None


def _topic(line: Line, page: Page) -> Sign | None:
    """The one area that the nearest heading over a line names."""
    section = line.section
    while section is not None and section.heading is not None:
        heading = page.by_block.get(section.heading)
        areas = heading.whole.of("Aa") if heading else []
        if areas:
            return areas[0] if len(areas) == 1 else None
        section = page.outline.above(section)
    return None


def _marked(finding: Finding | Issue) -> Finding | Issue:
    """A heading's grade: its rule says so, since a story's own words weigh more."""
    if not isinstance(finding, GradeFinding):
        return finding
    rule = finding.trace.rule.replace("grades.sentence", "grades.heading")
    return replace(finding, trace=replace(finding.trace, rule=rule))
