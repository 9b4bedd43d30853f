"""What a record says, cell by cell, each with an address that people can type.

    gwent                              who was inspected, under which framework
    gwent/responding_to_the_public     a grade
    gwent/leadership/previous          a grade of an earlier inspection
    gwent/tally/good                   a count
    gwent/published                    a field of the inspection
    document/published                 a field of the document
    quote/1874                         the quote whose words start there
    issue/0                            what does not add up

A second cell of the same address gets `~2`, and so on. A document is named before the
address and a `#`: by its source, the end of its source, or the start of its digest.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from pipeline.records import (
    Body,
    DocumentRecord,
    Grade,
    Inspection,
    IssueRecord,
    PreviousGrade,
    Quote,
    Record,
    Span,
    SpeakerRecord,
    Tally,
)

Kind = Literal[
    "body", "grade", "previous", "tally", "field", "document", "quote", "issue"
]
Item = (
    Body
    | Grade
    | PreviousGrade
    | Tally
    | Inspection
    | DocumentRecord
    | Quote
    | IssueRecord
)

INSPECTION_FIELDS = ("inspected_from", "inspected_to", "published", "lead_inspector")
DOCUMENT_FIELDS = ("title", "publisher", "authors", "published", "kind", "language")
SPEAKER_SEPARATOR = " | "
BY_HAND = "correction"
"""The rule of a cell that a person put right."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing that a record says.

    Attributes:
        label: what it is about, for people: an area, a grade, a field.
        value: what it says, None where it is empty.
        evidence: the words that prove it, the governing ones first.
        rule: who made it, None where that is not kept.
        inspection: index into `Record.inspections`, None for what belongs to none.
        item: the part of the record that holds it.
    """

    address: str
    kind: Kind
    label: str
    value: str | None
    evidence: tuple[Span, ...]
    rule: str | None
    inspection: int | None
    item: Item


class Address(NamedTuple):
    """What `DOCUMENT#CELL` names; either half may be empty."""

    document: str
    cell: str

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Split at the last `#`; without one, it is a cell of any document."""
        document, _, cell = text.rpartition("#")
        return cls(document, cell)

    @property
    def body(self) -> str:
        """The part that names a body; empty for cells of the document itself."""
        first = self.cell.partition("/")[0]
        return "" if first in {"document", "quote", "issue"} else first


def cells(record: Record) -> list[Cell]:
    """All cells of a record, in reading order of its parts, each address once."""
    seen: Counter[str] = Counter()
    found: list[Cell] = []
    for cell in _cells(record):
        seen[cell.address] += 1
        if (number := seen[cell.address]) > 1:
            cell = replace(cell, address=f"{cell.address}~{number}")  # noqa: PLW2901
        found.append(cell)
    return found


def slug(words: str) -> str:
    """Words as one part of an address."""
    return re.sub(r"\W+", "_", words.lower()).strip("_") or "unnamed"


def body_slug(body: Body) -> str:
    """How a body is addressed: by its register's id, else by its name."""
    return body.id or slug(body.name)


def area_slug(grade: Grade | PreviousGrade) -> str:
    """How an area is addressed: by its framework's slug, else by its label."""
    return grade.area or slug(grade.area_label)


def spoken_by(speaker: SpeakerRecord | None) -> str | None:
    """A speaker as one string: name, role and organisation, empty where unknown."""
    if speaker is None:
        return None
    parts = (speaker.name, speaker.role, speaker.organisation)
    return SPEAKER_SEPARATOR.join(part or "" for part in parts)


def _cells(record: Record) -> Iterator[Cell]:
    document = record.document
    for name in DOCUMENT_FIELDS:
        value = getattr(document, name)
        told = _origin(document, name)
        yield Cell(
            f"document/{name}", "document", name, _text(value), *told, None, document
        )
    for place, inspection in enumerate(record.inspections):
        yield from _of_inspection(place, inspection)
    for quote in record.quotes:
        yield Cell(
            f"quote/{quote.parts[0].start}",
            "quote",
            quote.text,
            spoken_by(quote.speaker),
            tuple(_of_quote(quote)),
            quote.rule,
            None,
            quote,
        )
    for number, issue in enumerate(record.issues):
        yield Cell(
            f"issue/{number}",
            "issue",
            issue.code,
            issue.message,
            tuple(issue.evidence),
            None,
            None,
            issue,
        )


def _of_inspection(place: int, inspection: Inspection) -> Iterator[Cell]:
    body = inspection.body
    where = body_slug(body)
    under = inspection.framework or inspection.programme
    evidence, (_, rule) = tuple(body.evidence), _origin(inspection, "body")
    yield Cell(where, "body", body.name, under, evidence, rule, place, body)
    for name in INSPECTION_FIELDS:
        value = _text(getattr(inspection, name))
        told = _origin(inspection, name)
        yield Cell(f"{where}/{name}", "field", name, value, *told, place, inspection)
    for grade in inspection.grades:
        address = f"{where}/{area_slug(grade)}"
        yield _graded("grade", address, grade, place)
    for previous in inspection.previous_grades:
        address = f"{where}/{area_slug(previous)}/previous"
        yield _graded("previous", address, previous, place)
    for tally in inspection.tallies:
        yield Cell(
            f"{where}/tally/{tally.grade}",
            "tally",
            tally.grade,
            str(tally.count),
            tuple(tally.evidence),
            tally.rule,
            place,
            tally,
        )


def _graded(kind: Kind, address: str, grade: Grade | PreviousGrade, place: int) -> Cell:
    evidence = tuple(grade.evidence)
    label = grade.area_label
    return Cell(address, kind, label, grade.grade, evidence, grade.rule, place, grade)


def _of_quote(quote: Quote) -> Iterator[Span]:
    yield from quote.parts
    if quote.cue:
        yield quote.cue
    if quote.speaker and quote.speaker.mention:
        yield quote.speaker.mention


def _origin(
    part: DocumentRecord | Inspection, field: str
) -> tuple[tuple[Span, ...], str | None]:
    """The words that tell a field, and the rule; older records do not have them."""
    origin = part.origins.get(field)
    return (tuple(origin.evidence), origin.rule) if origin else ((), None)


def _text(value: object) -> str | None:
    if isinstance(value, list):
        return "; ".join(value) or None
    return None if value is None else str(value)
