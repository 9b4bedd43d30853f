"""Account → proofs: which grades follow, from what, and by which words."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pipeline.deduce import deduced
from pipeline.document import Extent
from pipeline.findings import Narrowed, Remainder, TallyFinding, Trace
from pipeline.reconcile.account import Account
from pipeline.reconcile.conflicts import is_unfit
from pipeline.reconcile.constraints import Problem
from pipeline.reconcile.derivation import Words, derivation, excluded


@dataclass(frozen=True, slots=True)
class Proof:
    """A grade that follows from others.

    Attributes:
        derivation: from what, in one plain sentence.
        evidence: every span that the deduction used.
        trace: the rule, the data of its premises, and why no other grade fits.
    """

    area: str
    grade: str
    derivation: str
    evidence: tuple[Extent, ...]
    trace: Trace


def proofs(account: Account, problem: Problem | None, words: Words) -> list[Proof]:
    """All grades that follow; the same grade in every assignment, or none."""
    scored = list(_scored(account))
    if problem is None or is_unfit(account):
        return scored
    found = deduced(problem.domains, problem.counts, problem.stated) or {}
    if _mostly_unnamed(account, problem, found):
        return scored
    stated = {cell.area: cell.grade for cell in account.cells if cell.area is not None}
    grades = {**stated, **found}
    return scored + [
        Proof(
            area,
            grade,
            derivation(area, problem, grades, account, words),
            _evidence(area, problem, account),
            _trace(area, problem, grades, account, words),
        )
        for area, grade in found.items()
    ]


def _mostly_unnamed(account: Account, problem: Problem, found: Collection[str]) -> bool:
    """Whether the framework alone names more areas than the text does.

    Counts then say more of what was not written than of what was, unless the text
    tells how many there are in all and names every area that they leave out: "good in
    three of the four; the exception was A".
    """
    named = {area for listing in account.listed for area in listing.areas}
    named |= {narrowed.area for narrowed in account.narrowed}
    named |= {area for extreme in account.extremes for area in extreme.areas}
    unnamed = set(found) - named
    told = (named | problem.stated) & problem.domains.keys()
    if account.remainders or len(unnamed) <= len(told):
        return False
    everything = len(problem.domains)
    counted = sum(problem.counts.values())
    left_out = [
        a
        for a in problem.stated
        if problem.domains.get(a, set()) - problem.counts.keys()
    ]
    told_all = any(total.count == everything for total in account.totals)
    return not (told_all and left_out and counted + len(left_out) == everything)


def _scored(account: Account) -> Iterator[Proof]:
    """The grade on the whole that a total score earns by the framework's bands."""
    framework = account.framework
    if framework is None or account.inspection.framework is None:
        return
    areas = [slug for slug in framework.area_by_slug if slug in account.whole]
    for score in account.scores[:1]:
        for grade in framework.scale:
            low, high = grade.score or (1, 0)
            if areas and low <= score.points <= high:
                derivation = (
                    f"A score of {score.points} out of {score.maximum} is "
                    f"{grade.label.lower()}: this scale gives it from {low} to {high}."
                )
                data = (f"frameworks/{framework.slug}.toml#{grade.slug}",)
                trace = Trace("proofs.scored", data)
                yield Proof(areas[0], grade.slug, derivation, score.evidence, trace)


def _trace(
    area: str,
    problem: Problem,
    grades: Mapping[str, str],
    account: Account,
    words: Words,
) -> Trace:
    """The cues that the premises rest on, and why no other grade is left."""
    framework = account.framework
    slug = framework.slug if framework else ""
    premises: list[Narrowed | Remainder | TallyFinding] = [
        narrowed for narrowed in account.narrowed if narrowed.area == area
    ]
    premises += (*account.remainders, *account.tallies)
    data = [f"frameworks/{slug}.toml#{area}", f"frameworks/{slug}.toml#{grades[area]}"]
    data += (
        entry
        for premise in premises
        for entry in premise.trace.data
        if entry.startswith("cues/")
    )
    against = excluded(area, problem, grades, account, words)
    return Trace("deduce.elimination", tuple(dict.fromkeys(data)), tuple(against))


def _evidence(area: str, problem: Problem, account: Account) -> tuple[Extent, ...]:
    """Its own headings first, then what all areas rest on, then the other headings."""
    spans = list(_narrowed(account, {area}))
    spans += (extent for rest in account.remainders for extent in rest.evidence)
    spans += (extent for e in account.extremes for extent in e.evidence)
    spans += (tally.evidence[0] for tally in account.tallies)
    spans += problem.evidence
    judged = (cell for cell in account.cells if cell.area in problem.domains)
    spans += (cell.evidence[0] for cell in judged)
    others = problem.domains.keys() - problem.stated
    spans += sorted(_narrowed(account, others))  # a heading before its areas
    return tuple(dict.fromkeys(spans))


def _narrowed(account: Account, areas: Collection[str]) -> Iterator[Extent]:
    """What keeps areas to a part of the scale: their names and the heading above."""
    for narrowed in account.narrowed:
        if narrowed.area in areas:
            yield from narrowed.evidence
