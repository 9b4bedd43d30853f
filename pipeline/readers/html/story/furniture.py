"""Blocks that the page put into the story: pointers, invitations, labels, banners."""

import re
from collections.abc import Iterable

from pipeline.document import BlockType
from pipeline.knowledge import Knowledge, once
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


class Furniture:
    """What blocks say of themselves, by the cue words of `furniture.toml`."""

    def __init__(self, known: Knowledge) -> None:
        words = known.words
        opening = any_of(words("furniture", *_OPENING))
        self._opens = re.compile(rf"\W*(?:©|{opening})")
        self._points = re.compile(
            rf"\W*{_starting(words('furniture', 'pointer'))}(?P<mark>\s*[:|»>…]|\W*$)?"
        )
        label = any_of(words("furniture", "label"))
        self._labels = re.compile(rf"(?:\W*(?:{label})(?![a-z])\W*){{1,6}}")
        self._invites = re.compile(rf"\W*{_starting(words('furniture', 'invitation'))}")
        follow = _starting(words("furniture", "follow"))
        platform = any_of(words("furniture", "platform"))
        self._follows = re.compile(rf"\W*{follow}.*\b(?:{platform})\b")
        consent, solicit = (words("furniture", x) for x in ("consent", "solicitation"))
        asks = any_of(words("furniture", "consent_verb"))
        near = rf"\b(?:{asks})\b[^.!?]{{0,{_BESIDE}}}\bcookies?\b"
        turned = rf"\bcookies?\b[^.!?]{{0,{_BESIDE}}}\b(?:{asks})\b"
        self._consents = re.compile(rf"{any_of(consent)}|{near}|{turned}")
        self._solicits = re.compile(any_of(solicit))
        signs = {"cookie", *(_sign(phrase) for phrase in (*consent, *solicit))}
        self._signs = tuple(s for s in signs if not any(o in s for o in signs - {s}))
        governing = any_of(words("furniture", "governs"))
        self._governs = re.compile(rf"\b(?:{governing})\b.*:\W*$")
        rights = _starting(words("furniture", "rights"))
        self._claims = re.compile(rf"\s*(?:©|{rights})")

    def points(self, candidate: Candidate) -> bool:
        """Whether a short block begins as those do that point to other stories."""
        text = candidate.text.lower()
        return len(text) <= _SHORT_LABEL and bool(self._points.match(text))

    def governs(self, candidate: Candidate) -> bool:
        """Whether a block leads into a list that is the story's, links or not."""
        return bool(self._governs.search(candidate.text.lower()))

    def holds(self, candidate: Candidate) -> bool:
        """Whether a block's own words say that it is none of the story's."""
        text = candidate.text.lower()
        if len(text) <= _SHORT and self._opens.match(text):
            if self._labels.fullmatch(text):
                return True
            pointer = self._points.match(text)
            alone = pointer and pointer["mark"] is not None
            if alone or (pointer and candidate.link_share > LINKED):
                return True
            if self._follows.match(text) and not _QUOTATION.search(text):
                return True
            if self._invites.match(text) or self._claims.match(text):
                is_heading = candidate.type is BlockType.HEADING
                return not is_heading or len(text) > _LONG_HEADING
        return any(map(text.__contains__, self._signs)) and self._asks(text)

    def _asks(self, text: str) -> bool:
        """Whether the page speaks of itself: its cookies, its newsletters."""
        if self._consents.search(text):
            return True
        return bool(self._solicits.search(text)) and not _QUOTATION.search(text)


@once
def furniture(known: Knowledge) -> Furniture:
    """The furniture that these data know, compiled once."""
    return Furniture(known)


def _sign(phrase: str) -> str:
    """The word that is looked for before the phrase is: its longest."""
    return max((word for word in phrase.split() if "'" not in word), key=len)


def _starting(words: Iterable[str]) -> str:
    """A pattern for any of the words where they end as words."""
    return rf"(?:{any_of(words)})(?:(?<!\w)|{_EDGE})"
