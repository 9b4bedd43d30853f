"""Clauses of verbs: Kerr said; said Kerr; with Kerr saying; she came and said."""

import re

from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.noun_phrases import ONE, Source
from pipeline.link.quotes.clauses.sources import Sources
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.reading import Mention

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


class Verbs:
    """Reads the clauses that verbs of speaking make."""

    def __init__(self, story: Story, sources: Sources) -> None:
        self.story = story
        self.sources = sources
        cues = story.reading.knowledge.cues["speech"]
        self.said_of, self.heard = cues["said-of"].word_set, cues["heard"].word_set
        self.bare = cues["bare"].word_set

    def clause(
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
