"""One area that a sentence or a clause points back to: "it", "that area", "where"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.document import Extent
from pipeline.link.grades.anaphora import groups
from pipeline.link.grades.claims import Claim, claim_of, has_whole
from pipeline.link.grades.partial import Partial
from pipeline.link.grades.thread import Sentence
from pipeline.link.page import Line, Page
from pipeline.link.standing import Standings
from pipeline.link.syntax import MOVE, A, G, grades_of
from pipeline.link.tape import Sign, Tape
from pipeline.link.tape.alphabet import PRONOUNS

_WHERE = re.compile(rf"(?P<a>{A}),?r[Snx&]{{0,4}}[bvV]{{0,2}}n?(?P<g>{G})")
POINTING = frozenset(("that", "this"))
NOTES = frozenset("*†‡")
"""Signs that send a reader to a note, and that the note begins with."""
PLACING = frozenset(("where", "in which", "for which", "whose"))


def whose(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "A, whose progress they rated good": none of the body as a whole."""
    yield from _placed(tape, standing, set())


def where_it(partial: Partial) -> Iterator[Claim]:
    """As in "has lost its good grade for A, where it now requires improvement"."""
    yield from _placed(partial.tape, partial.standing, partial.used)


def _placed(tape: Tape, standing: Standings, used: set[int]) -> Iterator[Claim]:
    for match in _WHERE.finditer(tape.kinds):
        place, area = match.start("g"), tape.signs[match.start("a")]
        relative = tape.kinds.index("r", match.start())
        places_it = tape.signs[relative].value in PLACING
        if places_it and place in standing and place not in used:
            used.add(place)
            yield claim_of(tape, standing, place, area, "sentence.where_it")


_GAVE_IT = re.compile(rf"[Vvx][Sx]?(?P<a>{A}),?&[bvV]{{1,2}}(?P<it>S)s?(?P<g>{G})")


