"""Record → rows, the same for every sink that has tables."""

import json
from collections.abc import Sequence
from typing import Any

from pipeline.records import Failure, Inspection, Quote, Record, Span, SpeakerRecord

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Rows by table. Lists and objects are JSON already: whoever makes the rows, not the
one who writes them all, has that work."""


def rows_of(outcome: Record | Failure) -> Rows:
    """What is stored of a document: its record, or one row that says why not."""
    if isinstance(outcome, Failure):
        return {"failures": [outcome.model_dump()]}
    return _record(outcome)


def record_of(document: Row, stored: Row) -> Record:
    """The record again, from its rows in `documents` and `records`."""
    whole = stored["record"]
    whole = json.loads(whole) if isinstance(whole, str) else whole
    own = {"source": document["source"], "text": document["text"]}
    whole = whole | {"document": whole["document"] | own}
    return Record.model_validate_json(json.dumps(whole))


def _record(record: Record) -> Rows:
    key = {"document_id": record.document.id}
    people = _people(record)
    rows: Rows = {
        "documents": [_document(record)],
        "records": [key | {"record": _whole(record)}],
        "inspections": [],
        "grades": [],
        "previous_grades": [],
        "tallies": [],
        "people": [key | row for row in people.values()],
        "quotes": [key | row for row in _quotes(record, people)],
        "issues": [
            key
            | {"position": position}
            | issue.model_dump(exclude={"evidence"})
            | _evidence(issue.evidence)
            for position, issue in enumerate(record.issues)
        ],
    }
    for place, inspection in enumerate(record.inspections):
        within = key | {"inspection": place}
        rows["inspections"].append(within | _inspection(inspection))
        for table, children in _children(inspection).items():
            rows[table] += [
                within | {"position": position} | child
                for position, child in enumerate(children)
            ]
    return rows


def _document(record: Record) -> Row:
    return record.document.model_dump(exclude={"blocks", "authors"}) | {
        "authors": as_json(record.document.authors),
        "schema_version": record.schema_version,
        "extractor_version": record.extractor.version,
        "possible_misses": record.possible_misses,
    }


def as_json(value: object) -> str:
    """A cell that holds a list or an object."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _whole(record: Record) -> str:
    """Without the text and the source, which `documents` has; a source may change."""
    return record.model_dump_json(exclude={"document": {"text", "source"}})


def _inspection(inspection: Inspection) -> Row:
    body = inspection.body
    return {
        "inspectorate": inspection.inspectorate,
        "framework": inspection.framework,
        "programme": inspection.programme,
        "body_id": body.id,
        "body_name": body.name,
        "body_type": body.type,
        "inspected_from": inspection.inspected_from,
        "inspected_to": inspection.inspected_to,
        "published": inspection.published,
        "lead_inspector": inspection.lead_inspector,
        **_evidence(body.evidence),
    }


def _children(inspection: Inspection) -> Rows:
    graded = ("area", "area_label", "grade", "grade_label", "rule")
    return {
        "grades": [
            {name: getattr(grade, name) for name in graded}
            | {"basis": grade.basis, "derivation": grade.derivation}
            | {"corrected": int(grade.corrected)}
            | _evidence(grade.evidence)
            for grade in inspection.grades
        ],
        "previous_grades": [
            {name: getattr(grade, name) for name in graded}
            | {"when_stated": grade.when, "corrected": int(grade.corrected)}
            | _evidence(grade.evidence)
            for grade in inspection.previous_grades
        ],
        "tallies": [
            {"grade": tally.grade, "areas": tally.count, "rule": tally.rule}
            | {"corrected": int(tally.corrected)}
            | _evidence(tally.evidence)
            for tally in inspection.tallies
        ],
    }


Person = tuple[str | None, str | None, str | None]


def _person(speaker: SpeakerRecord) -> Person:
    return speaker.name, speaker.role, speaker.organisation


def _people(record: Record) -> dict[Person, Row]:
    """Each speaker once, numbered in order of their first quote."""
    speakers = (_person(quote.speaker) for quote in record.quotes if quote.speaker)
    fields = ("name", "role", "organisation")
    return {
        person: {"person": number} | dict(zip(fields, person, strict=True))
        for number, person in enumerate(dict.fromkeys(speakers))
    }


def _quotes(record: Record, people: dict[Person, Row]) -> list[Row]:
    return [
        {
            "position": position,
            "kind": quote.kind,
            "text": quote.text,
            "person": people[_person(quote.speaker)]["person"]
            if quote.speaker
            else None,
            "resolved_by": _resolved_by(quote),
            "cue": quote.cue.text if quote.cue else None,
            "section": None
            if quote.section is None
            else record.sections[quote.section].heading,
            "repeats": quote.repeats,
            "rule": quote.rule,
            "corrected": int(quote.corrected),
            **_evidence(quote.parts),
        }
        for position, quote in enumerate(record.quotes)
    ]


def _evidence(spans: Sequence[Span]) -> Row:
    first = spans[0] if spans else None
    return {
        "evidence_text": first.text if first else None,
        "starts_at": first.start if first else None,
        "ends_at": first.end if first else None,
        "evidence": as_json([span.model_dump(exclude_none=True) for span in spans]),
    }


def _resolved_by(quote: Quote) -> str | None:
    """How a speaker was found; by a correction where no rule has named it."""
    return (quote.speaker.resolved_by or "correction") if quote.speaker else None
