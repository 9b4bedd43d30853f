"""Corrections put into records: the export has what people found right, and says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from pydantic import ValidationError

from pipeline.cells import INSPECTION_FIELDS, Cell
from pipeline.corrections.base import TYPE, kept, on_base, target, uncorrected
from pipeline.corrections.content import content_of
from pipeline.corrections.deductions import deduced_anew
from pipeline.corrections.edits import compact, put
from pipeline.corrections.scales import check_scale
from pipeline.knowledge import Knowledge
from pipeline.problems import plainly
from pipeline.records import Correction, Grade, Record, Span


class Status(StrEnum):
    """What has become of a correction, given what the rules say today."""

    NEEDED = "needed"
    """The rules still say something else; the correction stands in for them."""
    AGREED = "agreed"
    """The rules say by themselves what the correction says."""
    REGRESSED = "regressed"
    """The rules were right once, or were accepted, and now say something else."""
    STALE = "stale"
    """The source is not the text that the reviewer saw; nothing is changed."""
    UNFIT = "unfit"
    """The correction does not fit the record; nothing is changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A correction, what has become of it, and one sentence about it."""

    correction: Correction
    status: Status
    message: str

    @property
    def complaint(self) -> bool:
        """Whether somebody must look."""
        return self.status not in {Status.NEEDED, Status.AGREED}


def correct(
    record: Record,
    corrections: Iterable[Correction],
    known: Knowledge | None = None,
    *,
    retired: bool = False,
) -> tuple[Record, list[Outcome]]:
    """The record with the corrections of its document in it.

    Args:
        record: as the rules made it, or with corrections in it already.
        corrections: of any documents; the others are passed over.
        known: the scales that corrected grades must be on; None: any grade is taken.
        retired: the rules have agreed with these before.

    Returns:
        The record and what has become of each correction; `Record.corrections` says
        what the rules had said before.
    """
    outcomes: list[Outcome] = []
    base = uncorrected(record)
    for correction in corrections:
        if concerns(correction, record):
            record, outcome = _correct(record, base, correction, known, retired=retired)
            outcomes.append(outcome)
    return record, outcomes


def concerns(correction: Correction, record: Record) -> bool:
    """Whether a correction is about this document, changed or not."""
    document = record.document
    return correction.document == document.id or correction.source == document.source


def _correct(
    record: Record,
    base: Record,
    correction: Correction,
    known: Knowledge | None,
    *,
    retired: bool,
) -> tuple[Record, Outcome]:
    placed = _placed(record, correction)
    if placed is None:
        known_by = correction.evidence or correction.saw
        words = known_by.text if known_by else "its bytes"
        message = f"the source changed: {words[:60]!r} is not where it was"
        return record, Outcome(correction, Status.STALE, message)
    cell = target(base, correction.cell)
    said = cell.value if cell else None
    applied = placed.model_copy(update={"was": said})
    others = [c for c in record.corrections if c.cell != correction.cell]
    before = record
    try:
        record = _with(base, [*others, applied], known)
    except (ValueError, LookupError) as error:
        message = f"does not fit the record: {_problem(error)}"
        return record, Outcome(correction, Status.UNFIT, message)
    if said == correction.value:
        message = f"the rules say {said or 'nothing'}, as they should"
        message += _consequences(before, record)
        return record, Outcome(correction, Status.AGREED, message)
    proven = retired or correction.was == correction.value
    status = Status.REGRESSED if proven else Status.NEEDED
    message = f"the rules say {said or 'nothing'}, not {correction.value or 'nothing'}"
    message += _unknown_area(record, cell, correction)
    message += _consequences(before, record)
    return record, Outcome(correction, status, message)


def _problem(error: ValueError | LookupError) -> str:
    """Why a correction does not fit, in a line."""
    if isinstance(error, ValidationError):
        return plainly(error.errors()[0])
    return str(error.args[0])


def _unknown_area(record: Record, cell: Cell | None, correction: Correction) -> str:
    """That a grade was added for an area that its framework does not have."""
    added = target(record, correction.cell) if cell is None else None
    if added is None or not isinstance(added.item, Grade) or added.item.area:
        return ""
    framework = record.inspections[added.inspection or 0].framework
    return f"; {framework or 'no framework'} has no area of that name: it keeps it"


def _consequences(before: Record, after: Record) -> str:
    """What a correction does to deduced grades beside its own cell, in a few words."""
    was, now = _deduced(before), _deduced(after)
    given = {grade[:2] for grade in _grades(after)}
    counts = {
        "no longer deduced": sum(1 for key in was if key not in given),
        "deduced anew": sum(1 for key in now if now[key] != was.get(key)),
    }
    told = [f"{number} {what}" for what, number in counts.items() if number]
    return f"; {', '.join(told)}" if told else ""


def _grades(record: Record) -> Iterator[tuple[int, str, Grade]]:
    for place, inspection in enumerate(record.inspections):
        for grade in inspection.grades:
            yield place, grade.area or grade.area_label, grade


def _deduced(record: Record) -> dict[tuple[int, str], str]:
    """By inspection and area the grades that are deduced."""
    return {
        (place, area): grade.grade
        for place, area, grade in _grades(record)
        if grade.basis == "deduced"
    }


def decision(  # noqa: PLR0913 - a correction has these parts
    record: Record,
    cell: str,
    value: str | None,
    *,
    reason: str,
    reviewer: str,
    evidence: Span | None = None,
) -> Correction:
    """What a person decides today about a cell of a record.

    Args:
        record: as the person sees it.
        cell: its address.
        value: what is right; None: there should be no such cell.
        reason: why, for those who come after.
        reviewer: who answers for it.
        evidence: the words that prove it; None: those that the cell has already,
            where they state this very value, and else none.
    """
    cell = on_base(record, cell)
    if value is not None and not value.strip(" |") and _may_be_empty(cell):
        value = None
    there = [target(each, cell) for each in (uncorrected(record), record)]
    found = [each for each in there if each is not None]
    stated = (span for each in found for span in _stating(each, value))
    proof = evidence or next(stated, None)
    read = next((span for each in found for span in each.evidence), None)
    return Correction(
        document=record.document.id,
        source=record.document.source,
        cell=cell,
        was=what_rules_say(record, cell),
        value=value,
        evidence=proof,
        saw=None if proof else read,
        reason=reason,
        reviewer=reviewer,
        date=datetime.now(tz=UTC).date(),
    )


def _may_be_empty(address: str) -> bool:
    """Whether a cell stays where it says nothing: a speaker, a field."""
    first, _, rest = address.partition("~")[0].partition("/")
    return first in {"quote", "document"} or rest in INSPECTION_FIELDS


def _stating(cell: Cell, value: str | None) -> Iterator[Span]:
    """The words of a cell that state a value: all where it says so, else its wording.

    Those behind a deduced grade are counts and other areas, which state no other.
    """
    if value is not None and cell.value == value:
        yield from cell.evidence
    elif value and not (isinstance(cell.item, Grade) and cell.item.basis == "deduced"):
        wording = re.compile(
            rf"\b{re.escape(value.replace('_', ' '))}\b", re.IGNORECASE
        )
        yield from (span for span in cell.evidence if wording.search(span.text))


def what_rules_say(record: Record, address: str) -> str | None:
    """The value of a cell before any correction; None where there is no such cell."""
    cell = target(uncorrected(record), on_base(record, address))
    return cell.value if cell else None


def _placed(record: Record, correction: Correction) -> Correction | None:
    """The correction with its words where they stand now; None where they are gone.

    Words that moved, because the bytes or the reader changed, are found again only
    where they stand once.
    """
    words = correction.evidence or correction.saw
    text = record.document.text
    if words is None:
        return correction if correction.document == record.document.id else None
    if text[words.start : words.end] == words.text:
        return correction
    if text.count(words.text) != 1:
        return None
    start = text.index(words.text)
    moved = Span(start=start, end=start + len(words.text), text=words.text)
    field = "evidence" if correction.evidence else "saw"
    return correction.model_copy(update={field: moved})


def _with(
    base: Record, corrections: Sequence[Correction], known: Knowledge | None
) -> Record:
    """What the rules said with corrections in it, validated anew.

    Raises:
        LookupError: there is no such cell, and none can be made.
        ValueError: the value is not one that this cell can have.
    """
    content = content_of(base)
    accepted: set[tuple[int, str]] = set()
    changed = False
    found = [(target(base, correction.cell), correction) for correction in corrections]
    for cell, correction in sorted(found, key=_who_first):
        if cell is None or cell.value != correction.value:
            if known is not None:
                check_scale(content["inspections"], base, correction, known)
            put(base, content, cell, correction, known)
            changed = True
        elif isinstance(cell.item, Grade) and cell.item.area:
            accepted.add((cell.inspection or 0, cell.item.area))
    if changed:
        deduced_anew(content_of(base)["inspections"], content, accepted)
        compact(content)
        content["by_rules"] = kept(base).model_dump()
    content["corrections"] = [correction.model_dump() for correction in corrections]
    return Record.model_validate(content)


def _who_first(found: tuple[Cell | None, Correction]) -> tuple[bool, bool]:
    """Who was inspected, its kind first, and by which framework, before its grades."""
    cell, correction = found
    of_body = cell is not None and cell.kind == "body"
    return not of_body, not correction.cell.endswith(f"/{TYPE}")
