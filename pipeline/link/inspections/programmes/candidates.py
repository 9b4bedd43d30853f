"""Which framework is in force: by inspectorate, kind of body, date and areas named."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from pipeline.knowledge import Framework, Knowledge, once
from pipeline.link.inspections.programmes.cycles import is_recalled, of_named_cycle
from pipeline.link.inspections.subjects import frameworks_for
from pipeline.link.reading import Mention, Reading
from pipeline.wordings import key_of, lexicon
from pipeline.words.patterns import any_of

_NEAR = 24
"""Characters before a grade in which the verb that gives it may stand."""
_LATE = timedelta(days=183)


class InForce(NamedTuple):
    """What an inspection's areas and scale are read by.

    Attributes:
        framework: the likeliest; None where nothing fits at all.
        rivals: slugs of those that fit as well; empty where it is certain.
        lost: those that fit less well, and why, one sentence each.
    """

    framework: Framework | None
    rivals: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


class When(NamedTuple):
    """When the story or its report appeared, or else the visit was, as far as told."""

    published: date | None = None
    visited: date | None = None


@dataclass(frozen=True)
class _Case:
    """What speaks for one framework or another."""

    reading: Reading
    when: When

    @property
    def known(self) -> Knowledge:
        """The data."""
        return self.reading.knowledge

    @cached_property
    def named(self) -> frozenset[str]:
        """Keys of the areas named; a word alone names one only beside a grade.

        "I will be asking for a plan" is not about planning.
        """
        mentions = self.reading.groups.get("areas", ())
        keys = {mention.key for mention in mentions if " " in mention.key}
        for extent in self._graded():
            keys.update(_alone(self.reading.inside("areas", extent)))
        return frozenset(keys)

    def _graded(self) -> Iterator[tuple[int, int]]:
        """The sentences and the rows that hold a grade."""
        sentences = self.reading.groups.get("sentences", ())
        starts = self.reading.starts.get("sentences", ())
        grades = self.reading.groups.get("grades", ())
        for place in sorted({bisect_right(starts, g.start) - 1 for g in grades}):
            if place >= 0:
                yield sentences[place].extent
        for block in self.reading.document.blocks:
            if block.cells and self.reading.inside("grades", block.extent):
                yield block.extent


def _alone(mentions: Sequence[Mention]) -> Iterator[str]:
    """Keys of one word that are no part of a longer name of an area."""
    reached = -1
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if " " not in mention.key and mention.end > reached:
            yield mention.key
        reached = max(reached, mention.end)


_Left = Sequence[Framework]
_Step = Callable[[_Case, _Left], tuple[_Left, str]]
"""Who of those left goes on, and why the others do not; all go on where nobody does."""


def in_force(
    reading: Reading,
    inspectorates: Iterable[str],
    body_type: str | None,
    when: When,
) -> InForce:
    """Decide for one inspection; what remains in doubt stays as rivals."""
    case = _Case(reading, when)
    left: _Left = _candidates(case, set(inspectorates), body_type)
    lost: list[str] = []
    for step in STEPS:
        if len(left) < 2:  # noqa: PLR2004 - one alone has no rivals
            break
        ahead, why = step(case, left)
        if ahead:
            slugs = {each.slug for each in ahead}
            lost += [f"{each.slug}: {why}" for each in left if each.slug not in slugs]
            left = ahead
    if not left:
        return InForce(None)
    leaders = sorted(
        left, key=lambda f: (not f.whole, f.last_year is not None, -f.first_year)
    )
    rivals = tuple(f.slug for f in leaders) if len(leaders) > 1 else ()
    return InForce(leaders[0], rivals, tuple(lost))


def _candidates(
    case: _Case, inspecting: set[str], body_type: str | None
) -> list[Framework]:
    """Those by which such an inspectorate inspects such a body, if spoken of."""
    text = case.reading.document.text.lower()
    able = (
        case.known.frameworks.values()
        if body_type is None
        else frameworks_for(case.known).get(body_type, ())
    )
    return [
        framework
        for framework in able
        if framework.inspectorate in inspecting and _spoken_of(framework, text)
    ]


def _spoken_of(framework: Framework, text: str) -> bool:
    """Whether the text speaks of a programme that is not the usual one."""
    return not framework.only_if or any(words in text for words in framework.only_if)


def about_the_day(case: _Case, left: _Left) -> tuple[_Left, str]:
    """In force then or, since reports come late, half a year before.

    Where only the visit is dated, its report may have come half a year after.
    """
    told = case.when.published or case.when.visited
    if told is None:
        return (), ""
    late = told - _LATE if case.when.published else told + _LATE
    near = [f for f in left if f.in_force(told) or f.in_force(late)]
    return near, f"not in force about {told}"


def cycle_named(case: _Case, left: _Left) -> tuple[_Left, str]:
    """The text itself names the cycle."""
    return of_named_cycle(case.reading, left), "the text names another cycle"


def scale_known(case: _Case, left: _Left) -> tuple[_Left, str]:
    """Of each programme those whose scale knows most of the grades the text gives.

    A cycle may bring a new grade: "adequate" tells it from the one before. A programme
    whose scale knows none of them gives way to any that knows one.
    """
    given = _given(case.reading)
    known = lexicon(case.known).grades
    scores = {f.slug: len(given & known[f.slug].keys()) for f in left}
    best: dict[str, int] = {}
    for f in left:
        best[f.programme] = max(best.get(f.programme, 0), scores[f.slug])
    least = min(1, max(scores.values()))
    ahead = [
        f
        for f in left
        if scores[f.slug] == max(best[f.programme], least) or not f.scale
    ]
    return ahead, "its scale knows fewer of the grades given"


def areas_known(case: _Case, left: _Left) -> tuple[_Left, str]:
    """Most of the areas that the text names are areas of theirs."""
    meant = lexicon(case.known).areas
    scores = {
        f.slug: len({slug for key in case.named for slug in meant[f.slug].get(key, ())})
        for f in left
    }
    best = max(scores.values())
    ahead = [f for f in left if scores[f.slug] == best]
    return ahead, "it knows fewer of the areas that the text names"


def on_the_day(case: _Case, left: _Left) -> tuple[_Left, str]:
    """In force on the day itself."""
    day = case.when.published
    current = [f for f in left if f.in_force(day)] if day else ()
    return current, f"not in force on {day}"


def labels_used(case: _Case, left: _Left) -> tuple[_Left, str]:
    """Cycles know each other's wordings, but each has labels of its own."""
    labels = _labels(case.known)
    scores = {f.slug: len(case.named & labels[f.slug]) for f in left}
    best = max(scores.values())
    ahead = [f for f in left if scores[f.slug] == best]
    return ahead, "fewer of the areas bear the names that it has for them"


