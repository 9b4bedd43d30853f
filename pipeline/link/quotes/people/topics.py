"""Of whom a text tells shortly before it says he, she or they."""

import re
from collections.abc import Collection, Iterable, Iterator

from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import ONE, Source
from pipeline.link.quotes.clauses.syntax import GENDERS, YEARS_OLD
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

SELF = frozenset({"i", "we"})
_NOBODY = SELF | {"it"}
"""Subjects of sentences that tell of somebody else: I rang the head, Ann Reed."""
_BLOCKS = 4
"""So many blocks back a pronoun may look for whom a sentence was about."""
_SHORT = 8
_BESIDE = 60
_WHO = re.compile(r"(?: (?:in|at|from|of) (?:[\w’']+ ){0,3}[\w’']+)?,? who(?:se|m)?\b")
_IS = re.compile(
    r"(?:(?:The|Our|Its|Their|His|Her|My)\s[^,.;]{3,60}"
    r"|(?:Among|One of) (?:them|these|those)[^,.;]{0,40})\s(?:is|was) $"
)
"""What stands before the name in "Our chair of governors is Ann Reed"."""
_INDEFINITE = re.compile(r"\b(an?|one)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_AT = re.compile(r"\b(?:of|from|in|at|near) $")
_OWN_PAPER = re.compile(r"\b(her|his)\s+(?:own\s+)?$", re.IGNORECASE)


def own_paper(text: str, source: Source) -> re.Match[str] | None:
    """The "her" of "her letter"."""
    if source.kind != "voice":
        return None
    return _OWN_PAPER.search(text, source.start, source.head.start)


class Topics:
    """Finds whom sentences are about, for the pronouns after them."""

    def __init__(self, story: Story, clauses: Clauses) -> None:
        self.story = story
        self.clauses = clauses
        self.telling = story.reading.knowledge.cues["roles"]["telling"].word_set

    def of(self, sources: Iterable[Source]) -> Iterator[Source]:
        """People that sentences shortly before a pronoun are about."""
        story = self.story
        near: set[int] = set()
        asking: set[int] = set()
        for source in sources:
            if self._points_back(source):
                block = story.block_at(source.start)
                near.update(range(block - _BLOCKS, block + 1))
                start, _ = story.sentence(source.start)
                asking.add(start if start > story.blocks[block].start else -1)
        for place, start in enumerate(story.borders):
            index = story.block_at(start)
            if index in near:
                end = story.blocks[index].end
                if place + 1 < len(story.borders):
                    end = min(end, story.borders[place + 1])
                yield from self._about(start, end, asking)

    def _points_back(self, source: Source) -> bool:
        """Whether a source stands for somebody whom the text told of before."""
        text = self.story.text
        back = YEARS_OLD.match(text, source.start) or own_paper(text, source)
        told = text[source.start : source.head.end].lower().split()[1:2]
        tells = {source.head.key, *told}
        return source.kind == "pronoun" or bool(back) or bool(tells & self.telling)

    def _about(self, start: int, end: int, asking: Collection[int]) -> Iterator[Source]:
        """Whom a sentence is about: its subject, or whom it goes on to tell of."""
        told = found = self.clauses.sources.subject(start, end)
        if found is None or found.kind == "voice":
            found = self._only_person(start, end)
        elif found.head.key in _NOBODY:
            found = self._told_of(start, end) or self._only_person(start, end)
        elif not self._is_topic(found, end, asking):
            found = self._told_of(start, end)
            if found is None and end in asking:
                found = self._only_person(start, end)
        if found is not None and self._is_topic(found, end, asking):
            yield found
        if told and told.head.key not in GENDERS:
            yield from self._somebody(start, end)

    def _only_person(self, start: int, end: int) -> Source | None:
        """The one person whom a sentence names, wherever in it."""
        people = self.story.people_in(start, end)
        found = [m for m in people if m.label == "person" and not self._is_place(m)]
        if len(found) != 1 or not (found[0].id or " " in found[0].key):
            return None
        return Source(*found[0].extent, "person", found[0], found[0].end)

    def _is_place(self, name: Mention) -> bool:
        """Whether nobody is called so: Ann Reed, 77, of Mill Row."""
        begin = max(0, name.start - 6)
        return not name.id and bool(_AT.search(self.story.text, begin, name.start))

    def _told_of(self, start: int, end: int) -> Source | None:
        """Of whom a sentence goes on to tell: "I met Ann Reed, who runs the shop"."""
        for mention in self.story.people_in(start, end):
            told = _WHO.match(self.story.text, mention.end) or _IS.match(
                self.story.text, start, mention.start
            )
            if mention.label == "person" and told:
                return Source(*mention.extent, "person", mention, mention.end)
        return None

    def _somebody(self, start: int, end: int) -> Iterator[Source]:
        """Who has no name and is told of: "Inspectors met a resident who had moved"."""
        people = self.story.people_in(start, end)
        if any(mention.label == "person" for mention in people):
            return
        for mention in people:
            if mention.label in ONE and _WHO.match(self.story.text, mention.end):
                near = max(start, mention.start - _BESIDE)
                one = _INDEFINITE.search(self.story.text, near, mention.start)
                if one is not None:
                    start = one.start(1)
                    yield Source(
                        start, mention.end, mention.label, mention, mention.end
                    )
                return

    def _is_topic(self, found: Source, end: int, asking: Collection[int]) -> bool:
        """Whether a pronoun may stand for the subject of a sentence that ends here."""
        if found.kind in {"person", "group"}:
            return True
        words = self.story.text[found.start : found.start + _SHORT]
        if words.startswith("The ") and found.kind == "office":
            return end in asking
        return found.kind in ONE and words.startswith(("A ", "An ", "One "))
