"""Ledger → proofs: which grades follow, from what, and by which words."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pipeline.deduce import deduced
from pipeline.document import Extent
from pipeline.findings import Narrowed, Remainder, TallyFinding, Trace
from pipeline.reconcile.check import is_unfit
from pipeline.reconcile.derivation import Words, derivation, excluded
from pipeline.reconcile.ledger import Ledger
from pipeline.reconcile.prove import Problem


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


def proofs(ledger: Ledger, problem: Problem | None, words: Words) -> list[Proof]:
    """All grades that follow; the same grade in every assignment, or none."""
    scored = list(_scored(ledger))
    if problem is None or is_unfit(ledger):
        return scored
    found = deduced(problem.domains, problem.counts, problem.stated) or {}
    if _mostly_unnamed(ledger, problem, found):
        return scored
    stated = {cell.area: cell.grade for cell in ledger.cells if cell.area is not None}
    grades = {**stated, **found}
    return scored + [
        Proof(
            area,
            grade,
            derivation(area, problem, grades, ledger, words),
            _evidence(area, problem, ledger),
            _trace(area, problem, grades, ledger, words),
        )
        for area, grade in found.items()
    ]


def _mostly_unnamed(ledger: Ledger, problem: Problem, found: Collection[str]) -> bool:
    """Whether the framework alone names more areas than the text does.

    Counts then say more of what was not written than of what was, unless the text
    tells how many there are in all and names every area that they leave out: "good in
    three of the four; the exception was A".
    """
    named = {area for listing in ledger.listed for area in listing.areas}
    named |= {narrowed.area for narrowed in ledger.narrowed}
    named |= {area for extreme in ledger.extremes for area in extreme.areas}
    unnamed = set(found) - named
    told = (named | problem.stated) & problem.domains.keys()
    if ledger.remainders or len(unnamed) <= len(told):
        return False
    everything = len(problem.domains)
    counted = sum(problem.counts.values())
    left_out = [
        a
        for a in problem.stated
        if problem.domains.get(a, set()) - problem.counts.keys()
    ]
    told_all = any(total.count == everything for total in ledger.totals)
    return not (told_all and left_out and counted + len(left_out) == everything)


def _scored(ledger: Ledger) -> Iterator[Proof]:
    """The grade on the whole that a total score earns by the framework's bands."""
    framework = ledger.framework
    if framework is None or ledger.inspection.framework is None:
        return
    areas = [slug for slug in framework.area_by_slug if slug in ledger.whole]
    for score in ledger.scores[:1]:
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
    ledger: Ledger,
    words: Words,
) -> Trace:
    """The cues that the premises rest on, and why no other grade is left."""
    framework = ledger.framework
    slug = framework.slug if framework else ""
    premises: list[Narrowed | Remainder | TallyFinding] = [
        narrowed for narrowed in ledger.narrowed if narrowed.area == area
    ]
    premises += (*ledger.remainders, *ledger.tallies)
    data = [f"frameworks/{slug}.toml#{area}", f"frameworks/{slug}.toml#{grades[area]}"]
    data += (
        entry
        for premise in premises
        for entry in premise.trace.data
        if entry.startswith("cues/")
    )
    against = excluded(area, problem, grades, ledger, words)
    return Trace("deduce.elimination", tuple(dict.fromkeys(data)), tuple(against))


def _evidence(area: str, problem: Problem, ledger: Ledger) -> tuple[Extent, ...]:
    """Its own headings first, then what all areas rest on, then the other headings."""
    spans = list(_narrowed(ledger, {area}))
    spans += (extent for rest in ledger.remainders for extent in rest.evidence)
    spans += (extent for e in ledger.extremes for extent in e.evidence)
    spans += (tally.evidence[0] for tally in ledger.tallies)
    spans += problem.evidence
    spans += (cell.evidence[0] for cell in ledger.cells if cell.area in problem.domains)
    others = problem.domains.keys() - problem.stated
    spans += sorted(_narrowed(ledger, others))  # a heading before its areas
    return tuple(dict.fromkeys(spans))


def _narrowed(ledger: Ledger, areas: Collection[str]) -> Iterator[Extent]:
    """What keeps areas to a part of the scale: their names and the heading above."""
    for narrowed in ledger.narrowed:
        if narrowed.area in areas:
            yield from narrowed.evidence
