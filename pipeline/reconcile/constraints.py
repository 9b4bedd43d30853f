"""Account → problem: the areas that were judged, and what each of them may be."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.document import Extent
from pipeline.findings import Narrowed, Remainder
from pipeline.reconcile.account import Account

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve",
)  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """The constraints over the areas that were judged.

    Attributes:
        areas: the areas the text lists, else those its framework always grades.
        listed: whether the text itself lists them.
        domains: by area, the grades it may have.
        counts: by grade, how many areas have it.
        stated: the areas that the text grades itself.
        evidence: where the areas, counts and halves stand.
    """

    areas: tuple[str, ...]
    listed: bool
    domains: Mapping[str, frozenset[str]]
    counts: Mapping[str, int]
    stated: frozenset[str]
    evidence: tuple[Extent, ...]


def problem_of(account: Account) -> Problem | None:
    """The constraints, or None where the areas judged are not certain."""
    framework = account.framework
    if framework is None or not framework.scale or not _constrained(account):
        return None
    counts = _counts(account)
    areas, listed, evidence = _areas(account, counts)
    if not areas:
        return None
    scale = frozenset(framework.grade_by_slug)
    stated = {
        cell.area: frozenset((cell.grade,))
        for cell in account.cells
        if cell.area is not None and not cell.quoted_only
    }
    if any(len(grades) > 1 for grades in account.graded.values()):
        return None  # a contradicted list proves nothing
    domains = {area: stated.get(area, scale) for area in areas}
    for narrowed in account.narrowed:
        if narrowed.area in domains:
            domains[narrowed.area] = _narrow(domains[narrowed.area], narrowed)
    for rest in account.remainders:
        _apply(rest, domains, counts, stated)
    if sum(counts.values()) == len(domains):
        _extremes(account, domains, counts)
    return Problem(areas, listed, domains, counts, frozenset(stated), evidence)


def _constrained(account: Account) -> bool:
    return bool(account.tallies or account.remainders)


def _narrow(domain: frozenset[str], narrowed: Narrowed) -> frozenset[str]:
    """A half of the scale narrows, and never decides alone."""
    both = domain & narrowed.grades
    return both if len(both) > 1 or len(domain) == 1 else domain


def _apply(
    rest: Remainder,
    domains: dict[str, frozenset[str]],
    counts: dict[str, int],
    stated: Mapping[str, frozenset[str]],
) -> None:
    """Take "all areas", "the others", "all but one" into account."""
    touched = [
        area
        for area in domains
        if area not in rest.exceptions and not (rest.others and area in stated)
    ]
    if rest.count is not None and (
        rest.count != len(touched) or (rest.others and counts.keys() - rest.grades)
    ):
        return  # "the remaining two" after other counts: a count like them, no more
    against = [a for a in touched if a in stated and not stated[a] & rest.grades]
    if len(against) > rest.unnamed:
        return  # the text itself says otherwise of some area: it meant another time
    if rest.unnamed:
        if len(rest.grades) == 1:
            (grade,) = rest.grades
            counts.setdefault(grade, len(domains) - rest.unnamed)
        return
    for area in touched:
        if area not in stated:
            domains[area] = domains[area] & rest.grades


def _extremes(
    account: Account, domains: dict[str, frozenset[str]], counts: Mapping[str, int]
) -> None:
    """Where every area is counted, the best grade given is known, and the worst."""
    framework = account.framework
    given = [g for g in framework.grade_by_slug if counts.get(g)] if framework else []
    for extreme in account.extremes:
        grade = frozenset(given[:1] if extreme.best else given[-1:])
        for area in extreme.areas:
            if grade & domains.get(area, frozenset()):
                domains[area] = grade


def _counts(account: Account) -> dict[str, int]:
    """Count by grade, without those of a grade that contradict each other.

    What is said of all the others may tell how many have it all the same.
    """
    told: dict[str, set[int]] = {}
    for tally in account.tallies:
        if tally.grade is not None:
            told.setdefault(tally.grade, set()).add(tally.count)
    return {grade: min(each) for grade, each in told.items() if len(each) == 1}


def _areas(
    account: Account, counts: Mapping[str, int]
) -> tuple[tuple[str, ...], bool, tuple[Extent, ...]]:
    """The areas judged, whether the text lists them, and where."""
    graded = account.graded
    stated = [area for area in graded if area not in account.whole]
    uncounted = [graded[area] for area in stated]
    counted = sum(counts.values())
    totals = {tally.count for tally in account.totals}
    for listing in sorted(account.listed, key=lambda found: -len(found.areas)):
        areas = [area for area in listing.areas if area not in account.whole]
        others = stated
        if account.sums.isdisjoint(areas):
            others = [area for area in stated if area not in account.sums]
        union = tuple(dict.fromkeys((*areas, *others)))
        fits = len(union) == len(areas) or len(union) in (counted, *totals)
        if fits and counted <= len(union):
            return union, True, listing.evidence
    for judged in (account.judged, account.pillars):
        union = tuple(dict.fromkeys((*judged, *stated)))
        sizes = {counted, *totals} if counts else set()
        if counts:  # "good in four; the exception was A, which was poor"
            sizes.add(counted + sum(grades.isdisjoint(counts) for grades in uncounted))
        named = len(set(stated) & set(judged))
        sizes |= {
            rest.count + (others if rest.others else 0)
            for rest in account.remainders
            for others in (named, len(stated))
            if rest.count
        }
        if not account.pillars and not counts:
            sizes |= {len(union)}  # "good across the board", of all there is to grade
        if judged and len(union) in sizes and counted <= len(union):
            where = tuple(tally.evidence[0] for tally in account.totals[:1])
            return union, False, where
    return (), False, ()


def number(count: int) -> str:
    """A count in words, as a sentence has it."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
