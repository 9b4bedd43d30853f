"""Blocks that the page put into the story: pointers, invitations, labels, banners."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline import knowledge
from pipeline.document import BlockType
from pipeline.readers.html.walk import Candidate

LINKED = 0.6
"""The share of a block in links from which on it only leads elsewhere."""
_SHORT = 300
"""Characters; no invitation is longer."""
_LONG_HEADING = 40
_QUOTATION = re.compile('[“"‘«]')
_EDGE = r"(?![\w’'-])"


class _Patterns:
    """The cue words of `furniture.toml`, compiled."""

    def __init__(self) -> None:
        words = knowledge.load().words
        pointer = any_of(words("furniture", "pointer"))
        self.points = re.compile(rf"\W*(?:{pointer}){_EDGE}(?P<mark>\s*[:|»>…]|\W*$)?")
        label = any_of(words("furniture", "label"))
        self.labels = re.compile(rf"(?:\W*(?:{label})(?![a-z])\W*){{1,6}}")
        invitation = any_of(words("furniture", "invitation"))
        self.invites = re.compile(rf"\W*(?:{invitation}){_EDGE}")
        follow = any_of(words("furniture", "follow"))
        platform = any_of(words("furniture", "platform"))
        self.follows = re.compile(rf"\W*(?:{follow}){_EDGE}.*\b(?:{platform})\b")
        self.consents = re.compile(any_of(words("furniture", "consent")))
        self.solicits = re.compile(any_of(words("furniture", "solicitation")))
        governing = any_of(words("furniture", "governs"))
        self.governs = re.compile(rf"\b(?:{governing})\b.*:\W*$")
        rights = any_of(words("furniture", "rights"))
        self.claims = re.compile(rf"\s*(?:©|(?:{rights}){_EDGE})")


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    return _Patterns()


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(
        re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+")
        for word in sorted(words, key=len, reverse=True)
    )


def link_share(candidate: Candidate) -> float:
    """How much of a block is in links, from 0 to 1."""
    return candidate.linked / len(candidate.text)


def governs(candidate: Candidate) -> bool:
    """Whether a block leads into a list that is the story's, links or not."""
    return bool(_patterns().governs.search(candidate.text.lower()))


def is_furniture(candidate: Candidate) -> bool:
    """Whether a block's own words say that it is none of the story's."""
    text = candidate.text.lower()
    known = _patterns()
    if len(text) <= _SHORT:
        if known.labels.fullmatch(text):
            return True
        pointer = known.points.match(text)
        if pointer and (pointer["mark"] is not None or link_share(candidate) > LINKED):
            return True
        if known.follows.match(text) and not _QUOTATION.search(text):
            return True
        if known.invites.match(text) or known.claims.match(text):
            return candidate.type is not BlockType.HEADING or len(text) > _LONG_HEADING
    if known.consents.search(text):
        return True
    return bool(known.solicits.search(text)) and not _QUOTATION.search(candidate.text)
