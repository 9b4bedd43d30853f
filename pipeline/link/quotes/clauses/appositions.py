"""Subjects with something between commas beside them, and two who speak as one."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from pipeline.link.quotes.clauses import syntax
from pipeline.link.quotes.clauses.noun_phrases import ROLES, Phrases, Source
from pipeline.link.quotes.clauses.stretches import Stretches
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

_DESCRIBED = 2
"""Chunks between commas: a name, and an office that may have commas of its own."""


class Appositions:
    """Reads the subjects of a story that commas are part of."""

    def __init__(self, story: Story, phrases: Phrases, stretches: Stretches) -> None:
        self.story = story
        self.text = story.outside
        self.phrases = phrases
        self.stretches = stretches

    def before_comma(self, start: int, end: int) -> Source | None:
        """A subject with something between commas after it: the first of the row."""
        chunks = list(self.stretches.chunks(start, end))
        found = self._described_pair(chunks) or self._holder(chunks)
        if found is not None:
            return found
        last = self._named(*chunks[-1])
        if last is not None and len(chunks) > 1:
            described = self.phrases.ending(*chunks[-2])
            if (
                described is not None
                and described.kind in ROLES
                and last.label == "person"
                and (last.id or described.kind != "spokesperson")
            ):
                return Source(described.start, last.end, last.label, last, last.end)
        if last is not None and self._is_apposed(chunks, last):
            return Source(chunks[0][0], last.end, last.label, last, last.end)
        chunks = self._row(chunks)
        for (first, close), following in zip_longest(chunks, chunks[1:]):
            which = syntax.WHICH.search(self.text, first, close)
            stop = which.start() if which else close
            begin = self.stretches.last_clause(first, stop)
            if any(syntax.TELLS.match(self.text, at, stop) for at in (begin, first)):
                continue  # "which runs the school"
            found = self.phrases.alone(begin, stop) or self.phrases.ending(begin, stop)
            if found is None or self._is_vague(found):
                continue
            name = self._named(*following) if following else None
            told = found.kind in ROLES or syntax.ALONE.fullmatch(found.head.key)
            if told and name is not None and name.label == "person":
                return Source(found.start, name.end, name.label, name, name.end)
            return found
        return None

    def _named(self, start: int, end: int) -> Mention | None:
        """Who is named in a chunk of their own, maybe with what they are."""
        return self.phrases.lone_name(start, end) or self.phrases.apposed(start, end)

    def _is_vague(self, found: Source) -> bool:
        """Whether a phrase names nobody, and is not "one" or "another" either."""
        return found.kind == "phrase" and not syntax.ALONE.fullmatch(found.head.key)

    def _is_apposed(self, chunks: Sequence[tuple[int, int]], name: Mention) -> bool:
        """The voice of the Gull Trust, Ann Reed, said: nobody else is named."""
        begin, stop = chunks[0]
        others = self.story.people_in(begin, stop)
        return (
            len(chunks) == _DESCRIBED
            and name.label == "person"
            and self.text[begin:stop].lstrip().lower().startswith("the ")
            and not any(m.label in {"person", "pronoun"} for m in others)
            and not self.story.cues_in(begin, stop)
        )

    def _holder(self, chunks: Sequence[tuple[int, int]]) -> Source | None:
        """Ann Reed, Member for Children, Young People and Skills: she comes first."""
        if len(chunks) < _DESCRIBED:
            return None
        name = self.phrases.lone_name(*chunks[0])
        described = self.story.people_in(chunks[1][0], chunks[-1][1])
        if name is None or name.label != "person" or not described:
            return None
        between = self.text[chunks[1][0] : described[0].start].strip()
        others = [m for m in described if m.label == "person" and m.id]
        if between or described[0].label not in ROLES or others:
            return None
        return Source(name.start, name.end, name.label, name, name.end)

    def described_name(self, start: int, end: int) -> Source | None:
        """Ann Reed, Chair of the Authority said: the second comma is missing."""
        chunks = list(self.stretches.chunks(start, end))
        if len(chunks) == 1:
            return None
        name = self.phrases.lone_name(*chunks[0])
        first = self.story.people_in(chunks[1][0], end)[:1]
        if name is None or name.label != "person" or not first:
            return None
        between = self.text[chunks[1][0] : first[0].start].strip()
        described = first[0].label in ROLES and not between
        if not described or self.story.cues_in(chunks[1][0], end):
            return None
        return Source(name.start, name.end, name.label, name, name.end)

    def _described_pair(self, chunks: Sequence[tuple[int, int]]) -> Source | None:
        """Ann Reed, chief nurse, and Tom Lo, head of care, said: both, as one."""
        both = [m for m in self.story.people_in(*chunks[0]) if m.label == "person"]
        if len(both) == _DESCRIBED and both[1].end == chunks[0][1]:
            joined = self.text[both[0].end : both[1].start] == " and "
            return _couple(*both) if joined else None
        first = self.phrases.lone_name(*chunks[0])
        if first is None or first.label != "person":
            return None
        for begin, stop in chunks[2:-1]:
            joint = syntax.JOINS.match(self.text, begin, stop)
            second = self.phrases.lone_name(joint.end(), stop) if joint else None
            between = self.story.people_in(first.end, begin)
            if second is None or second.label != "person" or not between:
                continue
            told = self.story.cues_in(first.end, stop)
            if between[0].label in ROLES and not told:
                return _couple(first, second)
        return None

    def joint(self, start: int, begin: int, end: int) -> Source | None:
        """Head Ann Reed and chair Tom Lo said: two speakers with one voice."""
        joint = syntax.AND.search(self.text, max(start, begin - 6), begin)
        if joint is None:
            return None
        first = self.phrases.ending(
            self.stretches.clause_start(start, joint.start()), joint.start()
        )
        second = self.phrases.ending(begin, end)
        pair = (first, second)
        if any(p is None or p.kind != "person" or p.head.end != p.stop for p in pair):
            return None
        if first is None or second is None or first.start > start + syntax.NEAR_START:
            return None
        both = _couple(first.head, second.head)
        return Source(first.start, second.end, "couple", both.head, end)

    def _row(self, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The chunks from the subject's on: after an introduction or another clause."""
        for place in range(len(chunks) - 1, 0, -1):
            begin, stop = chunks[place]
            relative = re.match(r"\s*(?:who|whose|which)\b", self.text[begin:stop])
            clause = self.stretches.last_clause(begin, stop)
            if (
                clause > begin
                and not relative
                and self.stretches.phrase_at(clause, stop)
            ):
                return chunks[place:]
        place = 0
        while place < len(chunks) - 1 and self.stretches.introduces(*chunks[place]):
            place += 1
        return chunks[place:]


def _couple(first: Mention, second: Mention) -> Source:
    """Two people as one source."""
    names = f"{first.key} and {second.key}"
    head = Mention(first.start, second.end, "couple", names, "")
    return Source(*head.extent, "couple", head, head.end)
