"""Quotation marks → passages: what stands between outer marks, block by block.

A mark is read by the side on which the space is, then by its character: publishers
slip in the character far oftener than in the space. Straight, curly, doubled single
(`''`), backtick and low marks and guillemets are one family, *double*; single marks are
the other, and most of those are apostrophes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

_MARK = re.compile(
    r"""["“”„‟«»＂'‘’`‚‛‹´›]"""  # first a set, to which `re` skips by itself
    r"""(?:(?<=')'|(?<=`)`|(?<=´)´|(?<=["“”„‟«»＂])"""
    r"""|(?<=['‘’`‚‛‹])(?<![^\W_].)|(?<=['’´›])(?![^\W_]))"""  # not as in don't
)
_WORD = re.compile(r"\w+")
_LEFT_OF_OPENING = set("([{—–-/―")
_RIGHT_OF_CLOSING = set(".,;:!?)]}—–-…―/*")
_OPENING = set("“„‟«") | {"``"}
_CLOSING = set("”»")
_OPENING_SINGLE = set("‘‚‛‹`")
_SINGLE = frozenset("'‘’`‚‛‹›´")
_ANY = frozenset("\"“”„‟«»＂'‘’`‚‛‹›´")
_INTRODUCES = re.compile(r"[.!?…](?=\s+[A-Z][^.!?]{2,200}:\s*\Z)")
"""Before "Nina Kerr said:" and a mark: a mark before it was never closed."""
_SENTENCE_END = re.compile(r"[.!?…][)\]]?\s*$")
_BULLET = re.compile(r"[-–—*•·‣▪◦]\s+|\(?\w{1,3}[.)]\s+")
_FURTHER = 3
"""So many adverts or captions may stand between two paragraphs of one quotation."""


class Family(StrEnum):
    """What sort of marks enclose a passage."""

    DOUBLE = "double"
    SINGLE = "single"
    BLOCK = "block"
    """None: the page sets the block apart as a quotation."""


class Ending(StrEnum):
    """How a passage ends."""

    CLOSED = "closed"
    CARRIED = "carried"
    """Without a mark, since the next paragraph opens with one again."""
    UNCLOSED = "unclosed"


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands between outer marks, without them and without outer white space."""

    start: int
    end: int
    family: Family
    ending: Ending = Ending.CLOSED


class _Mark(NamedTuple):
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


def passages(
    text: str, paragraphs: Sequence[Paragraph], elisions: frozenset[str]
) -> Iterator[Passage]:
    """The passages of all paragraphs, in order.

    Args:
        text: the canonical text.
        paragraphs: its blocks, in order.
        elisions: words that lose their first letters to an apostrophe ('em, 'twas).
    """
    begun = False
    inside = 0
    for number, paragraph in enumerate(paragraphs):
        if inside:
            inside -= 1
            yield from _item(text, paragraph, elisions)
            continue
        marks = _marks(text, paragraph, elisions)
        found: list[Passage] = []
        close = _only_close(text, paragraph, marks) if begun else None
        if close:
            found = _passage(text, paragraph.start, close.start, Family.DOUBLE)
        elif marks:
            carries = _carries_on(text, Family.SINGLE, paragraphs, number)
            found = _pair(text, paragraph, marks, carries=carries)
            if found and found[-1].ending is Ending.UNCLOSED:
                found[-1:] = _settled(text, found[-1], paragraphs, number)
        begun = bool(found) and found[-1].ending is Ending.UNCLOSED
        if begun and text[found[-1].end - 1] == ":":
            inside = _items_inside(text, paragraphs, number, elisions)
        if inside:
            found[-1] = replace(found[-1], ending=Ending.CARRIED)
            begun = False
        if begun and _closes_next(text, paragraphs, number, elisions):
            found[-1] = replace(found[-1], ending=Ending.CARRIED)
        if paragraph.quotation and not found:
            found = [Passage(paragraph.start, paragraph.end, Family.BLOCK)]
        yield from found


def _items_inside(
    text: str,
    paragraphs: Sequence[Paragraph],
    number: int,
    elisions: frozenset[str],
) -> int:
    """How many items of a list belong to a quotation that a paragraph leaves open.

    The last of them closes it, or the paragraph after the list opens it again.
    """
    for count, item in enumerate(paragraphs[number + 1 :], 1):
        marks = [m for m in _marks(text, item, elisions) if not _is_single(m.char)]
        if not item.item:
            again = count > 1 and marks and marks[0].start == item.start
            return count - 1 if again else 0
        if _only_close(text, item, marks):
            return count
        if marks:
            return 0
    return 0


def _item(text: str, paragraph: Paragraph, elisions: frozenset[str]) -> list[Passage]:
    """An item of a list inside a quotation; its bullet is not said."""
    begin = paragraph.start
    if bullet := _BULLET.match(text, begin, paragraph.end):
        begin = bullet.end()
    close = _only_close(text, paragraph, _marks(text, paragraph, elisions))
    if close:
        return _passage(text, begin, close.start, Family.DOUBLE)
    return _passage(text, begin, paragraph.end, Family.DOUBLE, Ending.CARRIED)


def _only_close(
    text: str, paragraph: Paragraph, marks: Sequence[_Mark]
) -> _Mark | None:
    """The one double mark of a paragraph, where it closes what came before."""
    doubles = [mark for mark in marks if not _is_single(mark.char)]
    if len(doubles) != 1 or doubles[0].opens or not doubles[0].closes:
        return None
    rest = text[doubles[0].end : paragraph.end]
    return None if rest.strip(" .") else doubles[0]


def _closes_next(
    text: str,
    paragraphs: Sequence[Paragraph],
    number: int,
    elisions: frozenset[str],
) -> bool:
    """Whether the next paragraph goes on without a mark and ends with one."""
    following = paragraphs[number + 1 : number + 2]
    return bool(following) and (
        _only_close(text, following[0], _marks(text, following[0], elisions))
        is not None
    )


def _marks(text: str, paragraph: Paragraph, elisions: frozenset[str]) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
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
        single = _is_single(char)
        if not single and _is_set_off(text, start, end, paragraph):
            opens, closes = False, True
        if single and opens and _is_elision(text, end, elisions):
            continue
        if single and char in _OPENING_SINGLE and opens:
            closes = False
        marks.append(_Mark(start, end, char, opens, closes))
    return marks


def _is_set_off(text: str, start: int, end: int, paragraph: Paragraph) -> bool:
    """Whether a space parts a closing mark from the one before: 'no man's land' "."""
    if start - 2 < paragraph.start or not text[start - 1].isspace():
        return False
    after = text[end : min(end + 1, paragraph.end)]
    ends = not after or after.isspace() or after in ".,;:!?)"
    return text[start - 2] in _SINGLE and ends


