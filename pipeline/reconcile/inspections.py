"""Account → records.Inspection: grades stated and deduced, and why others are null."""

from collections.abc import Iterable, Sequence

from pipeline.document import Extent
from pipeline.findings import InspectionFinding
from pipeline.findings import Trace as FoundTrace
from pipeline.issues import Code, Issue
from pipeline.reconcile.account import Account
from pipeline.reconcile.constraints import Problem, problem_of
from pipeline.reconcile.proofs import Proof, proofs
from pipeline.reconcile.spans import Spans, origin_record
from pipeline.reconcile.trust import Cell
from pipeline.records import (
    Body,
    Constraints,
    Grade,
    Inspection,
    Missing,
    Origin,
    PreviousGrade,
    Span,
    Tally,
    Trace,
)


def inspection_record(
    spans: Spans, account: Account, issues: Sequence[Issue]
) -> Inspection:
    """The record of one inspection."""
    found = account.inspection
    problem = problem_of(account)
    grades = _grades(spans, account, problem)
    return Inspection(
        inspectorate=found.inspectorate,
        framework=found.framework,
        programme=found.programme,
        body=_body(spans, found),
        inspected_from=found.inspected_from,
        inspected_to=found.inspected_to,
        published=found.published,
        lead_inspector=found.lead_inspector,
        grades=grades,
        previous_grades=[_previous(spans, cell) for cell in account.earlier],
        tallies=[
            Tally(
                grade=tally.grade,
                count=tally.count,
                evidence=_spans(spans, tally.evidence),
                rule=tally.trace.rule,
                trace=_trace(tally.trace),
            )
            for tally in account.tallies
            if tally.grade is not None
        ],
        missing=_missing(account, grades, issues),
        constraints=_constraints(account, problem) if problem else None,
        trace=Trace(
            data=list(found.trace.data),
            rivals=[f"{slug} fits as well" for slug in found.rivals]
            + [*found.trace.rivals],
        ),
        origins={
            "body": Origin(rule=found.trace.rule),
            **{name: origin_record(spans, o) for name, o in found.origins.items()},
        },
    )


def _constraints(account: Account, problem: Problem) -> Constraints:
    """What a deduction rests on, best grades first."""
    scale = account.framework.grade_by_slug if account.framework else {}
    domains = {
        area: [slug for slug in scale if slug in problem.domains[area]]
        for area in problem.areas
    }
    return Constraints(domains=domains, counts=dict(problem.counts))


def _grades(spans: Spans, account: Account, problem: Problem | None) -> list[Grade]:
    """Stated ones, then deduced ones; a quotation alone gives way to a proof."""
    found = proofs(account, problem, spans.document.words)
    proven = {proof.area: proof for proof in found}
    stated: list[Cell] = []
    said: dict[str | None, Cell] = {}
    for cell in account.cells:
        proof = proven.get(cell.area or "") if cell.quoted_only else None
        if proof is not None and proof.grade == cell.grade:
            said[cell.area] = cell
        else:
            stated.append(cell)
    areas = {cell.area for cell in stated}
    return [_stated(spans, cell) for cell in stated] + [
        _deduced(spans, proof, account, said.get(area))
        for area, proof in proven.items()
        if area not in areas
    ]


def _stated(spans: Spans, cell: Cell) -> Grade:
    trace = cell.best.trace
    return Grade(
        area=cell.area,
        area_label=cell.area_label,
        grade=cell.grade,
        grade_label=cell.best.grade_label,
        basis="stated",
        derivation=None,
        evidence=_spans(spans, cell.evidence),
        rule=trace.rule,
        trace=_trace(trace, cell.rivals),
    )


def _deduced(spans: Spans, proof: Proof, account: Account, said: Cell | None) -> Grade:
    framework = account.framework
    if framework is None:
        raise ValueError("nothing is deduced without a framework")
    evidence = (*proof.evidence, *(said.evidence if said else ()))
    return Grade(
        area=proof.area,
        area_label=framework.area_by_slug[proof.area].name,
        grade=proof.grade,
        grade_label=framework.grade_by_slug[proof.grade].label,
        basis="deduced",
        derivation=proof.derivation,
        evidence=_spans(spans, evidence),
        rule=proof.trace.rule,
        trace=_trace(proof.trace),
    )


def _previous(spans: Spans, cell: Cell) -> PreviousGrade:
    when = next((f.when for f in cell.findings if f.when), None)
    return PreviousGrade(
        area=cell.area,
        area_label=cell.area_label,
        grade=cell.grade,
        grade_label=cell.best.grade_label,
        when=when,
        evidence=_spans(spans, cell.evidence),
        rule=cell.best.trace.rule,
        trace=_trace(cell.best.trace, cell.rivals),
    )


def _body(spans: Spans, found: InspectionFinding) -> Body:
    return Body(
        id=found.body_id,
        name=found.body_name,
        type=found.body_type,
        evidence=_spans(spans, found.evidence),
    )


def _missing(
    account: Account, grades: Iterable[Grade], issues: Sequence[Issue]
) -> list[Missing]:
    """Why an area that the framework grades has no grade here."""
    framework = account.framework
    if framework is None or account.inspection.framework is None:
        reason = "ambiguous" if account.inspection.rivals else "not_stated"
        return [Missing.model_validate({"field": "framework", "reason": reason})]
    have = {grade.area for grade in grades}
    lost = any(issue.code is Code.LIST_MISSING for issue in issues)
    unsure = {narrowed.area for narrowed in account.narrowed}
    found = []
    for area in framework.areas:
        if area.slug in have:
            continue
        if area.graded == "never":
            found.append(Missing(field=area.slug, reason="not_graded_by_design"))
        elif area.graded == "always":
            reason = "list_missing" if lost else "not_stated"
            if area.slug in unsure:
                reason = "ambiguous"
            found.append(Missing.model_validate({"field": area.slug, "reason": reason}))
    return found


def _spans(spans: Spans, extents: Iterable[Extent]) -> list[Span]:
    return [spans(extent) for extent in dict.fromkeys(extents)]


def _trace(trace: FoundTrace, rivals: Sequence[str] = ()) -> Trace:
    return Trace(data=list(trace.data), rivals=[*trace.rivals, *rivals])
