"""Blocks that the page put into the story: pointers, invitations, labels, banners."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline import knowledge
from pipeline.document import BlockType
from pipeline.readers.html.page.blocks import LINKED, Candidate
from pipeline.words.patterns import any_of

_SHORT = 300
"""Characters; no invitation is longer."""
_BESIDE = 40
"""Characters between the word cookies and a verb of consent."""
_LONG_HEADING = 40
_SHORT_LABEL = 60
_QUOTATION = re.compile('[“"‘«]')
_EDGE = r"(?![\w’'-])"
_OPENING = ("pointer", "label", "follow", "invitation", "rights")
"""Cues that stand where a block begins, if anywhere."""


class _Patterns:
    """The cue words of `furniture.toml`, compiled."""

    def __init__(self) -> None:
        words = knowledge.load().words
        opening = any_of(words("furniture", *_OPENING))
        self.opens = re.compile(rf"\W*(?:©|{opening})")
        self.points = re.compile(
            rf"\W*{_starting(words('furniture', 'pointer'))}(?P<mark>\s*[:|»>…]|\W*$)?"
        )
        label = any_of(words("furniture", "label"))
        self.labels = re.compile(rf"(?:\W*(?:{label})(?![a-z])\W*){{1,6}}")
        self.invites = re.compile(rf"\W*{_starting(words('furniture', 'invitation'))}")
        follow = _starting(words("furniture", "follow"))
        platform = any_of(words("furniture", "platform"))
        self.follows = re.compile(rf"\W*{follow}.*\b(?:{platform})\b")
        consent, solicit = (words("furniture", x) for x in ("consent", "solicitation"))
        asks = any_of(words("furniture", "consent_verb"))
        near = rf"\b(?:{asks})\b[^.!?]{{0,{_BESIDE}}}\bcookies?\b"
        turned = rf"\bcookies?\b[^.!?]{{0,{_BESIDE}}}\b(?:{asks})\b"
        self.consents = re.compile(rf"{any_of(consent)}|{near}|{turned}")
        self.solicits = re.compile(any_of(solicit))
        signs = {"cookie", *(_sign(phrase) for phrase in (*consent, *solicit))}
        self.signs = tuple(s for s in signs if not any(o in s for o in signs - {s}))
        governing = any_of(words("furniture", "governs"))
        self.governs = re.compile(rf"\b(?:{governing})\b.*:\W*$")
        rights = _starting(words("furniture", "rights"))
        self.claims = re.compile(rf"\s*(?:©|{rights})")


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    return _Patterns()


def _sign(phrase: str) -> str:
    """The word that is looked for before the phrase is: its longest."""
    return max((word for word in phrase.split() if "'" not in word), key=len)


def _starting(words: Iterable[str]) -> str:
    """A pattern for any of the words where they end as words."""
    return rf"(?:{any_of(words)})(?:(?<!\w)|{_EDGE})"


def points(candidate: Candidate) -> bool:
    """Whether a short block begins as those do that point to other stories."""
    text = candidate.text.lower()
    return len(text) <= _SHORT_LABEL and bool(_patterns().points.match(text))


def governs(candidate: Candidate) -> bool:
    """Whether a block leads into a list that is the story's, links or not."""
    return bool(_patterns().governs.search(candidate.text.lower()))


def is_furniture(candidate: Candidate) -> bool:
    """Whether a block's own words say that it is none of the story's."""
    text = candidate.text.lower()
    known = _patterns()
    if len(text) <= _SHORT and known.opens.match(text):
        if known.labels.fullmatch(text):
            return True
        pointer = known.points.match(text)
        if pointer and (pointer["mark"] is not None or candidate.link_share > LINKED):
            return True
        if known.follows.match(text) and not _QUOTATION.search(text):
            return True
        if known.invites.match(text) or known.claims.match(text):
            return candidate.type is not BlockType.HEADING or len(text) > _LONG_HEADING
    return any(map(text.__contains__, known.signs)) and _asks(text, known)


def _asks(text: str, known: _Patterns) -> bool:
    """Whether the page speaks of itself: its cookies, its newsletters."""
    if known.consents.search(text):
        return True
    return bool(known.solicits.search(text)) and not _QUOTATION.search(text)
