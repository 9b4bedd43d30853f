"""A cell of a record with everything that speaks for it and against it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.cells import Cell, Item, cells
from pipeline.corrections import on_base, target, uncorrected
from pipeline.coverage import possible_misses, sentence_at
from pipeline.document import Document
from pipeline.explain.empty import why_empty, why_gone
from pipeline.explain.roles import Role, by_role
from pipeline.explain.rules import FORM, entry_sentence, rule_of, unlisted
from pipeline.explain.vetoes import Vetoes
from pipeline.knowledge import Knowledge
from pipeline.records import (
    Correction,
    DocumentRecord,
    Grade,
    Inspection,
    Quote,
    Record,
    Span,
    Veto,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Evidence in its sentence, and the chain of offsets back to the source.

    Attributes:
        before: the sentence up to the evidence; `marked` the evidence itself.
        start: half-open code points into the canonical text.
        block: what the words stand in, and under which heading.
        page: counted from 1, where the source has pages.
        raw: half-open characters of the decoded source as received; None unless the
            source was at hand.
        role: what it does for the cell, see `roles`.
        box: left, bottom, right, top on the page, in points; None likewise.
        link: the report at its page, or the live page at the sentence.
    """

    before: str
    marked: str
    after: str
    start: int
    end: int
    block: str | None
    heading: str | None
    page: int | None
    role: Role
    raw: tuple[int, int] | None = None
    box: tuple[float, float, float, float] | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """How many areas have a grade: as counted in the text, and as named in it."""

    grade: str
    counted: int | None
    stated: tuple[str, ...]
    deduced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """A name and what it stands for: a rule, a data entry."""

    name: str
    place: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Vetoed:
    """What looks like a grade, a count or a quotation and was not taken.

    Attributes:
        kind: what it would have been.
        before: its sentence up to the words; `marked` the words.
        by: the words that forbid it, where there are such.
        rule: the rule that did not take them, with `data`, its entries.
    """

    kind: str
    before: str
    marked: str
    after: str
    start: int
    end: int
    by: str | None
    rule: Because
    data: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All about one cell.

    Attributes:
        resolved_by: how a quote's speaker was found.
        rivals: readings that lost, and to what.
        accounts: for a deduced grade the premises, one for each grade of the scale.
        vetoes: what rules did not take in the same sentences, or about the same area.
        near: other sentences that hold a grade word and were not used; those with a
            veto name its rule.
        issues: what does not add up about the same words or area.
        said: what the source says of itself outside its text.
        empty: why the cell holds nothing, or is there no more.
        by_rules: the same of what the rules said, where a person has changed it.
    """

    document: str
    source: str
    address: str
    kind: str
    label: str
    value: str | None
    basis: Literal["stated", "deduced"] | None
    derivation: str | None
    resolved_by: str | None
    places: tuple[Place, ...]
    rule: Because | None
    data: tuple[Because, ...]
    rivals: tuple[str, ...]
    accounts: tuple[Account, ...]
    vetoes: tuple[Vetoed, ...]
    near: tuple[str, ...]
    issues: tuple[str, ...]
    corrections: tuple[Correction, ...]
    made_by: str
    said: str | None = None
    empty: str | None = None
    by_rules: "Explanation | None" = None


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
    item = cell.item
    grade = item if isinstance(item, Grade) else None
    trace = getattr(of_trace(record, cell), "trace", None)
    quote = item if isinstance(item, Quote) else None
    return Explanation(
        document=record.document.id,
        source=record.document.source,
        address=cell.address,
        kind=cell.kind,
        label=cell.label,
        value=cell.value,
        basis=grade.basis if grade else None,
        derivation=grade.derivation if grade else None,
        resolved_by=quote.speaker.resolved_by if quote and quote.speaker else None,
        places=tuple(
            _place(record, span, role, source)
            for role, span in _outermost(by_role(record, cell, known))
        ),
        rule=_rule(cell.rule) if cell.rule else None,
        data=tuple(_entries(trace.data if trace else (), known)),
        rivals=tuple(trace.rivals) if trace else (),
        accounts=tuple(_accounts(record, cell, known)),
        vetoes=tuple(_vetoes(record, cell, known)),
        near=tuple(_near(record, cell, known)),
        issues=tuple(_issues(record, cell)),
        corrections=tuple(c for c in record.corrections if c.cell == cell.address),
        made_by=f"{record.extractor.name} {record.extractor.version}",
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
        before,
        value=None,
        basis=None,
        derivation=None,
        resolved_by=None,
        places=(),
        rule=None,
        data=(),
        rivals=(),
        accounts=(),
        vetoes=(),
        near=(),
        corrections=tuple(c for c in record.corrections if c.cell == cell.address),
        empty=why_gone(record, cell),
        by_rules=before,
    )


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


def of_trace(record: Record, cell: Cell) -> Item | Inspection:
    """The part of a record that has a cell's trace: of a body, its inspection."""
    whole = cell.kind == "body" and cell.inspection is not None
    return record.inspections[cell.inspection or 0] if whole else cell.item


