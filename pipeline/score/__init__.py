"""Records against gold: precision, recall, gained and lost.

`score` compares, `Scores.rows` renders, `compare` shows what a change of the rules
gained and lost. `sources` names the documents to be read first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from pipeline.records import Record
from pipeline.score.gold import Gold, document_id, find
from pipeline.score.parts import Outcome, Part, outcomes

__all__ = [
    "Change",
    "Changes",
    "Error",
    "Outcome",
    "Part",
    "Row",
    "Scores",
    "compare",
    "percent",
    "score",
    "sources",
]


def percent(share: float) -> float:
    """A share in percent, cut to a tenth: 100.0 are all, and no less."""
    return int(1000 * share + 1e-9) / 10


class Row(NamedTuple):
    """The figures of one part; a figure over nothing is None, shares are 0 to 1."""

    part: str
    precision: float | None
    recall: float | None
    f1: float | None
    right: int
    spurious: int
    missed: int


class Error(NamedTuple):
    """One thing claimed wrongly or not found."""

    document: str
    part: str
    kind: Literal["missed", "spurious"]
    what: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Outcomes by document (its gold's id) and part."""

    documents: Mapping[str, Mapping[Part, Outcome]]

    def row(self, part: Part) -> Row:
        """The figures of a part over all documents."""
        found = [parts[part] for parts in self.documents.values() if part in parts]
        right = sum(len(outcome.right) for outcome in found)
        spurious = sum(len(outcome.spurious) for outcome in found)
        missed = sum(len(outcome.missed) for outcome in found)
        return Row(
            part.value,
            right / (right + spurious) if right + spurious else None,
            right / (right + missed) if right + missed else None,
            2 * right / total if (total := 2 * right + spurious + missed) else None,
            right,
            spurious,
            missed,
        )

    def rows(self) -> list[Row]:
        """The figures of every part, in the order of `Part`."""
        return [self.row(part) for part in Part]

    def errors(self) -> Iterator[Error]:
        """Everything spurious and missed, document by document."""
        for document, parts in self.documents.items():
            for part, outcome in parts.items():
                for what in outcome.missed:
                    yield Error(document, part.value, "missed", what)
                for what in outcome.spurious:
                    yield Error(document, part.value, "spurious", what)

    def perfect(self) -> list[str]:
        """The documents without any error."""
        return [
            document
            for document, parts in self.documents.items()
            if not any(o.spurious or o.missed for o in parts.values())
        ]


class Change(NamedTuple):
    """One claim that became right or wrong between two runs."""

    document: str
    part: str
    what: str
    how: Literal["found", "lost", "claimed wrongly", "no longer claimed wrongly"]


class Changes(NamedTuple):
    """What one run has over another, and what it lacks."""

    gained: list[Change]
    lost: list[Change]


def sources(folder: Path) -> list[Path]:
    """The documents of a corpus that have gold, sorted.

    Raises:
        GoldError: no gold is there, or a gold file does not hold.
    """
    return list(find(folder))


def score(folder: Path, records: Iterable[Record]) -> Scores:
    """Records against the gold of a corpus.

    Args:
        folder: gold files, each beside its document, at any depth.
        records: in any order; they find their gold by the document's bytes. One
            without gold is left out, a document without a record counts as missed.

    Raises:
        GoldError: no gold is there, or a gold file does not hold.
    """
    by_id = {record.document.id: record for record in records}
    corpus: dict[Path, Gold] = find(folder)
    return Scores(
        {
            gold.id: outcomes(gold, by_id.get(document_id(path)))
            for path, gold in corpus.items()
        }
    )


def compare(before: Scores, after: Scores) -> Changes:
    """What `after` gained and lost against `before`, over the documents of both."""
    return Changes(
        gained=list(_changes(before, after, "found", "no longer claimed wrongly")),
        lost=list(_changes(after, before, "lost", "claimed wrongly")),
    )


def _changes(
    worse: Scores,
    better: Scores,
    right: Literal["found", "lost"],
    wrong: Literal["claimed wrongly", "no longer claimed wrongly"],
) -> Iterator[Change]:
    """What is right in `better` alone, and wrong in `worse` alone."""
    for document, parts in better.documents.items():
        for part, outcome in parts.items():
            other = worse.documents.get(document, {}).get(part, Outcome())
            for what in _more(outcome.right, other.right):
                yield Change(document, part.value, what, right)
            for what in _more(other.spurious, outcome.spurious):
                yield Change(document, part.value, what, wrong)


def _more(these: Iterable[str], those: Iterable[str]) -> list[str]:
    return sorted((Counter(these) - Counter(those)).elements())
