"""One schema for every database: a document's rows hang on its row in `documents`.

Rows have natural keys (the document, and the place within it), so that the same
document twice is one row set, and so that two databases can be compared.
"""

from typing import Literal

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    DefaultClause,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    create_mock_engine,
    event,
    text,
)
from sqlalchemy.schema import ExecutableDDLElement

from pipeline.sinks.types import IsoDate, Json, Moment
from pipeline.sinks.views import VIEWS

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _key(name: str, comment: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False, comment=comment)


def _evidence() -> tuple[Column[str], Column[int], Column[int], Column[object]]:
    """The words that prove a row: the first span in columns, all of them as JSON."""
    return (
        Column("evidence_text", Text, comment="the governing words"),
        Column("starts_at", Integer, comment="where they start in documents.text"),
        Column("ends_at", Integer, comment="where they end, exclusive"),
        Column("evidence", Json, nullable=False, comment="all spans: start, end, text"),
    )


def _corrected() -> Column[int]:
    what = "1 where a person put it right: see the record's corrections"
    return Column("corrected", Integer, nullable=False, comment=what)


def _corrected_too() -> Column[int]:
    """Of tables that had no such column at first."""
    column = _corrected()
    column.server_default = DefaultClause(text("0"))
    return column


def _of_document(name: str) -> Column[str]:
    return Column(
        name,
        Text,
        ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=True,
        comment="whose row this is",
    )


def _in_inspection() -> tuple[Column[str], Column[int], Column[int]]:
    """Whose row this is, in which inspection, and which of its rows."""
    return (
        _of_document("document_id"),
        _key("inspection", "which inspection of the document"),
        _key("position", "its place in the inspection, from 0"),
    )


def _graded() -> tuple[Column[str], ...]:
    """An area and its grade."""
    return (
        Column("area", Text, comment="slug; null where no framework knows the area"),
        Column("area_label", Text, nullable=False),
        Column("grade", Text, nullable=False, comment="slug of the framework's scale"),
        Column("grade_label", Text, nullable=False, comment="as written"),
    )


def _rule() -> Column[str]:
    return Column("rule", Text, nullable=False, comment="the rule that made it")


def _of_inspection() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["document_id", "inspection"],
        ["inspections.document_id", "inspections.inspection"],
        ondelete="CASCADE",
    )


documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True, comment="sha256 of the bytes as received"),
    Column("source", Text, nullable=False, comment="path or address it was read from"),
    Column("media_type", Text, nullable=False),
    Column("kind", Text, nullable=False, comment="news_article, inspection_report, …"),
    Column("title", Text),
    Column("publisher", Text),
    Column("authors", Json, nullable=False, comment="list of names"),
    Column("published", IsoDate),
    Column("url", Text),
    Column("language", Text),
    Column("text", Text, nullable=False, comment="what every offset counts in"),
    Column("schema_version", Text, nullable=False),
    Column("extractor_version", Text, nullable=False),
    Column(
        "possible_misses",
        Integer,
        comment="sentences near a grade, and quotations, that the record does not use",
    ),
    Index(None, "source"),
    comment="one row for each document that was read",
    sqlite_strict=True,
)

records = Table(
    "records",
    metadata,
    _of_document("document_id"),
    Column("record", Json, nullable=False, comment="without its text and source"),
    comment="the whole record as JSON; text and source stand in documents",
    sqlite_strict=True,
)

inspections = Table(
    "inspections",
    metadata,
    _of_document("document_id"),
    _key("inspection", "its place in the record, from 0"),
    Column("inspectorate", Text, comment="slug"),
    Column("framework", Text, comment="slug; null where only the programme is sure"),
    Column("programme", Text, comment="slug"),
    Column("body_id", Text, comment="null for a body that no register lists"),
    Column("body_name", Text, nullable=False),
    Column("body_type", Text),
    Column("inspected_from", IsoDate),
    Column("inspected_to", IsoDate),
    Column("published", IsoDate, comment="of the inspection's report"),
    Column("lead_inspector", Text),
    *_evidence(),
    Index(None, "body_type", "body_id"),
    comment="one inspection of one body that a document is about",
    sqlite_strict=True,
)

grades = Table(
    "grades",
    metadata,
    *_in_inspection(),
    *_graded(),
    Column("basis", Text, nullable=False, comment="stated or deduced"),
    Column("derivation", Text, comment="from what it was deduced"),
    _rule(),
    _corrected(),
    *_evidence(),
    _of_inspection(),
    _one_of("basis", "stated", "deduced"),
    CheckConstraint(
        "(basis = 'deduced') = (derivation IS NOT NULL)", name="derivation"
    ),
    Index(None, "area", "grade"),
    comment="current grades",
    sqlite_strict=True,
)

