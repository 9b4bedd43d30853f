"""Passages that go on with what somebody said before them."""

from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.frames import Frames
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.turns.setting import Setting
from pipeline.link.quotes.turns.turns import STOPS, Turns

_FEW_WORDS = 5


class Continuations:
    """Rules by which the speaker before goes on."""

    def __init__(
        self, clauses: Clauses, frames: Frames, setting: Setting, turns: Turns
    ) -> None:
        self.story = clauses.story
        self.clauses = clauses
        self.frames = frames
        self.turns = turns
        self.setting = setting
        cues = self.story.reading.knowledge.cues["speech"]
        self.going_on = cues["going-on"].word_set
        self.going_on_below = cues["going-on-below"].word_set

    def carried_on(self, passage: Passage) -> bool:
        """The passage before has no closing mark: this one goes on with it."""
        turn = self.turns.last
        if turn is None or turn.last.ending != "carried":
            return False
        if turn.last.number != passage.number - 1:
            return False
        own = self.frames.after(passage)
        if own is not None and self.frames.leads_on(own):
            own = None
        goes_on = own is not None and own.cue.key in self.going_on
        if own is not None and turn.source is not None and not goes_on:
            return self.turns.speak(passage, own, QuoteKind.DIRECT, "reported_after")
        turn.parts.append(passage)
        turn.resumed = own
        if own is not None and turn.source is None:
            turn.clause, turn.source = own, own.source
            turn.rule, turn.resolved_by = "reported_after", "cue"
        return True

    def gone_on_with(self, passage: Passage) -> bool:
        """The paragraph before is all said; "...," she goes on in this one."""
        own = self.frames.after(passage)
        if own is None or own.cue.key not in self.going_on_below:
            return False
        index = self.setting.block_before(passage.block)
        if index is None or not self.story.opens_block(passage):
            return False
        turn = self.turns.at_end(index)
        if turn is None or not turn.may_resume(own):
            return False
        turn.parts.append(passage)
        turn.resumed = own
        return True

    def joined(self, passage: Passage) -> bool:
        """Nothing, or only a reporting clause, stands after the passage before."""
        turn = self.turns.last
        if turn is None or turn.last.block != passage.block:
            return False
        between = self.story.outside[turn.last.outer_end : passage.outer_start]
        if not between.strip(STOPS):
            joins = (
                self.story.reads_as_sentence(passage)
                and turn.kind is not QuoteKind.MIXED
            )
        else:
            joins = turn.is_interrupted(self.story, passage)
        if joins:
            turn.parts.append(passage)
        return joins

    def next_paragraph(self, passage: Passage) -> bool:
        """A paragraph in marks after a paragraph in marks goes on with it."""
        if not self.story.opens_block(passage) or not self.story.reads_as_sentence(
            passage
        ):
            return False
        index = self.setting.block_before(passage.block)
        if index is None or self.story.is_pulled(passage, index):
            return False
        turn = self.turns.at_end(index)
        if turn is None or turn.source is None:
            source = self.frames.speaker_at_end(index)
            return source is not None and self.turns.follow(
                passage, source, "next_paragraph", "adjacent"
            )
        if turn.kind is QuoteKind.MIXED or turn.says(self.story, passage):
            return self.turns.follow(
                passage, turn.source, "next_paragraph", "continuation"
            )
        turn.parts.append(passage)
        return True

    def same_paragraph(self, passage: Passage) -> bool:
        """A full sentence in marks after a sentence about what somebody says."""
        start, _ = self.story.sentence(passage.outer_start)
        before = self.story.outside[start : passage.outer_start]
        first = start <= self.story.blocks[passage.block].start
        if first or not self.story.reads_as_sentence(passage):
            return False
        if before.strip():
            return self._resumed(passage, start)
        previous, end = self.story.sentence(start - 1)
        clause = self.frames.outer(passage.block, previous, end)
        clause = clause or self.clauses.last(passage.block, previous, end)
        if clause is not None:
            source = clause.source
        else:
            source = self.clauses.sources.subject(previous, end)
        if source is None:
            return self._taken_up(passage, start)
        return self.turns.follow(passage, source, "same_paragraph", "adjacent")

    def _taken_up(self, passage: Passage, start: int) -> bool:
        """Then the smile goes. "..."; nobody else is named since the speaker spoke."""
        turn = self.turns.last
        if turn is None or turn.source is None or turn.last.block != passage.block:
            return False
        said = turn.clause.end if turn.clause else turn.last.outer_end
        if self.story.people_in(max(said, turn.last.outer_end), start):
            return False
        return self.turns.follow(passage, turn.source, "same_paragraph", "continuation")

    def _resumed(self, passage: Passage, start: int) -> bool:
        """Then, after a pause: "..."; the speaker before goes on."""
        turn = self.turns.last
        if turn is None or turn.source is None or turn.last.block != passage.block:
            return False
        led = self.story.outside[start : passage.outer_start].rstrip()
        nobody = not self.story.people_in(start, passage.outer_start)
        if not nobody or not led.endswith(":") or led.count(" ") > _FEW_WORDS:
            return False
        return self.turns.follow(passage, turn.source, "same_paragraph", "continuation")
