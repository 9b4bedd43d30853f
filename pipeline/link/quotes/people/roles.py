"""What a description says: the role, what it is of, and whose it is."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import BlockType, Role
from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses.noun_phrases import NAMES, ROLES
from pipeline.link.quotes.people.deeds import WHO, deeds
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
_OUTER = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?")
_FIELD = re.compile(r":\s+(?=[A-Z])(?=[^.:;“\"]{3,60},)")
"""Executive Director: Children's Services, said"""
_BEFORE_NAME = re.compile(r"(?:of|for|at|in)\s[^.;:\n()“”\"]+")
_DEFINITE = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|a|an)|['’]s?)\s+(?:[\w’'&-]+\s+){0,4}$",
    re.IGNORECASE,
)
_AT_START = re.compile(
    r"(?:^|[\n.!?:]\s*|\b(?:and|but|while)\s+)(?:\d[\d.]*\s+|But\s+|And\s+)?"
    r"(?:[A-Z][\w'’&-]*\s+(?:(?:of|and|the)\s+)?){0,6}$"
)
_OWNED = re.compile(
    r"[ \u00a0]*(?:\([^()]{1,40}\))?(?:['’]s?)?[ \u00a0]*"
    r"(?:new|former|then|current|own)?[ \u00a0]*"
)
_NOT_BETWEEN = re.compile(r"[,.;:\n()]|\b(?:said|says|who|whose|told|and)\b")
_ASIDE = re.compile(r"\s*+(?:\([^)\n]{0,200}+\)|,\s*+(?:aged\s++)?\d{1,3}\b(?=\s*+,))")
_TOOK_OVER = re.compile(rf"{WHO}\s+[^,.]{{0,60}}?\bas\s+(?:the\s+|its\s+|a\s+)?")
_WHO_IS = re.compile(
    rf"{WHO}\s+(?:[^,.]{{0,40}}?\sand\s)?(?:is|was|has been)\s+"
    r"(?:also\s+|now\s+)?(?:the\s+|an?\s+)?"
)
_COMMA = re.compile(r"\s*+,\s*")
_WAS = re.compile(r" (?:is|was) $")
_THE = re.compile(
    r"(?:^|[.!?:;\n]\s*)(?:The|Our|Its|Their)(?: new| acting| interim)? $"
)
_VERB = 5
"""Characters of " was ", between an office and who holds it."""
_BEGINS = (_TOOK_OVER, _WHO_IS, _COMMA)
"""What may lead from a name to its description."""
_OF_ORGANISATION = re.compile(r"(?:of|from|at|for)\s+(?:the\s+)?(?=[A-Z])")
_OF_HOUSE = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?=[A-Z])")
_REACH = 90
_FURTHER = 8
"""So many mentions back an "its" may look."""
_WORDS_OF_COMPLEMENT = 6
_WORDS_BEFORE_NAME = 9
_OF_ONE = frozenset({"office", "spokesperson", "person-by-kin"})


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


