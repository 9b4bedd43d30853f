"""Several areas that a sentence points back to: "both", "all three", "they"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.link.grades.claims import Claim, claim_of
from pipeline.link.grades.thread import Sentence
from pipeline.link.page import Page
from pipeline.link.syntax import G
from pipeline.link.tape import Sign, Tape

BOTH = 2
EACH = "each"
EVERY = frozenset(("both", "all", EACH))
PLURALS = EVERY | {"they", "these"}
POINTING = ("same", "those", "these")
FARTHEST = 12
"""Sentences with grades that "all nine" may reach back over."""
_ALL_OF_THEM = re.compile(r"^[SNPYyix,]{0,5}(?:HN|N|H)(?=[bBvVT])|[GqU]M?iHN?(?!T?i)")
"""As in "All three had been ...", "was good at all three"."""


def spoken_of(sentence: Sentence) -> list[Sign]:
    """The areas that "all three" or "both" of a sentence with a grade mean.

    They are those of the last sentences with grades that hold exactly so many areas;
    where no number says else, those of the last one.
    """
    tape, thread, page = sentence.tape, sentence.thread, sentence.page
    last = thread.spoken_of
    match = _ALL_OF_THEM.search(tape.kinds)
    number = _number(tape.signs[match.start() : match.end()]) if match else None
    if number is None or number == len(last):
        return last
    found = _last_named(number, thread.graded, page)
    return found if len(found) == number else last


def _last_named(
    number: int, sentences: Sequence[Sequence[Sign]], page: Page
) -> list[Sign]:
    """The areas of so many sentences before that they are enough."""
    areas: dict[tuple[str, ...], Sign] = {}
    for named in reversed(sentences[-FARTHEST:]):
        dialect = page.dialect(named[0].start)
        for area in named:
            slugs = dialect.areas.get(area.value) if dialect else None
            areas.setdefault(slugs or (area.value,), area)
        if len(areas) >= number:
            break
    return sorted(areas.values(), key=lambda area: area.start)


def _number(signs: Sequence[Sign]) -> int | None:
    for sign in signs:
        if sign.kind == "N":
            return int(sign.value)
    return BOTH if any(sign.value == "both" for sign in signs) else None


_OF_THEM = re.compile(
    rf"(?P<g>{G})M?i(?:H(?P<n>N)?T?|(?P<x>[xj])N?T)(?=[,.;:k)&YPy]|i[YPx]|N?P|$)"
    rf"|(?:^|[,;k&y]|P,?|Y,?)(?P<x2>[xj])N?T[HS]?[bVvB]+[sH]?(?P<g2>{G})"
)
"""As in "requires improvement for all three", "the same areas were inadequate"."""


def of_them(sentence: Sentence) -> Iterator[Claim]:
    """As in "In 2019 it was good for all three": the areas spoken of just before.

    Only an earlier inspection's grades are meant.
    """
    tape, standing = sentence.tape, sentence.standing
    areas = sentence.thread.spoken_of
    if len(areas) < BOTH:
        return
    for match in _OF_THEM.finditer(tape.kinds):
        place = match.start("g" if match["g"] else "g2")
        if place not in standing or not standing[place].previous:
            continue
        if _as_many(tape, match, len(areas)):
            for area in areas:
                claim = claim_of(tape, standing, place, None, "sentence.of_them")
                yield replace(claim, area=area, context=(area.extent,))


_EACH = re.compile(rf"(?:^|[,;:k&])S?(?P<each>b)(?:[bVv]{{0,2}}s?)?(?P<g>{G})(?!M?i)")


def each_of_them(sentence: Sentence) -> Iterator[Claim]:
    """As in "There are two more areas, A and B: each requires improvement"."""
    tape, standing = sentence.tape, sentence.standing
    areas = sentence.thread.spoken_of
    if len(areas) < BOTH or tape.of("Aa"):
        return
    for match in _EACH.finditer(tape.kinds):
        place = match.start("g")
        if tape.signs[match.start("each")].value == EACH and place in standing:
            for area in areas:
                claim = claim_of(tape, standing, place, None, "sentence.each_of_them")
                yield replace(claim, area=area, context=(area.extent,))


def _as_many(tape: Tape, match: re.Match[str], areas: int) -> bool:
    """Whether "both", "all three" or "the same areas" can mean so many areas."""
    pointing = match.start("x" if match["x"] else "x2")
    if pointing >= 0:
        words = tape.signs[pointing].value.split()
        return words[-1] in POINTING
    if match["n"]:
        return int(tape.signs[match.start("n")].value) == areas
    every = tape.signs[match.start("g") : match.end()]
    return areas == BOTH and any(sign.value == "both" for sign in every)


_FOR_EACH = re.compile(r"M?i(?P<them>[bH])T?(?=[.,;k&]|$)")


def for_each(claim: Claim, sentence: Sentence) -> list[Sign] | None:
    """As in "A and B were looked at. It was rated good for each", "in both".

    Returns:
        The areas named in the sentence, or those spoken of before it: none where
        nobody can tell which; None where the words by the grade mean no such areas.
    """
    tape = sentence.tape
    place = next((p for p, s in enumerate(tape.signs) if s == claim.grade), None)
    match = None if place is None else _FOR_EACH.match(tape.kinds, place + 1)
    them = tape.signs[match.start("them")] if match else None
    if them is None or not (them.value in (EACH, "both") or _points(them, sentence)):
        return None
    named = [area for area in tape.of("Aa") if area.end <= claim.grade.start]
    areas = named or sentence.thread.spoken_of
    return areas if len(areas) == BOTH or (areas and them.value != "both") else []


def _points(them: Sign, sentence: Sentence) -> bool:
    """Whether "these" or "those" follows: "each of these areas", "all of those"."""
    rest = sentence.page.document.text[them.end : sentence.tape.extent.end]
    words = them.value.split()[-1:] + rest.split(maxsplit=1)[:1]
    return any(word.rstrip(".,;") in POINTING for word in words)


_PAIR = re.compile("Hx?S?[^bVv]*&")
DATED = re.compile(r"(?:[ixN]{0,2}[YPy],?){1,2}")
"""As in "Last time it was poor"."""


def every(tape: Tape) -> bool:
    """Whether a sentence is of "all", "both": not of "both A and B", two bodies."""
    first = tape.signs[0].value
    return first in EVERY and not (first == "both" and _PAIR.match(tape.kinds))


def means_them(tape: Tape, areas: Sequence[Sign]) -> bool:
    """Whether a sentence starts with "Both", or with "All three" after three areas."""
    signs = _after_a_time(tape)
    numbers = [int(sign.value) for sign in signs[:2] if sign.kind == "N"]
    if signs[0].kind == "N" or (signs[0].kind == "H" and numbers):
        return numbers[0] == len(areas)
    if signs[0].value == "both" and len(areas) == 1:
        return False
    return signs[0].value in PLURALS


def _after_a_time(tape: Tape) -> Sequence[Sign]:
    """The signs that follow "Last time", "In 2019,", which may open a sentence."""
    dated = DATED.match(tape.kinds)
    return (tape.signs[dated.end() :] if dated else ()) or tape.signs
