"""People, organisations, roles, groups and pronouns: all who may be speaking."""

import re
from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.lexicon import Vocabulary
from pipeline.mentions.names import Names
from pipeline.mentions.text import Text
from pipeline.words.patterns import any_of

PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i"))
ROLES = ("office", "spokesperson", "group", "voice", "person-by-kin")
"""Cues of `roles.toml` whose words head a description; the first that fits wins."""


@component("people")
class People(Component):
    """Finds people.

    The label is `person`, `organisation`, `name` (either), `pronoun`, or the kind of
    role; the key the name without titles, the pronoun or the role's noun in lower
    case; the id is `f` or `m` where a title or a first name tells.
    """

    def __init__(self, known: Knowledge) -> None:
        self.names = Names(known)
        self.roles = _roles(known)
        self.kinds = {
            word.replace("-", " "): kind
            for kind in reversed(ROLES)
            for word in known.words("roles", kind)
        }
        self.parties = frozenset(known.words("roles", "parties"))
        self.surnames = frozenset(known.words("roles", "also-surnames"))

    def find(self, text: Text) -> Iterator[Found]:
        """The people of a text."""
        yield from self._found(text.written)
        yield from _pronouns(text)

    def _found(self, text: str) -> Iterator[Found]:
        windows: list[tuple[int, int]] = []
        begun = 0
        for match in self.roles.matches(text):
            head = " ".join(match.group("head").replace("’", "'").split())
            kind = self.kinds[head.replace("-", " ").replace("‑", " ")]
            start = self._without_organisation(text, match)
            start = max(start, _line_of(text, match))
            if kind in {"group", "voice"} and _is_part_of_a_name(text, match):
                continue
            if head in self.surnames and _is_surname(text, match):
                continue
            if head in self.names.male and self._is_first_name(text, match):
                continue
            if head in self.names.post and self._is_after_a_name(text, match):
                continue
            if head in self.names.titles and _is_title(text, match):
                continue
            yield start, match.end(), kind, head, ""
            windows.append((begun, start))
            begun = match.end()
        windows.append((begun, len(text)))
        for name in self.names.find(text, windows):
            yield name.start, name.end, name.kind, name.text, name.gender

    def _is_after_a_name(self, text: str, match: re.Match[str]) -> bool:
        """The MP of "Ann Reed MP" is part of the name, that of ", Saltby MP" a role."""
        if not _follows_name(text, match):
            return False
        place = _PLACE_AFTER_COMMA.search(
            text, max(0, match.start() - 40), match.start()
        )
        known = self.names.given
        return place is None or place[1].split()[0].lower() in known

    def _is_first_name(self, text: str, match: re.Match[str]) -> bool:
        """Whether Dean Reed is called so, unlike Dean Ann Reed or the Dean."""
        following = _CAPITAL_AFTER.match(text, match.end())
        if not text[match.start()].isupper() or following is None:
            return False
        return following[1].lower() not in self.names.given

    def _without_organisation(self, text: str, match: re.Match[str]) -> int:
        """Where a role begins: "Kent Police chief constable" gives Police back."""
        start, head = match.start(), match.start("head")
        while start < head and not _COMPOUND.match(text, start):
            word = _WORD.match(text, start, head)
            if word is None or not word.group()[0].isupper():
                break
            if not _CAPITAL_BEFORE.search(text, max(0, start - 40), start):
                break
            if word.group().lower() in self.parties:
                break
            noun = word.group().lower() in self.names.organisations
            if not noun and text[head].isupper():
                break
            start = word.end() + 1
        return start


_PLACE_AFTER_COMMA = re.compile(r"\w, ((?:[A-Z][\w’'-]+ ){1,3})$")
_CAPITAL_AFTER = re.compile(r" ([A-Z][\w’'-]+)")
_MOST = 12
"""Words before the noun of an office; nobody has as many."""
_WORD = re.compile(r"[\w’']+")
_CAPITAL_BEFORE = re.compile(
    r"(?<!\w)[A-Z][\w’'&-]*[ \u00a0](?:(?:of|for|and|&)[ \u00a0])?$"
)
_POSSESSIVE = re.compile(r"['’]s?\s$")
_COMPOUND = re.compile(r"police(?:,? fire)? and|police, fire", re.IGNORECASE)


def _pronouns(text: Text) -> Iterator[Found]:
    """The pronouns, unless all in capitals, or "I" small; none is parted from "Im"."""
    words, starts, ends = text.tokens.words, text.tokens.starts, text.tokens.ends
    for place in [at for at, word in enumerate(words) if word in PRONOUNS]:
        start, end = starts[place], ends[place]
        written, after = text.written[start:end], text.written[end : end + 1]
        if (written == "I" or written[1:].islower()) and not after.isalnum():
            yield start, end, "pronoun", words[place], ""


def _line_of(text: str, match: re.Match[str]) -> int:
    """Where a role begins that a line before it seems to begin: people / Chief."""
    border = text.rfind("\n", match.start(), match.start("head")) + 1
    return border if text[border].isupper() and text[match.start()].islower() else 0


def _is_part_of_a_name(text: str, match: re.Match[str]) -> bool:
    """The Federation in "Northshire Police Federation" is no group of its own."""
    if not text[match.start("head")].isupper():
        return False
    if match.start() != match.start("head") and text[match.start()].isupper():
        return True
    return bool(
        _CAPITAL_BEFORE.search(text, max(0, match.start() - 40), match.start())
    ) or bool(re.match(r" (?:of |for )?[A-Z]", text[match.end() : match.end() + 6]))


def _is_surname(text: str, match: re.Match[str]) -> bool:
    """Howard Dean; Dean said. But: Dean of the college, Judge Howard."""
    if not text[match.start()].isupper() or match.start() != match.start("head"):
        return False
    return not re.match(r" (?:of |for |[A-Z])", text[match.end() : match.end() + 6])


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Councillor Ann Reed has a title, local councillor Ann Reed an office."""
    named = text[match.end() : match.end() + 2]
    return text[match.start("head")].isupper() and named[1:].isupper()


def _follows_name(text: str, match: re.Match[str]) -> bool:
    """The MP of "Ann Reed MP" is part of the name; that of "MP Ann Reed" is a role."""
    named = _CAPITAL_BEFORE.search(text, max(0, match.start() - 40), match.start())
    following = text[match.end() : match.end() + 5]
    if named and _POSSESSIVE.search(named.group()):
        return False  # Saltby's MP
    return bool(named) and not re.match(r" (?:for |[A-Z])", following)


def _roles(known: Knowledge) -> Vocabulary:
    before, heads = known.words("roles", "before-a-role"), known.words("roles", *ROLES)
    described = rf"(?:(?:{any_of(before)})[\s-]){{,{_MOST}}}(?P<head>{any_of(heads)})"
    return Vocabulary((*before, *heads), rf"(?<![\w-]){described}(?![\w-])")