class Roles:
    """Reads the descriptions around the names of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.text
        known = story.reading.knowledge
        self.words = _words(known)
        self.deeds = deeds(known)
        self.ranks = known.cues["people"]["ranks"].word_set
        self.seats = known.cues["people"]["seats"].word_set
        self.mentions: Sequence[Mention] = story.reading.groups.get("people", ())

    def before_name(self, name: Mention) -> Description:
        """Northshire Police chief constable Ann Reed; its chair, Ann Reed."""
        role = self._ending_at(name.start) or self._which_was(name.start)
        return self.at(role, name.start, joint=True) if role else Description()

    def after_name(self, name: Mention) -> Description:
        """Ann Reed, chief constable of Northshire Police; Ann Reed, who chairs it."""
        end = name.end
        while aside := _ASIDE.match(self.text, end):
            end = aside.end()
        if self.deeds.led_it.match(self.text, end):
            return Description("lead inspector")
        if does := self.deeds.who_does.match(self.text, end):
            words = self._until_stop(does.end())
            held = self.deeds.roles[does.group("does")]
            if any(map(str.isupper, words)):
                return Description(held, words)
            return Description(f"{words} {held}" if words in self.deeds.led else held)
        begins = next(filter(None, (w.match(self.text, end) for w in _BEGINS)), None)
        if begins is None:
            return self._signed(end) or Description(None, self._house(end))
        if of := _OF_ORGANISATION.match(self.text, begins.end()):
            words = self._until_stop(of.end())
            return Description(None, words if " " in words else None)
        role = self._beginning_at(begins.end())
        return self.at(role, len(self.text), joint=True) if role else Description()

    def _house(self, end: int) -> str | None:
        """The organisation right after a name: Inspector Ann Reed of Saltby Police."""
        house = _OF_HOUSE.match(self.text, end)
        for mention in self._beginning(house.end()) if house else ():
            if house and mention.start == house.end():
                return mention.key if mention.label == "organisation" else None
        return None

    def _signed(self, end: int) -> Description | None:
        """An office right after the name in a line that says who spoke."""
        block = self.story.blocks[self.story.block_at(end - 1)]
        role = self._beginning_at(end + 1) if block.role is Role.CREDIT else None
        if role is None or role.start != end + 1:
            return None
        return self.at(role, block.end, joint=True)

    def rank(self, name: Mention) -> str | None:
        """The rank in a name's title: Det Ch Supt Ann Reed."""
        words = self.text[name.start : name.end].split()
        ranks = [w for w in words if w.rstrip(".").lower() in self.ranks]
        if not ranks and words[-1].isupper() and words[-1].lower() in self.seats:
            ranks = words[-1:]
        return " ".join(ranks) or None

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
        before = self._before(role.start)
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
        following = self._beginning(joint.end()) if joint else ()
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
            for mention in self._beginning(end):
                between = self.text[end : mention.start].strip()
                if between == "," and mention.label in NAMES - {"person"}:
                    return mention.key
        return words

    def _beginning(self, start: int) -> Sequence[Mention]:
        first = bisect_left(self.mentions, (start,))
        return self.mentions[first : first + 1]

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
            for role in self._beginning(match.end()):
                if role.start == match.end() and role.label == "office":
                    return match.start()
        return end

    def _names_somebody(self, start: int, end: int) -> bool:
        """Whether a row of capitals holds a person: of the home, and Ann Reed."""
        first = bisect_left(self.mentions, (start,))
        last = bisect_left(self.mentions, (end,))
        return any(m.label == "person" and m.id for m in self.mentions[first:last])

    def _until_stop(self, start: int) -> str:
        stop = _STOP.search(self.text, start)
        return self.text[start : stop.start() if stop else len(self.text)].strip()

    def _ending_at(self, end: int) -> Mention | None:
        """The role whose words, with what they are of, end just before a name."""
        found: Mention | None = None
        for mention in reversed(self._before(end)):
            if mention.label not in _OF_ONE:
                continue
            between = self.text[mention.end : end]
            if self._is_parted(mention.end, between):
                break
            is_it = between in (" is ", " was ") and self._begins_phrase(mention)
            between = "" if is_it else between.strip()
            apart = between.endswith(",")
            between = between.rstrip(", ").removesuffix("the").rstrip()
            joint = found is not None and self._belongs(mention, found)
            fits = joint or not between or bool(_BEFORE_NAME.fullmatch(between))
            too_far = between.count(" ") > _WORDS_BEFORE_NAME
            if not fits or too_far or ("," in between and not apart):
                if found is not None or too_far:
                    break
                continue
            if found is not None and not self._belongs(mention, found):
                break
            if not apart or self._begins_phrase(mention):
                found = mention  # the outer one: the chair, of "chair of governors"
        return found

    def _which_was(self, end: int) -> Mention | None:
        """As in "The lead inspector was Ann Reed"."""
        verb = _WAS.search(self.text, max(0, end - _VERB), end)
        if verb is None:
            return None
        for mention in self._before(verb.start())[-1:]:
            near = max(0, mention.start - _REACH)
            led = _THE.search(self.text, near, mention.start)
            if led and mention.end == verb.start() and mention.label in _OF_ONE:
                return mention
        return None

    def _is_parted(self, start: int, between: str) -> bool:
        """Whether a row, or a line that says who spoke, ends between role and name."""
        if "\n" not in between:
            return False
        block = self.story.blocks[self.story.block_at(start)]
        return block.role is Role.CREDIT or block.type is BlockType.TABLE_ROW

    def _belongs(self, outer: Mention, inner: Mention) -> bool:
        """Whether it is one description: chair of governors, principal and CEO."""
        between = self.text[outer.end : inner.start]
        joint = outer.label == inner.label == "office" and _AND.fullmatch(between)
        return bool(joint) or _OUTER.fullmatch(between) is not None

    def _begins_phrase(self, role: Mention) -> bool:
        """Whether a description has an article or an owner, or begins a sentence."""
        before = self.text[max(0, role.start - _REACH) : role.start]
        return bool(_DEFINITE.search(before) or _AT_START.search(before))

    def _before(self, end: int) -> Sequence[Mention]:
        last = bisect_left(self.mentions, (end,))
        first = bisect_left(self.mentions, (end - _REACH,))
        return [m for m in self.mentions[first:last] if m.end <= end]

    def _beginning_at(self, start: int) -> Mention | None:
        """The role that heads the apposition which begins here."""
        first = bisect_left(self.mentions, (start,))
        for role in self.mentions[first : first + 4]:
            between = self.text[start : role.start]
            if len(between) > _REACH or _NOT_BETWEEN.search(between):
                return None
            if role.label in ROLES and role.label not in {"voice", "group"}:
                return role
        return None

    def _owner(self, role: Mention) -> str | None:
        """The organisation named right before a role."""
        if its := _ITS.search(self.text, max(0, role.start - 8), role.start):
            return self._thing_before(its.start())
        before = self._before(role.start)
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
