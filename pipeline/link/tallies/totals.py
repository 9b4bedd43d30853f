"""What tallies rest on: totals without a grade, the best and worst grade, scores."""

import re
from collections.abc import Iterator

from pipeline.document import Extent
from pipeline.findings import Extreme, Finding, Score, TallyFinding, Trace
from pipeline.knowledge import Knowledge, once
from pipeline.link.page import Page
from pipeline.link.standing import Standing
from pipeline.link.syntax import LISTED
from pipeline.link.tape import GRADES, Sign, Tape
from pipeline.words.patterns import any_of

_OF_OTHERS = frozenset(("definition", "elsewhere", "many_bodies"))

_SCORE = re.compile(
    r"\b(\d{1,2})\s*(?:/|out of(?: a possible| a maximum of)?)\s*(\d{2})\b"
)
_TOTAL = re.compile(r"(?P<n>N)(?:i[HR]?(?P<of>N))?T")
_OF = re.compile("Ni[HR]?N(?=[bV,.;k&]|$)")
_EXTREME = re.compile(
    rf"(?P<word>[hl])M?[bv]{{1,2}}i?[HSb]{{0,2}}(?P<areas>{LISTED})"
    rf"|[bv](?P<word2>[hl])Mi[HSb]{{0,2}}(?P<areas2>{LISTED})"
)


def extremes(
    tape: Tape, standing: dict[int, Standing], page: Page
) -> Iterator[Finding]:
    """As in "its highest grades were for A and B"."""
    if standing:
        return  # the grade itself is there, and says more
    for match in _EXTREME.finditer(tape.kinds):
        areas = "areas" if match["areas"] else "areas2"
        signs = tape.signs[match.start(areas) : match.end(areas)]
        key = page.scope.at(signs[0].start)
        dialect = page.dialect_of(key) if key is not None else None
        if key is None or dialect is None:
            continue
        slugs = [dialect.areas.get(s.value, ()) for s in signs if s.kind in "Aa"]
        if slugs and all(len(found) == 1 for found in slugs):
            yield Extreme(
                key,
                (match["word"] or match["word2"]) == "h",
                tuple(found[0] for found in slugs),
                (Extent(tape.signs[match.start()].start, signs[-1].end),),
                Trace("tallies.extreme"),
            )


def totals(
    tape: Tape, standing: dict[int, Standing], used: set[int], page: Page
) -> Iterator[Finding]:
    """As in "graded in nine areas", "three of the eight areas"."""
    if any(s.veto in _OF_OTHERS for s in standing.values()):
        return
    if any(s.previous for s in standing.values()):
        return
    words = page.document.words(tape.extent)
    told = used or (standing and tape.kinds.startswith("iNT"))
    if not told and not _judging(page.reading.knowledge).search(words):
        return
    for match in _TOTAL.finditer(tape.kinds):
        place = match.start("of")
        if place < 0:
            place = match.start("n")
            if tape.kinds[:place].endswith(("NMi", "E")):
                continue  # "of 14 ratings in three categories" it is 14; "but two"
            if place in used or set(tape.kinds[max(0, place - 2) : place]) & set(
                GRADES
            ):
                continue
        elif (
            "V" in tape.kinds[match.end() : match.end() + 2]
            and not used
            and not tape.kinds[: match.start()].endswith("E")
        ):
            place = match.start("n")  # "eight of the nine areas are graded"
        yield from _total(tape.signs[place], page)


def beside(tape: Tape, count: int, page: Page) -> Iterator[Finding]:
    """As in "four of those five", "four of the five are good": it is five."""
    if tape.kinds.startswith("NN", count) and tape.signs[count].word != "another":
        yield from _total(tape.signs[count + 1], page)
    elif match := _OF.match(tape.kinds, count):
        yield from _total(tape.signs[match.end() - 1], page)


def _total(sign: Sign, page: Page) -> Iterator[Finding]:
    key = page.scope.at(sign.start)
    if key is not None:
        yield TallyFinding(
            key, None, int(sign.value), (sign.extent,), Trace("tallies.total")
        )


@once
def _judging(known: Knowledge) -> re.Pattern[str]:
    """That areas are judged, by the beginning of a word."""
    words = any_of(known.words("grading", "judging"))
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def scores(extent: Extent, page: Page) -> Iterator[Finding]:
    """As in "a score of 26 out of 36", where the framework has such a score."""
    key = page.scope.at(extent.start)
    dialect = page.dialect_of(key) if key is not None else None
    if key is None or dialect is None or dialect.framework.score_max is None:
        return
    for match in _SCORE.finditer(page.document.text, *extent):
        points, maximum = int(match[1]), int(match[2])
        if maximum == dialect.framework.score_max and points <= maximum:
            yield Score(
                key, points, maximum, (Extent(*match.span()),), Trace("tallies.score")
            )
