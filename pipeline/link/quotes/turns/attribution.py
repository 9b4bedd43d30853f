"""Passages → turns: what one speaker says in one go, and the clause that says so."""

from pipeline.document import BlockType
from pipeline.findings import QuoteKind, Trace, Vetoed, VetoKind
from pipeline.link.quotes.clauses.clauses import Clause, Clauses
from pipeline.link.quotes.clauses.frames import STOPS, Government
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.story import COVER, Page, Passage
from pipeline.link.quotes.turns.scripts import read_out, told_of
from pipeline.link.quotes.turns.signatures import Signatures
from pipeline.link.quotes.turns.speech import Speech
from pipeline.link.quotes.turns.turn import Turn

_LONGEST_TERM = 9
_FEW_WORDS = 5


class Turns:
    """Reads a page's passages in order; each rule answers or lets the next one try."""

    def __init__(self, page: Page, clauses: Clauses, speech: Speech) -> None:
        self.page = page
        self.clauses = clauses
        self.speech = speech
        self.government = Government(page, clauses)
        self.signatures = Signatures(page, clauses)
        self.found: list[Turn] = []
        self.vetoed: list[Vetoed] = []

    def read(self) -> list[Turn]:
        """The turns of the page, in order."""
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
        for passage in self.page.passages:
            veto = self.speech.veto(passage)
            if veto is None and not any(rule(passage) for rule in rules):
                veto = Trace("turns.unattributed")
            if veto is not None:
                self.vetoed.append(Vetoed(VetoKind.QUOTE, passage.extent, veto))
        return self.found

    # --------------------------------------------------------------------- rules

    def carried_on(self, passage: Passage) -> bool:
        """The passage before has no closing mark: this one goes on with it."""
        if not self.found or self.found[-1].last.ending != "carried":
            return False
        turn = self.found[-1]
        if turn.last.number != passage.number - 1:
            return False
        own = self.government.after(passage)
        if own is not None and self.government.leads_on(own):
            own = None
        goes_on = own is not None and own.cue.key in self.clauses.going_on
        if own is not None and turn.source is not None and not goes_on:
            return self._speak(passage, own, QuoteKind.DIRECT, "reported_after")
        turn.parts.append(passage)
        turn.resumed = own
        if own is not None and turn.source is None:
            turn.clause, turn.source = own, own.source
            turn.rule, turn.resolved_by = "reported_after", "cue"
        return True

    def gone_on_with(self, passage: Passage) -> bool:
        """The paragraph before is all said; "...," she goes on in this one."""
        own = self.government.after(passage)
        if own is None or own.cue.key not in self.clauses.below:
            return False
        index = self.speech.block_before(passage.block)
        if index is None or not self.page.opens_block(passage):
            return False
        turn = self._turn_at_end(index)
        if turn is None or not turn.may_resume(own):
            return False
        turn.parts.append(passage)
        turn.resumed = own
        return True

    def reported_after(self, passage: Passage) -> bool:
        """After the words: "...," she said. "...", said Nina Kerr."""
        clause = self.government.after(passage)
        if clause is None or self.government.ends_its_sentence(passage):
            return False
        part = self.government.is_part(passage)
        kind = QuoteKind.MIXED if part else QuoteKind.DIRECT
        return self._speak(passage, clause, kind, "reported_after")

    def introduced(self, passage: Passage) -> bool:
        """She said: "..."."""
        return self._govern(passage, self.government.directly_before(passage))

    def reported_before(self, passage: Passage) -> bool:
        """She said it was "..."."""
        clause = self.government.before(passage)
        if clause is None or clause.cue.label not in {"say", "saying", "according-to"}:
            return False
        return self._govern(passage, clause)

    def reported_around(self, passage: Passage) -> bool:
        """The cellar was "..." at the time, she said."""
        return self._govern(passage, self.government.around(passage))

    def called(self, passage: Passage) -> bool:
        """She called it "..."."""
        if self.speech.is_term(passage):
            return False
        return self._govern(passage, self.government.before(passage))

    def headlined(self, passage: Passage) -> bool:
        """A headline with its speaker before a colon: Kerr: Pier is "..."."""
        clause = self.government.headline(passage) if passage.block <= 1 else None
        if clause is None:
            return False
        return self._speak(passage, clause, QuoteKind.MIXED, "headlined")

    def narrated(self, passage: Passage) -> bool:
        """The report paints a picture of a force "struggling to cope with demand"."""
        source = self.government.narrator(passage)
        if source is None or self.speech.is_term(passage, _LONGEST_TERM):
            return False
        turn = Turn(QuoteKind.MIXED, [passage], None, source, "narrated", "adjacent")
        self.found.append(turn)
        return True

    def joined(self, passage: Passage) -> bool:
        """Nothing, or only a reporting clause, stands after the passage before."""
        turn = self.found[-1] if self.found else None
        if turn is None or turn.last.block != passage.block:
            return False
        between = self.page.outside[turn.last.outer_end : passage.outer_start]
        if not between.strip(STOPS):
            joins = (
                self.page.reads_as_sentence(passage)
                and turn.kind is not QuoteKind.MIXED
            )
        else:
            joins = turn.is_interrupted(self.page, passage)
        if joins:
            turn.parts.append(passage)
        return joins

    def reported_after_a_stop(self, passage: Passage) -> bool:
        """After a stop: "Who pays?" asked Kerr. "It leaked." said Kerr."""
        clause = self.government.after(passage)
        if clause is None or clause.cue.label != "say" or not clause.inverted:
            return False
        _, end = self.page.sentence(clause.cue.start)
        following = self.page.outside[clause.end : end]
        if COVER in following or ":" in following:
            return False
        return self._speak(passage, clause, QuoteKind.DIRECT, "reported_after")

    def credited(self, passage: Passage) -> bool:
        """A line beside a quotation set apart says whose it is, all its paragraphs."""
        source = self.signatures.credit(passage)
        if source is None:
            return False
        turn = self.found[-1] if self.found else None
        if turn is None or not self.page.is_one_quotation(turn.last, passage):
            return self._follow(passage, source, "signed", "adjacent")
        turn.parts.append(passage)
        if turn.source is None:
            turn.source, turn.rule, turn.resolved_by = source, "signed", "adjacent"
        return True

    def signed(self, passage: Passage) -> bool:
        """The name after a dash: "..." - Nina Kerr."""
        source = self.signatures.signature(passage)
        if source is None:
            return False
        return self._follow(passage, source, "signed", "adjacent")

    def clip(self, passage: Passage) -> bool:
        """Under a script's "CLIP:" whoever the lines before it are about."""
        index = self.speech.block_before(passage.block)
        if index is None or not self.page.opens_block(passage):
            return False
        if not self.speech.is_script_label(index):
            return False
        while index is not None and self.speech.is_script_label(index):
            index = self.speech.block_before(index)
        source = None if index is None else told_of(self.clauses, index)
        if source is None:
            return self.unattributed(passage)
        return self._follow(passage, source, "clip", "lead_in")

    def lead_in(self, passage: Passage) -> bool:
        """A block that ends in a colon leads into the one that opens with a mark."""
        if not self.page.opens_block(passage):
            return self._listed(passage)
        index = self.speech.block_before(passage.block)
        if index is None or not self.page.ends_in(index, ":"):
            return False
        block = self.page.blocks[index]
        begin, _ = self.page.sentence(block.end - 1)
        clause = self.clauses.last(index, begin)
        read = read_out(self.page, clause, (begin, block.end))
        if clause is not None and read is None:
            return self._speak(passage, clause, QuoteKind.DIRECT, "lead_in")
        source = None if read else self.speech.speaker_of_heading(block.extent)
        if source is not None:
            return self._follow(passage, source, "under_a_heading", "heading")
        source = read or self.clauses.sources.subject(begin, block.end - 1)
        if source is None:
            return False
        return self._follow(passage, source, "lead_in", "lead_in")

    def _listed(self, passage: Passage) -> bool:
        """A fragment in an item of a list of what somebody said or found."""
        index = passage.block
        while index and self.page.blocks[index].type is BlockType.LIST_ITEM:
            index -= 1
        if index == passage.block or not self.page.ends_in(index, ":"):
            return False
        clause = self.clauses.last(index, self.page.blocks[index].start)
        if clause is None or self.speech.is_term(passage):
            return False
        return self._speak(passage, clause, QuoteKind.MIXED, "lead_in")

    def under_a_heading(self, passage: Passage) -> bool:
        """The first words under a heading that names whose statement follows."""
        if not self.page.opens_block(passage):
            return False
        index = self.speech.block_before(passage.block)
        if index is None or not self.page.is_heading(index):
            return False
        source = self.speech.speaker_of_heading(self.page.blocks[index].extent)
        if source is None:
            return False
        return self._follow(passage, source, "under_a_heading", "heading")

    def answered(self, passage: Passage) -> bool:
        """An answer under a question, in an interview whose lead says with whom."""
        if not self.page.reads_as_sentence(passage):
            return False
        index = self.speech.block_before(passage.block)
        opens = index is not None and self.page.opens_block(passage)
        asked = opens and index is not None and self.page.ends_in(index, "?")
        asked = asked or self.page.has_answers_label(passage)
        source = self.government.interviewed if asked else None
        if source is None:
            return False
        return self._follow(passage, source, "answered", "lead_in")

    def next_paragraph(self, passage: Passage) -> bool:
        """A paragraph in marks after a paragraph in marks goes on with it."""
        if not self.page.opens_block(passage) or not self.page.reads_as_sentence(
            passage
        ):
            return False
        index = self.speech.block_before(passage.block)
        if index is None or self.page.is_pulled(passage, index):
            return False
        turn = self._turn_at_end(index)
        if turn is None or turn.source is None:
            source = self.government.speaker_at_end(index)
            return source is not None and self._follow(
                passage, source, "next_paragraph", "adjacent"
            )
        if turn.kind is QuoteKind.MIXED or turn.says(self.page, passage):
            return self._follow(passage, turn.source, "next_paragraph", "continuation")
        turn.parts.append(passage)
        return True

    def signed_below(self, passage: Passage) -> bool:
        """A line of its own in marks, and below it a line with a name and an office."""
        source = self.signatures.signature_below(passage)
        if source is None or not self.page.reads_as_sentence(passage):
            return False
        return self._follow(passage, source, "signed_below", "adjacent")

    def same_paragraph(self, passage: Passage) -> bool:
        """A full sentence in marks after a sentence about what somebody says."""
        start, _ = self.page.sentence(passage.outer_start)
        before = self.page.outside[start : passage.outer_start]
        first = start <= self.page.blocks[passage.block].start
        if first or not self.page.reads_as_sentence(passage):
            return False
        if before.strip():
            return self._resumed(passage, start)
        previous, end = self.page.sentence(start - 1)
        clause = self.government.outer(passage.block, previous, end)
        clause = clause or self.clauses.last(passage.block, previous, end)
        if clause is not None:
            source = clause.source
        else:
            source = self.clauses.sources.subject(previous, end)
        if source is None:
            return self._taken_up(passage, start)
        return self._follow(passage, source, "same_paragraph", "adjacent")

    def _taken_up(self, passage: Passage, start: int) -> bool:
        """Then the smile goes. "..."; nobody else is named since the speaker spoke."""
        turn = self.found[-1] if self.found else None
        if turn is None or turn.source is None or turn.last.block != passage.block:
            return False
        said = turn.clause.end if turn.clause else turn.last.outer_end
        if self.page.people_in(max(said, turn.last.outer_end), start):
            return False
        return self._follow(passage, turn.source, "same_paragraph", "continuation")

    def _resumed(self, passage: Passage, start: int) -> bool:
        """Then, after a pause: "..."; the speaker before goes on."""
        turn = self.found[-1] if self.found else None
        if turn is None or turn.source is None or turn.last.block != passage.block:
            return False
        led = self.page.outside[start : passage.outer_start].rstrip()
        nobody = not self.page.people_in(start, passage.outer_start)
        if not nobody or not led.endswith(":") or led.count(" ") > _FEW_WORDS:
            return False
        return self._follow(passage, turn.source, "same_paragraph", "continuation")

    def told_below(self, passage: Passage) -> bool:
        """The words before "Those were the words of Ann Reed"."""
        source = self.signatures.told_below(passage)
        return source is not None and self._follow(
            passage, source, "told_below", "adjacent"
        )

    def unattributed(self, passage: Passage) -> bool:
        """Speech that nobody is made to speak; anything else in marks is no quote."""
        speech = self.speech.must_be(passage)
        turn = self.found[-1] if self.found else None
        if turn and not turn.source and self.page.is_one_quotation(turn.last, passage):
            turn.parts.append(passage)
        elif speech:
            self.found.append(Turn(QuoteKind.DIRECT, [passage]))
        return speech

    # ------------------------------------------------------------------- helpers

    def _govern(self, passage: Passage, clause: Clause | None) -> bool:
        """A turn under a clause, or one part more of the turn that it has already."""
        if clause is None:
            return False
        turn = self.found[-1] if self.found else None
        if (
            turn is not None
            and turn.is_under(clause)
            and not self.government.starts_anew(turn.last, passage)
        ):
            turn.parts.append(passage)
            return True
        kind = self.government.kind(passage, clause)
        after = clause.cue.start > passage.start
        rule = "reported_around" if after else "reported_before"
        return self._speak(passage, clause, kind, rule)

    def _speak(
        self, passage: Passage, clause: Clause, kind: QuoteKind, rule: str
    ) -> bool:
        """A new turn under a clause of its own."""
        resolved_by = "lead_in" if rule == "lead_in" else "cue"
        turn = Turn(kind, [passage], clause, clause.source, rule, resolved_by)
        self.found.append(turn)
        return True

    def _follow(
        self, passage: Passage, source: Source, rule: str, resolved_by: str
    ) -> bool:
        """A new turn of somebody whom no clause beside it names."""
        turn = Turn(QuoteKind.DIRECT, [passage], None, source, rule, resolved_by)
        self.found.append(turn)
        return True

    def _turn_at_end(self, index: int) -> Turn | None:
        """The turn that ends a block, its own reporting clause apart."""
        passages = self.page.by_block[index]
        if not passages or not self.found or self.found[-1].last is not passages[-1]:
            return None
        turn, last = self.found[-1], passages[-1]
        if turn.clause is not None and last.outer_end <= turn.clause.cue.start:
            return turn
        rest = self.page.outside[last.outer_end : self.page.blocks[index].end]
        return None if rest.strip(STOPS) else turn
