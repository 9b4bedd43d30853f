"""What "all areas" and "the other three" of an earlier inspection were graded."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import GradeFinding, Tense, Trace
from pipeline.knowledge import Area
from pipeline.link.page import Page
from pipeline.link.page.dialect import Dialect
from pipeline.link.standing import Standing
from pipeline.link.tape import Sign, Tape

BOTH = 2


@dataclass(frozen=True, slots=True)
class Said:
    """Words about all areas of then, or about all others.

    Attributes:
        tape: of the sentence.
        words: the signs that say so, a number among them or none.
        left_out: the areas that are excepted.
        others: whether the areas that the sentence names are left out too.
    """

    tape: Tape
    words: Sequence[Sign]
    left_out: Collection[str]
    others: bool


def of_all(
    said: Said, grade: Sign, stands: Standing, key: int, page: Page
) -> Iterator[GradeFinding]:
    """As in "it had been rated good in all areas in 2021"."""
    dialect = page.dialect_of(key)
    if dialect is None:
        return
    if said.others:
        areas = _others_then(said, dialect, page)
    else:
        areas = _judged_then(said.words, dialect, page)
    own = dialect.framework.area_by_slug
    for area in areas:
        if area.slug in said.left_out:
            continue
        yield GradeFinding(
            inspection=key,
            area=area.slug if area.slug in own else None,
            area_label=area.name,
            grade=grade.value,
            grade_label=page.document.words(grade.extent),
            evidence=stands.with_time((grade.extent,)),
            trace=Trace("tallies.all_earlier"),
            tense=Tense.PREVIOUS,
            when=stands.when,
        )


def _others_then(said: Said, dialect: Dialect, page: Page) -> list[Area]:
    """All that the cycle grades but what the sentence names, if they are so many."""
    named = {
        slug
        for sign in said.tape.of("Aa")
        for slug in dialect.areas.get(sign.value, ())
    }
    if not named:
        return []
    others = [a for a in _judged_then((), dialect, page) if a.slug not in named]
    numbers = [int(sign.value) for sign in said.words if sign.kind == "N"]
    return others if not numbers or numbers == [len(others)] else []


def _judged_then(counted: Sequence[Sign], dialect: Dialect, page: Page) -> list[Area]:
    """The areas that "all areas", "all three pillars" of an earlier inspection were.

    Pillars are areas with others under them; a story of a cycle that has none means
    those of the nearest cycle that had. A number that is not theirs means others.
    """
    said = {sign.value for sign in counted}
    numbers = {int(sign.value) for sign in counted if sign.kind == "N"}
    numbers |= {BOTH} if "both" in said else set()
    if not said & page.cues.pillars:
        areas = [
            area
            for area in dialect.framework.areas
            if area.graded == "always" and area.slug not in dialect.framework.whole
        ]
        if not numbers or numbers == {len(areas)}:
            return areas
        areas = [
            area
            for area in dialect.framework.areas
            if area.graded != "never" and area.slug not in dialect.framework.whole
        ]
        if numbers == {len(areas)}:
            return areas
    for framework in (dialect.framework, *dialect.kindred):
        pillars = framework.pillars
        if pillars:
            return list(pillars) if not numbers or numbers == {len(pillars)} else []
    return []
