"""What one speaker says in one go, under one clause that says so."""

import re
from dataclasses import dataclass, field

from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.clauses.syntax import GENDERS
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import Story

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
        resumed: the clause after its last passage that goes on with it: she went on.
    """

    kind: QuoteKind
    parts: list[Passage] = field(default_factory=list)
    clause: Clause | None = None
    source: Source | None = None
    rule: str = "unattributed"
    resolved_by: str | None = None
    resumed: Clause | None = None

    @property
    def last(self) -> Passage:
        """Its last passage so far."""
        return self.parts[-1]

    def is_under(self, clause: Clause) -> bool:
        """Whether a clause says who speaks here, or that he goes on."""
        own = (self.clause, self.resumed)
        return any(other is not None and other.cue == clause.cue for other in own)

    def may_resume(self, clause: Clause) -> bool:
        """Whether "she went on" may be said of who speaks here."""
        source = clause.source
        if self.source is None or source is None or source.kind != "pronoun":
            return False
        gender = self.source.head.id if self.source.kind == "person" else ""
        fits = not gender or GENDERS.get(source.head.key, gender) == gender
        return fits and self.kind is QuoteKind.DIRECT

    def is_interrupted(self, story: Story, passage: Passage) -> bool:
        """Whether the sentence of its clause ends where a passage begins."""
        clause = self.resumed or self.clause
        after = self.resumed or self.rule in {"reported_after", "reported_around"}
        if clause is None or not after:
            return False
        if not self.last.outer_end <= clause.cue.start < passage.start:
            return False
        _, end = story.sentence(clause.cue.start)
        if end > passage.outer_start:
            rest = story.outside[clause.end : passage.outer_start].rstrip()
            return rest.endswith((",", "–", "—", "-")) and len(rest) < _ASIDE
        return end >= passage.outer_start - 1

    def says(self, story: Story, passage: Passage) -> bool:
        """Whether a passage, as a pull quote does, takes its words from this turn."""
        words = _words(story.text[passage.start : passage.end])
        said = _words(" ".join(story.text[p.start : p.end] for p in self.parts))
        return words.count(" ") > _FEW and f" {words} " in f" {said} "


def _words(text: str) -> str:
    """The words without case and marks."""
    return " ".join(word.lower() for word in _WORD.findall(text))