def without_grades(case: _Case, left: _Left) -> tuple[_Left, str]:
    """A visit that grades nothing names no areas either."""
    meant = lexicon(case.known).areas
    if any(case.named & meant[f.slug].keys() for f in left):
        return (), ""
    visits = [f for f in left if f.only_if and not f.areas]
    return visits, "it is of inspections that give grades"


STEPS: tuple[_Step, ...] = (
    about_the_day,
    cycle_named,
    scale_known,
    areas_known,
    on_the_day,
    labels_used,
    without_grades,
)
"""In order of trust: areas that a cycle does not have weigh more than a month, and a
month more than which of two names an area has."""


@once
def _giving(known: Knowledge) -> re.Pattern[str]:
    """What stands before a grade that is given: a mark, a verb."""
    given = any_of(known.words("tenses", "given"))
    return re.compile(rf"(?:[‘'“\"(]|[:–—] |\b(?:{given}|were|was)\b[\w ,]{{0,20}})$")


def _given(reading: Reading) -> set[str]:
    """The grades that the text gives.

    A word is one where it is in marks, follows a verb that gives grades, or is all of
    a cell.
    """
    text = reading.document.text
    giving = _giving(reading.knowledge)
    given = {
        mention.key
        for mention in reading.groups.get("grades", ())
        if giving.search(text, max(0, mention.start - _NEAR), mention.start)
        and not is_recalled(reading, mention.start)
    }
    return given | _in_cells(reading)


def _in_cells(reading: Reading) -> set[str]:
    """The grades that fill a cell of a table."""
    cells = {cell for block in reading.document.blocks for cell in block.cells}
    grades = reading.groups.get("grades", ()) if cells else ()
    return {mention.key for mention in grades if mention.extent in cells}


@once
def _labels(known: Knowledge) -> Mapping[str, frozenset[str]]:
    """By framework, the keys of its areas' labels."""
    words = lexicon(known)
    return {
        framework.slug: frozenset(
            key_of(label, words.families, words.fillers)
            for area in framework.areas
            for label in (area.label, area.name)
        )
        for framework in known.frameworks.values()
    }
