"""Why a grade follows, in one sentence that a reader understands at once."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.document import Extent
from pipeline.reconcile.account import Account
from pipeline.reconcile.constraints import Problem, number

Words = Callable[[Extent], str]
"""The words of the document at an extent."""
POLARITY = "lines.polarity"
_MARK = re.compile(r"[“”\"]|(?<!\w)['‘’]|['‘’](?!\w)")
"""A quotation mark, and no apostrophe."""


def derivation(
    area: str,
    problem: Problem,
    grades: Mapping[str, str],
    account: Account,
    words: Words,
) -> str:
    """The premises of a proof, and what they leave.

    Args:
        area: the one whose grade follows.
        problem: the constraints it follows from.
        grades: by area, what is stated or follows.
        account: what the text says.
        words: the document's, for the headings and phrases it leans on.
    """
    framework = account.framework
    if framework is None:
        raise ValueError("nothing is deduced without a framework")
    labels = {grade.slug: grade.label.lower() for grade in framework.scale}
    size = number(len(problem.areas))
    judged = f"{size} area{'s' if len(problem.areas) > 1 else ''}"
    counts = _joined(
        [
            f"{number(problem.counts[slug])} {label}"
            for slug, label in labels.items()
            if problem.counts.get(slug)
        ]
    )
    says = _joined([f"“{_plain(words(extent))}”" for extent in _sayings(account)])
    told = [f"counts {counts}"] * bool(counts) + [f"says {says}"] * bool(says)
    if problem.listed:
        first = f"The article lists {judged}"
        first += f" and {', and '.join(told)}" if told else ""
    else:
        first = f"This inspection grades {judged}"
        first += f", and the article {', and '.join(told)}" if told else ""
    premises = _joined(list(_premises(area, problem, grades, account, words)))
    given = f"with {premises}, " if premises else ""
    left = (
        f"only {labels[grades[area]]} is left for {framework.area_by_slug[area].name}"
    )
    return f"{first}; {given}{left}."


def excluded(
    area: str,
    problem: Problem,
    grades: Mapping[str, str],
    account: Account,
    words: Words,
) -> Iterator[str]:
    """Why an area has none of the other grades of the scale, a sentence for each."""
    framework = account.framework
    everything = sum(problem.counts.values()) == len(problem.areas)
    for grade in framework.scale if framework else ():
        if grade.slug == grades[area] or framework is None:
            continue
        count = problem.counts.get(grade.slug, 0)
        having = [a for a in problem.areas if grades.get(a) == grade.slug]
        if grade.slug not in problem.domains[area]:
            why = _ruled_out(area, grade.slug, account, words)
        elif not count and everything:
            why = f"the counts add up to all {number(len(problem.areas))} without it"
        elif count and len(having) == count:
            names = _joined([framework.area_by_slug[a].name for a in having])
            why = f"{number(count)} counted, and taken by {names}"
        else:
            why = "the counts leave no place for it"
        yield f"{grade.label}: {why}"


def _ruled_out(area: str, grade: str, account: Account, words: Words) -> str:
    """The words that keep an area from a grade."""
    told = [
        narrowed.evidence[-1]
        for narrowed in account.narrowed
        if narrowed.area == area and grade not in narrowed.grades
    ]
    told += (r.evidence[-1] for r in account.remainders if grade not in r.grades)
    told += _sayings(account)
    return f"ruled out by “{_plain(words(told[0]))}”" if told else "ruled out"


def _sayings(account: Account) -> list[Extent]:
    """The phrases about all areas, the rest, the best or the worst."""
    spans = [extent for rest in account.remainders for extent in rest.evidence]
    spans += (extent for extreme in account.extremes for extent in extreme.evidence)
    return list(dict.fromkeys(spans))


def _premises(
    area: str,
    problem: Problem,
    grades: Mapping[str, str],
    account: Account,
    words: Words,
) -> Iterator[str]:
    """What is known of some of the areas before this one's turn comes."""
    stated = len(problem.stated & problem.domains.keys())
    if stated:
        yield f"{number(stated)} grade{'s' if stated > 1 else ''} stated"
    under: dict[Extent, list[str]] = {}
    for narrowed in account.narrowed:
        open_ = narrowed.area in problem.domains and narrowed.area not in problem.stated
        if open_ and narrowed.trace.rule == POLARITY:
            under.setdefault(narrowed.evidence[-1], []).append(narrowed.area)
    for heading, areas in under.items():
        title = f"“{_plain(words(heading))}”"
        if area in areas:
            yield f"this one standing under {title}"
        else:
            yield _taking(list(dict.fromkeys(areas)), title, problem, grades)


def _taking(
    areas: Sequence[str], title: str, problem: Problem, grades: Mapping[str, str]
) -> str:
    """As in "the two areas under “What went well?” taking both good ones"."""
    several = len(areas) > 1
    group = f"the {number(len(areas)) + ' areas' if several else 'area'} under {title}"
    given = {grades.get(area) for area in areas}
    if len(given) == 1 and None not in given:
        (grade,) = given
        count = problem.counts.get(grade or "", 0)
        if count == len(areas):
            all_ = {1: "the only", 2: "both"}.get(count, f"all {number(count)}")
            label = (grade or "").replace("_", " ")
            return f"{group} taking {all_} {label} one{'s' if several else ''}"
    return f"{group} in {'their' if several else 'its'} half of the scale"


def _plain(words: str) -> str:
    """On one line, without marks that would stand inside the sentence's own."""
    return " ".join(_MARK.sub("", words).split())


def _joined(parts: Sequence[str]) -> str:
    """As in "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 - one part is not joined
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