def _is_single(char: str) -> bool:
    return len(char) == 1 and char in _SINGLE


def _is_elision(text: str, offset: int, elisions: frozenset[str]) -> bool:
    word = _WORD.match(text, offset)
    if word is None:
        return False
    written = word.group().lower()
    return written in elisions or bool(re.fullmatch(r"\d0s", written))


def _pair(
    text: str, paragraph: Paragraph, marks: Sequence[_Mark], *, carries: bool
) -> list[Passage]:
    """Passages of one paragraph; only the last may be unclosed.

    Where the next paragraph opens with a single mark (`carries`), a doubtful mark is
    rather an apostrophe than the end of a quotation.
    """
    found: list[Passage] = []
    place = 0
    while place < len(marks):
        mark = marks[place]
        if _is_single(mark.char):
            doubted = not (carries and _may_carry_on(text, paragraph, mark))
            close = (
                _closing_single(text, marks, place, doubted=doubted)
                if mark.opens
                else None
            )
            if close is not None:
                found += _passage(text, mark.end, marks[close].start, Family.SINGLE)
                place = close + 1
                continue
            if mark.opens and _may_carry_on(text, paragraph, mark):
                return [*found, *_unclosed(text, mark.end, paragraph, Family.SINGLE)]
            place += 1
            continue
        if not _opens_double(mark, is_open=False):
            place += 1
            continue
        pieces, place, closed = _double(text, marks, place, nested=True)
        if not closed:  # a slip rather than a nest: pair anew, without nests
            pieces, place, closed = _double(text, marks, place, nested=False)
        found += pieces
        if not closed:
            begun = marks[place].end
            return [*found, *_unclosed(text, begun, paragraph, Family.DOUBLE)]
        place += 1
    return found


