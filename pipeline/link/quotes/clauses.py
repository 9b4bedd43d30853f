"""Reporting clauses: a cue, who it makes speak, and on which side the words stand."""

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.link.quotes.page import COVER, Page
from pipeline.link.quotes.sources import Source, Sources
from pipeline.link.reading import Mention

_TO_PASSAGE = re.compile(rf"[\s,.!?…:–—-]*(?={COVER})")
_OWNER = re.compile(
    r"(?:was|is|were|are|came|ran|went)\s+(?:the\s+)?(?P<who>his|her|their|its|"
    r"[^,.;]{2,40}?['’]s)\s+(?:\w+\s+)?$"
)
_OBJECT = re.compile(r"\s*(?:that|to|for|in|on|at|about|of|how|why|whether|the)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause.

    Attributes:
        source: None where the subject cannot be found.
        inverted: the subject follows the verb, and the words stand before both.
    """

    cue: Mention
    source: Source | None
    inverted: bool = False

    @property
    def start(self) -> int:
        """Where the clause begins."""
        if self.source is None:
            return self.cue.start
        return min(self.cue.start, self.source.start)

    @property
    def end(self) -> int:
        """Where it ends, without what else follows."""
        if self.source is None:
            return self.cue.end
        return max(self.cue.end, self.source.end)


class Clauses:
    """The reporting clauses of a page, in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sources = Sources(page)

    @cached_property
    def all(self) -> tuple[Clause, ...]:
        """Every cue outside quotations that may govern words."""
        found: list[Clause] = []
        for cue in self.page.cues:
            earlier = found[-1] if found else None
            clause = self._clause(cue, earlier)
            if clause is not None:
                found.append(clause)
        return tuple(found)

    @cached_property
    def by_block(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each block."""
        blocks: list[list[Clause]] = [[] for _ in self.page.blocks]
        for clause in self.all:
            blocks[self.page.block_at(clause.cue.start)].append(clause)
        return tuple(map(tuple, blocks))

    def _clause(self, cue: Mention, earlier: Clause | None) -> Clause | None:
        start, end = self.page.sentence(cue.start)
        if cue.label == "according-to":
            return Clause(cue, self.sources.after(cue.end, end), inverted=True)
        if cue.label == "noun":
            return self._owned(cue, start)
        after_passage = self._last_cover(start, cue.start)
        begin = max(start, after_passage)
        if after_passage and not self.page.outside[begin : cue.start].strip(
            " ,.!?…–—-\u00a0"
        ):
            source = self.sources.after(cue.end, end)
            if source is not None:
                return Clause(cue, source, inverted=True)
        source = (
            None if cue.label == "saying" else self.sources.before(begin, cue.start)
        )
        if source is None:
            source = self._shared(cue, start, earlier)
        return Clause(cue, source)

    def _last_cover(self, start: int, end: int) -> int:
        """Just after the last passage in a stretch; 0 if there is none."""
        return self.page.outside.rfind(COVER, start, end) + 1

    def _owned(self, cue: Mention, start: int) -> Clause | None:
        """A noun that somebody owns: "..." was her verdict."""
        match = _OWNER.search(self.page.outside, max(start, cue.start - 60), cue.start)
        if match is None:
            return None
        who = match.group("who")
        kinds = {"his": "he", "her": "she", "their": "they", "its": "it"}
        if who in kinds:
            head = Mention(*match.span("who"), "pronoun", kinds[who], "")
            return Clause(cue, Source(*match.span("who"), "pronoun", head))
        return Clause(cue, self.sources.after(match.start("who"), match.end("who")))

    def _shared(
        self, cue: Mention, start: int, earlier: Clause | None
    ) -> Source | None:
        """A verb without a subject of its own has the sentence's."""
        if (
            earlier is not None
            and earlier.source is not None
            and earlier.cue.start >= start
        ):
            return earlier.source
        found = self.sources.subject(start, cue.start)
        if found is not None and cue.label != "saying":
            between = self.page.outside[found.end : cue.start]
            shared = re.search(
                r"(?:,|\b(?:and|but|or|then|who|to))\s+(?:[a-z]+ly\s+|also\s+)?$",
                between,
            )
            if shared is None:
                return None
        return found
