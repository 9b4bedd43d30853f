"""Noun phrases: where one begins and ends, and which of its words says who it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.document import Extent
from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses import syntax
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.reading import Mention
from pipeline.words.patterns import any_of

ROLES = frozenset({"office", "spokesperson", "group", "voice", "person-by-kin"})
ONE = frozenset({"office", "spokesperson", "person-by-kin"})
"""Roles of one human being."""
NAMES = frozenset({"person", "organisation", "name", "couple"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, in the words beside the cue.

    Attributes:
        start: of the noun phrase, or of the relative pronoun that stands for it.
        kind: `person`, `name`, `organisation`, `pronoun`, a role's kind, or `phrase`.
        head: the mention that says who it is; the phrase itself where none does.
        stop: where the phrase ends with all that describes the head.
    """

    start: int
    end: int
    kind: str
    head: Mention
    stop: int

    @property
    def extent(self) -> Extent:
        """The whole noun phrase."""
        return Extent(self.start, self.end)


@once
def _issued(known: Knowledge) -> re.Pattern[str]:
    """What leads to whose words a paper is: a statement from."""
    papers, by = (any_of(known.words("roles", n)) for n in ("issued", "issued-by"))
    return re.compile(rf"\s*(?:\w+ )?(?:{papers}) (?:{by}) ", re.IGNORECASE)


