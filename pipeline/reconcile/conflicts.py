"""What in an account does not add up: conflicting grades, counts that do not fit."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.deduce import possible
from pipeline.document import Extent
from pipeline.findings import TallyFinding
from pipeline.issues import Code, Issue
from pipeline.reconcile.account import Account
from pipeline.reconcile.constraints import number, problem_of

SEVERAL = 2
"""Counts that can be added up."""


def issues(account: Account) -> Iterator[Issue]:
    """Contradictions between what is stated, counted and listed."""
    yield from _conflicts(account)
    found = mismatch_of(account)
    if found is not None:
        yield found


def _conflicts(account: Account) -> Iterator[Issue]:
    by_area: dict[str, list[tuple[str, Extent]]] = {}
    for cell in account.cells:
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


def mismatch_of(account: Account) -> Issue | None:
    """The first count of an inspection that does not fit, if one does not."""
    for check in (
        _contradicting,
        _too_many,
        _more_than_all,
        _unlisted,
        _short_list,
        _impossible,
    ):
        found = check(account)
        if found is not None:
            return found
    return None


def is_unfit(account: Account) -> bool:
    """Whether counts do not fit the areas, so that nothing follows from them.

    Counts of one grade that contradict each other are left out, as in every proof:
    "all other areas were good" may still tell what is left.
    """
    told = Counter(tally.grade for tally in account.tallies)
    sound = [tally for tally in account.tallies if told[tally.grade] == 1]
    return mismatch_of(replace(account, tallies=sound)) is not None


def _contradicting(account: Account) -> Issue | None:
    """Two counts of the same grade."""
    first: dict[str | None, TallyFinding] = {}
    for tally in account.tallies:
        before = first.setdefault(tally.grade, tally)
        if before.count != tally.count:
            return _mismatch(
                f"{_areas(before.count)} {_label(tally)}, and elsewhere "
                f"{number(tally.count)}",
                (before.evidence[0], tally.evidence[0]),
            )
    return None


def _too_many(account: Account) -> Issue | None:
    """More areas with a grade than the text counts.

    What sums up others is not counted with them.
    """
    sums = account.graded.keys() & account.sums
    parts = account.graded.keys() - sums
    levels = [
        Counter(
            grade
            for area in level
            if len(account.graded[area]) == 1
            for grade in account.graded[area]
        )
        for level in (sums, parts)
        if level
    ]
    for tally in account.tallies:
        if tally.grade is None:
            continue
        most = min((level[tally.grade] for level in levels), default=0)
        if most > tally.count:
            return _mismatch(
                f"{_areas(tally.count)} said to be {_label(tally)}, "
                f"but {number(most)} are listed",
                (tally.evidence[0], *_cells_of(account, tally.grade)),
            )
    return None


def _more_than_all(account: Account) -> Issue | None:
    """More areas counted by grade than were judged at all."""
    counted = sum(tally.count for tally in account.tallies)
    most = max((total.count for total in account.totals), default=0)
    if not most or counted <= most or len(account.tallies) < SEVERAL:
        return None
    spans = [tally.evidence[0] for tally in (*account.totals, *account.tallies)]
    return _mismatch(
        f"{_areas(most)} said to be graded, but the counts add up to {number(counted)}",
        tuple(spans),
    )


def _unlisted(account: Account) -> Issue | None:
    """Fewer areas than counted in a table or list that shows every counted grade."""
    shown = Counter(
        cell.grade
        for cell in account.cells
        if cell.area not in account.whole
        and cell.best.trace.rule.startswith(("grades.tables", "grades.lines"))
    )
    counted = {tally.grade: tally for tally in account.tallies if tally.grade}
    if not counted or any(not shown[grade] for grade in counted):
        return None
    if sum(tally.count for tally in counted.values()) <= sum(shown.values()):
        return None
    for grade, tally in counted.items():
        if len(counted) > 1 and grade and shown[grade] < tally.count:
            return _mismatch(
                f"{_areas(tally.count)} said to be {_label(tally)}, "
                f"but {number(shown[grade])} are listed",
                (tally.evidence[0], *_cells_of(account, grade)),
            )
    return None


def _short_list(account: Account) -> Issue | None:
    """A list with fewer areas than its own lead-in counts: "The four areas were:"."""
    for tally in account.tallies:
        counted = tally.evidence[0]
        under = [
            cell
            for cell in account.cells
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


def _impossible(account: Account) -> Issue | None:
    """Counts that no grading of the areas judged could have."""
    problem = problem_of(account)
    if problem is None or not problem.counts:
        return None
    if possible(problem.domains, problem.counts):
        return None
    spans = [tally.evidence[0] for tally in account.tallies]
    judged = (cell for cell in account.cells if cell.area in problem.domains)
    listed = [cell.evidence[0] for cell in judged]
    return _mismatch(
        f"the counts do not fit the {number(len(problem.areas))} areas",
        (*spans, *listed),
    )


def _areas(many: int) -> str:
    """As in "two areas are"."""
    return f"{number(many)} area{' is' if many == 1 else 's are'}"


def _cells_of(account: Account, grade: str) -> Sequence[Extent]:
    return [
        cell.evidence[0]
        for cell in account.cells
        if cell.grade == grade and cell.area not in account.whole
    ]


def _label(tally: TallyFinding) -> str:
    return (tally.grade or "").replace("_", " ")


def _mismatch(message: str, spans: tuple[Extent, ...]) -> Issue:
    return Issue(Code.TALLY_MISMATCH, message, tuple(dict.fromkeys(spans)))