def _double(
    text: str, marks: Sequence[_Mark], place: int, *, nested: bool
) -> tuple[list[Passage], int, bool]:
    """From an opening double mark to where it closes.

    Returns:
        the passages, more than one where a paragraph break was lost; the place of the
        closing mark, or of the last opening one; whether it closed.
    """
    found: list[Passage] = []
    first, depth, begun = place, 1, place
    for at in range(place + 1, len(marks)):
        mark = marks[at]
        if _is_single(mark.char):
            continue
        if not _opens_double(mark, is_open=True):
            depth -= 1
            if depth == 0:
                found += _passage(text, marks[begun].end, mark.start, Family.DOUBLE)
                return found, at, True
        elif depth == 1 and _SENTENCE_END.search(text, marks[begun].end, mark.start):
            found += _passage(
                text, marks[begun].end, mark.start, Family.DOUBLE, Ending.CARRIED
            )
            begun = at
        elif nested:
            depth += 1
        else:
            said = _INTRODUCES.search(text, marks[begun].end, mark.start)
            end = said.end() if said else mark.start
            found += _passage(
                text, marks[begun].end, end, Family.DOUBLE, Ending.UNCLOSED
            )
            begun = at
    last = marks[-1]
    slip = (
        depth == 1 and text[last.start - 1] in ".!?…," and _is_slip(marks[begun + 1 :])
    )
    if slip:
        found += _passage(text, marks[begun].end, last.start, Family.DOUBLE)
        return found, len(marks) - 1, True
    return ([], first, False) if nested else (found, begun, False)


def _is_slip(marks: Sequence[_Mark]) -> bool:
    """Whether the last mark is a single one for a double one, not a nest's own end."""
    last = marks[-1] if marks else None
    if last is None or not _is_single(last.char) or last.opens or not last.closes:
        return False
    singles = [mark for mark in marks[:-1] if _is_single(mark.char)]
    return not (singles and singles[-1].opens)


def _opens_double(mark: _Mark, *, is_open: bool) -> bool:
    if mark.opens != mark.closes:
        return mark.opens
    if mark.char in _OPENING:
        return True
    return mark.char not in _CLOSING and not is_open


_FUNCTION_WORD = re.compile(
    r"\s(?:a|an|and|are|as|at|because|but|by|for|from|had|has|have|he|her|his|if|in|"
    r"into|is|it|its|last|not|of|on|or|over|said|says|she|so|than|that|the|their|they|"
    r"this|to|was|we|were|when|which|while|who|will|with|would)\b"
)


def _closing_single(
    text: str, marks: Sequence[_Mark], place: int, *, doubted: bool
) -> int | None:
    """Place of the mark that closes a single one, or None: it was an apostrophe.

    `officers' work` closes nothing as long as a later mark can; where none can, it
    still may if `doubted`.
    """
    doubt: int | None = None
    inner = False
    for at in range(place + 1, len(marks)):
        mark = marks[at]
        if not _is_single(mark.char):
            inner = _opens_double(mark, is_open=inner)
            continue
        if inner:
            continue
        if mark.closes and not (mark.opens and mark.char in _OPENING_SINGLE):
            possessive = (
                text[mark.start - 1] in "sS"
                and text[mark.end : mark.end + 1].isspace()
                and text[mark.end + 1 : mark.end + 2].islower()
                and not _FUNCTION_WORD.match(text, mark.end)
            )
            if not possessive:
                return at
            doubt = at if doubt is None else doubt
        elif mark.opens:
            break
    return doubt if doubted else None


def _may_carry_on(text: str, paragraph: Paragraph, mark: _Mark) -> bool:
    """Whether a single mark that nothing closes may open a whole paragraph."""
    before = text[paragraph.start : mark.start].rstrip()
    return not before or before[-1] in ":,.!?"


def _passage(
    text: str,
    start: int,
    end: int,
    family: Family,
    ending: Ending = Ending.CLOSED,
) -> list[Passage]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return [Passage(start, end, family, ending)] if start < end else []


def _unclosed(
    text: str, start: int, paragraph: Paragraph, family: Family
) -> list[Passage]:
    return _passage(text, start, paragraph.end, family, Ending.UNCLOSED)


def _settled(
    text: str, passage: Passage, paragraphs: Sequence[Paragraph], number: int
) -> list[Passage]:
    """The passage a paragraph leaves open: carried on, unclosed, or no passage."""
    if _carries_on(text, passage.family, paragraphs, number):
        return [
            Passage(passage.start, passage.end, passage.family, Ending.CARRIED),
        ]
    if passage.family is Family.DOUBLE or _is_led_in(text, passage, paragraphs[number]):
        return [passage]
    return []


def _is_led_in(text: str, passage: Passage, paragraph: Paragraph) -> bool:
    """Whether a colon and a single mark begin speech though nothing closes it."""
    before = text[paragraph.start : passage.start].rstrip("'‘’ \u00a0")
    return before.endswith(":") and text[passage.end - 1] in ".!?…"


def _carries_on(
    text: str, family: Family, paragraphs: Sequence[Paragraph], number: int
) -> bool:
    for following in paragraphs[number + 1 : number + 2 + _FURTHER]:
        mark = _MARK.match(text, following.start, following.end)
        if mark:
            single = _is_single(mark.group())
            return single == (family is Family.SINGLE)
        if not following.aside:
            return False
    return False