def gave_it(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "They also looked at A, and gave it a ‘good’"."""
    for match in _GAVE_IT.finditer(tape.kinds):
        place, area = match.start("g"), tape.signs[match.start("a")]
        if place in standing and tape.signs[match.start("it")].value == "it":
            yield claim_of(tape, standing, place, area, "sentence.gave_it")


_SAME_AREA = re.compile(rf"(?P<g>{G})M?i(?:r?T(?![imx])|jT|r(?=[,.;k]|$))")


def same_area(partial: Partial) -> list[Claim]:
    """As in "inadequate in that area": the one spoken of just before."""
    tape, standing, used = partial.tape, partial.standing, partial.used
    same: list[Claim] = []
    for match in _SAME_AREA.finditer(tape.kinds):
        place = match.start("g")
        start = tape.signs[place].start
        before = [c for c in partial.found if c.area and c.area.end <= start]
        if place in used or not before or not _points(tape, match):
            continue
        used.add(place)
        last = max(before, key=lambda claim: claim.grade.start)
        same += (
            claim_of(tape, standing, place, claim.area, "sentence.same_area")
            for claim in before
            if claim.grade == last.grade
        )
    return same


def that_area(sentence: Sentence) -> Iterator[Claim]:
    """As in "Last time it was good in that area": the one area spoken of just before.

    Where no other rule found anything.
    """
    tape, standing = sentence.tape, sentence.standing
    found = (p.search(tape.kinds) for p in (_SAME_AREA, _AT_IT, _FOR_THAT))
    match = next(filter(None, found), None)
    if match is None or match.start("g") not in standing:
        return
    about = _spoken_of(sentence)
    if len(about) == 1 and _points_at(match, sentence):
        (area,) = about
        place = match.start("g")
        claim = claim_of(tape, standing, place, None, "sentence.that_area")
        yield replace(claim, area=area, context=(area.extent,))


def _spoken_of(sentence: Sentence) -> Sequence[Sign]:
    """The areas named just before, or else those graded just before."""
    thread = sentence.thread
    if len(thread.named) == 1:
        return thread.named
    graded = {claim.area.start: claim.area for claim in thread.given if claim.area}
    return list(graded.values())


_THAT = re.compile(
    rf"r?T[xiHS]{{0,2}}[bvVKn]{{1,4}}(?:NM)?s?{MOVE}(?P<g>{G})(?!M?i[HSx]?[Aa])"
)


def that_one(sentence: Sentence) -> Iterator[Claim]:
    """As in "That pillar has fallen from good to poor": the one area named before."""
    tape, standing = sentence.tape, sentence.standing
    match = _THAT.match(tape.kinds)
    if match is None or match.start("g") not in standing:
        return
    about = _spoken_of(sentence)
    first = sentence.page.document.words(tape.extent).lower().split(maxsplit=1)[0]
    if len(about) != 1 or first.strip("“‘'\"") not in POINTING:
        return
    places = [*grades_of(standing, *match.span("from")), match.start("g")]
    for place in places if tape.of("Aa") else standing:
        claim = claim_of(tape, standing, place, None, "sentence.that_one")
        yield replace(claim, area=about[0], context=(about[0].extent,))


_AT_IT = re.compile(rf"(?P<g>{G})M?i(?P<it>S)(?=[,.;k]|$)")
_FOR_THAT = re.compile(rf"Mi(?P<it>[rS]?)(?:,r)?[bVv]{{1,3}}(?P<g>{G})")
"""As in "its rating for that, which is good,"; "this" is no sign."""


def _points_at(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether the words by a grade mean the area that was just spoken of."""
    tape = sentence.tape
    if match.re is not _SAME_AREA:
        said = tape.signs[match.start("it")] if match["it"] else None
        return said is None or said.value in ("it", "that")
    last, noun = tape.signs[match.end() - 2], tape.signs[match.end() - 1]
    between = sentence.page.document.text[last.end : noun.start]
    return between.split() == ["this"] or _points(tape, match)


def _points(tape: Tape, match: re.Match[str]) -> bool:
    """Whether it is "that area", "this area" or just "that"."""
    last = tape.signs[match.start() : match.end()][-2:]
    return any(sign.value in ("that", "this", "the same") for sign in last)


_IT = re.compile(rf"[:;k,](?P<it>S)(?:[bVv]{{1,2}}s?{G}|q)")
_ABOUT = re.compile(rf"[Sx]{{0,2}}(?P<a>{A})[bvVPB]")


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


def about(claim: Claim, sentence: Sentence) -> Iterable[Claim]:
    """A claim about no area of its own, with the area that its sentence leans on."""
    tape, spoken_of = sentence.tape, sentence.thread.spoken_of
    if claim.area is not None or claim.named is not None:
        return (claim,)
    if len(sentence.page.scope.keys_in(*tape.extent)) > 1:
        return (claim,)  # "Both homes were rated good": bodies, not areas
    if (each := groups.for_each(claim, sentence)) is not None:
        return [replace(claim, area=area, context=(area.extent,)) for area in each]
    if not spoken_of and groups.every(tape):
        return ()  # "All were rated good": all that no list names
    if spoken_of and groups.means_them(tape, spoken_of):
        # "Both had been inadequate in 2023."
        return [replace(claim, area=area) for area in spoken_of]
    # "Up from inadequate in 2022.", under its heading
    bodies = any(s.kind == "S" and s.value not in PRONOUNS for s in tape.signs)
    bodies &= not any("here" in s.value.split() for s in tape.signs)
    topical = claim.standing.previous and not bodies
    under = _topic(sentence.line, sentence.page) if topical else None
    told = _pointed(claim, sentence) or _noted(sentence.line, sentence.page) or under
    meant = told or _meant(tape, sentence.preceding) or _left_for_it(sentence)
    return (replace(claim, area=meant),)


_SUBJECT = re.compile(
    r"(?:^|[,;rPn])[Sx]?[Aa](?:i[HSx]{1,2})?(?:[bVvKB]|[.]?$)"
    r"|(?P<x>[xvw])[Aa]b|V[Aa]s(?=[GqU])"
)
"""An area that a sentence or a clause is about: "judged safety to be poor"."""
_ONE = re.compile("SbN?x?Tr")
"""As in "it was the one area where we were poor"."""


def _meant(tape: Tape, before: Tape | None) -> Sign | None:
    """The area that "It" means where the sentence before spoke of one area alone."""
    if before is None or not tape.signs:
        return None
    told = _is_that_grade(tape) or _they_told_it(tape, before)
    if not (_points_back(tape) or told):
        return None
    areas = before.of("Aa")
    if len(areas) != 1:
        return None
    if told:
        return areas[0]
    for match in _SUBJECT.finditer(before.kinds):
        last = before.signs[match.start()].value.split()[-1:]
        if match["x"] is None or not before.cues.reporting.isdisjoint(last):
            return areas[0]
    return None


_NOW_IT = re.compile(
    r"(?:n?[xSM]{0,2}|nS)[bnk]{1,4}[bvVp]{0,2}S?s?(?=[GqU](?:[.;,n]|$))"
)
"""As in "Inspectors have now moved it up to good", "It is now good", "Now it is"."""


def _left_for_it(sentence: Sentence) -> Sign | None:
    """What "it" was before, where no body has a grade as a whole: the one area graded.

    As in "Inspectors found the force poor at A. In 2021 it had been good.", and the
    other way round: "In 2021 it was poor at A. It is now good."
    """
    tape, before = sentence.tape, sentence.preceding
    dialect = sentence.page.dialect(tape.extent.start)
    whole = dialect is None or has_whole(dialect)
    if whole or before is None or not tape.signs or tape.of("Aa"):
        return None
    areas, given = before.of("Aa"), before.of("GqU")
    if not len(areas) == len(given) == 1:
        return None
    told = sentence.told.values()
    if all(stands.previous and not stands.kept for stands in told):
        return areas[0] if _is_of_now(tape) else None
    now = all(stands.current for stands in told)
    return areas[0] if now and _points_back(tape) else None


def _is_of_now(tape: Tape) -> bool:
    """Whether a sentence that names no area tells of today: "has been lifted to"."""
    match = _NOW_IT.match(tape.kinds)
    lasting = tape.cues.told["lasting"]
    signs = tape.signs[: match.end()] if match else ()
    return any(sign.kind == "n" or sign.value in lasting for sign in signs)


def moved_it(sentence: Sentence) -> list[Claim]:
    """As in "At A it was poor in 2021. Inspectors have now moved it up to good."."""
    match, area = _NOW_IT.match(sentence.tape.kinds), _left_for_it(sentence)
    place = match.end() if match else 0
    if area is None or place not in sentence.standing:
        return []
    rule = "sentence.moved_it"
    return [claim_of(sentence.tape, sentence.standing, place, area, rule)]


def _is_that_grade(tape: Tape) -> bool:
    """As in "That grade has slipped from good to poor"."""
    return tape.signs[0].value in POINTING and tape.kinds[1:2] == "M"


def _they_told_it(tape: Tape, before: Tape) -> bool:
    """As in "They were worried about A. They graded it poor": no body is named."""
    told = re.match("[Sx][Vv]S[GqVs]", tape.kinds)
    bodies = any(sign.value not in PRONOUNS for sign in before.of("S"))
    return told is not None and tape.signs[2].value == "it" and not bodies


def _points_back(tape: Tape) -> bool:
    """As in "It was poor", "Last time it was poor", "There it slipped to poor"."""
    dated = groups.DATED.match(tape.kinds)
    place = dated.end() if dated else 0
    first = tape.signs[place].value if place < len(tape.signs) else ""
    if dated:
        return first in ("it", "this", "that")
    there = first.split()[0] in ("there", "here") and tape.kinds[1:2] in ("S", "v", "V")
    return first in ("it", "this") or there or _ONE.search(tape.kinds) is not None


def _pointed(claim: Claim, sentence: Sentence) -> Sign | None:
    """The area that "it" or "that" by its grade means."""
    return next((c.area for c in that_area(sentence) if c.grade == claim.grade), None)


def _noted(line: Line, page: Page) -> Sign | None:
    """The one area with the star that a note begins with: "safe*", "* Good in 2019"."""
    text, mark = page.document.text, page.document.text[line.block.start]
    if mark not in NOTES:
        return None
    starred = [
        sign
        for other in page.lines
        for sign in other.whole.of("Aa")
        if text.startswith(mark, sign.end) and text[sign.end + 1] not in NOTES
    ]
    return starred[0] if len(starred) == 1 else None


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
