"""What a batch came to, for people and for programs."""

from collections import Counter
from dataclasses import dataclass, field

from pipeline.records import Failure, Record


@dataclass
class Summary:
    """Counts over the outcomes of a run, kept as they come by."""

    documents: int = 0
    inspections: int = 0
    grades: Counter[str] = field(default_factory=Counter)
    """By basis: stated, deduced."""
    quotes: Counter[str] = field(default_factory=Counter)
    """With and without speaker."""
    issues: Counter[str] = field(default_factory=Counter)
    """By code."""
    failures: Counter[str] = field(default_factory=Counter)
    """By cause."""

    def add(self, outcome: Record | Failure) -> None:
        """Count an outcome."""
        if isinstance(outcome, Failure):
            self.failures[outcome.cause] += 1
            return
        self.documents += 1
        self.inspections += len(outcome.inspections)
        for inspection in outcome.inspections:
            self.grades.update(grade.basis for grade in inspection.grades)
        self.quotes.update(
            "with speaker" if quote.speaker else "without speaker"
            for quote in outcome.quotes
        )
        self.issues.update(issue.code for issue in outcome.issues)

    def lines(self) -> list[str]:
        """One line for each count, its parts in brackets."""
        return [
            f"documents    {self.documents}",
            f"inspections  {self.inspections}",
            f"grades       {_parts(self.grades)}",
            f"quotes       {_parts(self.quotes)}",
            f"issues       {_parts(self.issues)}",
            f"failures     {_parts(self.failures)}",
        ]


def _parts(counts: Counter[str]) -> str:
    parts = ", ".join(f"{count} {name}" for name, count in counts.most_common())
    return f"{counts.total()} ({parts})" if parts else "0"
