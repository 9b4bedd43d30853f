"""Passages that a line above leads in: a colon, a heading, a question, a label."""

from functools import cached_property

from pipeline.document import BlockType
from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.turns.interviews import interviewed
from pipeline.link.quotes.turns.scripts import read_out, told_of
from pipeline.link.quotes.turns.setting import Setting
from pipeline.link.quotes.turns.speech import Speech
from pipeline.link.quotes.turns.turns import Turns


class LeadIns:
    """Rules by which the block before tells who speaks."""

    def __init__(
        self, clauses: Clauses, speech: Speech, setting: Setting, turns: Turns
    ) -> None:
        self.story = clauses.story
        self.clauses = clauses
        self.speech = speech
        self.turns = turns
        self.setting = setting

    def clip(self, passage: Passage) -> bool:
        """Under a script's "CLIP:" whoever the lines before it are about."""
        index = self.setting.block_before(passage.block)
        if index is None or not self.story.opens_block(passage):
            return False
        if not self.setting.is_script_label(index):
            return False
        while index is not None and self.setting.is_script_label(index):
            index = self.setting.block_before(index)
        source = None if index is None else told_of(self.clauses, index)
        if source is None:
            return self.turns.leave(passage, speech=self.speech.must_be(passage))
        return self.turns.follow(passage, source, "clip", "lead_in")

    def lead_in(self, passage: Passage) -> bool:
        """A block that ends in a colon leads into the one that opens with a mark."""
        if not self.story.opens_block(passage):
            return self._listed(passage)
        index = self.setting.block_before(passage.block)
        if index is None or not self.story.ends_in(index, ":"):
            return False
        block = self.story.blocks[index]
        begin, _ = self.story.sentence(block.end - 1)
        clause = self.clauses.last(index, begin)
        read = read_out(self.story, clause, (begin, block.end))
        if clause is not None and read is None:
            return self.turns.speak(passage, clause, QuoteKind.DIRECT, "lead_in")
        source = None if read else self.setting.speaker_of_heading(block.extent)
        if source is not None:
            return self.turns.follow(passage, source, "under_a_heading", "heading")
        source = read or self.clauses.sources.subject(begin, block.end - 1)
        if source is None:
            return False
        return self.turns.follow(passage, source, "lead_in", "lead_in")

    def _listed(self, passage: Passage) -> bool:
        """A fragment in an item of a list of what somebody said or found."""
        index = passage.block
        while index and self.story.blocks[index].type is BlockType.LIST_ITEM:
            index -= 1
        if index == passage.block or not self.story.ends_in(index, ":"):
            return False
        clause = self.clauses.last(index, self.story.blocks[index].start)
        if clause is None or self.speech.is_term(passage):
            return False
        return self.turns.speak(passage, clause, QuoteKind.MIXED, "lead_in")

    def under_a_heading(self, passage: Passage) -> bool:
        """The first words under a heading that names whose statement follows."""
        if not self.story.opens_block(passage):
            return False
        index = self.setting.block_before(passage.block)
        if index is None or not self.story.is_heading(index):
            return False
        source = self.setting.speaker_of_heading(self.story.blocks[index].extent)
        if source is None:
            return False
        return self.turns.follow(passage, source, "under_a_heading", "heading")

    def answered(self, passage: Passage) -> bool:
        """An answer under a question, in an interview whose lead says with whom."""
        if not self.story.reads_as_sentence(passage):
            return False
        index = self.setting.block_before(passage.block)
        opens = index is not None and self.story.opens_block(passage)
        asked = opens and index is not None and self.story.ends_in(index, "?")
        asked = asked or self.story.has_answers_label(passage)
        source = self._interviewed if asked else None
        if source is None:
            return False
        return self.turns.follow(passage, source, "answered", "lead_in")

    @cached_property
    def _interviewed(self) -> Source | None:
        """Whom an interview asks."""
        return interviewed(self.story, self.clauses)
