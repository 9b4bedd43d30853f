"""What a description says: the role, what it is of, and whose it is."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses.noun_phrases import NAMES
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention
from pipeline.words.months import FULL
from pipeline.words.patterns import any_of

_STOP = re.compile(
    r"[,.;:!?()\[\]—–“”\"\n\x1a]|\s-\s|\s(?:who|whose|which|has|have|had|is|was|were|are|"
    r"will|would|said|says|told|added|called|wrote|and\s+(?:he|she|they|is|was|has|had|are|were)|to)\b|"
    rf"\s+(?:in|on|since|last|this|next)\s+(?:\d{{4}}|{FULL}|year|month|week|night|"
    r"morning|evening|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    rf"\s+(?:of|for|at|in|with)\s+(?:the\s+)?(?!\d|(?:{FULL})\b)", re.IGNORECASE
)
_ITS = re.compile(r"\b(?:its|their)\s+$", re.IGNORECASE)
_NO_OWNER = re.compile(r"\s+in\s|:")
"""Before a place or a field; of, for and at stand before an organisation."""
_NAMED_AT = re.compile(r"\sat (?:the )?(?P<name>[A-Z].*)$")
_FURTHER_COMPLEMENT = re.compile(r"\s(?:for|in|across|at)\s")
_NEW = re.compile(r"^(?:new|newly appointed|current) ", re.IGNORECASE)
_CAPITALS = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_ROW = re.compile(
    rf"(?:, {_CAPITALS})*,? (?:and|&) (?:the )?{_CAPITALS}(?: of [A-Z]\w*)?(?=,| \w+:?)"
)
"""Cabinet Member for Children, Young People and Families."""
_AND = re.compile(r"\s+(?:and|&)\s+")
_SMALL_ROW = re.compile(
    r"(?:, [a-z][\w-]*(?: [a-z][\w-]*)?)*,? and [a-z][\w-]*(?: [a-z][\w-]*)?(?=,)"
)
"""Cabinet member for children, youth and families."""
_FIELD = re.compile(r":\s+(?=[A-Z])(?=[^.:;“\"]{3,60},)")
"""Executive Director: Children's Services, said"""
_OWNED = re.compile(
    r"[ \u00a0]*(?:\([^()]{1,40}\))?(?:['’]s?)?[ \u00a0]*"
    r"(?:new|former|then|current|own)?[ \u00a0]*"
)
_REACH = 90
_FURTHER = 8
"""So many mentions back an "its" may look."""
_WORDS_OF_COMPLEMENT = 6


class Description(NamedTuple):
    """A role and its organisation, as far as the words say."""

    role: str | None = None
    organisation: str | None = None


class _Words(NamedTuple):
    """Words of `cues/roles.toml`.

    Attributes:
        named_last: "chief executive of the domestic abuse charity Safe Haven".
        remit: what a cabinet member is for, where "and" leads to more of it.
        field: what no organisation is called: "Chief Inspector of Prisons".
    """

    named_last: re.Pattern[str]
    remit: re.Pattern[str]
    field: re.Pattern[str]


@once
def _words(known: Knowledge) -> _Words:
    kinds, remits, fields = (
        any_of(known.words("roles", name))
        for name in ("kinds-of-organisations", "remits", "fields")
    )
    return _Words(
        re.compile(rf"^(?:[a-z’'-]+ ){{0,3}}(?:{kinds})\s+(?P<name>[A-Z].*)$"),
        re.compile(rf"\b(?:{remits})$"),
        re.compile(rf"(?:{fields})\b", re.IGNORECASE),
    )


