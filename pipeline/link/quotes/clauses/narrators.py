"""Whose words a sentence quotes without any word for saying them."""

import re

from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

_TO_WHOM = re.compile(r"\s*(?:for|to)\s+(?P<who>[^,;:.]{2,60}),\s", re.IGNORECASE)
_WHOM = {"him": "he", "her": "she", "them": "they"}
_FEWEST_SPACES = 2
_OWN_WORDS = 6


class Narrators:
    """The subjects of sentences that quote some words."""

    def __init__(self, story: Story, clauses: Clauses) -> None:
        self.story = story
        self.clauses = clauses

    def of(self, passage: Passage) -> Source | None:
        """The subject of a sentence that quotes some words without a word for it."""
        start, _ = self.story.sentence(passage.outer_start)
        few = self.story.spaces(passage) < _FEWEST_SPACES
        if (
            few
            or self._is_said_of(start, passage)
            or self.story.text[passage.start].isupper()
            or passage.outer_start == start
        ):
            return None
        if (whose := self._to_whom(start, passage)) is not None:
            return whose
        if (on := self._told_on(passage, start)) is not None:
            return on
        source = self.clauses.sources.subject(start, passage.outer_start)
        told = source is not None and (
            source.kind in {"person", "voice"}
            or source.head.key == "inspectors"
            or (source.kind == "pronoun" and self._goes_on(passage, source))
        )
        return source if told else None

    def _to_whom(self, start: int, passage: Passage) -> Source | None:
        """Who sees it so: "For Ann Reed, it is "...". To her, "..."."""
        led = _TO_WHOM.match(self.story.outside, start, passage.outer_start)
        if led is None:
            return None
        if pronoun := _WHOM.get(led["who"].lower()):
            head = Mention(*led.span("who"), "pronoun", pronoun, "")
            return Source(*head.extent, "pronoun", head, head.end)
        source = self.clauses.sources.after(*led.span("who"))
        named = source is not None and source.kind == "person"
        return source if source and named and source.end == led.end("who") else None

    def _told_on(self, passage: Passage, start: int) -> Source | None:
        """Whose report a paragraph goes on with: "Most, it says, do well. But "..."."""
        few = self.story.spaces(passage) < _OWN_WORDS
        if few or self.story.people_in(start, passage.outer_start):
            return None
        clause = self.clauses.last(
            passage.block, self.story.blocks[passage.block].start
        )
        if clause is None or clause.source is None or clause.cue.start > start:
            return None
        told = clause.source.kind in {"voice", "organisation"}
        told |= clause.source.head.key in {"it", "inspectors"}
        return clause.source if told and clause.kind == "say" else None

    def _is_said_of(self, start: int, passage: Passage) -> bool:
        """Whether somebody else says the words: she was described as "..."."""
        last = self._last_verb(start, passage)
        if last is None or last.source is not None:
            return False
        return last.cue.key in self.clauses.verbs.said_of or last.kind == "say"

    def _last_verb(self, start: int, passage: Passage) -> Clause | None:
        found: Clause | None = None
        for clause in self.clauses.by_block[passage.block]:
            if start <= clause.cue.start < passage.outer_start:
                found = clause
        return found

    def _goes_on(self, passage: Passage, source: Source) -> bool:
        """Some words of his own after a sentence that quoted him: he has "..."."""
        earlier = self.story.before(passage) is not None
        long = self.story.spaces(passage) >= _OWN_WORDS
        return earlier and long and source.head.key in {"he", "she"}
