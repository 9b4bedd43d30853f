"""What a batch came to, for people and for programs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.sinks.rows import Rows
from pipeline.words.plurals import count

EXPECTED: dict[str, dict[str, str]] = {
    "documents": {
        "title": "title",
        "publisher": "publisher",
        "published": "day",
        "url": "address",
    },
    "inspections": {
        "inspectorate": "inspectorate",
        "framework": "framework",
        "body_id": "entry in a register",
        "inspected_from": "first day",
        "inspected_to": "last day",
        "published": "day of its report",
        "lead_inspector": "lead inspector",
    },
    "grades": {"area": "area of its framework"},
    "quotes": {"person": "speaker"},
}
"""Columns that people look for, and may find empty; and what they are called."""
SMALLEST = 0.005
"""Of all rows: fewer empty cells are not worth a word."""


@dataclass
class Summary:
    """Counts over the outcomes of a run, kept as they come by."""

    found: int = 0
    """Inputs that the names stood for."""
    skipped: int = 0
    """Inputs that were done before, and have not changed."""
    removed: list[str] = field(default_factory=list)
    """Sources that were there before, and are no more."""
    copies: int = 0
    """Inputs with the same bytes as one before them: the same document."""
    rows: Counter[str] = field(default_factory=Counter)
    """By table."""
    grades: Counter[str] = field(default_factory=Counter)
    """By basis: stated, deduced."""
    quotes: Counter[str] = field(default_factory=Counter)
    """With and without speaker."""
    issues: Counter[str] = field(default_factory=Counter)
    """By code."""
    possible_misses: int = 0
    """Sentences near a grade, and quotations, that no record uses."""
    failures: Counter[str] = field(default_factory=Counter)
    """By cause."""
    failed_before: list[str] = field(default_factory=list)
    """Skipped inputs that gave no record then: source, cause and remedy."""
    nulls: Counter[str] = field(default_factory=Counter)
    """Empty cells by `table.column`."""
    gained: Counter[str] = field(default_factory=Counter)
    """Grades and quotes that documents read before did not have then."""
    lost: Counter[str] = field(default_factory=Counter)
    """Grades and quotes that documents read before do not have any more."""
    seconds: float = 0.0
    counted: set[str] = field(default_factory=set, repr=False)
    """Ids of documents."""

    @property
    def done(self) -> int:
        """Inputs that have been read, or could not be."""
        return self.rows["documents"] + self.copies + self.failures.total()

    def add(self, rows: Rows) -> None:
        """Count what came of an input: a document once, however many names it has."""
        ids = {row["id"] for row in rows.get("documents", ())}
        if ids & self.counted:
            self.copies += 1
            return
        self.counted |= ids
        self.rows.update({table: len(some) for table, some in rows.items()})
        self.grades.update(row["basis"] for row in rows.get("grades", ()))
        self.quotes.update(
            "without speaker" if row["person"] is None else "with speaker"
            for row in rows.get("quotes", ())
        )
        self.issues.update(row["code"] for row in rows.get("issues", ()))
        for document in rows.get("documents", ()):
            self.possible_misses += document["possible_misses"] or 0
        self.failures.update(row["cause"] for row in rows.get("failures", ()))
        for table, columns in EXPECTED.items():
            for row in rows.get(table, ()):
                self.nulls.update(f"{table}.{c}" for c in columns if row[c] is None)

    def compare(self, before: Counter[str], after: Counter[str]) -> None:
        """Count what a document has now and had not, and the other way round."""
        self.gained.update(after - before)
        self.lost.update(before - after)

    @property
    def failed(self) -> bool:
        """Whether any input is without record."""
        return bool(self.failures or self.failed_before)

    def null_rates(self) -> dict[str, float]:
        """Shares of empty cells by `table.column`, where there are rows at all."""
        return {
            f"{table}.{column}": self.nulls[f"{table}.{column}"] / self.rows[table]
            for table, columns in EXPECTED.items()
            for column in columns
            if self.rows[table]
        }

    def _empty(self) -> Iterator[str]:
        """A line for each table in which something is often empty, most often first."""
        rates = self.null_rates()
        for table, columns in EXPECTED.items():
            shares = {name: rates.get(f"{table}.{c}", 0) for c, name in columns.items()}
            told = sorted(shares.items(), key=lambda share: -share[1])
            parts = [f"{name} ({rate:.0%})" for name, rate in told if rate >= SMALLEST]
            if parts:
                yield f"empty        {table} without {', '.join(parts)}"

    def as_json(self) -> dict[str, Any]:
        """All counts, for programs."""
        return {
            "found": self.found,
            "documents": self.rows["documents"],
            "copies": self.copies,
            "skipped": self.skipped,
            "removed": self.removed,
            "inspections": self.rows["inspections"],
            "grades": dict(self.grades),
            "previous_grades": self.rows["previous_grades"],
            "tallies": self.rows["tallies"],
            "quotes": dict(self.quotes),
            "issues": dict(self.issues),
            "possible_misses": self.possible_misses,
            "failures": dict(self.failures),
            "failed_before": len(self.failed_before),
            "null_rates": {k: round(v, 4) for k, v in self.null_rates().items()},
            "gained": dict(self.gained),
            "lost": dict(self.lost),
            "seconds": round(self.seconds, 3),
            "documents_per_second": round(self.done / (self.seconds or 1), 2),
        }

    def lines(self) -> list[str]:
        """One line for each count, its parts in brackets."""
        speed = self.as_json()["documents_per_second"]
        rate = f", {speed:.1f} a second" if self.rows["documents"] else ""
        before = len(self.failed_before)
        tried = f", {before} of them without record" if before else ""
        missed = count(self.possible_misses, "sentence")
        lines = [
            f"documents    {self.rows['documents']}{rate}",
            *([f"copies       {self.copies}, the same bytes"] if self.copies else []),
            f"skipped      {self.skipped} unchanged{tried}",
            f"inspections  {self.rows['inspections']}",
            f"grades       {_parts(self.grades)}",
            f"quotes       {_parts(self.quotes)}",
            f"issues       {_parts(self.issues)}",
            f"missed?      {missed} near a grade or quoted",
            f"failures     {_parts(self.failures)}",
            *self._empty(),
        ]
        if self.removed:
            lines.append(f"gone         {len(self.removed)}: {_some(self.removed)}")
        lines += [f"gained       {claim}" for claim in self.gained]
        lines += [f"lost         {claim}" for claim in self.lost]
        return lines


def _parts(counts: Counter[str]) -> str:
    parts = ", ".join(f"{count} {name}" for name, count in counts.most_common())
    return f"{counts.total()} ({parts})" if parts else "0"


def _some(names: list[str], most: int = 5) -> str:
    more = ", …" if len(names) > most else ""
    return ", ".join(names[:most]) + more