def find(record: Record, address: str) -> list[Cell]:
    """The cells that an address names: the one itself, else all beneath it."""
    found = cells(record)
    exact = [cell for cell in found if cell.address == address]
    beneath = [c for c in found if c.address.startswith(f"{address}/") or not address]
    return exact or beneath


def gone(record: Record, address: str) -> list[Cell]:
    """The cells of an address that corrections took away, as the rules made them."""
    if record.by_rules is None:
        return []
    have = {on_base(record, cell.address) for cell in cells(record)}
    return [c for c in find(uncorrected(record), address) if c.address not in have]


def _outermost(spans: Sequence[tuple[Role, Span]]) -> Iterator[tuple[Role, Span]]:
    """Evidence without what stands inside other evidence that does the same."""
    for role, span in spans:
        if not any(
            other is not span
            and (role, other.start, other.end) != (role, span.start, span.end)
            and other_role == role
            and other.start <= span.start
            and span.end <= other.end
            for other_role, other in spans
        ):
            yield role, span


def _place(record: Record, span: Span, role: Role, source: Document | None) -> Place:
    text = record.document.text
    start, end = sentence_at(record, span.start)
    start, end = min(start, span.start), max(end, span.end)
    block = next(
        (b for b in record.document.blocks if b.start <= span.start < b.end), None
    )
    section = next(
        (s for s in reversed(record.sections) if s.start <= span.start < s.end), None
    )
    return Place(
        before=text[start : span.start],
        marked=span.text,
        after=text[span.end : end],
        start=span.start,
        end=span.end,
        block=block.type if block else None,
        heading=section.heading if section else None,
        page=span.page or (block.page if block else None),
        role=role,
        raw=source.raw_span(span.start, span.end) if source else None,
        box=source.box((span.start, span.end)) if source else None,
        link=span.link,
    )


def _rule(name: str) -> Because:
    written = rule_of(name)
    return Because(
        name, written.place if written else None, written.sentence if written else ""
    )


def _entries(named: Iterable[str], known: Knowledge) -> Iterator[Because]:
    """The entries that a rule names, and why they are there."""
    for entry in named:
        if by_form := unlisted(entry, known):
            yield Because(by_form, None, FORM)
            continue
        file = f"pipeline/data/{entry.partition('#')[0]}"
        yield Because(entry, file, entry_sentence(entry, known))


def _vetoes(record: Record, cell: Cell, known: Knowledge) -> Iterator[Vetoed]:
    vetoes = Vetoes(record, known)
    for place in vetoes.of(cell):
        yield vetoed(record, record.vetoes[place], vetoes.sentences[place], known)


def vetoed(
    record: Record, veto: Veto, sentence: tuple[int, int], known: Knowledge
) -> Vetoed:
    """A veto in its sentence, with its rule and entries."""
    words, *others = veto.evidence
    text = record.document.text
    start, end = sentence
    return Vetoed(
        kind=veto.kind,
        before=text[min(start, words.start) : words.start],
        marked=words.text,
        after=text[words.end : max(end, words.end)],
        start=words.start,
        end=words.end,
        by=others[0].text if others else None,
        rule=_rule(veto.rule),
        data=tuple(_entries(veto.trace.data if veto.trace else (), known)),
    )


def _accounts(record: Record, cell: Cell, known: Knowledge) -> Iterator[Account]:
    """The premises of a deduction, in the order of the scale."""
    if not isinstance(cell.item, Grade) or cell.item.basis != "deduced":
        return
    inspection = record.inspections[cell.inspection or 0]
    for grade in _scale(inspection, known):
        counts = [tally.count for tally in inspection.tallies if tally.grade == grade]
        named = [each for each in inspection.grades if each.grade == grade]
        if counts or named:
            yield Account(
                grade,
                counts[0] if counts else None,
                tuple(g.area_label for g in named if g.basis == "stated"),
                tuple(g.area_label for g in named if g.basis == "deduced"),
            )


def _scale(inspection: Inspection, known: Knowledge) -> list[str]:
    framework = known.frameworks.get(inspection.framework or "")
    used = [tally.grade for tally in inspection.tallies]
    used += [grade.grade for grade in inspection.grades]
    return list(dict.fromkeys([*(framework.grade_by_slug if framework else ()), *used]))


def _near(record: Record, cell: Cell, known: Knowledge) -> Iterator[str]:
    """Unused sentences with a grade word, for cells that a grade word could change."""
    if cell.kind not in {"grade", "body"}:
        return
    for miss in possible_misses(record, known):
        if miss.kind == "grade" and miss.near:
            why = "; ".join(veto.rule for veto in miss.vetoes)
            sentence = record.document.text[slice(*miss.sentence)]
            yield f"{sentence} ({why})" if why else sentence


def _issues(record: Record, cell: Cell) -> Iterator[str]:
    for issue in record.issues:
        if issue is cell.item:
            continue
        touches = any(
            span.start < other.end and other.start < span.end
            for span in issue.evidence
            for other in cell.evidence
        )
        if touches or (cell.kind == "grade" and cell.label in issue.message):
            yield f"{issue.code}: {issue.message}"
