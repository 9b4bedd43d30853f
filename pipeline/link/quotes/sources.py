"""The words that name who speaks: the noun phrase beside a cue.

There is no parser here: a subject stands before its verb, adverbs and balanced
parentheses between them; after an inverted verb it begins at once. What is called a
chunk is a stretch between commas.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.document import Extent
from pipeline.knowledge import Knowledge
from pipeline.link.quotes.page import COVER, Page
from pipeline.link.reading import Mention

ROLES = frozenset({"office", "spokesperson", "group", "voice", "person-by-kin"})
NAMES = frozenset({"person", "organisation", "name"})

_WORD = re.compile(r"[\w’'-]+$")
_HARD = re.compile(rf"[;:(—–{COVER}]|\s-+\s")
_CONJUNCTION = re.compile(
    r"\b(?:and|but|that|as|while|because|although|though|if|when|whether|where|which|"
    r"before|after|since|so|or|until|than|whereas|what|how|why|yet)\s+",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(
    r"\s*(?:about|according|across|after|ahead|along|among|as|asked|at|because|before|"
    r"besides|between|beyond|by|despite|during|earlier|for|from|given|if|in|instead|"
    r"last|later|like|meanwhile|next|of|on|once|over|per|pressed|since|still|then|"
    r"though|although|through|throughout|to|today|tonight|under|unlike|until|upon|when|"
    r"where|while|with|within|without|yesterday|yet|however|nevertheless|"
    r"[A-Z]?[a-z]+ing|[A-Z]?[a-z]+ly)\b",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r"\s*(?:\d+|an?|the|his|her|its|their|who|whose|which|whom|where|when|of|from|in|at|"
    r"on|with|for|as|by|both|one|now|then|also|too|however|formerly|aged|born|"
    r"[a-z]+ing|[a-z]+ed|[a-z]+ly|[a-z]\w*)\b"
)
_OF = re.compile(r"\s+(?:of|for|from|at|in|on|with|who|to|representing|living|named)\b")
_DETERMINER = re.compile(
    r"(?:an?|the|one|two|three|several|some|many|our|its|their|his|"
    r"her|another|this|that|these|those|other)\s",
    re.IGNORECASE,
)
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, in the words beside the cue.

    Attributes:
        start: of the whole noun phrase.
        kind: `person`, `name`, `organisation`, `pronoun`, a role's kind, or `phrase`.
        head: the mention that says who it is; the phrase itself where none does.
    """

    start: int
    end: int
    kind: str
    head: Mention

    @property
    def extent(self) -> Extent:
        """The whole noun phrase."""
        return Extent(self.start, self.end)


