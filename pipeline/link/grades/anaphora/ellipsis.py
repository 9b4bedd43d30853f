"""What a clause leaves out and another one says: "So did B", "How was it? Good."."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.document import Block, Extent, Role
from pipeline.findings import Tense
from pipeline.link.grades.claims import Claim, claim_of
from pipeline.link.grades.partial import Partial
from pipeline.link.grades.thread import Sentence
from pipeline.link.page import Line, Page
from pipeline.link.standing import Standing
from pipeline.link.syntax import AREAS, LATER, LISTED, A, G, areas_of
from pipeline.link.tape import Tape
from pipeline.link.tape.compounds import LIKE

_LIKEWISE = re.compile(
    rf"e[HSibMr]{{0,4}}(?:Svi|[Tx]i)?(?P<areas>{AREAS}){LATER}"
    rf"|(?<=[GqU]),(?P<x>x)(?P<like>{AREAS})(?=[.;]|$)"
    rf"|[,;&k][SMib]{{0,4}}(?P<before>{LISTED})t(?=[,.;k)]|$)"
)


_SO_TOO = re.compile(
    rf"e[HSibMr]{{0,4}}(?:[Tx]i)?(?P<areas>{AREAS}){LATER}|[SM]?(?P<before>{LISTED})t[.;]?$"
)
"""As in "So does B.", "B was too."."""


_RESUMED = re.compile(
    rf"(?P<g>{G})i[Hb]*{A}[^GqU.;]{{0,4}},r[^GqU.;]{{1,8}}(?P<then>{G}),"
    rf"&i(?P<areas>b?{AREAS})(?![^.;]*[GqU])"
)


def resumed(partial: Partial) -> Iterator[Claim]:
    """As in "good for A, where it had been poor, and for B": B is good, too."""
    tape, standing = partial.tape, partial.standing
    for match in _RESUMED.finditer(tape.kinds):
        place, then = match.start("g"), match.start("then")
        both = place in standing and then in standing
        if not (both and standing[place].current and standing[then].previous):
            continue
        resumed = areas_of(tape, match.span("areas"))
        aside = tape.signs[then]
        partial.found = [
            c for c in partial.found if c.grade != aside or c.area not in resumed
        ]
        for area in resumed:
            yield claim_of(tape, standing, place, area, "sentence.resumed")


def likewise(tape: Tape, found: list[Claim]) -> list[Claim]:
    """As in "A was rated good, as was B"; "and so did B" takes the earlier one too."""
    copies: list[Claim] = []
    for match in _LIKEWISE.finditer(tape.kinds):
        start = tape.signs[match.start()].start
        before = [claim for claim in found if claim.grade.end <= start]
        if not before:
            continue
        last = max(before, key=lambda claim: claim.grade.start)
        same = [c for c in before if c.area == last.area and _goes_on(c, last)]
        if match["x"] and tape.signs[match.start("x")].value != LIKE:
            continue
        named = "areas" if match["areas"] else "like" if match["x"] else "before"
        copies += (
            replace(
                claim,
                area=area,
                extent=Extent(min(claim.extent.start, area.start), area.end),
                rule="sentence.likewise",
            )
            for claim in same
            for area in areas_of(tape, match.span(named))
        )
    return copies


def _goes_on(claim: Claim, last: Claim) -> bool:
    """Whether "so did B" says this of B too: an apposition's "was poor" it does not."""
    return claim.standing.current or claim is last or "apposed" not in claim.rule


def so_too(sentence: Sentence) -> list[Claim]:
    """As in "A requires improvement. So does B": a sentence without a grade."""
    tape, given = sentence.tape, sentence.thread.given
    if sentence.before is None or not given:
        return []
    match = _SO_TOO.match(tape.kinds)
    last = max(given, key=lambda claim: claim.grade.start)
    return [
        replace(last, area=area, extent=area.extent, context=(last.extent,))
        for area in (areas_of(tape, match.span(match.lastgroup or 0)) if match else ())
    ]


_VERDICT = re.compile(rf"n?K?(?P<g>{G})(?:[MO]|x(?=,))?(?=[,.;!]|$)")


def verdict(sentence: Sentence) -> Iterator[Claim]:
    """As in "Good, for the first time.", under a cross-head that names the body."""
    page, index = sentence.page, sentence.line.index
    match = _VERDICT.match(sentence.tape.kinds)
    if not sentence.opens or match is None or len(page.scope.inspections) == 1:
        return
    place = match.start("g")
    above = page.document.blocks[index - 1] if index else None
    headed = above is not None and page.names_its_body(
        above.extent, sentence.line.block
    )
    if not headed or place not in sentence.standing:
        return
    standing = sentence.standing
    yield claim_of(sentence.tape, standing, place, None, "sentence.verdict")


_ANSWER = re.compile(
    rf"[SxbV&,n]{{0,3}}(?P<g>{G})M?O?(?:[,(]?[ix]{{0,2}}N?[YPy]\)?)?[.]?"
)
"""As in "Good.", "It was inadequate, in 2021."."""
_ASKED = re.compile(r"[MVO]|[YPB]")


def answer(sentence: Sentence) -> Iterator[Claim]:
    """As in "What was it last time? Good.": the question says when, and of what."""
    if sentence.preceding is not None:
        yield from _answered(sentence.preceding, sentence.tape, sentence.page)


def answer_below(line: Line, page: Page) -> Iterator[Claim]:
    """An answer in a paragraph of its own, under its question."""
    if not _ANSWER.fullmatch(line.whole.kinds):
        return
    above = _above(line, page)
    if above is not None and page.document.words(above.extent).rstrip().endswith("?"):
        yield from _answered(page.tape(above.extent), line.whole, page)


def _answered(asked: Tape, tape: Tape, page: Page) -> Iterator[Claim]:
    """The claim of a sentence that gives little else than a grade.

    Args:
        asked: of the question before it.
        tape: of the sentence.
        page: the document.
    """
    match = _ANSWER.fullmatch(tape.kinds)
    if match is None or not asked.kinds.endswith("?"):
        return
    areas = asked.of("AaO")
    if len(areas) > 1 or not (areas or _ASKED.search(asked.kinds)):
        return
    place = match.start("g")
    told = page.standings(tape)
    stands = told.get(place, Standing())
    if _of_then(asked, page):
        stands = replace(stands, tense=Tense.PREVIOUS)
    claim = claim_of(tape, {place: stands}, place, None, "sentence.answer")
    area = areas[0] if areas else None
    yield replace(claim, area=area, context=(asked.extent,))


def _of_then(asked: Tape, page: Page) -> bool:
    """Whether a question asks for an earlier inspection's grade."""
    return any(
        sign.kind in "PByf"
        or (sign.kind == "Y" and page.year and int(sign.value[:4]) < page.year - 1)
        for sign in asked.signs
    )


def _above(line: Line, page: Page) -> Block | None:
    before = page.document.blocks[: line.index][-3:]
    return next((b for b in reversed(before) if b.role is Role.BODY), None)
