"""What a rule says before it is a finding: signs of areas, a sign of a grade."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.document import Extent
from pipeline.findings import (
    Finding,
    GradeFinding,
    Narrowed,
    Tense,
    Trace,
    Vetoed,
    VetoKind,
)
from pipeline.issues import Code, Issue
from pipeline.link.grades.domains import in_domain
from pipeline.link.page import Page
from pipeline.link.page.dialect import Dialect
from pipeline.link.page.entries import entries_of
from pipeline.link.standing import Standing, Standings
from pipeline.link.tape import UNKNOWN, Sign, Tape

OVERALL_LABEL = "overall"


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule's answer.

    Attributes:
        area: the sign of the area; None for the judgement on the whole.
        grade: the sign of the grade.
        extent: the words that say so.
        rule: the rule's name.
        named: the area as written, where no framework knows it.
        label: the grade as written, where no sign of the text names it.
        rivals: other areas that later rules would give the grade, with their names.
        key: the inspection it belongs to; None: whichever the grade's words are about.
    """

    area: Sign | None
    grade: Sign
    standing: Standing
    extent: Extent
    rule: str
    named: Extent | None = None
    key: int | None = None
    label: str | None = None
    choices: tuple[str, ...] = ()
    context: tuple[Extent, ...] = ()
    rivals: tuple[tuple[Sign, str], ...] = ()


def findings(claim: Claim, page: Page) -> Iterator[Finding | Issue]:
    """What a claim is in the light of its inspections' frameworks."""
    keys = (claim.key,) if claim.key is not None else _keys(claim, page)
    for key in keys:
        dialect = page.dialect_of(key)
        if dialect is not None:
            yield from _for_inspection(claim, key, dialect, page)
    if not keys and not claim.standing.veto:
        yield _about_others(claim)


def _ambiguous(claim: Claim, dialect: Dialect) -> bool:
    """Whether the framework has several areas of that name."""
    return claim.area is not None and claim.area.value in dialect.areas


def has_whole(dialect: Dialect) -> bool:
    """Whether there is a judgement on the whole, or was one."""
    return dialect.overall is not None or dialect.whole_before


def _against(claim: Claim, dialect: Dialect, page: Page) -> Trace | None:
    """What forbids a judgement on the whole, or on what summed up another cycle.

    As in "the force was rated good", "good for efficiency": an inspection by areas
    has no such grade.
    """
    if claim.standing.current and claim.area and claim.area.value in dialect.pillars:
        return Trace("claims.of_another_cycle")
    if claim.area is not None or claim.named is not None:
        return None
    if not _has_whole(claim.standing, dialect):
        entry = f"frameworks/{dialect.framework.slug}.toml"
        return Trace("claims.no_overall_grade", (entry,))
    return Trace("claims.chat") if _chat(claim, page) else None


def _has_whole(standing: Standing, dialect: Dialect) -> bool:
    """Whether there is a judgement on the whole, or the cycle before had one."""
    then = dialect.whole_before and standing.previous and not standing.kept
    return dialect.overall is not None or then


def _chat(claim: Claim, page: Page) -> bool:
    """As in "we are good", said by somebody: no rating verb, no "overall"."""
    if not page.quoted(claim.grade):
        return False
    words = page.document.words(claim.extent).lower()
    return not any(verb in words for verb in page.cues.labelled)


def _keys(claim: Claim, page: Page) -> tuple[int, ...]:
    """The inspections a claim is about: several where its words name several."""
    scope = page.scope
    return scope.keys_in(*claim.extent) or scope.keys_at(claim.grade.start)


def _for_inspection(
    claim: Claim, key: int, dialect: Dialect, page: Page
) -> Iterator[Finding | Issue]:
    grade = claim.grade
    standing = claim.standing
    unknown = (
        grade.kind == UNKNOWN or grade.value not in dialect.framework.grade_by_slug
    )
    if unknown and standing.current and (claim.area or claim.named):
        yield from _unknown_grade(claim, dialect, page)
        return
    if grade.kind == UNKNOWN or (unknown and standing.current):
        return
    if standing.veto:
        return
    veto = _against(claim, dialect, page)
    if veto is not None:
        yield _vetoed(claim, veto)
        return
    yield from _given(claim, key, dialect, page)


