"""Records → what the page draws: an index at once, each document when it is opened.

Offsets count code points in records and UTF-16 units in a browser: they are converted
here, once, and nowhere else.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from pipeline.cells import Cell, body_slug, cells
from pipeline.coverage import Miss, possible_misses, sentence_at
from pipeline.explain import by_role, entry_sentence, rule_sentence
from pipeline.knowledge import Framework, Knowledge
from pipeline.records import Grade, PreviousGrade, Quote, Record, Span
from pipeline.review.risk import risk_of

Json = dict[str, Any]
Where = Callable[[int], int]

FALLBACK_SCALE = (
    "outstanding",
    "excellent",
    "very_good",
    "good",
    "reasonably_good",
    "adequate",
    "satisfactory",
    "not_sufficiently_good",
    "requires_improvement",
    "weak",
    "unsatisfactory",
    "poor",
    "inadequate",
)
"""Best first, for grades under no framework: only their colours depend on it."""


OPENING = 90
"""Characters of a document's first words, where they stand for its title."""


@dataclass
class Index:
    """What the page knows before any document is opened."""

    frameworks: dict[str, Json] = field(default_factory=dict)
    documents: list[Json] = field(default_factory=list)


def index_entry(record: Record, misses: Sequence[Miss]) -> Json:
    """A document in the lists: what the filters and the grid need of it."""
    document = record.document
    risk = risk_of(record, misses)
    said = cells(record)
    return {
        "id": document.id,
        "source": document.source,
        "title": document.title or _opening(record),
        "publisher": document.publisher,
        "published": str(document.published) if document.published else None,
        "kind": document.kind,
        "risk": risk.score,
        "reasons": risk.reasons,
        "issues": sorted({issue.code for issue in record.issues}),
        "deduced": sum(g.basis == "deduced" for g in _grades(record)),
        "misses": sum(miss.near for miss in misses),
        "people": _people(said),
        "inspections": [
            {
                "body": inspection.body.name,
                "key": f"{inspection.body.type}/{body_slug(inspection.body)}",
                "framework": framework_key(record, place),
                "date": _date(record, place),
                "grades": [
                    _grade(cell)
                    for cell in said
                    if cell.kind in {"grade", "previous"} and cell.inspection == place
                ],
            }
            for place, inspection in enumerate(record.inspections)
        ],
    }


def detail(record: Record, misses: Sequence[Miss], known: Knowledge) -> Json:
    """A document as it is drawn when it is opened."""
    document = record.document
    at = _utf16(document.text)
    return {
        "text": document.text,
        "url": document.url,
        "blocks": [
            [b.type, b.level, at(b.start), at(b.end), b.role, b.page]
            for b in document.blocks
        ],
        "bodies": [
            {
                "name": inspection.body.name,
                "type": inspection.body.type,
                "framework": framework_key(record, place),
                "inspectorate": _inspectorate(inspection.inspectorate, known),
                "missing": [m.model_dump() for m in inspection.missing],
            }
            for place, inspection in enumerate(record.inspections)
        ],
        "cells": [_cell(record, cell, at, known) for cell in cells(record)],
        "misses": [
            {
                "kind": miss.kind,
                "near": miss.near,
                "span": [at(miss.sentence[0]), at(miss.sentence[1])],
                "vetoes": miss.vetoes,
                "hits": [[at(start), at(end)] for start, end in miss.hits],
            }
            for miss in misses
        ],
        "corrections": [
            c.model_dump(mode="json", exclude={"evidence", "document", "source"})
            for c in record.corrections
        ],
        "extractor": f"{record.extractor.name} {record.extractor.version}",
    }


def framework_key(record: Record, place: int) -> str:
    """The slug of an inspection's framework, else of its programme with a mark."""
    inspection = record.inspections[place]
    return inspection.framework or f"?{inspection.programme or ''}"


def framework_entry(key: str, known: Knowledge) -> Json:
    """A framework as the grid needs it: scale and areas, in its own order.

    Where only the programme is certain, its newest framework lends both.
    """
    if framework := known.frameworks.get(key):
        return _framework(framework, known)
    programme = key.removeprefix("?")
    same = [
        each
        for each in known.frameworks.values()
        if programme in {each.programme, *each.programmes.values()}
    ]
    if same:
        newest = max(same, key=lambda each: each.first_year)
        return _framework(newest, known) | {"cycle": "cycle not certain"}
    scale = [
        {"slug": slug, "label": slug.replace("_", " ").capitalize()}
        for slug in FALLBACK_SCALE
    ]
    name = programme.replace("_", " ").capitalize() or "No framework recognised"
    return {"name": name, "cycle": "", "inspectorate": "", "scale": scale, "areas": []}


def take(record: Record, known: Knowledge, index: Index) -> Json:
    """Add a record to the index and return its detail."""
    misses = possible_misses(record, known)
    index.documents.append(index_entry(record, misses))
    for place in range(len(record.inspections)):
        key = framework_key(record, place)
        if key not in index.frameworks:
            index.frameworks[key] = framework_entry(key, known)
    return detail(record, misses, known)


