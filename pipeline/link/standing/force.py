"""What takes a grade's force: a wish, a condition, another body, plain English.

The words are data (`cues/vetoes.toml`); here is only how far they reach.
"""

import re
from typing import NamedTuple

from pipeline.document import Extent
from pipeline.link.standing import times
from pipeline.link.standing.elsewhere import elsewhere
from pipeline.link.standing.times import BORDERS
from pipeline.link.tape import GRADE_SIGNS, GRADES, Sign, Tape

PLAIN_FOLLOWERS = frozenset("xwAaSTr")
"""Signs that make a label before them an adjective: "good work"."""
PASSED_OVER = frozenset(("category", "following", "here", "it", "they", "we"))
"""Followers that do not make an adjective: "up from the good it was given"."""
CLAUSES = ("-&", ":S", ":b", ":H", ":R", ":N", ":xb")
"""What begins a clause after an aside or a colon: no wish before it governs it."""
_OF_WHAT = re.compile("x[bK]{1,2}$")
_ANY_BODY = re.compile("[HxS]{1,2}r")
_INDEFINITE = re.compile(r"(?:an?|any|every)\s", re.IGNORECASE)


class Veto(NamedTuple):
    """What takes a grade's force: an entry of the data, and its words in the text."""

    entry: str
    words: Extent


def veto_of(tape: Tape, place: int, text: str) -> Veto | None:
    """What takes a grade's force: a wish, a condition, a neighbour, plain English."""
    signs, kinds = tape.signs, tape.kinds
    other = elsewhere(tape, place)
    if other is not None:
        return Veto("many_bodies" if other.kind == "m" else "elsewhere", other.extent)
    if (supposed := _supposed(tape, place, text) or _needed(tape, place)) is not None:
        return Veto("condition", supposed.extent)
    reach = place - 1
    denied = True
    while reach >= 0 and kinds[reach] not in BORDERS and kinds[reach] != ",":
        kind = kinds[reach]
        if kinds.startswith(CLAUSES, reach):  # a clause of its own
            break
        if kind in "WCZ" and times.in_relative(tape, reach, place):
            reach -= 1
            continue
        if kind == "W":
            return Veto("wish", signs[reach].extent)
        if kind == "C":
            return Veto("condition", signs[reach].extent)
        if kind == "Z" and denied:
            return Veto("negation", signs[reach].extent)
        denied = denied and kind not in GRADES and kind not in "&:"
        reach -= 1
    return _degree(tape, place) or _plain_english(tape, place, text)


def _supposed(tape: Tape, place: int, text: str) -> Sign | None:
    """The "would" of "A home that was rated poor would have to close", if any."""
    start = tape.extent.start
    if not _ANY_BODY.match(tape.kinds) or not _INDEFINITE.match(text, start):
        return None
    later = (sign for sign in tape.signs[place:] if sign.kind == "C")
    first = next(later, None)
    return first if first is not None and first.value.startswith("would") else None


_NEEDED = re.compile("(?P<needs>x)[Mix]{0,3}N[MTix]{0,2}sV?$")


def _needed(tape: Tape, place: int) -> Sign | None:
    """The "needs" of "A council needs 63 points to be rated good", if any."""
    match = _NEEDED.search(tape.kinds[:place])
    needs = tape.signs[match.start("needs")] if match else None
    told = needs is not None and needs.value.split()[-1] in tape.cues.needing
    return needs if told else None


def _degree(tape: Tape, place: int) -> Veto | None:
    """As in "consistently good": a label takes no degree."""
    before = tape.signs[place - 1] if place else None
    sign = tape.signs[place]
    after = tape.signs[place + 1] if place + 1 < len(tape.signs) else None
    if after is not None and after.kind == "d" and " " in after.value:
        return Veto("degree", after.extent)  # "outstanding in some cases"
    if sign.quoted or before is None or before.kind != "d":
        return None
    return Veto("degree", before.extent) if before.value == sign.before else None


def _plain_english(tape: Tape, place: int, text: str) -> Veto | None:
    """As in "good work", "requires improvements to its desk"."""
    kinds, sign = tape.kinds, tape.signs[place]
    if sign.before == "how":
        return Veto("plain_english", sign.extent)  # "How good are outcomes?"
    told = tape.cues.told
    due = sign.value == "outstanding" and sign.before in told["undone"]
    if due and (sign.after in told["from_then"] or _is_of_things(tape, place, text)):
        return Veto("plain_english", sign.extent)  # "still outstanding from last year"
    rated = kinds[max(0, place - 1) : place] == "V"
    if sign.quoted or rated or kinds[max(0, place - 2) : place] == "Vs":
        return None
    if sign.kind == "q":
        moved = kinds[place + 1 : place + 2] in GRADE_SIGNS  # "from ... to good"
        plain = sign.after == "to" and not moved
        return Veto("plain_english", sign.extent) if plain else None
    if kinds[place + 1 : place + 2] in PLAIN_FOLLOWERS:
        following = tape.signs[place + 1]
        close = following.start - sign.end == 1 and following.value not in PASSED_OVER
        # not "A and B are the two good areas"
        definite = following.value in tape.cues.graded and _is_definite(tape, place)
        return (
            Veto("plain_english", following.extent) if close and not definite else None
        )
    return None


def _is_definite(tape: Tape, place: int) -> bool:
    """As in "the two good areas", "the only good area"."""
    counted = tape.kinds[max(0, place - 1) : place] == "N"
    if counted and tape.signs[place - 1].before in tape.cues.definite:
        return True
    return tape.signs[place].before in tape.cues.told["sole"]


def _is_of_things(tape: Tape, place: int, text: str) -> bool:
    """As in "the library books remain outstanding": several, and no body."""
    match = _OF_WHAT.search(tape.kinds, 0, place)
    if match is None:
        return False
    things = tape.signs[match.start()]
    noun = text[things.start : things.end].rsplit(maxsplit=1)[-1]
    return noun[0].islower() and noun.endswith("s") and noun not in tape.cues.bodies