previous_grades = Table(
    "previous_grades",
    metadata,
    *_in_inspection(),
    *_graded(),
    Column("when_stated", Text, comment="year or cycle as the text has it"),
    _rule(),
    *_evidence(),
    _corrected_too(),
    _of_inspection(),
    comment="grades of earlier inspections that the document mentions",
    sqlite_strict=True,
)

tallies = Table(
    "tallies",
    metadata,
    *_in_inspection(),
    Column("grade", Text, nullable=False, comment="slug of the framework's scale"),
    Column("areas", Integer, nullable=False, comment="how many, as the text says"),
    _rule(),
    *_evidence(),
    _corrected_too(),
    _of_inspection(),
    CheckConstraint("areas >= 0", name="areas"),
    comment="counts that the text itself states",
    sqlite_strict=True,
)

people = Table(
    "people",
    metadata,
    _of_document("document_id"),
    _key("person", "in order of their first quote in the document, from 0"),
    Column("name", Text, comment="null for a group or an unnamed voice"),
    Column("role", Text),
    Column("organisation", Text),
    Index(None, "name"),
    comment="who speaks in a document",
    sqlite_strict=True,
)

quotes = Table(
    "quotes",
    metadata,
    _of_document("document_id"),
    _key("position", "its place in the record, from 0"),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False, comment="without the outer marks"),
    Column("person", Integer, comment="who says it, in people; null: not resolved"),
    Column("resolved_by", Text, comment="how the speaker was found"),
    Column("cue", Text, comment="the word of speech, as written"),
    Column("section", Text, comment="the heading it stands under"),
    Column("repeats", Integer, comment="position of the quote it says again"),
    _rule(),
    _corrected(),
    *_evidence(),
    ForeignKeyConstraint(
        ["document_id", "person"],
        ["people.document_id", "people.person"],
        ondelete="CASCADE",
    ),
    _one_of("kind", "direct", "mixed", "indirect"),
    CheckConstraint("(person IS NULL) = (resolved_by IS NULL)", name="resolved_by"),
    comment="what was said, and by whom",
    sqlite_strict=True,
)

issues = Table(
    "issues",
    metadata,
    _of_document("document_id"),
    _key("position", "its place in the record, from 0"),
    Column("code", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("message", Text, nullable=False),
    *_evidence(),
    _one_of("severity", "info", "warning", "error"),
    Index(None, "code"),
    comment="what in the source does not add up",
    sqlite_strict=True,
)

failures = Table(
    "failures",
    metadata,
    Column("source", Text, primary_key=True, comment="as the user named it"),
    Column("error", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    comment="documents that gave no record when they were last tried",
    sqlite_strict=True,
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("started", Moment, nullable=False),
    Column("finished", Moment, comment="null while it runs, or where it was killed"),
    Column("status", Text, nullable=False),
    Column("process", Text, nullable=False, comment="who runs, or ran: host and id"),
    Column("version", Text, nullable=False, comment="of the extractor"),
    Column("data_digest", Text, nullable=False, comment="of all data files"),
    Column("inputs", Json, nullable=False, comment="as the user named them"),
    Column("targets", Json, nullable=False, comment="where to, files as full paths"),
    Column("summary", Json, comment="what it came to, as in run.json"),
    _one_of("status", "running", "done", "interrupted", "failed"),
    comment="each run that wrote here",
    sqlite_strict=True,
)

inputs = Table(
    "inputs",
    metadata,
    Column("source", Text, primary_key=True, comment="path or address"),
    Column("digest", Text, nullable=False, comment="sha256 of the bytes as received"),
    Column("version", Text, nullable=False, comment="of the extractor"),
    Column("data_digest", Text, nullable=False, comment="of all data files"),
    Column("outcome", Text, nullable=False),
    Column("document_id", Text, comment="its row in documents"),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("finished", Moment, nullable=False),
    Column("retrieved", Moment, comment="when it was fetched, for addresses"),
    Column("etag", Text, comment="what the server calls this version"),
    Column("last_modified", Text, comment="what the server says of its age"),
    _one_of("outcome", "record", "failure"),
    CheckConstraint(
        "(outcome = 'record') = (document_id IS NOT NULL)", name="document_id"
    ),
    Index(None, "document_id"),
    comment="the ledger: what was done with which bytes, and by which version",
    sqlite_strict=True,
)

for name, query in VIEWS.items():
    create = DDL(f"CREATE VIEW {name} AS\n{query}")  # type: ignore[no-untyped-call]
    event.listen(metadata, "after_create", create)


def ddl(dialect: Literal["sqlite", "postgresql"]) -> str:
    """The statements that make the tables, as text."""
    statements: list[str] = []

    def keep(statement: ExecutableDDLElement, *_: object, **__: object) -> None:
        compiled = str(statement.compile(dialect=engine.dialect))
        statements.append("\n".join(map(str.rstrip, compiled.strip().splitlines())))

    engine = create_mock_engine(f"{dialect}://", keep)
    metadata.create_all(engine, checkfirst=False)
    return ";\n\n".join(statements) + ";\n"
