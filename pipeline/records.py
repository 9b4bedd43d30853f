"""The record: what leaves the house, validated. `schemas/` is generated from here.

Keys may be added, never renamed: every reader of the output counts on them. `Record`
checks itself that every span satisfies `document.text[start:end] == span.text`.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from pipeline.errors import ReadError

SCHEMA_VERSION: Literal["1"] = "1"

DocumentKind = Literal[
    "news_article",
    "press_release",
    "inspection_report",
    "inspection_letter",
    "roundup",
    "other",
]
ResolvedBy = Literal[
    "cue", "pronoun", "surname", "continuation", "heading", "lead_in", "adjacent"
]
_NO_PERSON = BeforeValidator(lambda found: None if found == "correction" else found)
"""Earlier versions wrote `correction` where a person named the speaker."""
Offset = Annotated[int, Field(ge=0)]


class Model(BaseModel):
    """The habits of all models here: frozen, strict, nothing unforeseen."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Span(Model):
    """Words of the document and where they stand, half-open, in code points."""

    start: Offset
    end: Offset
    text: str
    page: int | None = None
    """Counted from 1, where the source has pages."""
    box: tuple[float, float, float, float] | None = None
    """Left, bottom, right and top of their printed lines, in points from lower left."""
    link: str | None = None
    """Opens the live page at these words, or the report at its page."""


class Block(Model):
    """A heading, paragraph, list item, table row, quote or caption."""

    type: Literal["heading", "paragraph", "list_item", "table_row", "quote", "caption"]
    level: int | None
    start: Offset
    end: Offset
    page: int | None = None
    role: Literal["body", "dateline", "credit", "furniture"] = "body"


class Origin(Model):
    """How a field is known: the rule, its words, and what stands outside the text."""

    rule: str
    said: str | None = None
    """Markup, properties, or a line that is no part of the text."""
    evidence: list[Span] = []


class DocumentRecord(Model):
    """The source as it was read."""

    id: str
    source: str
    media_type: str
    kind: DocumentKind
    title: str | None
    publisher: str | None
    authors: list[str]
    published: date | None
    url: str | None
    language: str | None
    text: str
    blocks: list[Block]
    origins: dict[str, Origin] = {}


class SectionRecord(Model):
    """A heading and what stands under it."""

    heading: str | None
    level: int | None
    kind: Literal[
        "lead",
        "strengths",
        "weaknesses",
        "statement",
        "definitions",
        "recommendations",
        "furniture",
        "other",
    ]
    start: Offset
    end: Offset


class Body(Model):
    """Who was inspected. `id` is null for a body that no register lists."""

    id: str | None
    name: str
    type: str | None
    evidence: list[Span]


class Trace(Model):
    """What a rule rested on, and what it preferred it to."""

    data: list[str] = []
    """The data entries it rests on, as `cues/vetoes.toml#wish`."""
    rivals: list[str] = []
    """Other readings that lost, and to what, one sentence each."""


class Grade(Model):
    """A grade of this inspection.

    `area` is null where no framework knows it. `evidence` of a deduced grade is every
    span that the deduction used; only a person's own grade may have none.
    """

    area: str | None
    area_label: str
    grade: str
    grade_label: str
    basis: Literal["stated", "deduced"]
    derivation: str | None
    evidence: list[Span]
    rule: str
    """The rule that made it, as `grades.list_item`."""
    trace: Trace | None = None
    corrected: bool = False
    """Whether a person's correction stands here; `Record.corrections` has it."""

    @model_validator(mode="after")
    def _derivation_goes_with_deduced(self) -> Self:
        if (self.basis == "deduced") != (self.derivation is not None):
            raise ValueError("a derivation goes with deduced grades and no others")
        return self


class PreviousGrade(Model):
    """A grade of an earlier inspection of the same body; `when` as the text has it."""

    area: str | None
    area_label: str
    grade: str
    grade_label: str
    when: str | None
    evidence: list[Span]
    rule: str
    trace: Trace | None = None
    corrected: bool = False


class Tally(Model):
    """A count that the text itself states."""

    grade: str
    count: Annotated[int, Field(ge=0)]
    evidence: list[Span]
    rule: str
    trace: Trace | None = None
    corrected: bool = False


class Constraints(Model):
    """What the text says of all areas that were judged: what deductions rest on."""

    domains: dict[str, list[str]]
    """By area the grades it may have, before anything is counted; one where stated."""
    counts: dict[str, Annotated[int, Field(ge=0)]]
    """By grade, how many of these areas have it."""


class Missing(Model):
    """Why a field that a user would look for, or the area of a slug, is empty."""

    field: str
    reason: Literal[
        "not_stated",
        "not_graded_by_design",
        "list_missing",
        "ambiguous",
        "contradicted",
    ]


class Inspection(Model):
    """One inspection of one body."""

    inspectorate: str | None
    framework: str | None
    programme: str | None
    body: Body
    inspected_from: date | None
    inspected_to: date | None
    published: date | None
    lead_inspector: str | None
    grades: list[Grade]
    previous_grades: list[PreviousGrade]
    tallies: list[Tally]
    missing: list[Missing] = []
    constraints: Constraints | None = None
    """Null where the areas judged, or their number, are not certain."""
    trace: Trace | None = None
    """Of the decision what was inspected, and under which framework."""
    origins: dict[str, Origin] = {}
    """By field (`published`, `inspected_from`, ...), how it is known."""