def _given(
    claim: Claim, key: int, dialect: Dialect, page: Page
) -> Iterator[Finding | Issue]:
    """What a claim that stands says: a choice, a grade of now, an earlier one."""
    grade, standing = claim.grade, claim.standing
    area, label = _area(claim, dialect, page)
    trace = _trace(claim, area, dialect, page)
    if standing.choice:
        if area is not None and claim.choices:
            choices = frozenset(claim.choices)
            yield Narrowed(key, area, choices, (claim.extent,), trace)
        return
    found = GradeFinding(
        inspection=key,
        area=area,
        area_label=label,
        grade=grade.value,
        grade_label=claim.label or page.document.words(grade.extent),
        evidence=(claim.extent, *claim.context),
        trace=trace,
        quoted=page.quoted(grade),
    )
    if standing.current:
        yield found
        if area is None and not _ambiguous(claim, dialect):
            yield _unknown_area(found)
    if standing.previous:
        yield replace(
            found,
            evidence=standing.with_time(found.evidence),
            tense=Tense.PREVIOUS,
            when=standing.when,
            area_label=label
            if area is not None and _lasting(claim, area, dialect, page)
            else _as_written(claim, page) or label,
        )


def _about_others(claim: Claim) -> Vetoed:
    """Words about a body whose inspection this document does not tell of."""
    return _vetoed(claim, Trace("claims.about_others"))


def _lasting(claim: Claim, area: str, dialect: Dialect, page: Page) -> bool:
    """Whether the words named the same area in every other cycle that knows them."""
    known = page.lexicon.areas
    meant = {
        slug
        for other in dialect.kindred
        for slug in known[other.slug].get(claim.area.value if claim.area else "", ())
    }
    return meant == {area}


def _as_written(claim: Claim, page: Page) -> str:
    return "" if claim.area is None else page.document.words(claim.area.extent)


def _vetoed(claim: Claim, trace: Trace) -> Vetoed:
    return Vetoed(VetoKind.GRADE, claim.grade.extent, trace)


def _trace(claim: Claim, area: str | None, dialect: Dialect, page: Page) -> Trace:
    """The rule, the framework's entries for area and grade, the cues between them."""
    grade = claim.grade.value
    known = (dialect.framework, *dialect.kindred)
    of_area = next((f for f in known if area in f.area_by_slug), None) if area else None
    of_grade = next((f for f in known if grade in f.grade_by_slug), None)
    data = [f"frameworks/{of_area.slug}.toml#{area}"] if of_area else []
    data += [f"frameworks/{of_grade.slug}.toml#{grade}"] if of_grade else []
    data += entries_of((claim.extent, *claim.context), page)
    rivals = tuple(
        f"“{page.document.words(sign.extent)}” by grades.{rule}: "
        f"grades.{claim.rule} reads this grade first"
        for sign, rule in claim.rivals
    )
    return Trace(f"grades.{claim.rule}", tuple(dict.fromkeys(data)), rivals)


def _area(claim: Claim, dialect: Dialect, page: Page) -> tuple[str | None, str]:
    """Slug and label of a claim's area; no slug where its framework knows none."""
    areas = dialect.framework.area_by_slug
    if claim.named is not None:
        return None, page.document.words(claim.named)
    if claim.area is None or claim.area.kind == "O":
        if dialect.overall is None:
            return None, OVERALL_LABEL
        return dialect.overall, areas[dialect.overall].name
    slugs = dialect.areas.get(claim.area.value, ())
    first, _, rest = claim.area.value.partition(" ")
    if not slugs and claim.standing.current and first in dialect.grades:
        slugs = dialect.areas.get(rest, ())  # "good use of resources" of another cycle
    if len(slugs) > 1:
        slugs = in_domain(claim.area, slugs, dialect, page)
    if len(slugs) == 1:
        return slugs[0], areas[slugs[0]].name
    return None, page.document.words(claim.area.extent)


def _unknown_grade(claim: Claim, dialect: Dialect, page: Page) -> Iterator[Issue]:
    label = page.document.words(claim.grade.extent)
    if label.lower() in dialect.framework.not_a_grade:
        return
    yield Issue(
        Code.UNKNOWN_GRADE,
        f"{label!r} is given as a grade, but is none of this scale's",
        (claim.grade.extent,),
    )


def _unknown_area(found: GradeFinding) -> Issue:
    return Issue(
        Code.UNKNOWN_AREA,
        f"{found.area_label!r} has the grade {found.grade_label!r}, "
        "but the framework has no such area",
        found.evidence[:1],
    )


def claim_of(
    tape: Tape, standing: Standings, place: int, area: Sign | None, rule: str
) -> Claim:
    """The claim that a grade governs an area; the extent holds both."""
    grade = tape.signs[place]
    start, end = grade.extent
    if area is not None:
        start, end = min(start, area.start), max(end, area.end)
    return Claim(area, grade, standing[place], Extent(start, end), rule)
