"""What a correction changes in the cells beside it: deductions, made anew."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.corrections.content import (
    GradeContent,
    InspectionContent,
    IssueContent,
    RecordContent,
)
from pipeline.deduce import deduced

RULE = "corrections.deduced_anew"


def deduced_anew(
    before: Sequence[InspectionContent | None],
    content: RecordContent,
    accepted: Collection[tuple[int, str]],
) -> None:
    """Deduce again wherever a correction has changed what a deduction rested on.

    The constraints are those that the text gave, with the corrected grades and counts
    in the place of the rules'. Where they leave a neighbour another grade it has that,
    and says so; where they leave it open, or nothing fits any more, it has none.

    Args:
        before: the inspections as the rules made them.
        content: the corrected record; what is taken out is None.
        accepted: inspections and areas whose deduced grade a person found right.
    """
    for place, (old, new) in enumerate(
        zip(before, content["inspections"], strict=True)
    ):
        if old is None or new is None or not new["constraints"]:
            continue
        settled = {area for number, area in accepted if number == place}
        same_counts = _counts(old, old) == _counts(old, new)
        if not same_counts or _stated(old, ()) != _stated(new, ()):
            _redo(old, new, settled, content["issues"])


def _stated(inspection: InspectionContent, settled: Collection[str]) -> dict[str, str]:
    """Area to grade, where nothing needs to be deduced."""
    return {
        grade["area"]: grade["grade"]
        for grade in filter(None, inspection["grades"])
        if grade["area"] and (grade["basis"] == "stated" or grade["area"] in settled)
    }


def _counts(old: InspectionContent, new: InspectionContent) -> dict[str, int]:
    """Areas by grade: as the text counts them, and as a person does."""
    constraints = old["constraints"]
    counts = dict(constraints["counts"]) if constraints else {}
    for was, now in zip(old["tallies"], new["tallies"], strict=True):
        if was and now is None:
            counts.pop(was["grade"], None)
        elif was and now:
            counts[was["grade"]] = now["count"]
    return counts


def _redo(
    old: InspectionContent,
    new: InspectionContent,
    settled: Collection[str],
    issues: list[IssueContent],
) -> None:
    given = _stated(new, settled)
    had = _stated(old, ())
    constraints = new["constraints"]
    open_ = constraints["domains"] if constraints else {}
    counts = _counts(old, new)
    scale = frozenset(grade for domain in open_.values() for grade in domain)
    domains: dict[str, frozenset[str]] = {}
    for area, domain in open_.items():
        taken_out = area in had and area not in given
        told = scale | counts.keys() if taken_out else domain
        domains[area] = frozenset((given[area],) if area in given else told)
    found = deduced(domains, counts, given)
    because = _because(new)
    evidence = [e for t in filter(None, new["tallies"]) for e in t["evidence"][:1]]
    if found is None:
        message = f"{because}, the counts fit no more: nothing is deduced"
        issues.append(
            {
                "code": "tally_mismatch",
                "severity": "warning",
                "message": message,
                "evidence": evidence,
            }
        )
    _replace(new, found or {}, settled, because)
    _name_missing(new, old, "ambiguous" if found is not None else "contradicted")


def _replace(
    inspection: InspectionContent,
    found: Mapping[str, str],
    settled: Collection[str],
    because: str,
) -> None:
    """Put what follows now in the place of what followed before."""
    for place, grade in enumerate(inspection["grades"]):
        if grade and grade["basis"] == "deduced" and grade["area"] not in settled:
            now = found.get(grade["area"] or "")
            inspection["grades"][place] = _anew(grade, now, because) if now else None


def _name_missing(
    inspection: InspectionContent, old: InspectionContent, reason: str
) -> None:
    """Say why areas that had a deduced grade have none now."""
    have = {grade["area"] for grade in filter(None, inspection["grades"])}
    for grade in filter(None, old["grades"]):
        area = grade["area"]
        if area and grade["basis"] == "deduced" and area not in have:
            inspection["missing"].append({"field": area, "reason": reason})


def _anew(grade: GradeContent, slug: str, because: str) -> GradeContent:
    """A deduced grade after a correction beside it; the trace keeps what it was."""
    label = slug.replace("_", " ")
    lost = f"{grade['grade']} by {grade['rule']}, before the correction"
    same = grade["grade"] == slug
    trace = grade["trace"]
    return grade | {
        "grade": slug,
        "grade_label": grade["grade_label"] if same else label,
        "derivation": f"{because}, the text's own counts and headings leave only "
        f"{label} for {grade['area_label']}.",
        "rule": RULE,
        "trace": {
            "data": trace["data"] if trace else [],
            "rivals": [] if same else [lost],
        },
    }


def _because(inspection: InspectionContent) -> str:
    """As in "With Leadership corrected to good"."""
    told = list(_corrected(inspection))
    return f"With {' and '.join(told)}" if told else "With a cell taken out"


def _corrected(inspection: InspectionContent) -> Iterator[str]:
    for grade in filter(None, inspection["grades"]):
        if grade.get("corrected"):
            label = grade["grade"].replace("_", " ")
            yield f"{grade['area_label']} corrected to {label}"
    for tally in filter(None, inspection["tallies"]):
        if tally["corrected"]:
            label = tally["grade"].replace("_", " ")
            yield f"the count of {label} corrected to {tally['count']}"