class SpeakerRecord(Model):
    """Who speaks, as fully as the document tells."""

    name: str | None
    role: str | None
    organisation: str | None
    mention: Span | None
    resolved_by: Annotated[ResolvedBy | None, _NO_PERSON]
    """Null where a person named the speaker: `Quote.corrected`."""


class Quote(Model):
    """One continuous turn of one speaker; `text` is without outer marks."""

    kind: Literal["direct", "mixed", "indirect"]
    text: str
    parts: Annotated[list[Span], Field(min_length=1)]
    cue: Span | None
    speaker: SpeakerRecord | None
    section: int | None
    """Index into `Record.sections`."""
    repeats: int | None
    """Index of the earlier quote whose words this one says again."""
    rule: str
    trace: Trace | None = None
    corrected: bool = False


class IssueRecord(Model):
    """Something in the source that does not add up."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    evidence: list[Span]


class Veto(Model):
    """A grade, a count or words in quotation marks that a rule did not take."""

    kind: Literal["grade", "tally", "quote"]
    """What it would have been."""
    evidence: Annotated[list[Span], Field(min_length=1)]
    """The words that were not taken, then those that forbid it."""
    rule: str
    """The rule that forbids it, as `standing.wish`."""
    trace: Trace | None = None


class Correction(Model):
    """What a person decided about a cell of a record: accepted, or put right.

    `was` and `value` are what the rules said and what is right; None stands for a cell
    that is not there. Where they are equal, the cell was looked at and accepted.
    """

    document: str
    """`sha256:` and the digest of the bytes that the reviewer saw the text of."""
    source: str
    cell: str
    """Its address in the record, as `gwent/responding_to_the_public`."""
    was: str | None = None
    value: str | None = None
    evidence: Span | None = None
    """The words that prove the value; null where the reason alone stands for it."""
    saw: Span | None = None
    """The words that the rules had read, where no others prove it."""
    reason: str
    reviewer: str
    date: date


class ByRules(Model):
    """What the rules said, kept where a person's corrections stand in its place."""

    title: str | None
    publisher: str | None
    authors: list[str] | None = None
    published: date | None
    kind: DocumentKind
    language: str | None = None
    origins: dict[str, Origin] = {}
    inspections: list[Inspection]
    quotes: list[Quote]
    issues: list[IssueRecord]


class Extractor(Model):
    """What made this record."""

    name: str
    version: str


class Record(Model):
    """All that one document says, with the evidence for every cell."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    document: DocumentRecord
    sections: list[SectionRecord]
    inspections: list[Inspection]
    quotes: list[Quote]
    issues: list[IssueRecord]
    extractor: Extractor
    vetoes: list[Veto] = []
    """What looks like a grade, a count or a quotation and is none, by which rule."""
    corrections: list[Correction] = []
    """What people decided about cells of this record, already applied."""
    by_rules: ByRules | None = None
    """What the rules said, where a correction has changed anything."""
    possible_misses: int | None = None
    """Sentences that may say more; null from `pipeline.process`, which counts none."""

    @model_validator(mode="after")
    def _spans_say_what_the_text_says(self) -> Self:
        text = self.document.text
        if not all(cell.evidence or cell.corrected for cell in _graded(self)):
            raise ValueError("a grade or a count has neither words nor a person")
        parts = (self.document.origins, *(each.origins for each in self.inspections))
        told = (origin.evidence for part in parts for origin in part.values())
        vetoed = (veto.evidence for veto in self.vetoes)
        before = spans_of(self.by_rules) if self.by_rules else ()
        for span in chain(self.spans(), *told, *vetoed, before):
            beyond = span.end > len(text)  # a slice would stop at the end in silence
            if beyond or text[span.start : span.end] != span.text:
                raise ValueError(f"span {span.start}:{span.end} is not {span.text!r}")
        return self

    def spans(self) -> Iterator[Span]:
        """Every span that proves a cell, in no particular order."""
        return spans_of(self)


def _graded(cells: "ByRules | Record") -> Iterator[Grade | PreviousGrade | Tally]:
    for each in cells.inspections:
        yield from chain[Grade | PreviousGrade | Tally](
            each.grades, each.previous_grades, each.tallies
        )


def spans_of(cells: "ByRules | Record") -> Iterator[Span]:
    """The spans of a record's cells, or of those that the rules gave."""
    yield from chain.from_iterable(each.body.evidence for each in cells.inspections)
    yield from chain.from_iterable(each.evidence for each in _graded(cells))
    for quote in cells.quotes:
        yield from quote.parts
        if quote.cue:
            yield quote.cue
        if quote.speaker and quote.speaker.mention:
            yield quote.speaker.mention
    for issue in cells.issues:
        yield from issue.evidence


class Failure(Model):
    """A document that gave no record, and what to do about it."""

    source: str
    error: str
    """The name of the exception, as `EmptyInput`."""
    cause: str
    remedy: str

    @classmethod
    def of(cls, error: ReadError, source: str) -> Self:
        """The error as a value, under the name by which the input was asked for."""
        return cls(
            source=source,
            error=type(error).__name__,
            cause=error.cause,
            remedy=error.remedy,
        )

    def __str__(self) -> str:
        return f"{self.source}: {self.cause}; {self.remedy}"
