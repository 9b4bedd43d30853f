"""What one speaker says in one go, under one clause that says so."""

from dataclasses import dataclass, field

from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses import Clause
from pipeline.link.quotes.page import Passage
from pipeline.link.quotes.phrases import Source


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
