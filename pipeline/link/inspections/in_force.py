"""Which framework is in force: by inspectorate, kind of body, date and areas named."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.knowledge import Framework, Knowledge, once
from pipeline.link.inspections.subjects import frameworks_for
from pipeline.link.reading import Reading
from pipeline.patterns import any_of
from pipeline.wordings import key_of, lexicon

_NEAR = 24
"""Characters before a grade in which the verb that gives it may stand."""
_RECALLED = 48
"""Characters before a cycle in which the words "previous inspection" may stand."""
_LATE = timedelta(days=183)


class _Words(NamedTuple):
    """Words of `cues/tenses.toml`, as they stand before a grade or a cycle.

    Attributes:
        given: what gives the grade that follows.
        earlier: of an inspection before this one.
    """

    given: re.Pattern[str]
    earlier: re.Pattern[str]


@once
def _words(known: Knowledge) -> _Words:
    given, earlier, inspection = (
        any_of(known.words("tenses", name))
        for name in ("given", "earlier", "inspection")
    )
    return _Words(
        re.compile(rf"(?:[‘'“\"(]|[:–—] |\b(?:{given}|were|was)\b[\w ,]{{0,20}})$"),
        re.compile(
            rf"\b(?:{earlier}) (?:\w+ )?(?:{inspection})\b[^.;]*$", re.IGNORECASE
        ),
    )


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
    """When the story appeared, or else the visit was, as far as it is told."""

    published: date | None = None
    visited: date | None = None


class _Race:
    """Frameworks of which one is in force: some fall behind, and why is kept."""

    def __init__(self, candidates: Sequence[Framework]) -> None:
        self.left = list(candidates)
        self.lost: list[str] = []

    def keep(self, some: Sequence[Framework], why: str) -> None:
        """Go on with some of them, unless none would be left."""
        if not some:
            return
        kept = {each.slug for each in some}
        fallen = [each.slug for each in self.left if each.slug not in kept]
        self.lost += [f"{slug}: {why}" for slug in fallen]
        self.left = list(some)


def in_force(
    reading: Reading,
    inspectorates: Iterable[str],
    body_type: str | None,
    when: When,
) -> InForce:
    """Decide for one inspection; what remains in doubt stays as rivals."""
    known = reading.knowledge
    text = reading.document.text.lower()
    inspecting = set(inspectorates)
    able = (
        known.frameworks.values()
        if body_type is None
        else frameworks_for(known).get(body_type, ())
    )
    candidates = [
        framework
        for framework in able
        if framework.inspectorate in inspecting and _spoken_of(framework, text)
    ]
    race = _Race(candidates)
    published = when.published
    if told := published or when.visited:
        dated = [f for f in race.left if _about_in_force(f, told, published)]
        race.keep(dated, f"not in force about {told}")
    race.keep(_named(reading, race.left), "the text names another cycle")
    race.keep(_graded(reading, race.left), "its scale knows fewer of the grades given")
    if not race.left:
        return InForce(None)
    named = frozenset(mention.key for mention in reading.groups.get("areas", ()))
    scores = {f.slug: _areas_named(named, known, f) for f in race.left}
    best = max(scores.values())
    leading = [f for f in race.left if scores[f.slug] == best]
    race.keep(leading, "it knows fewer of the areas that the text names")
    if published:
        current = [f for f in race.left if f.in_force(published)]
        race.keep(current, f"not in force on {published}")
    if not best:  # a visit that grades nothing names no areas either
        visits = [f for f in race.left if f.only_if and not f.areas]
        race.keep(visits, "it is of inspections that give grades")
    leaders = sorted(
        race.left, key=lambda f: (not f.whole, f.last_year is not None, -f.first_year)
    )
    rivals = tuple(f.slug for f in leaders) if len(leaders) > 1 else ()
    return InForce(leaders[0], rivals, tuple(race.lost))


def _about_in_force(framework: Framework, told: date, published: date | None) -> bool:
    """Whether it was in force then or, since reports come late, half a year before.

    Where only the visit is dated, its report may have come half a year after.
    """
    late = told - _LATE if published else told + _LATE
    return framework.in_force(told) or framework.in_force(late)


def _spoken_of(framework: Framework, text: str) -> bool:
    """Whether the text speaks of a programme that is not the usual one."""
    return not framework.only_if or any(words in text for words in framework.only_if)


def _named(reading: Reading, candidates: Sequence[Framework]) -> list[Framework]:
    """Those whose cycle the text itself names: "PEEL 2023-25", "2018/19"."""
    text = reading.document.text
    earlier = _words(reading.knowledge).earlier
    cycles = {
        _plain(mention.key)
        for mention in reading.groups.get("dates", ())
        if mention.label == "cycle"
        and not earlier.search(text, max(0, mention.start - _RECALLED), mention.start)
    }
    return [f for f in candidates if _plain(f.cycle) in cycles]


def _in_cells(reading: Reading) -> set[str]:
    """The grades that fill a cell of a table."""
    cells = {cell for block in reading.document.blocks for cell in block.cells}
    grades = reading.groups.get("grades", ()) if cells else ()
    return {mention.key for mention in grades if mention.extent in cells}


def _graded(reading: Reading, candidates: Sequence[Framework]) -> list[Framework]:
    """Of each programme those whose scale knows most of the grades the text gives.

    A cycle may bring a new grade: "adequate" tells it from the one before. A word
    counts as a grade where it is in marks, follows a verb that gives grades, or is
    all of a cell.
    """
    text = reading.document.text
    words = _words(reading.knowledge)
    given = {
        mention.key
        for mention in reading.groups.get("grades", ())
        if words.given.search(text, max(0, mention.start - _NEAR), mention.start)
        and not words.earlier.search(
            text, max(0, mention.start - _RECALLED), mention.start
        )
    }
    given |= _in_cells(reading)
    known = lexicon(reading.knowledge).grades
    scores = {f.slug: len(given & known[f.slug].keys()) for f in candidates}
    best: dict[str, int] = {}
    for f in candidates:
        best[f.programme] = max(best.get(f.programme, 0), scores[f.slug])
    return [f for f in candidates if scores[f.slug] == best[f.programme] or not f.scale]


def _plain(cycle: str) -> str:
    """First and last year of a cycle, as `2018-19`."""
    first, _, last = cycle.replace("/", "-").replace("–", "-").partition("-")
    return f"{first.strip()}-{last.strip()[-2:]}"


def _areas_named(keys: frozenset[str], known: Knowledge, framework: Framework) -> int:
    """How much of what the text names the framework knows; its own labels count twice.

    Cycles that follow each other know each other's wordings, but each has its labels.
    """
    meant = lexicon(known).areas.get(framework.slug, {})
    areas = {slug for key in keys & meant.keys() for slug in meant[key]}
    return len(areas) + len(keys & _labels(known)[framework.slug])


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
