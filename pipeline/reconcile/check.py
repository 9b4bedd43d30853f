"""What in a ledger does not add up: conflicting grades, counts that do not fit."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.deduce import possible
from pipeline.document import Extent
from pipeline.findings import TallyFinding
from pipeline.issues import Code, Issue
from pipeline.reconcile.ledger import Ledger
from pipeline.reconcile.prove import number, problem_of

SEVERAL = 2
"""Counts that can be added up."""


def issues(ledger: Ledger) -> Iterator[Issue]:
    """Contradictions between what is stated, counted and listed."""
    yield from _conflicts(ledger)
    found = mismatch_of(ledger)
    if found is not None:
        yield found


def _conflicts(ledger: Ledger) -> Iterator[Issue]:
    by_area: dict[str, list[tuple[str, Extent]]] = {}
    for cell in ledger.cells:
        name = cell.area or cell.area_label.lower()
        by_area.setdefault(name, []).append((cell.grade, cell.evidence[0]))
    for name, grades in by_area.items():
        if len(grades) > 1:
            words = " and ".join(grade.replace("_", " ") for grade, _ in grades)
            yield Issue(
                Code.GRADE_CONFLICT,
                f"{name.replace('_', ' ')} is given as {words}",
                tuple(extent for _, extent in grades),
            )


def mismatch_of(ledger: Ledger) -> Issue | None:
    """The first count of an inspection that does not fit, if one does not."""
    for check in (
        _contradicting,
        _too_many,
        _more_than_all,
        _unlisted,
        _short_list,
        _impossible,
    ):
        found = check(ledger)
        if found is not None:
            return found
    return None


def is_unfit(ledger: Ledger) -> bool:
    """Whether counts do not fit the areas, so that nothing follows from them.

    Counts of one grade that contradict each other are left out, as in every proof:
    "all other areas were good" may still tell what is left.
    """
    told = Counter(tally.grade for tally in ledger.tallies)
    sound = [tally for tally in ledger.tallies if told[tally.grade] == 1]
    return mismatch_of(replace(ledger, tallies=sound)) is not None


def _contradicting(ledger: Ledger) -> Issue | None:
    """Two counts of the same grade."""
    first: dict[str | None, TallyFinding] = {}
    for tally in ledger.tallies:
        before = first.setdefault(tally.grade, tally)
        if before.count != tally.count:
            return _mismatch(
                f"{_areas(before.count)} {_label(tally)}, and elsewhere "
                f"{number(tally.count)}",
                (before.evidence[0], tally.evidence[0]),
            )
    return None


def _too_many(ledger: Ledger) -> Issue | None:
    """More areas with a grade than the text counts.

    What sums up others is not counted with them.
    """
    sums = ledger.graded.keys() & ledger.sums
    parts = ledger.graded.keys() - sums
    levels = [
        Counter(
            grade
            for area in level
            if len(ledger.graded[area]) == 1
            for grade in ledger.graded[area]
        )
        for level in (sums, parts)
        if level
    ]
    for tally in ledger.tallies:
        if tally.grade is None:
            continue
        most = min((level[tally.grade] for level in levels), default=0)
        if most > tally.count:
            return _mismatch(
                f"{_areas(tally.count)} said to be {_label(tally)}, "
                f"but {number(most)} are listed",
                (tally.evidence[0], *_cells_of(ledger, tally.grade)),
            )
    return None


def _more_than_all(ledger: Ledger) -> Issue | None:
    """More areas counted by grade than were judged at all."""
    counted = sum(tally.count for tally in ledger.tallies)
    most = max((total.count for total in ledger.totals), default=0)
    if not most or counted <= most or len(ledger.tallies) < SEVERAL:
        return None
    spans = [tally.evidence[0] for tally in (*ledger.totals, *ledger.tallies)]
    return _mismatch(
        f"{_areas(most)} said to be graded, but the counts add up to {number(counted)}",
        tuple(spans),
    )


def _unlisted(ledger: Ledger) -> Issue | None:
    """Fewer areas than counted in a table or list that shows every counted grade."""
    shown = Counter(
        cell.grade
        for cell in ledger.cells
        if cell.area not in ledger.whole
        and cell.best.trace.rule.startswith(("grades.tables", "grades.lines"))
    )
    counted = {tally.grade: tally for tally in ledger.tallies if tally.grade}
    if not counted or any(not shown[grade] for grade in counted):
        return None
    if sum(tally.count for tally in counted.values()) <= sum(shown.values()):
        return None
    for grade, tally in counted.items():
        if len(counted) > 1 and grade and shown[grade] < tally.count:
            return _mismatch(
                f"{_areas(tally.count)} said to be {_label(tally)}, "
                f"but {number(shown[grade])} are listed",
                (tally.evidence[0], *_cells_of(ledger, grade)),
            )
    return None


def _short_list(ledger: Ledger) -> Issue | None:
    """A list with fewer areas than its own lead-in counts: "The four areas were:"."""
    for tally in ledger.tallies:
        counted = tally.evidence[0]
        under = [
            cell
            for cell in ledger.cells
            if cell.grade == tally.grade
            and any(
                finding.trace.rule == "grades.lines.lead_in"
                and finding.evidence[-1].covers(counted)
                for finding in cell.findings
            )
        ]
        if under and len(under) < tally.count:
            return _mismatch(
                f"{_areas(tally.count)} announced as {_label(tally)}, "
                f"but {number(len(under))} are listed",
                (counted, *(cell.evidence[0] for cell in under)),
            )
    return None


def _impossible(ledger: Ledger) -> Issue | None:
    """Counts that no grading of the areas judged could have."""
    problem = problem_of(ledger)
    if problem is None or not problem.counts:
        return None
    if possible(problem.domains, problem.counts):
        return None
    spans = [tally.evidence[0] for tally in ledger.tallies]
    listed = [cell.evidence[0] for cell in ledger.cells if cell.area in problem.domains]
    return _mismatch(
        f"the counts do not fit the {number(len(problem.areas))} areas",
        (*spans, *listed),
    )


def _areas(many: int) -> str:
    """As in "two areas are"."""
    return f"{number(many)} area{' is' if many == 1 else 's are'}"


def _cells_of(ledger: Ledger, grade: str) -> Sequence[Extent]:
    return [
        cell.evidence[0]
        for cell in ledger.cells
        if cell.grade == grade and cell.area not in ledger.whole
    ]


def _label(tally: TallyFinding) -> str:
    return (tally.grade or "").replace("_", " ")


def _mismatch(message: str, spans: tuple[Extent, ...]) -> Issue:
    return Issue(Code.TALLY_MISMATCH, message, tuple(dict.fromkeys(spans)))
