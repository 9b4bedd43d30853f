"""Passages → turns: what one speaker says in one go, and the clause that says so."""

from pipeline.findings import QuoteKind, Trace, Vetoed, VetoKind
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.frames import Frames
from pipeline.link.quotes.clauses.narrators import Narrators
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.quotes.turns.continuations import Continuations
from pipeline.link.quotes.turns.lead_ins import LeadIns
from pipeline.link.quotes.turns.setting import Setting
from pipeline.link.quotes.turns.signatures import Signatures
from pipeline.link.quotes.turns.speech import Speech
from pipeline.link.quotes.turns.turn import Turn
from pipeline.link.quotes.turns.turns import Turns

_LONGEST_TERM = 9


class Attribution:
    """Reads a story's passages in order; each rule answers or lets the next one try."""

    def __init__(self, story: Story, clauses: Clauses) -> None:
        self.story = story
        self.speech = Speech(story)
        self.frames = Frames(story, clauses)
        self.narrators = Narrators(story, clauses)
        self.signatures = Signatures(story, clauses)
        self.turns = turns = Turns(story)
        setting = Setting(story)
        self.continuations = Continuations(clauses, self.frames, setting, turns)
        self.lead_ins = LeadIns(clauses, self.speech, setting, turns)
        self.vetoed: list[Vetoed] = []

    def read(self) -> list[Turn]:
        """The turns of the story, in order."""
        rules = (
            self.continuations.carried_on,
            self.continuations.gone_on_with,
            self.introduced,
            self.reported_after,
            self.reported_before,
            self.reported_around,
            self.called,
            self.headlined,
            self.narrated,
            self.continuations.joined,
            self.reported_after_a_stop,
            self.credited,
            self.signed,
            self.lead_ins.clip,
            self.lead_ins.lead_in,
            self.lead_ins.under_a_heading,
            self.lead_ins.answered,
            self.continuations.next_paragraph,
            self.signed_below,
            self.continuations.same_paragraph,
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
        if clause is None or clause.kind not in {"say", "saying", "according-to"}:
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
        source = self.narrators.of(passage)
        if source is None or self.speech.is_term(passage, _LONGEST_TERM):
            return False
        turn = Turn(QuoteKind.MIXED, [passage], None, source, "narrated", "adjacent")
        self.turns.found.append(turn)
        return True

    def reported_after_a_stop(self, passage: Passage) -> bool:
        """After a stop: "Who pays?" asked Kerr. "It leaked." said Kerr."""
        clause = self.frames.after(passage)
        if clause is None or clause.kind != "say" or not clause.inverted:
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

    def signed_below(self, passage: Passage) -> bool:
        """A line of its own in marks, and below it a line with a name and an office."""
        source = self.signatures.signature_below(passage)
        if source is None or not self.story.reads_as_sentence(passage):
            return False
        return self.turns.follow(passage, source, "signed_below", "adjacent")

    def told_below(self, passage: Passage) -> bool:
        """The words before "Those were the words of Ann Reed"."""
        source = self.signatures.told_below(passage)
        return source is not None and self.turns.follow(
            passage, source, "told_below", "adjacent"
        )

    def unattributed(self, passage: Passage) -> bool:
        """Speech that nobody is made to speak; anything else in marks is no quote."""
        return self.turns.leave(passage, speech=self.speech.must_be(passage))
