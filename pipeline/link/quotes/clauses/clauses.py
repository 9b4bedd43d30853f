"""Reporting clauses: a cue, who it makes speak, and on which side the words stand."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses.noun_phrases import ONE, Source
from pipeline.link.quotes.clauses.sources import Sources
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.reading import Mention
from pipeline.words.patterns import any_of

_OWNER = re.compile(
    r"(?P<lead>was|is|were|are|came|ran|went|[Ii]n)\s+(?:the\s+)?(?P<who>his|her|their|its|"
    r"[^,.;]{2,40}?['’]s)\s+(?:\w+\s+)?$"
)
_GIVEN = re.compile(
    r"\b(?:was|is|were|are|came|comes)\s+(?:the|a|one)\s+(?:[\w-]+\s+)?$"
)
_MAKER = re.compile(r"\s+(?:of|from|by)\s+")
"""What stands around the noun in "..." was the terse response of Nina Kerr."""
_HIS = re.compile(r"\b(?P<who>[Hh]is|[Hh]er|[Tt]heir)\s+(?:\w+\s+)?$")
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_INTRODUCES = re.compile(r"(?:\s+to\s[^.:;\x1a]{1,60}|\s+(?:is|was))?\s*:")
"""After the noun in "Her message to parents:"."""
_TELLS_THAT = re.compile(r"\s+(?:is|was|has been|had been)\s+that\b")
"""After the noun in "The union's answer was that"."""
_OWNED = re.compile(r"['’]s?\s+(?:\w+\s+)?$")
_SHARES = re.compile(
    r"(?:,|\b(?:and|but|or|then|who|to|also|by))\s+(?:[a-z]+ly\s+|also\s+|then\s+)?$"
)
_PROGRESSIVE = re.compile(
    r"(?:\b(?:is|was|are|were|been|be|am)|['’](?:s|re|m))(?:\s+\w+ly|\s+now|\s+also)?$"
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|of|any|no|such|this|these|those|"
    r"first|last|new)(?:\s+\w+ly)?|(?<!\d)\d{1,3})$",
    re.IGNORECASE,
)
"""After these a word is a noun: the claims, her report, their calls."""
_EMBEDDED = re.compile(r"[ \u00a0](?:in|at|on|of|for|by|to|with|from|as)\s")
"""After a passage that is part of a longer phrase: the so-called "..." in May, said."""
_HOW = re.compile(r"\s+(?:is|was)\s+(?:how|what)\s+")
"""After a passage that a clause says something of: "..." is how she described it."""
_ADJECTIVES = re.compile(
    r"(?:['’]s)?(?:\s+(?!of\b|for\b|from\b|at\b|in\b|who\b)\w+)*\s+\w+"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|being)"
    r"(?:\s+(?:\w+ly|also|now|once|again|then|still|later))*$"
)
_EXPLETIVE = re.compile(
    r"\b[Ii]t(?:['’]s|\s+(?:is|was|would be|may be|might be|seems))\s[\w\s]{0,40}\bto$"
)
"""What stands before "say" in "it is safe to say"."""
_TO_DO = re.compile(rf"\s+to\s+[a-z{COVER}]")
_OF_WHAT = re.compile(r"\s+(?:about|by|how|if|that|what|when|whether|where|why)\b")
"""Who is asked so is who answers: "Asked whether pupils knew, she said"."""
_WITH = re.compile(r"\bwith\s+(?:the\s+|its\s+|their\s+)?(?=[^,;:()]{3,90}$)")
"""What may lead to whoever speaks in "with its head Ann Reed saying"."""
_ONE_OF_MANY = re.compile(r"(?:an?|one|another|some|several|many)\s")
"""As in "with one parent saying"."""
_AGENT = re.compile(r"\s+by\s+(?!how\b|what\b|a\b|an\b|the\s+(?:fact|way)\b)")
_BESIDE = 40
_WINDOW = 700
"""So far from its verb a subject may stand; what is longer is no sentence."""
_OF = re.compile(r"\s+of\b")
"""After a word without an ending that is a noun there: a sorry state of affairs."""
_AUXILIARY = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|should|did|does|not|never)\b|n['’]t\b"
)
"""Between one who speaks and a verb without an ending: the head did say."""
_NOT_SO = re.compile(
    r"(?:not|so|or|nor|no|yes|nonsense|wrong)(?: \w+)?,", re.IGNORECASE
)
"""Before a verb that begins its sentence all the same: Not so, says Ann Reed."""
_CLOSING = " ,.!?…–—-\u00a0"


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


def _begin(clause: Clause) -> int:
    return clause.cue.start


@once
def _words_of(known: Knowledge) -> re.Pattern[str]:
    """What leads to whose words the paragraph before holds."""
    led = any_of(known.words("speech", "words-of"))
    return re.compile(rf"(?:{led})\s+(?:the\s+)?", re.IGNORECASE)


def _possessive(match: re.Match[str]) -> Source | None:
    """Whom "his" stands for, where the owner of a noun is a pronoun."""
    pronoun = _OWNERS.get(match["who"].lower())
    if pronoun is None:
        return None
    head = Mention(*match.span("who"), "pronoun", pronoun, "")
    return Source(*head.extent, "pronoun", head, head.end)


class Clauses:
    """The reporting clauses of a story, in order."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.sources = Sources(story)
        cues = story.reading.knowledge.cues["speech"]
        self.said_of, self.heard = cues["said-of"].word_set, cues["heard"].word_set
        self.bare = cues["bare"].word_set
        self.going_on = cues["going-on"].word_set
        self.below = cues["going-on-below"].word_set
        self.words_of = _words_of(story.reading.knowledge)

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
            return self._owned(cue, start, end)
        return self._verb(cue, start, end, earlier)

    def _verb(
        self, cue: Mention, start: int, end: int, earlier: Clause | None
    ) -> Clause | None:
        """The clause of a verb in the sentence from `start` to `end`."""
        text = self.story.outside
        begin = max(start, self._last_cover(start, cue.start))
        if _EMBEDDED.match(text, begin):
            begin = start
        elif how := _HOW.match(text, begin, cue.start):
            begin = how.end()
        before = text[begin : cue.start].rstrip()
        if _NOUN_BEFORE.search(before[-_BESIDE:]):
            return None
        bare = cue.key in self.bare
        if bare and _OF.match(text, cue.end):
            return None
        participle = cue.key.endswith("ing") and not _PROGRESSIVE.search(
            before[-_BESIDE:]
        )
        found = self._unheard(cue, before, end)
        if cue.label == "say" and not bare:
            found = self._inverted(cue, (start, begin), end, free=participle) or found
        if found is not None:
            return found
        if participle:
            source = self._beside(begin, cue)
        else:
            source = self.sources.before(begin, cue.start)
        if source is not None and (
            self._is_plural_noun(cue, source) or self._is_bare(cue, source)
        ):
            return None
        if source is None:
            source = self._shared(cue, start, earlier, free=participle)
        return Clause(cue, source)

    def _inverted(
        self, cue: Mention, starts: tuple[int, int], end: int, *, free: bool
    ) -> Clause | None:
        """A verb that begins its sentence, or follows what is said: said Nina Kerr.

        Args:
            cue: the verb.
            starts: of the sentence, and of what stands before the verb outside marks.
            end: of the sentence.
            free: whether it is a participle, which has its subject before it.
        """
        start, begin = starts
        before = self.story.outside[begin : cue.start].rstrip()
        if begin == start and (not before or _NOT_SO.fullmatch(before)):
            asked = cue.key in self.heard and _OF_WHAT.match(
                self.story.outside, cue.end
            )
            return Clause(cue, None if asked else self.sources.after(cue.end, end))
        if begin > start and not before.strip(_CLOSING) and not free:
            source = self.sources.after(cue.end, end)
            if source is not None:
                return Clause(cue, source, inverted=True)
        return None

    def _unheard(self, cue: Mention, before: str, end: int) -> Clause | None:
        """A verb whose subject is not who speaks: it was said, was told to improve."""
        text = self.story.outside
        if _PASSIVE.search(before[-_BESIDE:]):
            agent = _AGENT.match(text, cue.end, end)
            source = self.sources.after(agent.end(), end) if agent else None
            if source is not None or cue.key in self.said_of or cue.label == "say":
                return Clause(cue, source)
        hears = cue.key in self.heard and _TO_DO.match(text, cue.end, end)
        return Clause(cue, None) if hears or _EXPLETIVE.search(before) else None

    def _beside(self, begin: int, cue: Mention) -> Source | None:
        """Who speaks in "with its head Ann Reed saying"."""
        lead = _WITH.search(self.story.outside, begin, cue.start)
        if lead is None:
            return None
        found = self.sources.before(lead.end(), cue.start)
        one = _ONE_OF_MANY.match(self.story.outside, lead.end())
        return found if found and (found.kind == "person" or one) else None

    def _is_plural_noun(self, cue: Mention, source: Source) -> bool:
        """In "against recent attacks" the word is no verb: it ends a phrase."""
        if not cue.key.endswith("s") or source.head.label == "phrase":
            return False
        rest = self.story.outside[source.head.end : source.stop]
        owned = rest.strip() in {"'s", "’s", "'", "’"}
        return owned or bool(_ADJECTIVES.fullmatch(rest))

    def _is_bare(self, cue: Mention, source: Source) -> bool:
        """In "a nurse call system" the word is no verb: one nurse calls."""
        if cue.key not in self.bare or source.kind not in ONE:
            return False
        return not _AUXILIARY.search(self.story.outside, source.head.end, cue.start)

    def _last_cover(self, start: int, end: int) -> int:
        """Just after the last passage in a stretch; 0 if there is none."""
        return self.story.outside.rfind(COVER, start, end) + 1

    def _owned(self, cue: Mention, start: int, end: int) -> Clause | None:
        """A noun that somebody owns: "..." was her verdict."""
        text, stop, end = self.story.outside, end, cue.start
        match = _OWNER.search(text, max(start, end - 60), end)
        if match is None and (that := _TELLS_THAT.match(text, cue.end, stop)):
            return self._told(cue, start, that.end())
        if match is None and _INTRODUCES.match(text, cue.end):
            match = _HIS.search(text, max(start, end - 30), end)
        if match is None:
            return self._made(cue, start, stop)
        if match.groupdict().get("lead", "").lower() == "in":
            cue = cue._replace(label="according-to")
        source = _possessive(match) or self.sources.after(*match.span("who"))
        return Clause(cue, source)

    def _told(self, cue: Mention, start: int, that: int) -> Clause | None:
        """A noun whose content follows, up to `that`: The union's answer was that."""
        text, end = self.story.outside, cue.start
        verb = Mention(cue.start, that, "say", cue.key, cue.id)
        if his := _HIS.search(text, max(start, end - _BESIDE), end):
            return Clause(verb, _possessive(his))
        owned = _OWNED.search(text, max(start, end - _BESIDE), end)
        source = self.sources.before(start, owned.start()) if owned else None
        return Clause(verb, source) if source else None

    def _made(self, cue: Mention, start: int, end: int) -> Clause | None:
        """A noun that comes from somebody: "..." was the response of Nina Kerr."""
        text = self.story.outside
        given = _GIVEN.search(text, max(start, cue.start - _BESIDE), cue.start)
        maker = _MAKER.match(text, cue.end, end) if given else None
        source = self.sources.after(maker.end(), end) if maker else None
        return Clause(cue, source, inverted=True) if source else None

    def _shared(
        self, cue: Mention, start: int, earlier: Clause | None, *, free: bool
    ) -> Source | None:
        """A verb without a subject of its own has the sentence's.

        A participle is `free` to stand anywhere; a verb follows "and", a comma or "to".
        """
        if earlier is not None and earlier.source and earlier.cue.start >= start:
            return earlier.source
        found = self.sources.subject(start, cue.start)
        if found is None or free:
            return found
        between = self.story.outside[found.end : cue.start]
        return found if _SHARES.search(between) else None
