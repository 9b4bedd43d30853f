"""A record as plain data while corrections are put into it, key by key.

What `Record.model_dump` gives, of which only the keys that corrections read or change
stand here; what is taken out leaves None in its place, so that places stay. Everything
is validated again when the record is made of it.
"""

from datetime import date
from typing import Literal, TypedDict, cast

from pipeline.records import Record


class SpanContent(TypedDict):
    """As `records.Span`."""

    start: int
    end: int
    text: str


class TraceContent(TypedDict):
    """As `records.Trace`."""

    data: list[str]
    rivals: list[str]


class OriginContent(TypedDict):
    """As `records.Origin`."""

    rule: str
    said: str | None
    evidence: list[SpanContent]


class DocumentContent(TypedDict):
    """As `records.DocumentRecord`."""

    title: str | None
    publisher: str | None
    authors: list[str]
    published: date | None
    kind: str
    language: str | None
    origins: dict[str, OriginContent]


class BodyContent(TypedDict):
    """As `records.Body`."""

    id: str | None
    name: str
    type: str | None


class PreviousContent(TypedDict):
    """As `records.PreviousGrade`, and what a grade of now has of it."""

    area: str | None
    area_label: str
    grade: str
    grade_label: str
    evidence: list[SpanContent]
    rule: str
    trace: TraceContent | None
    corrected: bool


class GradeContent(PreviousContent):
    """As `records.Grade`."""

    basis: Literal["stated", "deduced"]
    derivation: str | None


class TallyContent(TypedDict):
    """As `records.Tally`."""

    grade: str
    count: int
    evidence: list[SpanContent]
    rule: str
    trace: TraceContent | None
    corrected: bool


class ConstraintsContent(TypedDict):
    """As `records.Constraints`."""

    domains: dict[str, list[str]]
    counts: dict[str, int]


class MissingContent(TypedDict):
    """As `records.Missing`."""

    field: str
    reason: str


class InspectionContent(TypedDict):
    """As `records.Inspection`."""

    inspectorate: str | None
    framework: str | None
    programme: str | None
    body: BodyContent
    inspected_from: date | None
    inspected_to: date | None
    published: date | None
    lead_inspector: str | None
    grades: list[GradeContent | None]
    previous_grades: list[PreviousContent | None]
    tallies: list[TallyContent | None]
    missing: list[MissingContent]
    constraints: ConstraintsContent | None
    origins: dict[str, OriginContent]


class SpeakerContent(TypedDict):
    """As `records.SpeakerRecord`."""

    name: str | None
    role: str | None
    organisation: str | None
    mention: SpanContent | None
    resolved_by: str | None


class QuoteContent(TypedDict):
    """As `records.Quote`."""

    speaker: SpeakerContent | None
    repeats: int | None
    rule: str
    trace: TraceContent | None
    corrected: bool


class IssueContent(TypedDict):
    """As `records.IssueRecord`."""

    code: str
    severity: str
    message: str
    evidence: list[SpanContent]


class RecordContent(TypedDict):
    """As `records.Record`."""

    document: DocumentContent
    inspections: list[InspectionContent | None]
    quotes: list[QuoteContent | None]
    issues: list[IssueContent]
    corrections: list[dict[str, object]]
    by_rules: dict[str, object] | None


def content_of(record: Record) -> RecordContent:
    """The record's own content, free to be changed."""
    return cast("RecordContent", record.model_dump())
