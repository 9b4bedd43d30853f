"""Quotation marks → passages: what stands between outer marks, block by block."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.mentions.marks import MARK, Mark, Paragraph, is_single, marks_of

_OPENING = set("“„‟«") | {"``"}
_CLOSING = set("”»")
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
        marks = marks_of(text, paragraph, elisions)
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
        marks = [m for m in marks_of(text, item, elisions) if not is_single(m.char)]
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
    close = _only_close(text, paragraph, marks_of(text, paragraph, elisions))
    if close:
        return _passage(text, begin, close.start, Family.DOUBLE)
    return _passage(text, begin, paragraph.end, Family.DOUBLE, Ending.CARRIED)


def _only_close(text: str, paragraph: Paragraph, marks: Sequence[Mark]) -> Mark | None:
    """The one double mark of a paragraph, where it closes what came before."""
    doubles = [mark for mark in marks if not is_single(mark.char)]
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
        _only_close(text, following[0], marks_of(text, following[0], elisions))
        is not None
    )


def _pair(
    text: str, paragraph: Paragraph, marks: Sequence[Mark], *, carries: bool
) -> list[Passage]:
    """Passages of one paragraph; only the last may be unclosed.

    Where the next paragraph opens with a single mark (`carries`), a doubtful mark is
    rather an apostrophe than the end of a quotation.
    """
    found: list[Passage] = []
    place = 0
    while place < len(marks):
        mark = marks[place]
        if is_single(mark.char):
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
    text: str, marks: Sequence[Mark], place: int, *, nested: bool
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
        if is_single(mark.char):
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


def _is_slip(marks: Sequence[Mark]) -> bool:
    """Whether the last mark is a single one for a double one, not a nest's own end."""
    last = marks[-1] if marks else None
    if last is None or not is_single(last.char) or last.opens or not last.closes:
        return False
    singles = [mark for mark in marks[:-1] if is_single(mark.char)]
    return not (singles and singles[-1].opens)


def _opens_double(mark: Mark, *, is_open: bool) -> bool:
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
    text: str, marks: Sequence[Mark], place: int, *, doubted: bool
) -> int | None:
    """Place of the mark that closes a single one, or None: it was an apostrophe.

    `officers' work` closes nothing as long as a later mark can; where none can, it
    still may if `doubted`.
    """
    doubt: int | None = None
    inner = False
    for at in range(place + 1, len(marks)):
        mark = marks[at]
        if not is_single(mark.char):
            inner = _opens_double(mark, is_open=inner)
            continue
        if inner:
            continue
        if mark.closes:
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


def _may_carry_on(text: str, paragraph: Paragraph, mark: Mark) -> bool:
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
        mark = MARK.match(text, following.start, following.end)
        if mark:
            single = is_single(mark.group())
            return single == (family is Family.SINGLE)
        if not following.aside:
            return False
    return False
