"""Which documents a person should look at first, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.coverage import Miss
from pipeline.records import Record

SEVERITY = {"error": 8, "warning": 4, "info": 1}
"""What an issue weighs."""
UNSURE_SPEAKERS = frozenset({"pronoun", "adjacent", "lead_in"})
"""Ways to find a speaker that are right less often than a cue beside a name."""
DROPPED = 4
"""What text that a reader left out weighs beyond its issue."""
MISSES_AT_MOST = 10
"""Points that possible misses give together: they are only possible."""


class Risk(NamedTuple):
    """How likely a document is wrong somewhere: points, and what they are for."""

    score: int
    reasons: tuple[str, ...]


def risk_of(record: Record, misses: Sequence[Miss]) -> Risk:
    """Points for all that may mislead; what a person has settled gives none."""
    points: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for reason, weight in (*_issues(record), *_quotes(record), *_grades(record)):
        points[reason] += weight
        counts[reason] += 1
    if near := sum(miss.near for miss in misses):
        points["possible miss"] = min(2 * near, MISSES_AT_MOST)
        counts["possible miss"] = near
    return Risk(
        points.total(),
        tuple(
            f"{reason} × {counts[reason]}" if counts[reason] > 1 else reason
            for reason, _ in points.most_common()
        ),
    )


def _issues(record: Record) -> Iterator[tuple[str, int]]:
    for issue in record.issues:
        extra = DROPPED if issue.code == "text_dropped" else 0
        yield issue.code.replace("_", " "), SEVERITY[issue.severity] + extra


def _quotes(record: Record) -> Iterator[tuple[str, int]]:
    settled = {correction.cell for correction in record.corrections}
    told = any(issue.code == "unattributed_quote" for issue in record.issues)
    for quote in record.quotes:
        if f"quote/{quote.parts[0].start}" in settled:
            continue
        if quote.speaker is None and not told:
            yield "quote without a speaker", 3
        elif quote.speaker and quote.speaker.resolved_by in UNSURE_SPEAKERS:
            yield "speaker from afar", 1


def _grades(record: Record) -> Iterator[tuple[str, int]]:
    for inspection in record.inspections:
        if inspection.framework is None:
            yield "framework not certain", 2
        if not inspection.grades and record.document.kind != "inspection_letter":
            yield "body without grades", 2
        for grade in inspection.grades:
            if grade.basis == "deduced" and not grade.corrected:
                yield "deduced grade", 1
            if grade.area is None:
                yield "unknown area", 2
