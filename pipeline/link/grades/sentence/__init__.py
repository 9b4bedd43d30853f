"""What a sentence says of grades: all its rules, in order of trust.

government  a grade governs its areas, or they it: "good at A and B"
overall     the whole: "inadequate overall", "the school was rated good"
comparison  then and now: "good, up from adequate"
proximity   in one clause, with nothing between
unknown     areas that no framework has
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.link.grades.anaphora import areas, ellipsis
from pipeline.link.grades.claims import Claim
from pipeline.link.grades.partial import CompletingRule, Partial, Rule
from pipeline.link.grades.sentence import comparison, government, overall, proximity
from pipeline.link.grades.sentence.folding import folded, without_excepted
from pipeline.link.standing import Standings
from pipeline.link.tape import Sign, Tape


def claims(tape: Tape, standing: Standings, *, whole: bool = True) -> list[Claim]:
    """All that a sentence says, each grade used once, by the first rule that fits.

    Args:
        tape: of the sentence.
        standing: of its grades.
        whole: whether the body as a whole may have a grade.
    """
    tape, standing = folded(without_excepted(tape), standing)
    found, used = _by_rules(tape, standing, whole=whole)
    found += ellipsis.likewise(tape, found)
    partial = Partial(tape, standing, used, found)
    for rule in COMPLETING:
        found += rule(partial)
    partial.found = areas.it_means(tape, found)
    return comparison.now_again(partial) if "n" in tape.kinds else partial.found


COMPLETING: tuple[CompletingRule, ...] = (
    areas.where_it,
    ellipsis.resumed,
    areas.same_area,
    comparison.and_now,
    comparison.companions,
)
"""What grades that no rule has read are, beside those that were, in this order."""


def _by_rules(
    tape: Tape, standing: Standings, *, whole: bool
) -> tuple[list[Claim], set[int]]:
    """What the rules say one after the other, and the places of what they read."""
    found: list[Claim] = []
    used: set[int] = set()
    places = {sign.start: place for place, sign in enumerate(tape.signs)}
    left, free = tape, standing
    rules = RULES if whole else WITHOUT_WHOLE
    later: Sequence[Rule] = ()
    for number, rule in enumerate(rules, start=1):
        new = list(rule(left, free))
        if rule is overall.rated and not whole:
            new = list(_of_the_whole(new, found))
        if not new:
            continue
        later = later or rules[number:]
        found += new
        taken = {places[claim.grade.start] for claim in new}
        taken |= {places[c.area.start] for c in new if c.area is not None}
        used |= taken
        left = left.without(taken)
        free = {p: stands for p, stands in standing.items() if p not in used}
        if not free:
            break
    return _with_rivals(tape, standing, found, later), used


def _of_the_whole(new: list[Claim], found: list[Claim]) -> Iterator[Claim]:
    """Without earlier grades beside a current one: they are of its area.

    As in "poor for A, a year after it was judged good", where no body has a grade as a
    whole.
    """
    graded = any(claim.area and claim.standing.current for claim in found)
    for claim in new:
        if not (graded and claim.standing.previous and not claim.standing.kept):
            yield claim


def _with_rivals(
    tape: Tape, standing: Standings, found: list[Claim], later: Sequence[Rule]
) -> list[Claim]:
    """The claims, each with the areas that later rules would give its grade.

    Args:
        tape: of the sentence.
        standing: of its grades.
        found: the claims.
        later: the rules after the first that made one.
    """
    if not found or len(tape.of("Aa")) == 1:
        return found
    areas: dict[int, set[Sign | None]] = {}
    for claim in found:
        areas.setdefault(claim.grade.start, set()).add(claim.area)
    lost: dict[int, dict[Sign, str]] = {}
    for rule in later:
        for other in rule(tape, standing):
            at = other.grade.start
            if at in areas and other.area is not None and other.area not in areas[at]:
                lost.setdefault(at, {}).setdefault(other.area, other.rule)
    return [
        replace(claim, rivals=tuple(lost[claim.grade.start].items()))
        if claim.grade.start in lost
        else claim
        for claim in found
    ]


RULES: tuple[Rule, ...] = (
    government.respectively,
    government.carried,
    comparison.apposed,
    comparison.moved,
    government.grade_led,
    government.paired,
    government.as_many,
    government.counted,
    government.forward,
    government.fronted,
    government.verb_area,
    government.labelled,
    government.subject,
    overall.overall,
    government.inverted,
    areas.whose,
    areas.gave_it,
    government.nth,
    overall.which_had,
    proximity.two_verbs,
    proximity.attributive,
    overall.rated,
    proximity.forward,
    proximity.backward,
)
"""In order of trust."""
WITHOUT_WHOLE = (*(r for r in RULES if r is not overall.rated), overall.rated)
"""Where a body has no grade as a whole: "rated good" is of areas, if at all."""
