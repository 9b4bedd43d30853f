"""The turns of a story as they are found, and the ways in which one begins."""

import re

from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import Story
from pipeline.link.quotes.turns.turn import Turn

STOPS = " \t\n\u00a0,.;:!?…–—-"
_NEW_CONTENT = re.compile(
    r"(?:\b(?:and|but|or|so)|,)\s+that\b|:\s*$"
    r"|\b(?:and|but|while)\s+(?:the|those|these|some|many|most|its|their|his|her)"
    r"(?:\s[\w’'-]+){1,10}\s*$"
    r"|\b(?:and|but|while|though|although)(?:\s[\w’'-]+){1,6}"
    r"\s(?:is|are|was|were|ha[sd]|have)\s*$"
    r"|\b(?:and|but)(?:\s[\w’'-]+){0,6}\s(?:will|would|could|can|must|should|may|might)"
    r"(?:\s(?:be|have|been|also|not))*\s*$"
)
"""As in "and that", "and the older children", "and older ones are", "and would"."""


class Turns:
    """The turns found so far; each way to begin one tells that it did."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.found: list[Turn] = []

    @property
    def last(self) -> Turn | None:
        """The one found last."""
        return self.found[-1] if self.found else None

    def govern(self, passage: Passage, clause: Clause | None) -> bool:
        """A turn under a clause, or one part more of the turn that it has already."""
        if clause is None:
            return False
        turn = self.last
        if (
            turn is not None
            and turn.is_under(clause)
            and not self._starts_anew(turn.last, passage)
        ):
            turn.parts.append(passage)
            return True
        kind = self._kind(passage, clause)
        after = clause.cue.start > passage.start
        rule = "reported_around" if after else "reported_before"
        return self.speak(passage, clause, kind, rule)

    def speak(
        self, passage: Passage, clause: Clause, kind: QuoteKind, rule: str
    ) -> bool:
        """A new turn under a clause of its own."""
        resolved_by = "lead_in" if rule == "lead_in" else "cue"
        turn = Turn(kind, [passage], clause, clause.source, rule, resolved_by)
        self.found.append(turn)
        return True

    def follow(
        self, passage: Passage, source: Source, rule: str, resolved_by: str
    ) -> bool:
        """A new turn of somebody whom no clause beside it names."""
        turn = Turn(QuoteKind.DIRECT, [passage], None, source, rule, resolved_by)
        self.found.append(turn)
        return True

    def leave(self, passage: Passage, *, speech: bool) -> bool:
        """Let nobody speak: if it is `speech` at all it is a turn, or a part of one."""
        turn = self.last
        if turn and not turn.source and self.story.is_one_quotation(turn.last, passage):
            turn.parts.append(passage)
        elif speech:
            self.found.append(Turn(QuoteKind.DIRECT, [passage]))
        return speech

    def at_end(self, index: int) -> Turn | None:
        """The turn that ends a block, its own reporting clause apart."""
        passages, turn = self.story.by_block[index], self.last
        if not passages or turn is None or turn.last is not passages[-1]:
            return None
        last = passages[-1]
        if turn.clause is not None and last.outer_end <= turn.clause.cue.start:
            return turn
        rest = self.story.outside[last.outer_end : self.story.blocks[index].end]
        return None if rest.strip(STOPS) else turn

    def _kind(self, passage: Passage, clause: Clause) -> QuoteKind:
        """Whole sentences are direct; a fragment inside a reported clause is mixed."""
        before = self.story.outside[clause.end : passage.outer_start].rstrip()
        first = self.story.text[passage.start]
        if before.endswith(":"):
            return QuoteKind.DIRECT
        capital = first.isupper() or not first.isalpha()
        if (
            capital
            and (before.endswith(",") or not before.strip())
            and clause.kind != "call"
        ):
            return QuoteKind.DIRECT
        return QuoteKind.MIXED

    def _starts_anew(self, last: Passage, passage: Passage) -> bool:
        """Whether a second clause of content begins between two fragments."""
        between = self.story.outside[last.outer_end : passage.outer_start]
        return last.family != passage.family or bool(_NEW_CONTENT.search(between))
