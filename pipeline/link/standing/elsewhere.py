"""Words of another body, or of the whole country, and which grades they govern."""

import re

from pipeline.link.tape import Sign, Tape

STRETCHES = ",&k;:.()-"
"""Signs that end a stretch of a clause."""
_ANOTHER = re.compile("NS")
_BODIES = re.compile("Nx?m")
_AMONG = re.compile("(?<=[,bsv-])Ni[xSNiHV]{0,4}(?=[Xm])")
"""As in "the force, one of the few forces that required improvement"."""
_BECAME = re.compile("[Sx]b?v?(?P<nth>[xn])x?[SX]{1,2}[sr]{1,2}[bVv]")
_NTH = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|latest|newest|last)\b")
"""As in "has become the 11th council in England to be rated poor"."""
_ONLY = re.compile("bX[xSi]{0,3}[sr][bVv]")
"""As in "Norshire was the only force to be rated good"."""
FIRST = 4
"""Signs at the start of a sentence that govern all of it."""
MANY = 5
"""From here on a number of bodies is a statistic."""


def elsewhere(tape: Tape, place: int) -> Sign | None:
    """Of another body, or of the whole country: the words that say so, if any.

    At the start of a sentence they govern all of it ("Nationally, ...", "Of the 79
    schools inspected, ..."), elsewhere the stretch between two marks.
    """
    kinds = tape.kinds.replace("uX", "ux")  # "better than many forces" compares
    start, end = _stretch(kinds, place)
    if kinds[max(0, start - 1) : start] == "(":  # of what stands before the bracket
        start = max(kinds.rfind(sign, 0, start - 1) for sign in ",&k;:.()") + 1
    if _is_among_them(tape, start, place):
        return None
    if "X" in kinds.lstrip("iN")[:2]:
        return tape.signs[kinds.index("X")]
    for first, last in ((start, end), _before_aside(kinds, start)):
        if (at := kinds.find("X", first, last)) >= 0:
            return tape.signs[at]
    for match in _ANOTHER.finditer(kinds, 0, end):
        if match.start() >= start and tape.signs[match.start()].word == "another":
            return tape.signs[match.start()]
    for match in _BODIES.finditer(kinds):
        first = match.start()
        governs = first < end and (first < FIRST or first >= start)
        if governs and int(tape.signs[first].value) >= MANY:
            return tape.signs[match.end() - 1]
    return None


_ASIDE = re.compile(r",r[^,;:.()GqU]{1,40},(?=[bVvKn])")


def _before_aside(kinds: str, start: int) -> tuple[int, int]:
    """Whose the verb is that begins a stretch: "neighbouring A, which is new, was"."""
    for aside in _ASIDE.finditer(kinds, 0, start + 1):
        if aside.end() == start:
            return _stretch(kinds, aside.start() - 1)[0], aside.start()
    return 0, 0


def _stretch(kinds: str, place: int) -> tuple[int, int]:
    """Where the stretch of a clause begins and ends that a sign stands in."""
    start = end = place
    while start and kinds[start - 1] not in STRETCHES:
        start -= 1
    while end < len(kinds) and kinds[end] not in STRETCHES:
        end += 1
    return start, end


def _is_among_them(tape: Tape, start: int, place: int) -> bool:
    """As in "is one of only two prisons in England to be good": the body itself is."""
    kinds = tape.kinds
    if "bNiN" in kinds[start:place] or _ONLY.search(kinds, start, place):
        return True
    nth = _BECAME.search(kinds, 0, place)
    if nth and _NTH.search(tape.signs[nth.start("nth")].value):
        return True
    among = _AMONG.search(kinds, max(0, start - 1), place)
    return among is not None and tape.signs[among.start()].value == "1"
