"""`gradewright correct`: what a person found right becomes a file and an override."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pipeline.cli.options import (
    CORRECTIONS,
    Cell,
    Corrections,
    Data,
    Records,
    Status,
)
from pipeline.cli.values import flag

if TYPE_CHECKING:
    from pipeline.knowledge import Knowledge
    from pipeline.records import Correction, Record, Span

Reason = Annotated[
    str,
    typer.Option(
        metavar="WORDS",
        help="Why, for those who come after.  [required]",
        show_default=False,
    ),
]
Reviewer = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="Who answers for it.  [required]", show_default=False
    ),
]
Value = Annotated[
    str | None,
    typer.Option(
        metavar="VALUE",
        help="What is right: a grade's slug, a date, a speaker as 'name | role | "
        "organisation', '' for nobody or nothing. Without it the cell is accepted.",
    ),
]
Remove = Annotated[
    bool, typer.Option("--remove", parser=flag, help="The text says no such thing.")
]
Proof = Annotated[
    str | None,
    typer.Option(
        "--evidence",
        metavar="WORDS",
        help="The words of the text that prove it; without them the cell's own, "
        "where they state that very value, else none.",
    ),
]


def correct(  # noqa: PLR0913 - a correction has these parts
    records: Records,
    cell: Cell,
    *,
    reason: Reason = "",
    reviewer: Reviewer = "",
    value: Value = None,
    remove: Remove = False,
    evidence: Proof = None,
    folder: Corrections = CORRECTIONS,
    data: Data = [],  # noqa: B006 - typer copies it
) -> None:
    """Accept a cell of a record, or put it right.

    The correction becomes a file: it overrides exports, and is a test from then on.
    """
    from pipeline import corrections, knowledge

    given = {"--reason": reason, "--reviewer": reviewer}
    if missing := [option for option, words in given.items() if not words.strip()]:
        raise typer.BadParameter(f"a correction needs {' and '.join(missing)}")
    if remove and value is not None:
        raise typer.BadParameter("--remove and --value exclude each other")
    known = knowledge.load(*data)
    record, address = _only(records, cell)
    if remove and address.startswith("quote/"):
        address = f"{address.removesuffix('/text')}/text"  # the words, not the speaker
    right = None if remove else value or _said(record, address, value)
    proof = _evidence(record, evidence, f"{records}#{address}") if evidence else None
    correction = corrections.decision(
        record, address, right, evidence=proof, reason=reason, reviewer=reviewer
    )
    for line in _put(records, record, correction, folder, known):
        typer.echo(line)


def _put(
    records: str,
    record: "Record",
    correction: "Correction",
    folder: Path,
    known: "Knowledge",
) -> Iterator[str]:
    """Save a correction and put it into the records; what has become of it."""
    from pipeline import corrections
    from pipeline.sinks.stored import replace

    corrected, (outcome,) = corrections.correct(record, [correction], known)
    if outcome.status is corrections.Status.UNFIT:
        _refuse(f"{records}#{correction.cell}: {outcome.message}")
    path = corrections.save(correction, folder)
    replace(records, corrected)
    yield f"{path}: {outcome.message}"
    yield f"evidence: {_proof(correction)}"
    yield from _where_it_stands(records)


def _proof(correction: "Correction") -> str:
    """The words that prove it, and where they are from."""
    words = correction.evidence
    if words is None:
        return "your reason alone; --evidence gives words of the text"
    return f"“{' '.join(words.text.split())}” (characters {words.start} to {words.end})"


def _where_it_stands(records: str) -> Iterator[str]:
    """What has the correction by now, and what has not."""
    from pipeline.errors import without_password
    from pipeline.sinks.stored import exported

    yield f"{without_password(records)}: has it"
    if files := exported(records):
        yield f"{', '.join(files)}: will have it after the next `gradewright run`"


def _said(record: "Record", address: str, value: str | None) -> str | None:
    """What an accepted cell says; a value that is empty stays so."""
    from pipeline.corrections import target

    cell = target(record, address)
    return cell.value if cell and value is None else value


def _refuse(problem: str) -> NoReturn:
    typer.echo(problem, err=True)
    raise typer.Exit(Status.NOT_RUN)


def _only(records: str, cell: str) -> "tuple[Record, str]":
    """The one record that is meant, and the address in it."""
    from pipeline.cells import Address
    from pipeline.corrections import target
    from pipeline.explain import find, gone, instead
    from pipeline.sinks.stored import stored

    address = Address.parse(cell)
    named = list(stored(records, document=address.document, body=address.body))
    at = address.cell
    having = [each for each in named if find(each, at) or target(each, at)]
    if not having:  # it, or its whole inspection, may have been taken out
        changed = stored(records, document=address.document, corrected=True)
        having = [each for each in changed if gone(each, at)]
    # a cell that was missed has its body only
    chosen = having or [r for r in named if address.body and find(r, address.body)]
    if len(chosen) == 1:
        return chosen[0], address.cell
    sources = ", ".join(f"'{r.document.source}#{address.cell}'" for r in chosen[:5])
    if chosen:
        problem = f"several documents have {cell!r}; say which: {sources}"
    else:
        where = address.document
        remedy = instead(stored(records, document=where), address.cell, where)
        problem = f"no record has a cell {cell!r}; {remedy}"
    _refuse(f"{records}: {problem}")


def _evidence(record: "Record", words: str, where: str) -> "Span":
    """The words where they stand, however the lines break there."""
    from pipeline.records import Span

    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    text = record.document.text
    found = [match.span() for match in pattern.finditer(text)] if words.strip() else []
    if len(found) != 1:
        times = f"{len(found)} times" if found else "nowhere"
        remedy = "give more of them" if found else "copy them as they stand there"
        source = record.document.source
        _refuse(f"{where}: --evidence {words!r}: {times} in {source}; {remedy}")
    ((start, end),) = found
    return Span(start=start, end=end, text=text[start:end])
