"""Which description goes with a name: before it, after it, in its title."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.document import BlockType, Role
from pipeline.link.quotes.clauses.noun_phrases import ONE, ROLES
from pipeline.link.quotes.people.deeds import WHO, deeds
from pipeline.link.quotes.people.descriptions import Description, Descriptions
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

_AND = re.compile(r"\s+(?:and|&)\s+")
_OUTER = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?")
_BEFORE_NAME = re.compile(r"(?:of|for|at|in)\s[^.;:\n()“”\"]+")
_DEFINITE = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|a|an)|['’]s?)\s+(?:[\w’'&-]+\s+){0,4}$",
    re.IGNORECASE,
)
_AT_START = re.compile(
    r"(?:^|[\n.!?:]\s*|\b(?:and|but|while)\s+)(?:\d[\d.]*\s+|But\s+|And\s+)?"
    r"(?:[A-Z][\w'’&-]*\s+(?:(?:of|and|the)\s+)?){0,6}$"
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
_WORDS_BEFORE_NAME = 9


class Roles:
    """Finds the descriptions beside the names of a story."""

    def __init__(self, story: Story, descriptions: Descriptions) -> None:
        self.story = story
        self.text = story.text
        self.descriptions = descriptions
        known = story.reading.knowledge
        self.deeds = deeds(known)
        self.ranks = known.cues["people"]["ranks"].word_set
        self.seats = known.cues["people"]["seats"].word_set
        self.mentions: Sequence[Mention] = story.reading.groups.get("people", ())

    def before_name(self, name: Mention) -> Description:
        """Northshire Police chief constable Ann Reed; its chair, Ann Reed."""
        role = self._ending_at(name.start) or self._which_was(name.start)
        return self._of(role, name.start)

    def after_name(self, name: Mention) -> Description:
        """Ann Reed, chief constable of Northshire Police; Ann Reed, who chairs it."""
        end = name.end
        while aside := _ASIDE.match(self.text, end):
            end = aside.end()
        if self.deeds.led_it.match(self.text, end):
            return Description("lead inspector")
        if does := self.deeds.who_does.match(self.text, end):
            words = self.descriptions.until_stop(does.end())
            held = self.deeds.roles[does.group("does")]
            if any(map(str.isupper, words)):
                return Description(held, words)
            return Description(f"{words} {held}" if words in self.deeds.led else held)
        begins = next(filter(None, (w.match(self.text, end) for w in _BEGINS)), None)
        if begins is None:
            return self._signed(end) or Description(None, self._house(end))
        if of := _OF_ORGANISATION.match(self.text, begins.end()):
            words = self.descriptions.until_stop(of.end())
            return Description(None, words if " " in words else None)
        role = self._beginning_at(begins.end())
        return self._of(role, len(self.text))

    def _of(self, role: Mention | None, limit: int) -> Description:
        """What the words around an office of one person say, if there is one."""
        if role is None:
            return Description()
        return self.descriptions.at(role, limit, joint=True)

    def _house(self, end: int) -> str | None:
        """The organisation right after a name: Inspector Ann Reed of Saltby Police."""
        house = _OF_HOUSE.match(self.text, end)
        for mention in self.descriptions.beginning(house.end()) if house else ():
            if house and mention.start == house.end():
                return mention.key if mention.label == "organisation" else None
        return None

    def _signed(self, end: int) -> Description | None:
        """An office right after the name in a line that says who spoke."""
        block = self.story.blocks[self.story.block_at(end - 1)]
        role = self._beginning_at(end + 1) if block.role is Role.CREDIT else None
        if role is None or role.start != end + 1:
            return None
        return self.descriptions.at(role, block.end, joint=True)

    def rank(self, name: Mention) -> str | None:
        """The rank in a name's title: Det Ch Supt Ann Reed."""
        words = self.text[name.start : name.end].split()
        ranks = [w for w in words if w.rstrip(".").lower() in self.ranks]
        if not ranks and words[-1].isupper() and words[-1].lower() in self.seats:
            ranks = words[-1:]
        return " ".join(ranks) or None

    def _ending_at(self, end: int) -> Mention | None:
        """The role whose words, with what they are of, end just before a name."""
        found: Mention | None = None
        for mention in reversed(self.descriptions.before(end)):
            if mention.label not in ONE:
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
        for mention in self.descriptions.before(verb.start())[-1:]:
            near = max(0, mention.start - _REACH)
            led = _THE.search(self.text, near, mention.start)
            if led and mention.end == verb.start() and mention.label in ONE:
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
