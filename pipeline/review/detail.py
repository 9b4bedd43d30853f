"""A document as it is drawn when it is opened: its text, its cells, its misses.

Offsets count code points in records and UTF-16 units in a browser: they are converted
here, once, and nowhere else.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from pipeline.cells import Cell, cells
from pipeline.corrections import on_base, target, uncorrected
from pipeline.coverage import Miss, sentence_at
from pipeline.explain import (
    Role,
    Vetoed,
    Vetoes,
    by_role,
    entry_sentence,
    proved,
    rule_sentence,
    said,
    trace_of,
    vetoed,
    why_empty,
)
from pipeline.knowledge import Knowledge
from pipeline.records import (
    Grade,
    PreviousGrade,
    Quote,
    Record,
    Span,
    SpeakerRecord,
    Veto,
)
from pipeline.review.contract import (
    Block,
    Detail,
    Evidence,
    Extent,
    Inspected,
    Shown,
    ShownMiss,
    ShownVeto,
    Who,
)
from pipeline.review.frameworks import framework_key, inspectorate_name

Where = Callable[[int], int]


def detail(record: Record, misses: Sequence[Miss], known: Knowledge) -> Detail:
    """A document as it is drawn when it is opened."""
    document = record.document
    at = _utf16(document.text)
    vetoes = Vetoes(record, known)
    numbers = {id(veto): number for number, veto in enumerate(record.vetoes)}
    return {
        "text": document.text,
        "url": document.url,
        "blocks": [*_blocks(record, at)],
        "bodies": [
            _body(record, place, known) for place in range(len(record.inspections))
        ],
        "cells": [
            _cell(record, cell, at, known) | {"vetoes": list(vetoes.of(cell))}
            for cell in cells(record)
        ],
        "misses": [
            _miss(miss, at, [numbers[id(veto)] for veto in miss.vetoes])
            for miss in misses
        ],
        "vetoes": [
            _veto(veto, vetoed(record, veto, sentence, known), at)
            for veto, sentence in zip(record.vetoes, vetoes.sentences, strict=True)
        ],
        "corrections": [
            c.model_dump(mode="json", exclude={"evidence", "document", "source"})
            | {"proved": proved(record, c)}
            for c in record.corrections
        ],
        "extractor": f"{record.extractor.name} {record.extractor.version}",
    }


def _blocks(record: Record, at: Where) -> Iterator[Block]:
    for b in record.document.blocks:
        yield b.type, b.level, at(b.start), at(b.end), b.role, b.page


def _body(record: Record, place: int, known: Knowledge) -> Inspected:
    inspection = record.inspections[place]
    return {
        "name": inspection.body.name,
        "type": inspection.body.type,
        "framework": framework_key(record, place),
        "inspectorate": inspectorate_name(inspection.inspectorate, known),
        "missing": [m.model_dump() for m in inspection.missing],
    }


def _miss(miss: Miss, at: Where, vetoes: list[int]) -> ShownMiss:
    return {
        "kind": miss.kind,
        "near": miss.near,
        "span": (at(miss.sentence[0]), at(miss.sentence[1])),
        "hits": [(at(start), at(end)) for start, end in miss.hits],
        "vetoes": vetoes,
    }


def _cell(record: Record, cell: Cell, at: Where, known: Knowledge) -> Shown:
    drawn: Shown = {
        "at": cell.address,
        "kind": cell.kind,
        "label": cell.label,
        "value": cell.value,
        "of": cell.inspection,
        "spans": [*_spans(record, cell, at, known)],
        "vetoes": [],
    }
    if told := said(cell):
        drawn["said"] = told
    if why := why_empty(record, cell):
        drawn["empty"] = why
    if cell.rule:
        drawn["rule"] = cell.rule, rule_sentence(cell.rule)
    if trace := trace_of(record, cell):
        drawn["data"] = [(entry, entry_sentence(entry, known)) for entry in trace.data]
        drawn["rivals"] = trace.rivals
    if getattr(cell.item, "corrected", False):
        drawn["corrected"] = True
    if isinstance(cell.item, Grade | PreviousGrade):
        _draw_grade(drawn, record, cell.item, at)
    if isinstance(cell.item, Quote):
        _draw_quote(drawn, cell.item)
    return drawn


def _spans(
    record: Record, cell: Cell, at: Where, known: Knowledge
) -> Iterator[Evidence]:
    for role, span in _read(record, cell, known):
        yield at(span.start), at(span.end), span.page, role, _link(span)


def _read(
    record: Record, cell: Cell, known: Knowledge
) -> Sequence[tuple[Role | Literal["read"], Span]]:
    """The words that a cell opens at; where a person gave none, those of the rules.

    Counts and other areas, by which the rules deduced another grade, are none of it.
    """
    found = by_role(record, cell, known)
    if found or record.by_rules is None:
        return found
    base = uncorrected(record)
    before = target(base, on_base(record, cell.address))
    told = by_role(base, before, known) if before else ()
    return [("read", span) for role, span in told if role in {"own", "proof"}]


def _veto(veto: Veto, told: Vetoed, at: Where) -> ShownVeto:
    return {
        "kind": veto.kind,
        "words": told.marked,
        "by": told.by,
        "rule": (told.rule.name, told.rule.sentence),
        "data": [(entry.name, entry.sentence) for entry in told.data],
        "spans": [(at(span.start), at(span.end)) for span in veto.evidence],
    }


def _link(span: Span) -> str | None:
    """Only what a browser may open from a page: no local path, no other scheme."""
    link = span.link
    return link if link and link.startswith(("http://", "https://")) else None


def _draw_grade(
    drawn: Shown, record: Record, grade: Grade | PreviousGrade, at: Where
) -> None:
    words = [_words(span, grade.grade_label, at) for span in grade.evidence]
    drawn |= {
        "area": grade.area,
        "written": grade.grade_label,
        "labels_at": [*dict.fromkeys(filter(None, words))],
    }
    if isinstance(grade, PreviousGrade):
        drawn["when"] = grade.when
        return
    drawn |= {
        "basis": grade.basis,
        "derivation": grade.derivation,
        "sentences": _sentences(record, grade.evidence, at),
    }


def _draw_quote(drawn: Shown, quote: Quote) -> None:
    speaker = quote.speaker
    drawn |= {
        "form": quote.kind,
        "parts": len(quote.parts),
        "cue": quote.cue.text if quote.cue else None,
        "speaker": _who(speaker) if speaker else None,
        "repeats": quote.repeats,
    }


def _who(speaker: SpeakerRecord) -> Who:
    return {
        "name": speaker.name,
        "role": speaker.role,
        "organisation": speaker.organisation,
        "resolved_by": speaker.resolved_by,
    }


def _sentences(record: Record, spans: Iterable[Span], at: Where) -> list[Extent]:
    found = dict.fromkeys(sentence_at(record, span.start) for span in spans)
    return [(at(start), at(end)) for start, end in found]


def _words(span: Span, words: str, at: Where) -> Extent | None:
    """Where the grade's own words stand inside its evidence."""
    found = re.search(rf"\b{re.escape(words)}\b", span.text, re.IGNORECASE)
    if not found or not words:
        return None
    return at(span.start + found.start()), at(span.start + found.end())


def _utf16(text: str) -> Where:
    """From an offset in code points to one in UTF-16 units."""
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    return (lambda offset: offset + bisect_left(wide, offset)) if wide else int
