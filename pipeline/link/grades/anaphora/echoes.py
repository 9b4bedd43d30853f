"""A grade that a sentence points back to: "the same grade"."""

import re
from dataclasses import replace

from pipeline.link.grades.claims import Claim
from pipeline.link.grades.thread import Echoes, Thread
from pipeline.link.page import Page
from pipeline.link.standing import Standings
from pipeline.link.tape import GRADE, Tape

_SAME = re.compile(
    "j[MT](?:s(?P<area>[Aa])|(?![^,;.]{0,6}[sPYyB]))"
    "|(?<=i)r[MT](?=[,.;]|i[HSxb]{0,2}[AaO])"
)
"""As in "the same grade", and "it was in that category for safety"."""
SAME = ("same", "that")
CATEGORY = "category"
"""The one noun of an area that is said of a grade too: "in the same category"."""


def echoed(tape: Tape, thread: Thread, page: Page) -> tuple[Tape, Echoes]:
    """The tape with "the same grade" read as the grade that was given just before.

    "The same grade as in 2019" compares, and stays what it is; "the same category as
    staffing" is the grade of staffing.

    Args:
        tape: of a sentence.
        thread: what was said before it.
        page: the document.
    """
    if not ("jM" in tape.kinds or "jT" in tape.kinds or "ir" in tape.kinds):
        return tape, {}
    standing = page.standings(tape)
    signs, echoes = list(tape.signs), {}
    for match in reversed(list(_SAME.finditer(tape.kinds))):
        sign, noun, *like = signs[slice(*match.span())]
        if sign.kind == "j" and noun.kind == "T" and noun.value != CATEGORY:
            continue
        own = [p for p, stands in standing.items() if p < match.start()]
        own = [p for p in own if standing[p].current]
        first = _own(tape, max(own), standing) if own else _last(thread.given)
        if like:
            first = thread.by_area.get(like[-1].value)
        if first is not None and sign.value.endswith(SAME):
            end = (like or [noun])[-1].end
            told = sign._replace(kind=GRADE, end=end, value=first.grade.value)
            signs[slice(*match.span())] = [told]
            echoes[told.start] = first
    return replace(tape, signs=tuple(signs)), echoes


def _own(tape: Tape, place: int, standing: Standings) -> Claim:
    grade = tape.signs[place]
    return Claim(None, grade, standing[place], grade.extent, "sentence.echoed")


def _last(given: list[Claim]) -> Claim | None:
    current = [claim for claim in given if claim.standing.current]
    return max(current, key=lambda claim: claim.grade.start, default=None)


def as_first_given(claim: Claim, echoes: Echoes) -> Claim:
    """A claim whose grade is "the same grade", with the words that gave it first."""
    first = echoes.get(claim.grade.start)
    if first is None:
        return claim
    return replace(claim, grade=first.grade, context=(*claim.context, first.extent))
