"""A cell of a record with everything that speaks for it and against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.cells import Cell, cells
from pipeline.coverage import possible_misses, sentence_at
from pipeline.document import Document
from pipeline.explain.roles import Role, by_role
from pipeline.explain.rules import entry_sentence, rule_of
from pipeline.knowledge import Knowledge
from pipeline.records import Correction, Grade, Inspection, Quote, Record, Span


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
class Explanation:
    """All about one cell.

    Attributes:
        resolved_by: how a quote's speaker was found.
        rivals: readings that lost, and to what.
        accounts: for a deduced grade the premises, one for each grade of the scale.
        near: other sentences that hold a grade word and were not used, with the words
            in them that may have forbidden it.
        issues: what does not add up about the same words or area.
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
    near: tuple[str, ...]
    issues: tuple[str, ...]
    corrections: tuple[Correction, ...]
    made_by: str


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
    trace = getattr(item, "trace", None)
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
            for role, span in by_role(record, cell, known)
        ),
        rule=_rule(cell.rule) if cell.rule else None,
        data=tuple(_entries(record, cell, trace.data if trace else (), known)),
        rivals=tuple(trace.rivals) if trace else (),
        accounts=tuple(_accounts(record, cell, known)),
        near=tuple(_near(record, cell, known)),
        issues=tuple(_issues(record, cell)),
        corrections=tuple(c for c in record.corrections if c.cell == cell.address),
        made_by=f"{record.extractor.name} {record.extractor.version}",
    )


def find(record: Record, address: str) -> list[Cell]:
    """The cells that an address names: the one itself, else all beneath it."""
    found = cells(record)
    exact = [cell for cell in found if cell.address == address]
    beneath = [c for c in found if c.address.startswith(f"{address}/") or not address]
    return exact or beneath


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
        raw=_raw(source, span) if source else None,
        box=_box(source, span) if source else None,
        link=span.link,
    )


def _raw(source: Document, span: Span) -> tuple[int, int] | None:
    """The stretch of the raw source behind a span: the hull of its runs."""
    behind: list[tuple[int, int]] = []
    for run in source.runs:
        if run.start < span.end and span.start < run.end:
            even = run.end - run.start == run.raw_end - run.raw_start
            first = max(span.start - run.start, 0) if even else 0
            last = max(run.end - span.end, 0) if even else 0
            behind.append((run.raw_start + first, run.raw_end - last))
    if not behind:
        return None
    return min(start for start, _ in behind), max(end for _, end in behind)


def _box(source: Document, span: Span) -> tuple[float, float, float, float] | None:
    """The hull of the printed lines that a span stands on, on its first page."""
    lines = [
        line for line in source.lines if line.start < span.end and span.start < line.end
    ]
    lines = [line for line in lines if line.page == lines[0].page]
    if not lines:
        return None
    return (
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
    )


def _rule(name: str) -> Because:
    written = rule_of(name)
    return Because(
        name, written.place if written else None, written.sentence if written else ""
    )


def _entries(
    record: Record, cell: Cell, named: list[str] | tuple[()], known: Knowledge
) -> Iterator[Because]:
    """The entries that a rule names, and the framework's own for area and grade."""
    listed = dict.fromkeys(named)
    if cell.inspection is not None and cell.kind in {"grade", "previous", "tally"}:
        framework = record.inspections[cell.inspection].framework
        area = getattr(cell.item, "area", None)
        if framework and area:
            listed.setdefault(f"frameworks/{framework}.toml#{area}")
        if framework:
            slug = getattr(cell.item, "grade", None)
            listed.setdefault(f"frameworks/{framework}.toml#{slug}")
    for entry in listed:
        file = f"pipeline/data/{entry.partition('#')[0]}"
        yield Because(entry, file, entry_sentence(entry, known))


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
            why = "; ".join(f"{name}: “{words}”" for name, words in miss.vetoes)
            sentence = record.document.text[slice(*miss.sentence)]
            yield f"{sentence} ({why})" if why else sentence


def _issues(record: Record, cell: Cell) -> Iterator[str]:
    for issue in record.issues:
        touches = any(
            span.start < other.end and other.start < span.end
            for span in issue.evidence
            for other in cell.evidence
        )
        if touches or (cell.kind == "grade" and cell.label in issue.message):
            yield f"{issue.code}: {issue.message}"
