"""The turns of a story as they are found, and the ways in which one begins."""

from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses.clauses import Clause
from pipeline.link.quotes.clauses.frames import STOPS, Frames
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import Story
from pipeline.link.quotes.turns.turn import Turn


class Turns:
    """The turns found so far; each way to begin one tells that it did."""

    def __init__(self, story: Story, frames: Frames) -> None:
        self.story = story
        self.frames = frames
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
            and not self.frames.starts_anew(turn.last, passage)
        ):
            turn.parts.append(passage)
            return True
        kind = self.frames.kind(passage, clause)
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
