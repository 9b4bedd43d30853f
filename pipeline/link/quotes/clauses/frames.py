"""The frame of a passage: which clause governs it, from which side, how directly."""

import re

from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.reading import Mention

_NOTHING = re.compile(r"[\s,;!?…–—-]*(?:as\s+)?")
_AS = re.compile(r",\s+as$")
"""As in "...", as a memo put it."""
_SAID = re.compile(rf"{_NOTHING.pattern}(?:(?:was|is|were|are)\s+(?:how|what)\s+)?")
"""As in "...," as Kerr said; "...," was how Kerr put it."""
_IS_SAID = re.compile(
    r"[\s,;!?…–—-]*"
    r"(?:(?:was|is|were|are|came|comes|ran)\s+(?:(?:how|what|the|a|one)\s+)?(?:\w+\s+)?)?"
)
"""Between a passage and who says it: "...", she said; "..." is how she described it."""
_BEFORE_CLAUSE = ",?!…–—-.\"'”’"
_NEW_CLAUSE = re.compile(
    r"[;:–—]|,\s*(?:and|while|as|when|which|whom)\b|\b(?:but|while|although|though|yet)\b"
)
_LONGEST_SIGNATURE = 90
_VERB = re.compile(
    r"\s+(?:\w+ly\s+)?(?P<verb>(?!is\b|was\b|has\b|does\b)[a-z]+(?:ed|s))(?=[\s.,])"
)
_SENTENCE = 2000
"""Characters beyond which what stands before a passage is no sentence."""
_DASHES = (" - ", " – ", " — ")
_MODAL = re.compile(r"\b(?:will|would|can|could|may|might|must|should|to)\s")
_CONTENT = re.compile(rf"{COVER}|:|\bthat\b")
_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")


