"""Evidence in its sentence, and the way back to the source."""

from collections.abc import Iterator, Sequence

from pipeline.cells import Cell
from pipeline.coverage import sentence_at
from pipeline.document import Document
from pipeline.explain.explanation import Place
from pipeline.explain.roles import Role, by_role
from pipeline.knowledge import Knowledge
from pipeline.records import Record, Span


def places_of(
    record: Record, cell: Cell, known: Knowledge, source: Document | None
) -> Iterator[Place]:
    """Where a cell's evidence stands; with its source, also there."""
    for role, span in _outermost(by_role(record, cell, known)):
        yield _place(record, span, role, source)


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
    heading = section.heading if section else None
    if section and span.start < section.start + len(heading or ""):
        heading = None  # the words are that heading, or stand in it
    return Place(
        before=text[start : span.start],
        marked=span.text,
        after=text[span.end : end],
        start=span.start,
        end=span.end,
        block=block.type if block else None,
        heading=heading,
        page=span.page or (block.page if block else None),
        role=role,
        raw=source.raw_span(span.start, span.end) if source else None,
        box=source.box((span.start, span.end)) if source else None,
        link=span.link,
    )
