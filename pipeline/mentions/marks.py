"""Quotation marks: which characters are some, and which of them open or close.

A mark is read by the side on which the space is, then by its character: publishers
slip in the character far oftener than in the space. Straight, curly, doubled single
(`''`), backtick and low marks and guillemets are one family, *double*; single marks are
the other, and most of those are apostrophes.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

MARK = re.compile(
    r"""["“”„‟«»＂'‘’`‚‛‹´›]"""  # first a set, to which `re` skips by itself
    r"""(?:(?<=')'|(?<=`)`|(?<=´)´|(?<=["“”„‟«»＂])"""
    r"""|(?<=['‘’`‚‛‹])(?<![^\W_].)|(?<=['’´›])(?![^\W_]))"""  # not as in don't
)
_WORD = re.compile(r"\w+")
_LEFT_OF_OPENING = set("([{—–-/―")
_RIGHT_OF_CLOSING = set(".,;:!?)]}—–-…―/*")
_OPENING_SINGLE = set("‘‚‛‹`")
_SINGLE = frozenset("'‘’`‚‛‹›´")
_ANY = frozenset("\"“”„‟«»＂'‘’`‚‛‹›´")


class Mark(NamedTuple):
    """A quotation mark, and what the characters beside it let it do."""

    start: int
    end: int
    char: str
    opens: bool
    closes: bool


@dataclass(slots=True)
class Paragraph:
    """A block as far as marks are concerned.

    Attributes:
        aside: an advert or a caption, over which a quotation may carry on.
        item: of a list.
        quotation: the page itself says that it is one.
    """

    start: int
    end: int
    aside: bool = False
    quotation: bool = False
    item: bool = False


def marks_of(text: str, paragraph: Paragraph, elisions: frozenset[str]) -> list[Mark]:
    """The marks of a paragraph, apostrophes inside words and elisions left out."""
    marks: list[Mark] = []
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        left = text[start - 1] if start > paragraph.start else ""
        right = text[end] if end < paragraph.end else ""
        char = match.group()
        opens = (
            not left
            or left.isspace()
            or left in _LEFT_OF_OPENING
            or (left in _ANY and bool(marks) and marks[-1].opens)
        ) and not (not right or right.isspace())
        closes = bool(left and not left.isspace()) and (
            not right or right.isspace() or right in _RIGHT_OF_CLOSING or right in _ANY
        )
        single = is_single(char)
        if _is_set_off(text, start, end, paragraph):
            opens, closes = False, True
        if single and opens and _is_elision(text, end, elisions):
            continue
        if single and char in _OPENING_SINGLE and opens:
            closes = False
        marks.append(Mark(start, end, char, opens, closes))
    return marks


def _is_set_off(text: str, start: int, end: int, paragraph: Paragraph) -> bool:
    """Whether a space parts a closing mark from the one before: 'no man's land' "."""
    if start - 2 < paragraph.start or not text[start - 1].isspace():
        return False
    single = is_single(text[start:end])
    after = text[end : min(end + 1, paragraph.end)]
    ends = not after or after.isspace() or after in ".,;:!?)"
    inner = text[start - 2] in _ANY and (text[start - 2] in _SINGLE) != single
    return inner and ends


def is_single(char: str) -> bool:
    """Whether it is of the family of which most are apostrophes."""
    return len(char) == 1 and char in _SINGLE


def _is_elision(text: str, offset: int, elisions: frozenset[str]) -> bool:
    word = _WORD.match(text, offset)
    if word is None:
        return False
    written = word.group().lower()
    return written in elisions or bool(re.fullmatch(r"\d0s", written))
