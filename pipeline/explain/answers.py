"""Everything that a record and the data know about a cell."""

from dataclasses import replace

from pipeline.cells import Cell, cells
from pipeline.corrections import on_base, target, uncorrected
from pipeline.document import Document
from pipeline.explain.because import because, entries, vetoes_of
from pipeline.explain.beside import accounts_of, issues_of, near
from pipeline.explain.empty import why_empty, why_gone
from pipeline.explain.explanation import Explanation
from pipeline.explain.places import places_of
from pipeline.knowledge import Knowledge
from pipeline.records import (
    Correction,
    DocumentRecord,
    Grade,
    Inspection,
    Quote,
    Record,
    Trace,
)


def explain(
    record: Record, cell: Cell, known: Knowledge, source: Document | None = None
) -> Explanation:
    """Everything that the record and the data know about a cell.

    Args:
        record: as it was stored.
        cell: one of its cells.
        known: what rules and entries mean.
        source: the document as it is read now from the same bytes, for the way back
            to raw offsets and boxes.
    """
    item, trace = cell.item, trace_of(record, cell)
    grade = item if isinstance(item, Grade) else None
    quote = item if isinstance(item, Quote) else None
    speaker = quote.speaker if quote else None
    return replace(
        _bare(record, cell),
        value=cell.value,
        basis=grade.basis if grade else None,
        derivation=grade.derivation if grade else None,
        form=quote.kind if quote else None,
        resolved_by=speaker.resolved_by if speaker else None,
        places=tuple(places_of(record, cell, known, source)),
        rule=because(cell.rule) if cell.rule else None,
        data=tuple(entries(trace.data if trace else (), known)),
        rivals=tuple(trace.rivals) if trace else (),
        accounts=tuple(accounts_of(record, cell, known)),
        vetoes=tuple(vetoes_of(record, cell, known)),
        near=tuple(near(record, cell, known)),
        issues=tuple(issues_of(record, cell)),
        said=said(cell),
        empty=why_empty(record, cell),
        by_rules=_by_rules(record, cell, known, source),
    )


def explain_gone(
    record: Record, cell: Cell, known: Knowledge, source: Document | None = None
) -> Explanation:
    """Why the record has a cell no more that the rules made: one of `gone`."""
    before = explain(uncorrected(record), cell, known, source)
    return replace(
        _bare(record, cell),
        issues=before.issues,
        said=before.said,
        empty=why_gone(record, cell),
        by_rules=before,
    )


def _bare(record: Record, cell: Cell) -> Explanation:
    """What cell it is, and what people have decided about it."""
    return Explanation(
        document=record.document.id,
        source=record.document.source,
        address=cell.address,
        kind=cell.kind,
        label=cell.label,
        corrections=tuple(c for c in record.corrections if c.cell == cell.address),
        made_by=f"{record.extractor.name} {record.extractor.version}",
    )


def trace_of(record: Record, cell: Cell) -> Trace | None:
    """What a cell's rule rested on: of a body, what its whole inspection did.

    Days and other fields have a rule and words, and nothing beside them.
    """
    if cell.kind == "body":
        return record.inspections[cell.inspection or 0].trace
    field = isinstance(cell.item, Inspection)
    return None if field else getattr(cell.item, "trace", None)


def proved(record: Record, correction: Correction) -> bool:
    """Whether a correction gives words of its own, that the rules had not read."""
    cell = target(uncorrected(record), correction.cell)
    read = [(span.start, span.end) for span in cell.evidence] if cell else []
    proof = correction.evidence
    return proof is not None and (proof.start, proof.end) not in read


def said(cell: Cell) -> str | None:
    """What the source says of a field outside its text."""
    item = cell.item
    if not isinstance(item, DocumentRecord | Inspection):
        return None
    origin = item.origins.get(cell.label)
    return origin.said if origin else None


def _by_rules(
    record: Record, cell: Cell, known: Knowledge, source: Document | None
) -> Explanation | None:
    """Why the rules had said something else."""
    if record.by_rules is None:
        return None
    base, address = uncorrected(record), on_base(record, cell.address)
    before = next((each for each in cells(base) if each.address == address), None)
    field = isinstance(cell.item, DocumentRecord | Inspection)  # others may differ
    if before is None or (
        before.value == cell.value and (field or before.item == cell.item)
    ):
        return None
    return explain(base, before, known, source)