def _framework(framework: Framework, known: Knowledge) -> Json:
    return {
        "name": framework.name,
        "cycle": framework.cycle,
        "inspectorate": _inspectorate(framework.inspectorate, known),
        "previous": framework.previous,
        "scale": [{"slug": g.slug, "label": g.label} for g in framework.scale],
        "areas": [
            {"slug": area.slug, "label": area.name, "earlier": area.earlier}
            for area in framework.areas
        ],
    }


def _date(record: Record, place: int) -> str | None:
    """When an inspection was told of: its report, its last day, or the document."""
    inspection = record.inspections[place]
    dates = (inspection.published, inspection.inspected_to, record.document.published)
    return next((str(each) for each in dates if each), None)


def _opening(record: Record) -> str | None:
    """The first words of the story, where it has no title."""
    document = record.document
    blocks = (b for b in document.blocks if b.role == "body" and b.start < b.end)
    block = next(blocks, None)
    if block is None:
        return None
    words = document.text[block.start : block.end]
    return shorten(words, OPENING, placeholder=" …")


def _inspectorate(slug: str | None, known: Knowledge) -> str | None:
    entry = known.inspectorates.get(slug or "")
    if entry is None:
        return slug
    return entry.abbreviations[0] if entry.abbreviations else entry.name


def _cell(record: Record, cell: Cell, at: Where, known: Knowledge) -> Json:
    drawn: Json = {
        "at": cell.address,
        "kind": cell.kind,
        "label": cell.label,
        "value": cell.value,
        "of": cell.inspection,
        "spans": [
            [at(span.start), at(span.end), span.page, role, _link(record, span)]
            for role, span in by_role(record, cell, known)
        ],
    }
    if cell.rule:
        drawn["rule"] = [cell.rule, rule_sentence(cell.rule)]
    trace = getattr(cell.item, "trace", None)
    if trace:
        drawn["data"] = [[entry, entry_sentence(entry, known)] for entry in trace.data]
        drawn["rivals"] = trace.rivals
    if isinstance(cell.item, Grade | PreviousGrade):
        drawn |= _graded(record, cell.item, at)
    if isinstance(cell.item, Quote):
        drawn |= _quoted(cell.item)
    return drawn


def _link(record: Record, span: Span) -> str | None:
    """Where the source itself shows these words, where that is on the web."""
    link = record.document.link(span)
    return link if link and link.startswith(("http://", "https://")) else None


def _graded(record: Record, grade: Grade | PreviousGrade, at: Where) -> Json:
    words = [_words(span, grade.grade_label, at) for span in grade.evidence]
    drawn: Json = {
        "area": grade.area,
        "written": grade.grade_label,
        "label_at": next(filter(None, words), None),
    }
    if isinstance(grade, PreviousGrade):
        return drawn | {"when": grade.when}
    return drawn | {
        "basis": grade.basis,
        "derivation": grade.derivation,
        "corrected": grade.corrected,
        "sentences": _sentences(record, grade.evidence, at),
    }


def _quoted(quote: Quote) -> Json:
    speaker = quote.speaker
    return {
        "form": quote.kind,
        "parts": len(quote.parts),
        "cue": quote.cue.text if quote.cue else None,
        "speaker": speaker.model_dump(exclude={"mention"}) if speaker else None,
        "repeats": quote.repeats,
        "corrected": quote.corrected,
    }


def _sentences(record: Record, spans: Iterable[Span], at: Where) -> list[list[int]]:
    found = dict.fromkeys(sentence_at(record, span.start) for span in spans)
    return [[at(start), at(end)] for start, end in found]


def _words(span: Span, words: str, at: Where) -> list[int] | None:
    """Where the grade's own words stand inside its evidence."""
    found = re.search(rf"\b{re.escape(words)}\b", span.text, re.IGNORECASE)
    if not found or not words:
        return None
    return [at(span.start + found.start()), at(span.start + found.end())]


def _grade(cell: Cell) -> Json:
    item = cell.item
    drawn: Json = {"at": cell.address, "label": cell.label, "grade": cell.value}
    if isinstance(item, Grade):
        drawn |= {"area": item.area, "basis": item.basis, "corrected": item.corrected}
    if isinstance(item, PreviousGrade):
        drawn |= {"area": item.area, "previous": True, "when": item.when}
    return drawn


def _grades(record: Record) -> Iterable[Grade]:
    return (grade for inspection in record.inspections for grade in inspection.grades)


def _people(said: Iterable[Cell]) -> list[Mapping[str, object]]:
    """Each speaker once with the places of the quotes; None for nobody named."""
    found: dict[tuple[str | None, ...], list[str]] = {}
    for cell in said:
        if not isinstance(cell.item, Quote):
            continue
        speaker = cell.item.speaker
        who = (speaker.name, speaker.role, speaker.organisation) if speaker else ()
        found.setdefault(who, []).append(cell.address)
    return [{"who": who, "quotes": places} for who, places in found.items()]


def _utf16(text: str) -> Where:
    """From an offset in code points to one in UTF-16 units."""
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    return (lambda offset: offset + bisect_left(wide, offset)) if wide else int
