"""What one speaker says in one go, under one clause that says so."""

import re
from dataclasses import dataclass, field

from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses import Clause
from pipeline.link.quotes.page import Page, Passage
from pipeline.link.quotes.phrases import Source

_WORD = re.compile(r"[^\W_]+")
_ASIDE = 60
_FEW = 4
"""Spaces: fewer words may be the same by chance."""


@dataclass(slots=True)
class Turn:
    """One speaker's words under one cue.

    Attributes:
        source: who speaks, in the words beside the quote; None: nobody is named.
        rule: the function that attributed it.
        resolved_by: how the speaker was found, before any reference is resolved.
    """

    kind: QuoteKind
    parts: list[Passage] = field(default_factory=list)
    clause: Clause | None = None
    source: Source | None = None
    rule: str = "unattributed"
    resolved_by: str | None = None

    @property
    def last(self) -> Passage:
        """Its last passage so far."""
        return self.parts[-1]

    def is_interrupted(self, page: Page, passage: Passage) -> bool:
        """Whether the sentence of its clause ends where a passage begins."""
        clause = self.clause
        if clause is None or self.rule not in {"reported_after", "reported_around"}:
            return False
        if not self.last.outer_end <= clause.cue.start < passage.start:
            return False
        _, end = page.sentence(clause.cue.start)
        if end > passage.outer_start:
            rest = page.outside[clause.end : passage.outer_start].rstrip()
            return rest.endswith((",", "–", "—", "-")) and len(rest) < _ASIDE
        return end >= passage.outer_start - 1

    def says(self, page: Page, passage: Passage) -> bool:
        """Whether a passage, as a pull quote does, takes its words from this turn."""
        words = _words(page.text[passage.start : passage.end])
        said = _words(" ".join(page.text[p.start : p.end] for p in self.parts))
        return words.count(" ") > _FEW and f" {words} " in f" {said} "


def _words(text: str) -> str:
    """The words without case and marks."""
    return " ".join(word.lower() for word in _WORD.findall(text))
