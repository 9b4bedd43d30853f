"""Clauses of nouns: "..." was her verdict; the response of Kerr; her view is that."""

import re

from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.clauses.sources import Sources
from pipeline.link.quotes.story import Story
from pipeline.link.reading import Mention

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
_BESIDE = 40


class Nouns:
    """Reads the clauses that nouns of speaking make."""

    def __init__(self, story: Story, sources: Sources) -> None:
        self.story = story
        self.sources = sources

    def clause(self, cue: Mention, start: int, end: int) -> Clause | None:
        """A noun that somebody owns: "..." was her verdict."""
        text, stop, end = self.story.outside, end, cue.start
        match = _OWNER.search(text, max(start, end - 60), end)
        if match is None and (that := _TELLS_THAT.match(text, cue.end, stop)):
            return self._told(cue, start, that.end())
        if match is None and _INTRODUCES.match(text, cue.end):
            match = _HIS.search(text, max(start, end - 30), end)
        if match is None:
            return self._made(cue, start, stop)
        named = match.groupdict().get("lead", "").lower() == "in"  # in Kerr's words
        source = _possessive(match) or self.sources.after(*match.span("who"))
        return Clause(cue, source, like="according-to" if named else "")

    def _told(self, cue: Mention, start: int, that: int) -> Clause | None:
        """A noun whose content follows, up to `that`: The union's answer was that."""
        text, end = self.story.outside, cue.start
        told = cue._replace(end=that)
        if his := _HIS.search(text, max(start, end - _BESIDE), end):
            return Clause(told, _possessive(his), like="say")
        owned = _OWNED.search(text, max(start, end - _BESIDE), end)
        source = self.sources.before(start, owned.start()) if owned else None
        return Clause(told, source, like="say") if source else None

    def _made(self, cue: Mention, start: int, end: int) -> Clause | None:
        """A noun that comes from somebody: "..." was the response of Nina Kerr."""
        text = self.story.outside
        given = _GIVEN.search(text, max(start, cue.start - _BESIDE), cue.start)
        maker = _MAKER.match(text, cue.end, end) if given else None
        source = self.sources.after(maker.end(), end) if maker else None
        return Clause(cue, source, inverted=True) if source else None


def _possessive(match: re.Match[str]) -> Source | None:
    """Whom "his" stands for, where the owner of a noun is a pronoun."""
    pronoun = _OWNERS.get(match["who"].lower())
    if pronoun is None:
        return None
    head = Mention(*match.span("who"), "pronoun", pronoun, "")
    return Source(*head.extent, "pronoun", head, head.end)
