"""A time told before the sentence whose grades it dates: "Last inspection: ..."."""

import re
from dataclasses import replace

from pipeline.document import Extent
from pipeline.findings import Tense
from pipeline.knowledge import Knowledge, once
from pipeline.link.page import Line, Page
from pipeline.link.standing import Standing, Standings, dated
from pipeline.link.standing.moments import UNTOLD
from pipeline.link.tape import GRADES, Tape
from pipeline.link.tape.alphabet import PRONOUNS
from pipeline.words.patterns import any_of

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
    return {
        place: given_then(stands, sign.extent, page) if stands.current else stands
        for place, stands in standing.items()
    }


def given_then(stands: Standing, when: Extent, page: Page) -> Standing:
    """The standing of a grade that was given at a time told elsewhere."""
    earlier = replace(stands, tense=Tense.PREVIOUS)
    return dated(earlier, when, page.document.text)


_ALSO = re.compile(r"[SxHw]{1,3}(?P<b>[bxS]{1,3})(?:[Vv]|(?=[GqU]M?i[HSbx]{0,2}[Aa]))")
_FRONTED_THEN = re.compile("i?S?[wx]?P[^GqU;.()k]*[GqU]")
_STILL_THEN = re.compile(
    r"S[bS]{1,2}[Vv]?s?[GqU]M?i[HSbx]{0,2}[Aa](?:(?:,&?|&)[iHSbx]{0,3}[Aa])*\."
)
_THEN = re.compile(r"[SxrinwHo]{0,6}P")
_ONLY_THEN = re.compile(r"(?:[bVv][bVvsxirS]{0,5}|S)(?=[GqU]$)")


def as_of_then(
    tape: Tape, before: Tape | None, told: Standings, standing: Standings, page: Page
) -> Standings:
    """As in "Its last inspection was in 2019. It was found to require improvement".

    Args:
        tape: of a sentence that starts with a pronoun.
        before: of the sentence before it, in the same paragraph.
        told: the standing of that one's grades: it holds none, or this one speaks of
            areas that only earlier cycles had.
        standing: of the grades of this one.
        page: the document.
    """
    if before is None or not standing or "n" in tape.kinds:
        return standing
    if told and (_also(tape) or _still_then(tape, before)):
        return _as_told(told, standing)
    when = _when_then(tape, before, told, page)
    if when is None and (not told or _of_another_cycle(tape, told, page)):
        when = _when_before(tape, before)
    return standing if when is None else _earlier(tape, standing, when, page)


def _when_before(tape: Tape, before: Tape) -> Extent | None:
    """When it was, as in "Its last inspection was in 2019. It was found poor"."""
    match = _THEN.match(before.kinds)
    if match is None or "n" in before.kinds or tape.signs[0].value not in PRONOUNS:
        return None
    if tape.signs[0].value not in ("it", "they") and match.end() > 1:
        return None
    return before.signs[match.end() - 1].extent


THEN = "then"


def _when_then(tape: Tape, before: Tape, told: Standings, page: Page) -> Extent | None:
    """When it was, as in "It was last inspected in 2018. Then staffing was good".

    So it goes on in a text whose own inspection gives no grades.
    """
    if tape.signs[0].value == THEN and tape.kinds[1:2] in ("S", "T", "A", "a", "x"):
        year = page.year
        for sign in before.signs:
            if sign.kind == "Y" and year and int(sign.value[:4]) < year - 1:
                return sign.extent
        return next((sign.extent for sign in before.signs if sign.kind == "P"), None)
    dialect = page.dialect(tape.extent.start)
    if dialect is None or not told:
        return None
    whens = [stands.told or UNTOLD for stands in told.values() if stands.previous]
    if len(whens) < len(told) or (dialect.framework.scale and not _gives_none(page)):
        return None
    return whens[0]


def _gives_none(page: Page) -> bool:
    """Whether a text says that the visit it tells of graded nothing."""
    return _ungraded(page.reading.knowledge).search(page.plain) is not None


@once
def _ungraded(known: Knowledge) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(known.words('tenses', 'ungraded'))})\b")


def _earlier(tape: Tape, standing: Standings, when: Extent, page: Page) -> Standings:
    return {
        place: given_then(stands, when, page)
        if stands.current and was_then(tape, place)
        else stands
        for place, stands in standing.items()
    }


def _also(tape: Tape) -> bool:
    """Whether a sentence goes on with what was done: "Ofsted also graded them"."""
    verb = _ALSO.match(tape.kinds)
    if verb is None:
        return False
    words = [sign.value for sign in tape.signs[verb.start("b") : verb.end("b")]]
    also = any("also" in word.split() for word in words)
    return also and tape.cues.told["lasting"].isdisjoint(words)


def _still_then(tape: Tape, before: Tape) -> bool:
    """As in "At the last inspection it was poor for A. It was good at B"."""
    return (
        _FRONTED_THEN.match(before.kinds) is not None
        and "n" not in before.kinds
        and _STILL_THEN.fullmatch(tape.kinds) is not None
        and tape.signs[0].value in PRONOUNS
        and was_then(
            tape, next(p for p, s in enumerate(tape.signs) if s.kind in GRADES)
        )
    )


def _as_told(told: Standings, standing: Standings) -> Standings:
    """Grades in the past, as those of the sentence before are, all of them."""
    if not all(stands.previous and not stands.kept for stands in told.values()):
        return standing
    first = next(iter(told.values()))
    return {
        place: replace(stands, tense=Tense.PREVIOUS, when=first.when, told=first.told)
        if stands.current
        else stands
        for place, stands in standing.items()
    }


def _of_another_cycle(tape: Tape, told: Standings, page: Page) -> bool:
    """As in "In 2018 it was poor for efficiency. It was good for legitimacy"."""
    dialect = page.dialect(tape.extent.start)
    areas = tape.of("Aa")
    return (
        dialect is not None
        and bool(areas)
        and all(stands.previous for stands in told.values())
        and all(area.value in dialect.pillars for area in areas)
    )


def was_then(tape: Tape, place: int) -> bool:
    """Whether a grade is told in a past that is over: "was rated", no "has been"."""
    match = _ONLY_THEN.search(tape.kinds, 0, place + 1)
    if match is None:
        return False
    verbs = tape.signs[match.start() : place]
    return not any(sign.value in tape.cues.told["lasting"] for sign in verbs)
