"""Slices of the raw page → the text a reader sees, with the way back.

Entities are decoded, white space is folded to single spaces, what is invisible (soft
hyphens, zero-width characters, inline tags) is left out: all before offsets exist.
"""

import re
from collections.abc import Sequence
from html import unescape

from pipeline.document import Run
from pipeline.readers.html.page.blocks import Slice
from pipeline.readers.html.page.tokens import INLINE_TAG

_INVISIBLE = "\0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb"
_SPACE = (
    "\t\n\v\f\r\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
)
_ENTITY = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
_PIECE = re.compile(
    rf"(?P<plain>(?:[^<&\x20{_SPACE}{_INVISIBLE}]++|\x20(?![\x20{_SPACE}])"
    rf"|(?!{INLINE_TAG}|{_ENTITY})[<&])+)"
    rf"|(?P<tag>{INLINE_TAG})"
    rf"|(?P<entity>{_ENTITY})"
    rf"|(?P<space>[\x20{_SPACE}]+)"
    rf"|(?P<nothing>[{_INVISIBLE}]+)",
    re.DOTALL,
)
"""What a stretch is made of, without gaps; most are one plain piece."""
_ONE_ENTITY = re.compile(_ENTITY)
_NEXT_ELEMENT = re.compile(r"</\w+\s*>\s*<\w")
_GONE = re.compile(f"[{_INVISIBLE}]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x9f\ufffe\uffff]")


class _Text:
    """Text that grows, never with two spaces in a row or one at the start."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.spaced = True
        self.raw_end = -1

    def add(self, raw: str, shown: str, start: int, end: int) -> None:
        if 0 <= self.raw_end < start and not self.spaced:
            self._part(raw, shown, start)
        self.raw_end = end
        if self.spaced and shown.startswith(" "):
            if len(shown) == end - start:
                start += 1
            shown = shown[1:]
        if not shown:
            return
        self.parts.append(shown)
        self.runs.append(Run(self.length, self.length + len(shown), start, end))
        self.length += len(shown)
        self.spaced = shown.endswith(" ")

    def _part(self, raw: str, shown: str, start: int) -> None:
        """A space between elements that only their style keeps apart: "SafeGood"."""
        if self.parts[-1][-1].islower() and shown[:1].isupper():
            between = raw[self.raw_end : start]
            if _NEXT_ELEMENT.search(between):
                self.parts.append(" ")
                self.runs.append(Run(self.length, self.length + 1, self.raw_end, start))
                self.length += 1
                self.spaced = True


def folded(raw: str, slices: Sequence[Slice]) -> tuple[str, tuple[Run, ...], int]:
    """What some slices show.

    Returns:
        the text; for each stretch of it the raw stretch behind; and how many of its
        characters are in links.
    """
    if len(slices) == 1 and (plain := _plain(raw, slices[0])):
        return plain
    text = _Text()
    linked = 0
    for start, end, shown, in_link in slices:
        before = text.length
        if shown is None:
            _fold(text, raw, start, end)
        else:
            text.add(raw, shown, start, end)
        if in_link:
            linked += text.length - before
    return *_trimmed(text), linked


def _plain(raw: str, piece: Slice) -> tuple[str, tuple[Run, ...], int] | None:
    """What a slice shows whose words are its own, but for the space around them."""
    start, end, shown, in_link = piece
    if shown is not None:
        return None
    words = raw[start:end]
    if words[:1].isspace() or words[-1:].isspace():
        end = start + len(words.rstrip())
        start += len(words) - len(words.lstrip())
        words = raw[start:end]
    if not words or "&" in words or not _is_even(words):
        return None
    return words, (Run(0, len(words), start, end),), len(words) * in_link


def _is_even(words: str) -> bool:
    """Whether no tag is in some words, nothing invisible, and single spaces alone."""
    if "<" in words or ("\0" in words if words.isascii() else _GONE.search(words)):
        return False
    return " ".join(words.split()) == words


def _fold(text: _Text, raw: str, start: int, end: int) -> None:
    """Add what a stretch of the raw page shows."""
    words = raw[start:end]
    if not _is_even(f"|{words}|"):  # a space at its edges is none too many
        _fold_pieces(text, raw, start, end)
    elif "&" not in words:
        text.add(raw, words, start, end)
    else:
        for entity in _ONE_ENTITY.finditer(raw, start, end):
            if entity.start() > start:
                text.add(raw, raw[start : entity.start()], start, entity.start())
            start = entity.end()
            text.add(raw, _decoded(entity[0]), *entity.span())
        if end > start:
            text.add(raw, raw[start:end], start, end)


def _fold_pieces(text: _Text, raw: str, start: int, end: int) -> None:
    for piece in _PIECE.finditer(raw, start, end):
        match piece.lastgroup:
            case "plain":
                text.add(raw, piece[0], *piece.span())
            case "space":
                text.add(raw, " ", *piece.span())
            case "entity":
                text.add(raw, _decoded(piece[0]), *piece.span())


def _decoded(entity: str) -> str:
    """What an entity shows: a space for all kinds of them, nothing for soft hyphens."""
    shown = _CONTROL.sub("", _GONE.sub("", unescape(entity)))
    return " " if shown.isspace() else shown


def _trimmed(text: _Text) -> tuple[str, tuple[Run, ...]]:
    """Without the space at its end."""
    words = "".join(text.parts)
    if words.endswith(" "):
        words = words[:-1]
        last = text.runs.pop()
        if last.end - 1 > last.start:
            width = last.end - last.start
            exact = last.raw_end - last.raw_start == width
            raw_end = last.raw_end - 1 if exact else last.raw_end
            text.runs.append(Run(last.start, last.end - 1, last.raw_start, raw_end))
    return words, tuple(text.runs)