class Phrases:
    """Reads the noun phrases of a story's narration."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.outside
        self.issued = _issued(story.reading.knowledge)

    def ending(self, start: int, end: int) -> Source | None:
        """The noun phrase that ends a stretch."""
        leading = syntax.OPENING.match(self.text, start, end)
        start = self._whose(leading.end() if leading else start, end)
        words = self.text[start:end]
        end -= len(words) - len(words.rstrip())
        if start >= end:
            return None
        mentions = self.story.people_in(start, end)
        if len(mentions) == 1 and syntax.DETERMINER.match(self.text, start, end):
            end, mentions = self._without_place(mentions, start, end)
        if mentions:
            head = self._head(mentions, end)
            begin = self._phrase_start(mentions, head, start)
            return Source(begin, max(head.end, begin), head.label, head, end)
        written = self.text[start:end]
        nominal = written[0].isupper() or syntax.DETERMINER.match(written)
        if not nominal or written.count(" ") >= syntax.MOST_WORDS or COVER in written:
            return None
        head = Mention(start, end, "phrase", written, "")
        return Source(start, end, "phrase", head, end)

    def _whose(self, start: int, end: int) -> int:
        """Where those begin whose statement a phrase speaks of, else where it does."""
        issued = self.issued.match(self.text, start, end)
        return issued.end() if issued else start

    def _without_place(
        self, mentions: Sequence[Mention], start: int, end: int
    ) -> tuple[int, Sequence[Mention]]:
        """A narrator in the Kerr film: the only name is where, not who."""
        only = mentions[0]
        inside = syntax.PREPOSITION.search(self.text, start, only.start)
        if inside is None or only.label not in NAMES:
            return end, mentions
        return start + len(self.text[start : inside.start()].rstrip()), ()

    def _head(self, mentions: Sequence[Mention], end: int) -> Mention:
        """What a phrase is about: what ends it, unless that only describes."""
        owned = self._owned(mentions)
        if owned is not None:
            return owned
        last = mentions[-1]
        if last.label == "pronoun" and last.key != "it" and last.end == end:
            return last
        inside = syntax.PREPOSITION.search(
            self.text, max(0, last.start - 16), last.start
        )
        ends = last.end == end
        for mention in mentions[:-1]:
            if mention.label in ROLES and syntax.OF.match(self.text, mention.end):
                named = last.label == "person" and ends and not inside
                return last if named and mention.label != "spokesperson" else mention
        if inside and len(mentions) > 1:
            return self._named(mentions[:-1])
        if ends or not any(m.label in NAMES for m in mentions):
            return last
        return next(m for m in mentions if m.label in NAMES)

    def _named(self, mentions: Sequence[Mention]) -> Mention:
        """The first of these, or whoever has it for an office: Inspector Ann Reed."""
        head = mentions[0]
        for following in mentions[1:2]:
            person = following.label == "person" and head.label in ROLES
            if person and not self.text[head.end : following.start].strip():
                return following
        return head

    def _owned(self, mentions: Sequence[Mention]) -> Mention | None:
        """The spokeswoman of "Labour's Home Affairs spokeswoman in Saltby"."""
        last = mentions[-1]
        if last.label != "spokesperson" or not syntax.OWNS.match(
            self.text, mentions[0].end
        ):
            return None
        return last

    def _phrase_start(
        self, mentions: Sequence[Mention], head: Mention, start: int
    ) -> int:
        """The head's description before it belongs to the phrase."""
        if head.label == "pronoun":
            return head.start
        between = self.text[start : mentions[0].start].strip()
        near = not between or syntax.BEFORE_HEAD.fullmatch(between)
        return start if near else head.start

    def leading(self, begin: int, end: int) -> Source | None:
        """The noun phrase that begins here."""
        begin = self._whose(begin, end)
        ends = syntax.PHRASE_END.search(self.text, begin, end)
        stop = ends.start() if ends else end
        mentions = self.story.people_in(begin, stop)
        if not mentions:
            return self._aged(begin, stop) or self._another(begin, stop, end)
        between = self.text[begin : mentions[0].start].strip()
        if between and not syntax.BEFORE_HEAD.fullmatch(between):
            return None
        head = self._leading(mentions)
        described = head.label in ROLES - {"spokesperson"} or (
            head.label in {"name", "organisation"} and head.end < stop
        )
        comma = self._comma(stop, end)
        if described and comma < end:
            further = syntax.PHRASE_END.search(self.text, comma + 1, end)
            close = further.start() if further else end
            lone = self.lone_name(comma + 1, close) or self.apposed(comma + 1, close)
            if lone is not None and lone.label == "person":
                return Source(begin, lone.end, lone.label, lone, lone.end)
        return Source(begin, max(head.end, begin), head.label, head, stop)

    def _comma(self, stop: int, end: int) -> int:
        """The comma after a phrase, or after "who wrote both reports"; else `end`."""
        if syntax.WHO.match(self.text, stop, end):
            stop = self.text.find(",", stop, end)
        return stop if 0 <= stop < end and self.text[stop] == "," else end

    def _leading(self, mentions: Sequence[Mention]) -> Mention:
        """The head of a phrase that begins with the first of these mentions."""
        head = mentions[0]
        if head.label == "person" and self._is_party(mentions):
            return mentions[2]
        for following in mentions[1:]:
            between = self.text[head.end : following.start].strip()
            owned = between in {"'s", "’s"} and following.label == "person-by-kin"
            if head.label in {"person", "pronoun", "spokesperson"} and not owned:
                break
            described = following.label == "person" and self._describes(head, following)
            if between not in {"", "'s", "’s"} and not described:
                break
            head = following
        return head

    def _is_party(self, mentions: Sequence[Mention]) -> bool:
        """Whether a name is that of a party: Plaid Lunn councillor Ann Reed."""
        labels = [mention.label for mention in mentions[1:3]]
        between = (
            self.text[left.end : right.start] for left, right in pairwise(mentions[:3])
        )
        return labels == ["office", "person"] and not "".join(between).strip()

    def _describes(self, head: Mention, name: Mention) -> bool:
        """Whether small words alone stand between: GMB regional organiser Ann Reed."""
        between = self.text[head.end : name.start]
        cued = self.story.cues_in(head.end, name.start)
        return bool(syntax.SMALL_WORDS.fullmatch(between)) and not cued

    def alone(self, begin: int, stop: int) -> Source | None:
        """One, another: who says it has no name and no office."""
        found = syntax.ALONE.match(self.text, begin, stop)
        if found is None:
            return None
        start = found.end() - len(found.group().lstrip())
        head = Mention(start, found.end(), "phrase", found.group().strip(), "")
        return Source(*head.extent, "phrase", head, found.end())

    def apposed(self, start: int, end: int) -> Mention | None:
        """The person whose name ends a chunk: former nurse Ann Reed."""
        people = [m for m in self.story.people_in(start, end) if m.label == "person"]
        if len(people) != 1 or self.text[people[0].end : end].strip():
            return None
        before = self.text[start : people[0].start]
        told = syntax.DESCRIPTION.fullmatch(before)
        return None if not told or self.story.cues_in(start, end) else people[0]

    def _another(self, begin: int, stop: int, end: int) -> Source | None:
        """One, another; with the name in a chunk of its own: Another, Ann Reed."""
        alone = self.alone(begin, stop)
        if alone is None or self.text[stop : stop + 1] != ",":
            return alone
        ends = syntax.PHRASE_END.search(self.text, stop + 1, end)
        lone = self.lone_name(stop + 1, ends.start() if ends else end)
        if lone is None or lone.label != "person":
            return alone
        return Source(begin, lone.end, lone.label, lone, lone.end)

    def _aged(self, begin: int, stop: int) -> Source | None:
        """The 43-year-old optician: more of whoever was spoken of last."""
        if syntax.YEARS_OLD.match(self.text, begin, stop) is None:
            return None
        stop = begin + len(self.text[begin:stop].rstrip(" .\u00a0"))
        head = Mention(begin, stop, "phrase", self.text[begin:stop], "")
        return Source(begin, stop, "phrase", head, stop)

    def lone_name(self, start: int, end: int) -> Mention | None:
        """The one person whose name fills a chunk."""
        words = self.text[start:end]
        mentions = self.story.people_in(start, end)
        if len(mentions) != 1 or mentions[0].label not in NAMES:
            return None
        alone = mentions[0].end - mentions[0].start == len(words.strip(" .\u00a0"))
        return mentions[0] if alone else None
