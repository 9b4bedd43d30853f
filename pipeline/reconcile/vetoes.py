"""Vetoed → records.Veto: what was not taken, unless another rule took it after all."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from pipeline.document import Extent
from pipeline.findings import (
    Finding,
    GradeFinding,
    Narrowed,
    QuoteFinding,
    Remainder,
    TallyFinding,
    Vetoed,
    VetoKind,
)
from pipeline.reconcile.spans import Spans
from pipeline.records import Trace, Veto


def veto_records(spans: Spans, findings: Iterable[Finding]) -> list[Veto]:
    """The vetoes in the order of the text, each of the words once."""
    everything = list(findings)
    vetoed = [finding for finding in everything if isinstance(finding, Vetoed)]
    if not vetoed:
        return []
    taken = _taken(everything)
    found: dict[tuple[Extent, VetoKind], Vetoed] = {}
    for veto in sorted(vetoed, key=lambda veto: veto.words):
        if not taken[veto.kind].covers(veto.words):
            found.setdefault((veto.words, veto.kind), veto)
    return [_record(spans, veto) for veto in found.values()]


class _Taken:
    """Stretches of the text that can be asked whether one of them covers some words."""

    def __init__(self, extents: Iterable[Extent]) -> None:
        ordered = sorted(extents)
        self.starts = [extent.start for extent in ordered]
        self.reach = list(accumulate((extent.end for extent in ordered), max))

    def covers(self, words: Extent) -> bool:
        """Whether one stretch holds all of the words."""
        place = bisect_right(self.starts, words.start)
        return place > 0 and self.reach[place - 1] >= words.end


def _taken(findings: Iterable[Finding]) -> dict[VetoKind, _Taken]:
    """What is a tally or a quote after all; a grade is vetoed with its count.

    The marks around a grade that is taken make no quotation of it.
    """
    quotes: list[Extent] = []
    tallies: list[Extent] = []
    grades: list[Extent] = []
    for finding in findings:
        if isinstance(finding, QuoteFinding):
            quotes += finding.parts
        elif isinstance(finding, TallyFinding):
            tallies += finding.evidence
            quotes += finding.evidence
        elif isinstance(finding, GradeFinding):
            quotes += finding.evidence
        elif isinstance(finding, Narrowed | Remainder):
            grades += finding.evidence
        elif isinstance(finding, Vetoed) and finding.kind is VetoKind.TALLY:
            grades.append(finding.words)
    return {
        VetoKind.QUOTE: _Taken(quotes),
        VetoKind.TALLY: _Taken(tallies),
        VetoKind.GRADE: _Taken([*tallies, *grades]),
    }


def _record(spans: Spans, veto: Vetoed) -> Veto:
    extents = [veto.words, *([veto.by] if veto.by and veto.by != veto.words else [])]
    return Veto(
        kind=veto.kind.value,
        evidence=[spans(extent) for extent in extents],
        rule=veto.trace.rule,
        trace=Trace(data=list(veto.trace.data), rivals=list(veto.trace.rivals)),
    )