class Frames:
    """Reporting clauses beside passages."""

    def __init__(self, story: Story, clauses: Clauses) -> None:
        self.story = story
        self.clauses = clauses
        self.last: dict[int, Clause | None] = {}
        self.next: dict[int, Clause | None] = {}

    def after(self, passage: Passage) -> Clause | None:
        """The clause that begins where a passage ends."""
        if passage.number not in self.next:
            self.next[passage.number] = self._following(passage)
        return self.next[passage.number]

    def _following(self, passage: Passage) -> Clause | None:
        limit = self.story.limit(passage)
        near = self.clauses.within(passage.block, passage.outer_end, limit)
        for clause in near[:1]:
            if clause.source is None:
                break
            between = self.story.outside[passage.outer_end : clause.start]
            between = self.clauses.sources.phrases.issued.sub("", between)
            joined = _IS_SAID if clause.kind in {"noun", "call"} else _SAID
            if clause.start < passage.outer_end or not joined.fullmatch(between):
                break
            before_verb = clause.source.start < clause.cue.start
            if not (clause.inverted or before_verb) or not self._may_end(passage):
                break
            return clause
        return self._any_verb(passage, limit)

    def _any_verb(self, passage: Passage, limit: int) -> Clause | None:
        """Like "...," she riffed: after a comma any verb is one of speaking."""
        start, _ = self.story.sentence(passage.outer_start)
        first = self.story.is_blank(start, passage.outer_start)
        if not first or self.story.text[passage.end - 1] not in ",?!":
            return None
        for mention in self.story.people_in(passage.outer_end, limit)[:1]:
            between = self.story.outside[passage.outer_end : mention.start].strip()
            verb = _VERB.match(self.story.outside, mention.end, limit)
            if between or verb is None or mention.label not in {"person", "pronoun"}:
                continue
            cue = Mention(*verb.span("verb"), "", verb.group("verb"), "")
            head = Source(*mention.extent, mention.label, mention, mention.end)
            return Clause(cue, head, like="say")
        return None

    def _may_end(self, passage: Passage) -> bool:
        """Whether a reporting clause may follow: after a comma, or a whole sentence."""
        text = self.story.text
        if text[passage.end - 1] in _BEFORE_CLAUSE:
            return True
        following = text[passage.outer_end : passage.outer_end + 2].strip()
        if following[:1] in {",", "–", "—", "-"}:
            return True
        start, _ = self.story.sentence(passage.outer_start)
        return self.story.is_blank(start, passage.outer_start)

    def directly_before(self, passage: Passage) -> Clause | None:
        """The clause that ends in the comma or colon right before a passage."""
        clause = self._last_before(passage)
        if clause is None or clause.kind in {"call", "noun"}:
            return None
        between = self.story.outside[clause.end : passage.outer_start].strip()
        return clause if between in {"", ",", ":", ":,", "-", "–", "—"} else None

    def before(self, passage: Passage) -> Clause | None:
        """The clause earlier in the sentence that governs a passage."""
        start, _ = self.story.sentence(passage.outer_start)
        governing = self._last_before(passage)
        if governing is None or self._in_introduction(governing, start, passage):
            return self._colon(passage, start) or governing
        between = self.story.outside[governing.end : passage.outer_start]
        return None if _NEW_SENTENCE.search(between) else governing

    def headline(self, passage: Passage) -> Clause | None:
        """The name and the colon that a headline begins with."""
        block = self.story.blocks[passage.block]
        colon = self.story.outside.find(":", block.start, passage.outer_start)
        if colon < 0:
            return None
        words = self.story.outside[block.start : colon]
        source = self.clauses.sources.subject(block.start, colon)
        if (
            source is None
            or source.head.end != colon
            or len(words) > _LONGEST_SIGNATURE
        ):
            return None
        return Clause(Mention(colon, colon + 1, "", ":", ""), source, like="say")

    def around(self, passage: Passage) -> Clause | None:
        """The clause that ends the sentence: It was "too damp" then, Kerr said."""
        _, end = self.story.sentence(passage.outer_start)
        found: Clause | None = None
        for clause in self.clauses.within(passage.block, passage.outer_end, end):
            if clause.source is not None:
                found = clause
        if found is None or found.kind not in {"say", "according-to"}:
            return None
        before = self.story.outside[passage.outer_end : found.start].rstrip()
        rest = self.story.outside[found.end : end]
        apart = before.endswith((",", "–", "—")) or _AS.search(before)
        return found if apart and not _CONTENT.search(rest) else None

    def _last_before(self, passage: Passage) -> Clause | None:
        """The last clause of the sentence before a passage; the outer of two nested."""
        if passage.number not in self.last:
            self.last[passage.number] = self._governing(passage)
        return self.last[passage.number]

    def _governing(self, passage: Passage) -> Clause | None:
        end = passage.outer_start
        start = max(self.story.sentence(end)[0], end - _SENTENCE)
        return self.outer(passage.block, start, end)

    def outer(self, block: int, start: int, end: int) -> Clause | None:
        """The last clause in a part of a block; the outer of two nested."""
        governing: Clause | None = None
        for clause in self.clauses.within(block, start, end):
            if clause.source is None:
                continue
            if clause.inverted and clause.kind != "according-to":
                continue
            if clause.kind == "noun":
                continue
            if governing is None or not self._nested(governing, clause):
                governing = clause
        return governing

    def _nested(self, outer: Clause, inner: Clause) -> bool:
        """Whether a clause is part of what another one says: he said she felt "ill"."""
        if outer.kind not in {"say", "saying"} or inner.source is None:
            return False
        begin = min(inner.cue.start, inner.source.head.start)
        if inner.source is outer.source or begin < outer.end:
            return False
        before = self.story.outside[inner.source.end : inner.cue.start]
        possible = bool(_MODAL.search(before))
        if inner.kind == "say" and inner.source.kind != "pronoun" and not possible:
            return False
        between = self.story.outside[outer.cue.end : inner.start]
        return COVER not in between and not _NEW_CLAUSE.search(between)

    def _in_introduction(self, clause: Clause, start: int, passage: Passage) -> bool:
        """Asked what he would tell victims, Kerr did not hesitate: "..."."""
        before = self.story.outside[start : passage.outer_start].rstrip()
        if not before.endswith(":"):
            return False
        subject = self.clauses.sources.subject(start, start + len(before) - 1)
        return subject is not None and subject.start > clause.end

    def _colon(self, passage: Passage, start: int) -> Clause | None:
        """Nina Penn, who chairs the board: "..."; Federation - Nina Penn: "..."."""
        outside, colon = self.story.outside, passage.outer_start - 1
        while colon > start and outside[colon].isspace():
            colon -= 1
        if colon < start or outside[colon] != ":":
            return None
        for clause in self.clauses.within(passage.block, start, colon + 1):
            if clause.kind == "noun" and clause.source is not None:
                return clause
        dash = max(outside.rfind(mark, start, colon) for mark in _DASHES)
        sources = self.clauses.sources
        source = sources.subject(dash + 2, colon) if dash > 0 else None
        source = source or sources.subject(start, colon)
        if source is None:
            return None
        return Clause(Mention(colon, colon + 1, "", ":", ""), source, like="say")

    def speaker_at_end(self, index: int) -> Source | None:
        """Who speaks in the last sentence of a block."""
        if self.story.is_heading(index):
            return None
        start, _ = self.story.sentence(self.story.blocks[index].end - 1)
        clause = self.clauses.last(index, start)
        if clause is not None and clause.kind in {"say", "saying"}:
            return clause.source
        return None

    def leads_on(self, clause: Clause) -> bool:
        """Whether a clause ends in a colon: it governs what follows."""
        return self.story.outside[clause.end : clause.end + 1] == ":"

    def ends_its_sentence(self, passage: Passage) -> bool:
        """Whether a full stop inside the marks makes what follows a new sentence."""
        text = self.story.text
        return (
            passage.family != "block"
            and text[passage.end - 1] == "."
            and text[passage.outer_end : passage.outer_end + 1] != ","
            and text[passage.end - 3 : passage.end] != "..."
        )

    def is_part(self, passage: Passage) -> bool:
        """Whether narration begins the sentence that a passage goes on with."""
        start, _ = self.story.sentence(passage.outer_start)
        told = not self.story.is_blank(start, passage.outer_start)
        return told and self.story.text[passage.start].islower()
