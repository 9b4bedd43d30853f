"""Which reporting clause governs a passage, from which side, and how directly."""

import re

from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses import Clause, Clauses
from pipeline.link.quotes.page import Page, Passage
from pipeline.link.reading import Mention

STOPS = " \t\n\u00a0,.;:!?…–—-"
_NEW_CONTENT = re.compile(r"\b(?:and|but|or|so)\s+that\b|:\s*$|\bthat\b.*\bthat\b")
_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")


class Government:
    """Clauses beside passages."""

    def __init__(self, page: Page, clauses: Clauses) -> None:
        self.page = page
        self.clauses = clauses

    def after(self, passage: Passage) -> Clause | None:
        """The clause that begins where a passage ends."""
        limit = self.page.limit(passage)
        for clause in self.clauses.by_block[passage.block]:
            if clause.cue.start < passage.outer_end:
                continue
            if clause.cue.start >= limit:
                return None
            between = self.page.outside[passage.outer_end : clause.start]
            if clause.source is None or clause.start < passage.outer_end:
                return None
            if between.strip(STOPS) or ":" in between:
                return None
            if clause.inverted or clause.source.start < clause.cue.start:
                return clause
            return None
        return None

    def before(self, passage: Passage) -> Clause | None:
        """The clause earlier in the sentence that governs a passage."""
        start, _ = self.page.sentence(passage.outer_start)
        governing: Clause | None = None
        for clause in self.clauses.by_block[passage.block]:
            if clause.cue.start >= passage.outer_start:
                break
            if clause.cue.start < start or clause.source is None:
                continue
            if clause.inverted and clause.cue.label != "according-to":
                continue
            governing = clause
        if governing is None:
            return self._colon(passage, start)
        if governing.cue.label == "noun":
            return None
        between = self.page.outside[governing.end : passage.outer_start]
        return None if _NEW_SENTENCE.search(between) else governing

    def _colon(self, passage: Passage, start: int) -> Clause | None:
        """Simon Riley, who chairs the panel: "..."."""
        before = self.page.outside[start : passage.outer_start].rstrip()
        if not before.endswith(":"):
            return None
        source = self.clauses.sources.subject(start, start + len(before) - 1)
        if source is None:
            return None
        colon = start + len(before) - 1
        return Clause(Mention(colon, colon + 1, "say", ":", ""), source)

    def ends_its_sentence(self, passage: Passage) -> bool:
        """Whether a full stop inside the marks makes what follows a new sentence."""
        text = self.page.text
        return (
            passage.family != "block"
            and text[passage.end - 1] == "."
            and text[passage.outer_end : passage.outer_end + 1] != ","
            and text[passage.end - 3 : passage.end] != "..."
        )

    def kind(self, passage: Passage, clause: Clause) -> QuoteKind:
        """Whole sentences are direct; a fragment inside a reported clause is mixed."""
        before = self.page.outside[clause.end : passage.outer_start].rstrip()
        first = self.page.text[passage.start]
        if before.endswith(":"):
            return QuoteKind.DIRECT
        capital = first.isupper() or not first.isalpha()
        if (
            capital
            and (before.endswith(",") or not before.strip())
            and clause.cue.label != "call"
        ):
            return QuoteKind.DIRECT
        return QuoteKind.MIXED

    def starts_anew(self, last: Passage, passage: Passage) -> bool:
        """Whether a second clause of content begins between two fragments."""
        between = self.page.outside[last.outer_end : passage.outer_start]
        return bool(_NEW_CONTENT.search(between))