class Descriptions:
    """Reads the words around the offices of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.text
        self.words = _words(story.reading.knowledge)
        self.mentions: Sequence[Mention] = story.reading.groups.get("people", ())

    def at(self, role: Mention, limit: int, *, joint: bool = False) -> Description:
        """A role's words with their complement, and its organisation.

        Args:
            role: the words of the office.
            limit: where its description ends at the latest.
            joint: whether one person beside it may hold a second one as well.
        """
        organisation = self._owner(role)
        end = role.end
        link = _COMPLEMENT.match(self.text, end) or _FIELD.match(self.text, end)
        if link and link.end() < limit:
            last = self._stop(link.end(), min(limit, link.end() + _REACH))
            last = self._before_another(link.end(), last)
            words = self.text[link.end() : last].rstrip()
            if len(words.split()) > _WORDS_OF_COMPLEMENT and "," not in words:
                words = _FURTHER_COMPLEMENT.split(words)[0]
            if role.label == "spokesperson" and words and not _NO_OWNER.match(link[0]):
                organisation = self._spoken_for(words, last)
            elif self._is_organisation(words) and not _NO_OWNER.match(link[0]):
                organisation = organisation or words
            elif self._is_field(words):
                field = self.words.named_last.search(words) or _NAMED_AT.search(words)
                organisation = field.group("name") if field else organisation
                kept = words[: field.start()] if field else words
                end = link.end() + len(kept) if kept else role.end
        if joint and end == role.end:
            end = self._further(end, limit)
        words = self.text[self._begin(role) : end]
        words = _NEW.sub("", " ".join(words.split()))
        return Description(words.removesuffix(" the"), organisation)

    def _begin(self, role: Mention) -> int:
        """Where a role's words begin: Domestic Abuse Commissioner."""
        before = self.before(role.start)
        if owned := self._field_owned(before, role):
            return owned[1].start
        if not before or before[-1].label != "person" or role.label != "office":
            return role.start
        apart = self.text[before[-1].end : role.start] != " "
        capital = self.text[role.start].isupper()
        named = before[-1].id or apart or not capital
        return role.start if named else before[-1].start

    def _further(self, end: int, limit: int) -> int:
        """Where a second office of the same person ends: principal and CEO."""
        joint = _AND.match(self.text, end, limit)
        following = self.beginning(joint.end()) if joint else ()
        for role in following:
            if joint and role.start == joint.end() and role.label == "office":
                return min(role.end, limit)
        return end

    def _is_organisation(self, words: str) -> bool:
        return words[:1].isupper() and not self.words.field.match(words)

    def _is_field(self, words: str) -> bool:
        """Whether a complement names a field: of operations, not of a home in Leeds."""
        indefinite = words.startswith(("a ", "an ", "one ", "another "))
        short = len(words.split()) <= _WORDS_OF_COMPLEMENT
        few = short or "," in words or self.words.named_last.match(words)
        return bool(words) and bool(few) and not indefinite

    def _spoken_for(self, words: str, end: int) -> str:
        """For whom somebody speaks; "the home's owner, Vale Care" is called by name."""
        if words[:1].islower():
            for mention in self.beginning(end):
                between = self.text[end : mention.start].strip()
                if between == "," and mention.label in NAMES - {"person"}:
                    return mention.key
        return words

    def _stop(self, start: int, end: int) -> int:
        """Where a complement ends: before a verb, a mark, a date or the next name."""
        stop = _STOP.search(self.text, start, end)
        if stop is None:
            return end
        if stop.group() != ",":
            return stop.start()
        row = _ROW.match(self.text, stop.start())
        if self.words.remit.search(self.text, start, stop.start()):
            row = row or _SMALL_ROW.match(self.text, stop.start())
        if row and self._names_somebody(row.start(), row.end()):
            row = None
        return row.end() if row else stop.start()

    def _before_another(self, start: int, end: int) -> int:
        """Where a complement ends before a second office: of a trust and principal."""
        for match in _AND.finditer(self.text, start, end):
            for role in self.beginning(match.end()):
                if role.start == match.end() and role.label == "office":
                    return match.start()
        return end

    def _names_somebody(self, start: int, end: int) -> bool:
        """Whether a row of capitals holds a person: of the home, and Ann Reed."""
        first = bisect_left(self.mentions, (start,))
        last = bisect_left(self.mentions, (end,))
        return any(m.label == "person" and m.id for m in self.mentions[first:last])

    def _owner(self, role: Mention) -> str | None:
        """The organisation named right before a role."""
        if its := _ITS.search(self.text, max(0, role.start - 8), role.start):
            return self._thing_before(its.start())
        before = self.before(role.start)
        if owned := self._field_owned(before, role):
            return owned[0].key
        if not before or before[-1].label not in {"organisation", "name"}:
            return None
        if role.label == "person-by-kin" and self._opens_sentence(before[-1]):
            return None  # "Fuming mum-of-one Ann Reed"
        between = self.text[before[-1].end : role.start]
        return before[-1].key if _OWNED.fullmatch(between) else None

    def _opens_sentence(self, name: Mention) -> bool:
        """Whether one word may have its capital from where it stands."""
        led = self.text[max(0, name.start - 8) : name.start].rstrip(" \u00a0")
        return name.label == "name" and (not led or led[-1] in '.!?:\n“"')

    def _field_owned(
        self, before: Sequence[Mention], role: Mention
    ) -> tuple[Mention, Mention] | None:
        """Whose, and of what: Labour's Home Affairs spokeswoman."""
        if len(before) < 2 or before[-2].label not in NAMES - {"person"}:  # noqa: PLR2004
            return None
        owner, field = before[-2:]
        owns = self.text[owner.end : field.start] in {"'s ", "’s ", "' ", "’ "}
        beside = self.text[field.end : role.start] == " "
        return (owner, field) if owns and beside and field.label in NAMES else None

    def _thing_before(self, offset: int) -> str | None:
        """The organisation named last, for a role that is "its"."""
        last = bisect_left(self.mentions, (offset,))
        for mention in reversed(self.mentions[max(0, last - _FURTHER) : last]):
            if mention.label == "organisation":
                return mention.key
        return None

    def until_stop(self, start: int) -> str:
        """The words up to a verb, a mark or a date."""
        stop = _STOP.search(self.text, start)
        return self.text[start : stop.start() if stop else len(self.text)].strip()

    def before(self, end: int) -> Sequence[Mention]:
        """The mentions that end shortly before an offset."""
        last = bisect_left(self.mentions, (end,))
        first = bisect_left(self.mentions, (end - _REACH,))
        return [m for m in self.mentions[first:last] if m.end <= end]

    def beginning(self, start: int) -> Sequence[Mention]:
        """The first mention from an offset on, if any."""
        first = bisect_left(self.mentions, (start,))
        return self.mentions[first : first + 1]
