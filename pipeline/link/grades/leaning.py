"""Grades whose area stands in a sentence before: "for all three", an answer, "it"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.document import Block, Extent, Role
from pipeline.findings import Tense
from pipeline.link.grades.claims import Claim
from pipeline.link.grades.grammar import A, G, Standings, claim_of
from pipeline.link.page import Line, Page
from pipeline.link.standing import Standing
from pipeline.link.tape import PRONOUNS, Sign, Tape

_OF_THEM = re.compile(
    rf"(?P<g>{G})M?i(?:H(?P<n>N)?T?|(?P<x>[xj])N?T)(?=[,.;:k)&YPy]|i[YPx]|N?P|$)"
    rf"|(?:^|[,;k&y]|P,?|Y,?)(?P<x2>[xj])N?T[HS]?[bVvB]+[sH]?(?P<g2>{G})"
)
"""As in "requires improvement for all three", "the same areas were inadequate"."""
POINTING = ("same", "those", "these")
BOTH = 2


def of_them(
    tape: Tape, standing: Standings, spoken_of: Sequence[Sign]
) -> Iterator[Claim]:
    """As in "In 2019 it was good for all three": the areas spoken of just before.

    Args:
        tape: of the sentence.
        standing: of its grades; only an earlier inspection's are meant.
        spoken_of: the areas of the sentence before, in the order of the text.
    """
    if len(spoken_of) < BOTH:
        return
    for match in _OF_THEM.finditer(tape.kinds):
        place = match.start("g" if match["g"] else "g2")
        if place not in standing or not standing[place].previous:
            continue
        if _as_many(tape, match, len(spoken_of)):
            for area in spoken_of:
                claim = claim_of(tape, standing, place, None, "sentence.of_them")
                yield replace(claim, area=area, context=(area.extent,))


def _as_many(tape: Tape, match: re.Match[str], spoken_of: int) -> bool:
    """Whether "both", "all three" or "the same areas" can mean so many areas."""
    pointing = match.start("x" if match["x"] else "x2")
    if pointing >= 0:
        words = tape.signs[pointing].value.split()
        return words[-1] in POINTING
    if match["n"]:
        return int(tape.signs[match.start("n")].value) == spoken_of
    every = tape.signs[match.start("g") : match.end()]
    return spoken_of == BOTH and any(sign.value == "both" for sign in every)


_ANSWER = re.compile(
    rf"[SxbV&,n]{{0,3}}(?P<g>{G})M?O?(?:[,(]?[ix]{{0,2}}N?[YPy]\)?)?[.]?"
)
"""As in "Good.", "It was inadequate, in 2021."."""
_ASKED = re.compile(r"[MVO]|[YPB]")


def answer(asked: Tape, tape: Tape, page: Page) -> Iterator[Claim]:
    """As in "What was it last time? Good.": the question says when, and of what.

    Args:
        asked: of the sentence before.
        tape: of a sentence that gives little else than a grade.
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


def under_asking(line: Line, page: Page) -> Iterator[Claim]:
    """An answer in a paragraph of its own, under its question."""
    if not _ANSWER.fullmatch(line.whole.kinds):
        return
    above = _above(line, page)
    if above is not None and page.document.words(above.extent).rstrip().endswith("?"):
        yield from answer(page.tape(above.extent), line.whole, page)


def _above(line: Line, page: Page) -> Block | None:
    before = page.document.blocks[: line.index][-3:]
    return next((b for b in reversed(before) if b.role is Role.BODY), None)


_IT = re.compile(rf"[:;k,](?P<it>S)(?:[bVv]{{1,2}}s?{G}|q)")
_ABOUT = re.compile(rf"[Sx]{{0,2}}(?P<a>{A})[bVvPB]")


def it_means(tape: Tape, found: Sequence[Claim]) -> list[Claim]:
    """As in "A alone held its own: it was good then and is good now".

    Args:
        tape: of the sentence.
        found: what the rules took for claims about the body as a whole, and others.
    """
    about, again = _ABOUT.match(tape.kinds), _IT.search(tape.kinds)
    if about is None or again is None or len(tape.of("Aa")) != 1:
        return list(found)
    pronoun = tape.signs[again.start("it")]
    if pronoun.value not in PRONOUNS:
        return list(found)
    area = tape.signs[about.start("a")]
    return [
        replace(claim, area=area, extent=Extent(area.start, claim.grade.end))
        if claim.area is None and claim.named is None and claim.grade.start > area.end
        else claim
        for claim in found
    ]


_NOW = re.compile(
    rf"(?:[bvVK]{{1,2}}n|n[bvVK]{{1,2}}|,[bvVK]{{2,3}})[sb]{{0,2}}(?P<g>{G})(?!M?i)|,n(?P<q>q)"
)


def now_so(tape: Tape, standing: Standings, found: Sequence[Claim]) -> Iterator[Claim]:
    """As in "The force, which was good at A in 2021, is now poor": at A, that is.

    Args:
        tape: of a sentence under a framework that does not grade the whole.
        standing: of its grades.
        found: what the rules took.
    """
    areas = {claim.area.value: claim.area for claim in found if claim.area}
    about = [claim for claim in found if claim.area]
    if len(areas) != 1 or not all(claim.standing.previous for claim in about):
        return
    (area,) = areas.values()
    read = {claim.grade.start for claim in about}
    for match in _NOW.finditer(tape.kinds):
        place = match.start("g" if match["g"] else "q")
        if place in standing and tape.signs[place].start not in read:
            yield claim_of(tape, standing, place, area, "sentence.now_so")


_LABEL = re.compile("i?N?(?P<when>[PfyY])[MOx]{0,2}(?:[(][^()]{1,6}[)])?[:]")


def under_label(line: Line, standing: Standings, page: Page) -> Standings:
    """As in "Last inspection: good for A. Poor for B.": all of a line is earlier.

    Args:
        line: a paragraph, whose first words may date all of it.
        standing: of the grades of one of its sentences.
        page: the document.
    """
    first = line.sentences[0]
    match = _LABEL.match(first.kinds)
    if match is None or not standing:
        return standing
    sign = first.signs[match.start("when")]
    if sign.kind == "Y" and not (page.year and int(sign.value[:4]) < page.year - 1):
        return standing
    when = page.document.words(sign.extent)
    return {
        place: replace(stands, tense=Tense.PREVIOUS, when=when)
        if stands.current
        else stands
        for place, stands in standing.items()
    }
