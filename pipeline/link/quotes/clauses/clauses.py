"""The reporting clauses of a story, in order, and where they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.nouns import Nouns
from pipeline.link.quotes.clauses.sources import Sources
from pipeline.link.quotes.clauses.verbs import Verbs
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

_WINDOW = 700
"""So far from its verb a subject may stand; what is longer is no sentence."""


class Clauses:
    """The reporting clauses of a story, in order."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.sources = Sources(story)
        self.verbs = Verbs(story, self.sources)
        self.nouns = Nouns(story, self.sources)

    @cached_property
    def all(self) -> tuple[Clause, ...]:
        """Every cue outside quotations that may govern words."""
        found: list[Clause] = []
        for cue in self.story.cues:
            earlier = found[-1] if found else None
            clause = self._clause(cue, earlier)
            if clause is not None:
                found.append(clause)
        return tuple(found)

    @cached_property
    def by_block(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each block."""
        blocks: list[list[Clause]] = [[] for _ in self.story.blocks]
        for clause in self.all:
            blocks[self.story.block_at(clause.cue.start)].append(clause)
        return tuple(map(tuple, blocks))

    def within(self, block: int, start: int, end: int) -> Sequence[Clause]:
        """The clauses of a block whose cues begin in a stretch of it."""
        clauses = self.by_block[block]
        first = bisect_left(clauses, start, key=_begin)
        return clauses[first : bisect_left(clauses, end, first, key=_begin)]

    def last(self, index: int, start: int, end: int | None = None) -> Clause | None:
        """The last clause with a source whose cue stands in a part of a block."""
        for clause in reversed(self.by_block[index]):
            if clause.cue.start < start:
                return None
            if clause.source is not None and (end is None or clause.cue.start < end):
                return clause
        return None

    def _clause(self, cue: Mention, earlier: Clause | None) -> Clause | None:
        start, end = self.story.sentence(cue.start)
        start, end = max(start, cue.start - _WINDOW), min(end, cue.end + _WINDOW)
        if cue.label == "according-to":
            return Clause(cue, self.sources.after(cue.end, end), inverted=True)
        if cue.label == "noun":
            return self.nouns.clause(cue, start, end)
        return self.verbs.clause(cue, start, end, earlier)


def _begin(clause: Clause) -> int:
    return clause.cue.start