class Sources:
    """Finds the sources of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.between = _between(page.reading.knowledge)

    def before(self, start: int, cue: int) -> Source | None:
        """The subject of a verb at `cue`, in the sentence that begins at `start`."""
        end = self._without_adverbs(start, cue)
        text = self.page.outside
        if end <= start:
            return None
        if text[end - 1] == ",":
            return self._before_comma(start, end - 1)
        begin = self._clause_start(start, end)
        return self._phrase(begin, end)

    def after(self, start: int, end: int) -> Source | None:
        """The noun phrase that begins at `start`: the subject after its verb."""
        text = self.page.outside
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        stop = _first(_STOP_AFTER, text, begin, end)
        mentions = self.page.people_in(begin, stop)
        if not mentions or not self._begins_phrase(begin, mentions[0].start):
            return None
        head = self._leading(mentions)
        if head.label in ROLES and text[stop : stop + 1] == ",":
            following = _first(_STOP_AFTER, text, stop + 1, end)
            lone = self._lone_name(stop + 1, following)
            if lone is not None and head.label != "spokesperson":
                return Source(begin, lone.end, lone.label, lone)
        return Source(begin, max(head.end, begin), head.label, head)

    def subject(self, start: int, end: int) -> Source | None:
        """The subject of a sentence without asking for its verb: its first phrase."""
        for begin, stop in self._chunks(start, end):
            if _INTRODUCTION.match(self.page.outside, begin, stop):
                continue
            mentions = self.page.people_in(begin, stop)
            if not mentions or not self._begins_phrase(begin, mentions[0].start):
                return None
            head = self._leading(mentions)
            if head.label in ROLES and stop < end:
                following = _first(_STOP_AFTER, self.page.outside, stop + 1, end)
                lone = self._lone_name(stop + 1, following)
                if lone is not None and head.end == stop:
                    return Source(begin, lone.end, lone.label, lone)
            return Source(begin, head.end, head.label, head)
        return None

    # ------------------------------------------------------------- before a verb

    def _without_adverbs(self, start: int, end: int) -> int:
        """Where the subject ends, once adverbs and auxiliaries before the verb go."""
        text = self.page.outside
        while end > start:
            words = text[start:end].rstrip()
            end = start + len(words)
            last = _WORD.search(words[-40:])
            if last is None:
                if words.endswith(")"):
                    opened = words.rfind("(")
                    if opened > 0:
                        end = start + opened
                        continue
                return end
            word = last.group().lower().replace("’", "'")
            if word in self.between or (
                word.endswith("ly") and not last.group()[0].isupper()
            ):
                end -= len(last.group())
                continue
            pair = " ".join(words[-40:].lower().split()[-2:])
            if pair in self.between:
                end = start + words.rfind(" ", 0, words.rfind(" "))
                continue
            return end
        return end

    def _clause_start(self, start: int, end: int) -> int:
        """Where the clause that ends at `end` begins."""
        text = self.page.outside
        comma = text.rfind(",", start, end) + 1
        begin = max(start, comma)
        for border in _HARD.finditer(text, begin, end):
            begin = border.end()
        for border in _CONJUNCTION.finditer(text, begin, end):
            if not self._couples(begin, border, end):
                begin = border.end()
        return begin

    def _couples(self, begin: int, border: re.Match[str], end: int) -> bool:
        """Whether an "and" joins two names: "Ewan and Hollie Smith"."""
        if border.group().strip().lower() != "and":
            return False
        left = self.page.people_in(begin, border.start())
        right = self.page.people_in(border.end(), end)
        return bool(
            left
            and right
            and left[-1].label in NAMES
            and right[0].label in NAMES
            and not self.page.outside[left[-1].end : border.start()].strip()
            and right[0].start == border.end()
        )

    def _before_comma(self, start: int, end: int) -> Source | None:
        """A subject with something between commas after it: the first of the row."""
        chunks = list(self._chunks(start, end))
        last = self._lone_name(*chunks[-1])
        if last is not None and len(chunks) > 1:
            described = self._phrase(*chunks[-2])
            if (
                described is not None
                and described.kind in ROLES
                and described.kind != "spokesperson"
                and last.label == "person"
            ):
                return Source(described.start, last.end, last.label, last)
        place = 0
        while place < len(chunks) - 1 and _INTRODUCTION.match(
            self.page.outside, *chunks[place]
        ):
            place += 1
        for begin, stop in chunks[place:]:
            start_of_clause = self._last_clause(begin, stop)
            found = self._phrase(start_of_clause, stop)
            if found is not None and found.kind != "phrase":
                return found
        return None

    def _last_clause(self, begin: int, end: int) -> int:
        for border in _CONJUNCTION.finditer(self.page.outside, begin, end):
            if not self._couples(begin, border, end):
                begin = border.end()
        return begin

    def _chunks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Stretches between commas; those inside brackets do not count."""
        text = self.page.outside
        depth, begun = 0, start
        for match in _COMMA_OR_BRACKET.finditer(text, start, end):
            char = match.group()
            if char in "([":
                depth += 1
            elif char in ")]":
                depth = max(depth - 1, 0)
            elif depth == 0:
                yield begun, match.start()
                begun = match.end()
        yield begun, end

    # -------------------------------------------------------------- noun phrases

    def _phrase(self, start: int, end: int) -> Source | None:
        """The noun phrase that fills a chunk."""
        text = self.page.outside
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start >= end:
            return None
        mentions = self.page.people_in(start, end)
        if not mentions:
            written = text[start:end]
            nominal = written[:1].isupper() or _DETERMINER.match(written)
            if nominal and written.count(" ") < _MOST_WORDS and COVER not in written:
                head = Mention(start, end, "phrase", written, "")
                return Source(start, end, "phrase", head)
            return None
        head = self._head(mentions, end)
        begin = self._phrase_start(mentions, head, start)
        return Source(begin, max(head.end, begin), head.label, head)

    def _head(self, mentions: Sequence[Mention], end: int) -> Mention:
        text = self.page.outside
        last = mentions[-1]
        for mention in mentions:
            if mention.label in ROLES and _OF.match(text, mention.end):
                following = [m for m in mentions if m.start > mention.end]
                if mention.label == "spokesperson" or not (
                    last.label == "person"
                    and last.end == end
                    and following
                    and not _preposition_before(text, last.start)
                ):
                    return mention
                return last
        if last.end == end or not any(m.label in NAMES for m in mentions):
            return last
        return next(m for m in mentions if m.label in NAMES)

    def _phrase_start(
        self, mentions: Sequence[Mention], head: Mention, start: int
    ) -> int:
        """The head's description before it belongs to the phrase."""
        if head.label == "pronoun":
            return head.start
        first = mentions[0]
        between = self.page.outside[start : first.start]
        near = not between.strip() or _DETERMINER.fullmatch(between.strip() + " ")
        return start if near else head.start

    def _leading(self, mentions: Sequence[Mention]) -> Mention:
        """The head of a phrase that begins with the first of these mentions."""
        text = self.page.outside
        head = mentions[0]
        for following in mentions[1:]:
            between = text[head.end : following.start]
            if head.label in {"person", "pronoun"} or not (
                not between.strip() or between.strip() in {"'s", "’s"}
            ):
                break
            if head.label == "spokesperson":
                break
            head = following
        return head

    def _begins_phrase(self, begin: int, first: int) -> bool:
        """Whether only determiners and describing words precede the first mention."""
        between = self.page.outside[begin:first]
        if not between.strip():
            return True
        return bool(_BEFORE_HEAD.fullmatch(between.strip()))

    def _lone_name(self, start: int, end: int) -> Mention | None:
        """The person whose name, with nothing but a title, fills a chunk."""
        mentions = self.page.people_in(start, end)
        people = [m for m in mentions if m.label == "person"]
        if len(people) != 1 or people[0].end != start + len(
            self.page.outside[start:end].rstrip()
        ):
            return None
        before = self.page.outside[start : people[0].start].strip()
        return people[0] if before.count(" ") < 1 else None  # a title: Sir, Cllr


_COMMA_OR_BRACKET = re.compile(r"[,()\[\]]")
_STOP_AFTER = re.compile(
    rf"[,.;:(—–{COVER}](?!\w)|\s(?:who|whose|in|on|at|as|when|after)\s"
)
_BEFORE_HEAD = re.compile(
    r"(?:(?:an?|the|one|two|three|another|its|his|her|their|our|this|that|another|"
    r"fellow|new|former|local|senior|[\w’'.-]+)\s*){1,4}",
    re.IGNORECASE,
)


def _preposition_before(text: str, offset: int) -> bool:
    return bool(
        re.search(
            r"\b(?:of|for|to|with|from|at|in|by)\s+$", text[max(0, offset - 8) : offset]
        )
    )


def _first(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.search(text, start, end)
    return match.start() if match else end


@lru_cache(maxsize=8)
def _between_words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _between(known: Knowledge) -> frozenset[str]:
    return _between_words(known.words("speech", "between"))
