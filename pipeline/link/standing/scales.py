"""Sentences that list or explain a scale: their grades are nobody's."""

import re
from itertools import pairwise

from pipeline.document import Extent
from pipeline.link.standing.force import Veto
from pipeline.link.tape import GRADES, Tape

FEWEST = 3
"""Grades of the shortest scale."""
_SPANNED = re.compile(r"(?<![vVx])NM,?(?P<from>p[GqU][xk,]{0,3}[GqU])")
"""As in "five grades, from good down to poor"."""
_NUMBERED = re.compile(r"N[bs]?[(:\-]?[GqU]\)?(?:[,;&]{1,2}N[bs]?[(:\-]?[GqU]\)?){3,}")
"""As in "6 is excellent, 5 very good, 4 good and 3 adequate"."""
_SCALE = re.compile(r"[GqU](?:[,&o]+[GqU]){2,}")


def steps_of_scales(tape: Tape) -> dict[int, Veto]:
    """Grades of a sentence that lists or explains the scale."""
    kinds = tape.kinds
    found: dict[int, Veto] = {}
    for place, sign in enumerate(tape.signs):
        if sign.kind != "D":
            continue
        if not sign.value.startswith("means"):
            vetoed = Veto("definition", sign.extent)
            return {p: vetoed for p, kind in enumerate(kinds) if kind in GRADES}
        # "Good means that ...", not "It means that"
        found[place - 1] = Veto("definition", sign.extent)
    for match in _SPANNED.finditer(kinds):
        number = tape.signs[match.start()]
        if int(number.value) < FEWEST:
            continue  # "up two grades, from poor to good"
        vetoed = Veto("definition", number.extent)
        found |= dict.fromkeys(range(*match.span("from")), vetoed)
    for match in _NUMBERED.finditer(kinds):
        numbers = [s for s in tape.signs[match.start() : match.end()] if s.kind == "N"]
        if _step_by_step([int(sign.value) for sign in numbers]):
            vetoed = Veto("definition", numbers[0].extent)
            found |= dict.fromkeys(range(*match.span()), vetoed)
    for match in _SCALE.finditer(kinds):
        row = kinds[match.start() : match.end()]
        if "L" not in kinds or "o" in row:
            first, last = tape.signs[match.start()], tape.signs[match.end() - 1]
            vetoed = Veto("definition", Extent(first.start, last.end))
            found |= dict.fromkeys(range(*match.span()), vetoed)
    return found


def _step_by_step(numbers: list[int]) -> bool:
    """Whether numbers are the steps of a scale, one after the other."""
    steps = {after - before for before, after in pairwise(numbers)}
    return steps in ({1}, {-1})
