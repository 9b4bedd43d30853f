"""Passages → turns: what one speaker says in one go, and the clause that says so."""

from functools import cached_property

from pipeline.document import BlockType
from pipeline.findings import QuoteKind, Trace, Vetoed, VetoKind
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.frames import STOPS, Frames
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.quotes.turns.interviews import interviewed
from pipeline.link.quotes.turns.scripts import read_out, told_of
from pipeline.link.quotes.turns.signatures import Signatures
from pipeline.link.quotes.turns.speech import Speech
from pipeline.link.quotes.turns.turn import Turn
from pipeline.link.quotes.turns.turns import Turns

_LONGEST_TERM = 9
_FEW_WORDS = 5


class Attribution:
    """Reads a story's passages in order; each rule answers or lets the next one try."""

    def __init__(self, story: Story, clauses: Clauses, speech: Speech) -> None:
        self.story = story
        self.clauses = clauses
        self.speech = speech
        self.frames = Frames(story, clauses)
        self.signatures = Signatures(story, clauses)
        self.turns = Turns(story, self.frames)
        self.vetoed: list[Vetoed] = []

    @cached_property
    def _interviewed(self) -> Source | None:
        """Whom an interview asks."""
        return interviewed(self.story, self.clauses)

    def read(self) -> list[Turn]:
        """The turns of the story, in order."""
        rules = (
            self.carried_on,
            self.gone_on_with,
            self.introduced,
            self.reported_after,
            self.reported_before,
            self.reported_around,
            self.called,
            self.headlined,
            self.narrated,
            self.joined,
            self.reported_after_a_stop,
            self.credited,
            self.signed,
            self.clip,
            self.lead_in,
            self.under_a_heading,
            self.answered,
            self.next_paragraph,
            self.signed_below,
            self.same_paragraph,
            self.told_below,
            self.unattributed,
        )
        for passage in self.story.passages:
            veto = self.speech.veto(passage)
            if veto is None and not any(rule(passage) for rule in rules):
                veto = Trace("turns.unattributed")
            if veto is not None:
                self.vetoed.append(Vetoed(VetoKind.QUOTE, passage.extent, veto))
        return self.turns.found

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
        goes_on = own is not None and own.cue.key in self.clauses.going_on
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
        if own is None or own.cue.key not in self.clauses.below:
            return False
        index = self.speech.block_before(passage.block)
        if index is None or not self.story.opens_block(passage):
            return False
        turn = self.turns.at_end(index)
        if turn is None or not turn.may_resume(own):
            return False
        turn.parts.append(passage)
        turn.resumed = own
        return True

    def reported_after(self, passage: Passage) -> bool:
        """After the words: "...," she said. "...", said Nina Kerr."""
        clause = self.frames.after(passage)
        if clause is None or self.frames.ends_its_sentence(passage):
            return False
        part = self.frames.is_part(passage)
        kind = QuoteKind.MIXED if part else QuoteKind.DIRECT
        return self.turns.speak(passage, clause, kind, "reported_after")

    def introduced(self, passage: Passage) -> bool:
        """She said: "..."."""
        return self.turns.govern(passage, self.frames.directly_before(passage))

    def reported_before(self, passage: Passage) -> bool:
        """She said it was "..."."""
        clause = self.frames.before(passage)
        if clause is None or clause.cue.label not in {"say", "saying", "according-to"}:
            return False
        return self.turns.govern(passage, clause)

    def reported_around(self, passage: Passage) -> bool:
        """The cellar was "..." at the time, she said."""
        return self.turns.govern(passage, self.frames.around(passage))

    def called(self, passage: Passage) -> bool:
        """She called it "..."."""
        if self.speech.is_term(passage):
            return False
        return self.turns.govern(passage, self.frames.before(passage))

    def headlined(self, passage: Passage) -> bool:
        """A headline with its speaker before a colon: Kerr: Pier is "..."."""
        clause = self.frames.headline(passage) if passage.block <= 1 else None
        if clause is None:
            return False
        return self.turns.speak(passage, clause, QuoteKind.MIXED, "headlined")

    def narrated(self, passage: Passage) -> bool:
        """The report paints a picture of a force "struggling to cope with demand"."""
        source = self.frames.narrator(passage)
        if source is None or self.speech.is_term(passage, _LONGEST_TERM):
            return False
        turn = Turn(QuoteKind.MIXED, [passage], None, source, "narrated", "adjacent")
        self.turns.found.append(turn)
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

    def reported_after_a_stop(self, passage: Passage) -> bool:
        """After a stop: "Who pays?" asked Kerr. "It leaked." said Kerr."""
        clause = self.frames.after(passage)
        if clause is None or clause.cue.label != "say" or not clause.inverted:
            return False
        _, end = self.story.sentence(clause.cue.start)
        following = self.story.outside[clause.end : end]
        if COVER in following or ":" in following:
            return False
        return self.turns.speak(passage, clause, QuoteKind.DIRECT, "reported_after")

    def credited(self, passage: Passage) -> bool:
        """A line beside a quotation set apart says whose it is, all its paragraphs."""
        source = self.signatures.credit(passage)
        if source is None:
            return False
        turn = self.turns.last
        if turn is None or not self.story.is_one_quotation(turn.last, passage):
            return self.turns.follow(passage, source, "signed", "adjacent")
        turn.parts.append(passage)
        if turn.source is None:
            turn.source, turn.rule, turn.resolved_by = source, "signed", "adjacent"
        return True

    def signed(self, passage: Passage) -> bool:
        """The name after a dash: "..." - Nina Kerr."""
        source = self.signatures.signature(passage)
        if source is None:
            return False
        return self.turns.follow(passage, source, "signed", "adjacent")

    def clip(self, passage: Passage) -> bool:
        """Under a script's "CLIP:" whoever the lines before it are about."""
        index = self.speech.block_before(passage.block)
        if index is None or not self.story.opens_block(passage):
            return False
        if not self.speech.is_script_label(index):
            return False
        while index is not None and self.speech.is_script_label(index):
            index = self.speech.block_before(index)
        source = None if index is None else told_of(self.clauses, index)
        if source is None:
            return self.unattributed(passage)
        return self.turns.follow(passage, source, "clip", "lead_in")

    def lead_in(self, passage: Passage) -> bool:
        """A block that ends in a colon leads into the one that opens with a mark."""
        if not self.story.opens_block(passage):
            return self._listed(passage)
        index = self.speech.block_before(passage.block)
        if index is None or not self.story.ends_in(index, ":"):
            return False
        block = self.story.blocks[index]
        begin, _ = self.story.sentence(block.end - 1)
        clause = self.clauses.last(index, begin)
        read = read_out(self.story, clause, (begin, block.end))
        if clause is not None and read is None:
            return self.turns.speak(passage, clause, QuoteKind.DIRECT, "lead_in")
        source = None if read else self.speech.speaker_of_heading(block.extent)
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
        index = self.speech.block_before(passage.block)
        if index is None or not self.story.is_heading(index):
            return False
        source = self.speech.speaker_of_heading(self.story.blocks[index].extent)
        if source is None:
            return False
        return self.turns.follow(passage, source, "under_a_heading", "heading")

    def answered(self, passage: Passage) -> bool:
        """An answer under a question, in an interview whose lead says with whom."""
        if not self.story.reads_as_sentence(passage):
            return False
        index = self.speech.block_before(passage.block)
        opens = index is not None and self.story.opens_block(passage)
        asked = opens and index is not None and self.story.ends_in(index, "?")
        asked = asked or self.story.has_answers_label(passage)
        source = self._interviewed if asked else None
        if source is None:
            return False
        return self.turns.follow(passage, source, "answered", "lead_in")

    def next_paragraph(self, passage: Passage) -> bool:
        """A paragraph in marks after a paragraph in marks goes on with it."""
        if not self.story.opens_block(passage) or not self.story.reads_as_sentence(
            passage
        ):
            return False
        index = self.speech.block_before(passage.block)
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

    def signed_below(self, passage: Passage) -> bool:
        """A line of its own in marks, and below it a line with a name and an office."""
        source = self.signatures.signature_below(passage)
        if source is None or not self.story.reads_as_sentence(passage):
            return False
        return self.turns.follow(passage, source, "signed_below", "adjacent")

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

    def told_below(self, passage: Passage) -> bool:
        """The words before "Those were the words of Ann Reed"."""
        source = self.signatures.told_below(passage)
        return source is not None and self.turns.follow(
            passage, source, "told_below", "adjacent"
        )

    def unattributed(self, passage: Passage) -> bool:
        """Speech that nobody is made to speak; anything else in marks is no quote."""
        speech = self.speech.must_be(passage)
        turn = self.turns.last
        if turn and not turn.source and self.story.is_one_quotation(turn.last, passage):
            turn.parts.append(passage)
        elif speech:
            self.turns.found.append(Turn(QuoteKind.DIRECT, [passage]))
        return speech
