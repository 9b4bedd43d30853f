"""Plain text: the decoded input with its line ends folded, and nothing else changed."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipeline.document import (
    Block,
    BlockType,
    Document,
    Extent,
    Meta,
    Origin,
    Role,
    Run,
)
from pipeline.errors import EmptyInput, ReadError
from pipeline.knowledge import Knowledge
from pipeline.readers.dates import dateline
from pipeline.readers.decoding import decoded
from pipeline.readers.identity import document_id
from pipeline.readers.kinds import PLAIN, check_length
from pipeline.readers.opening import Opening, opening

_CRLF = re.compile(r"\r\n")
_LINE = re.compile(r"\S[^\n]*")
_HEADER = re.compile(r"\s{0,8}(date:? (\d{4})-(\d\d)-(\d\d))(?=\s)")
"""What a scraper may put before a text: the word and a day, ` date 2024-05-17 `."""

_HEAD_LINES, _TAIL_LINES = 12, 6
"""How far from either end of a text a line may say when it was published."""


def read(data: bytes, source: str, known: Knowledge) -> Document:
    """Every line that is not blank is a block; `segment` tells their types.

    Raises:
        EmptyInput: there is no text.
        ReadError: the text is damaged.
        LimitExceeded: more than `MAX_TEXT` characters.
    """
    raw = decoded(data, source)
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        cause = (
            f"a NUL character at {text.index(chr(0))}, so not plain text, or damaged"
        )
        raise ReadError(source, cause, "remove the NUL characters, or fetch it again")
    check_length(len(text), source)
    blocks = list(_blocks(text))
    if not blocks:
        raise EmptyInput(source, "there is no text in it", "fetch it again")
    blocks, dated = _with_datelines(text, blocks)
    over = opening(text, blocks, known)
    return Document(
        document_id(data),
        source,
        PLAIN,
        text,
        tuple(blocks),
        Meta(
            title=text[slice(*over.headline)] if over.headline else None,
            authors=over.authors,
            published=dated.day if dated else None,
            origins=dict(_origins(over, dated)),
        ),
        runs=tuple(_runs(raw)),
    )


def _runs(raw: str) -> Iterator[Run]:
    """The way back: both texts are the same but for folded pairs of line ends."""
    start = raw_start = 0
    for match in _CRLF.finditer(raw):
        end = start + match.start() - raw_start
        if end > start:
            yield Run(start, end, raw_start, match.start())
        yield Run(end, end + 1, *match.span())
        start, raw_start = end + 1, match.end()
    if raw_start < len(raw):
        yield Run(start, start + len(raw) - raw_start, raw_start, len(raw))


def _blocks(text: str) -> Iterator[Block]:
    """A block for each line; a scraper's header is a block of its own."""
    start = 0
    header = _HEADER.match(text)
    if header:
        yield Block(BlockType.PARAGRAPH, *header.span(1), role=Role.DATELINE)
        start = header.end(1)
    for match in _LINE.finditer(text, start):
        begin = match.start()
        yield Block(BlockType.PARAGRAPH, begin, begin + len(match[0].rstrip()))


class _Dated(NamedTuple):
    """A day of publication and where it stands."""

    day: date
    origin: Origin


def _origins(over: Opening, dated: _Dated | None) -> Iterator[tuple[str, Origin]]:
    """Where each of these stands."""
    if over.headline:
        yield "title", Origin("opening.is_headline", (over.headline,))
    if over.byline:
        yield "authors", Origin("bylines.authors_of", (over.byline,))
    if dated:
        yield "published", dated.origin


def _header_of(text: str) -> _Dated | None:
    """A scraper's header before the text: ` date 2023-04-13 `."""
    header = _HEADER.match(text)
    if not header:
        return None
    try:
        day = date(*map(int, header.group(2, 3, 4)))
    except ValueError:
        return None
    return _Dated(day, Origin("text.header_of", (Extent(*header.span(1)),)))


def _with_datelines(
    text: str, blocks: list[Block]
) -> tuple[list[Block], _Dated | None]:
    """Mark the lines that only say when a text was published, and read the day.

    A scraper's header wins over a labelled date ("Published: Sep 22 2022"), and this
    over a bare date near the top of the page.
    """
    labelled: _Dated | None = None
    bare: _Dated | None = None
    near = len(blocks) - _TAIL_LINES
    for index, block in enumerate(blocks):
        if _HEAD_LINES <= index < near or block.role is Role.DATELINE:
            continue
        found = dateline(text[block.start : block.end])
        if not found or (index >= _HEAD_LINES and not found.labelled):
            continue
        blocks[index] = Block(block.type, *block.extent, role=Role.DATELINE)
        dated = _Dated(found.day, Origin("dates.dateline", (block.extent,)))
        if found.labelled:
            labelled = labelled or dated
        else:
            bare = bare or dated
    return blocks, _header_of(text) or labelled or bare
