"""What a second set of records gained, lost and changed against a first.

Cells are compared by document and address, so that a change of rules, of data or of
sources can be read, counted by rule, and be a gate.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import chain
from typing import Any, Literal

from pipeline.cells import BY_HAND, Cell, cells
from pipeline.corrections import on_base
from pipeline.corrections.base import BODY, TYPE
from pipeline.records import Grade, Record
from pipeline.words.plurals import count

MAKERS = {"body": "who was inspected, by what", "issue": "a check of the record"}
"""By kind of cell what makes those that have no rule of their own."""
EMPTY = "nobody named"
"""What the one kind of cell says that may be empty: a quote without its speaker."""
What = Literal["gained", "lost", "changed", "reasoned"]


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs.

    Attributes:
        what: `reasoned` where the value is the same and rule or basis differ.
        was, now: the values; None on the side that has no such cell.
        rule_was, rule_now: who made them: a rule, `correction` for a person; None on
            the side that has no such cell, and where a record does not say.
    """

    what: What
    kind: str
    source: str
    address: str
    was: str | None
    now: str | None
    rule_was: str | None
    rule_now: str | None


@dataclass(frozen=True, slots=True)
class Diff:
    """All that differs.

    Attributes:
        documents_gained, documents_lost: sources on one side only; their cells are
            not listed.
        compared: how many documents both sides have.
    """

    changes: tuple[Change, ...]
    documents_gained: tuple[str, ...]
    documents_lost: tuple[str, ...]
    compared: int

    def __bool__(self) -> bool:
        return bool(self.changes or self.documents_gained or self.documents_lost)

    def by_rule(self) -> Counter[tuple[str, str]]:
        """How often each rule gained, lost or changed something."""
        return Counter(
            (change.what, _who(change.rule_now or change.rule_was, change.kind))
            for change in self.changes
        )

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        rules = [
            {"what": what, "rule": rule, "count": number}
            for (what, rule), number in self.by_rule().most_common()
        ]
        return asdict(self) | {"by_rule": rules}

    def lines(self) -> Iterator[str]:
        """For people: what happened by rule, then each change."""
        counts = Counter(change.what for change in self.changes)
        parts = ", ".join(f"{number} {what}" for what, number in counts.most_common())
        compared = f"{count(self.compared, 'document')} compared"
        yield f"{compared}: {parts or 'no cell differs'}"
        for sign, sources in (
            ("+", self.documents_gained),
            ("-", self.documents_lost),
        ):
            yield from (f"{sign} document {source}" for source in sources)
        for (what, rule), number in self.by_rule().most_common():
            yield f"  {number:4} {what:8} {rule}"
        for change in self.changes:
            yield _line(change)


def diff(before: Iterable[Record], after: Iterable[Record]) -> Diff:
    """Compare two sets of records; a document is known by its source."""
    old, new = _by_source(before), _by_source(after)
    shared = [source for source in old if source in new]
    changes = (_changes(source, old[source], new[source]) for source in shared)
    return Diff(
        tuple(chain.from_iterable(changes)),
        tuple(source for source in new if source not in old),
        tuple(source for source in old if source not in new),
        len(shared),
    )


def _by_source(records: Iterable[Record]) -> dict[str, list[Cell]]:
    return {record.document.source: list(_of(record)) for record in records}


def _of(record: Record) -> Iterator[Cell]:
    """The cells that say something, with a person as the rule of what one changed."""
    put_right = {
        correction.cell.removesuffix(f"/{BODY}").removesuffix(f"/{TYPE}")
        for correction in record.corrections
        if correction.was != correction.value
    }
    for cell in filter(_says, cells(record)):
        mine = on_base(record, cell.address) in put_right
        yield replace(cell, rule=BY_HAND) if mine else cell


def _says(cell: Cell) -> bool:
    return cell.value is not None or cell.kind == "quote"


def _changes(source: str, old: list[Cell], new: list[Cell]) -> Iterator[Change]:
    before = {cell.address: cell for cell in old}
    after = {cell.address: cell for cell in new}
    for address in dict.fromkeys([*before, *after]):
        was, now = before.get(address), after.get(address)
        what = _what(was, now)
        if what and (cell := now or was):
            yield Change(
                what,
                cell.kind,
                source,
                address,
                was.value if was else None,
                now.value if now else None,
                was.rule if was else None,
                now.rule if now else None,
            )


def _what(was: Cell | None, now: Cell | None) -> What | None:
    if was is None or now is None:
        return "gained" if was is None else "lost"
    if was.value != now.value or (was.kind == "quote" and was.label != now.label):
        return "changed"
    return None if _reasons(was) == _reasons(now) else "reasoned"


def _reasons(cell: Cell) -> tuple[str | None, str | None]:
    return cell.rule, cell.item.basis if isinstance(cell.item, Grade) else None


def _who(rule: str | None, kind: str) -> str:
    """What made a cell, where the record names no rule what makes such cells."""
    return rule or MAKERS.get(kind, "a reader")


def _line(change: Change) -> str:
    where = f"{change.source}#{change.address}"
    was, now = (_who(r, change.kind) for r in (change.rule_was, change.rule_now))
    if change.what == "gained":
        return f"+ {where}: {change.now or EMPTY} ({now})"
    if change.what == "lost":
        return f"- {where}: {change.was or EMPTY} ({was})"
    if change.what == "changed":
        return f"~ {where}: {change.was or EMPTY} -> {change.now or EMPTY} ({now})"
    return f"= {where}: {change.now} ({was} -> {now})"
