"""What is written: one canonical text, its blocks and sections, and where it came from.

Every offset in this package is a half-open pair of Unicode code points into
`Document.text`. Offsets are made here and nowhere else, after all normalising;
nothing edits the text afterwards.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, Self

from pipeline.issues import Issue

SEPARATOR = "\n\n"
"""Between two blocks of a text that is laid out from pieces."""
CELL_SEPARATOR = "\t"
"""Between two cells of a table row."""


def lowered(text: str) -> str:
    """The text in lower case, each character in its place: "İ" would become two.

    To search it is three times as fast as to ignore case in an alternation.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


class Extent(NamedTuple):
    """Where something stands: half-open characters into `Document.text`."""

    start: int
    end: int

    def covers(self, other: "Extent | tuple[int, int]") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other[0] and other[1] <= self.end


class Mention(NamedTuple):
    """A name, number or word in its place, and what it stands for.

    The first two fields are those of an `Extent`: half-open characters.

    Attributes:
        label: its kind.
        key: its value.
        id: a further key.
    """

    start: int
    end: int
    label: str
    key: str
    id: str

    @property
    def extent(self) -> Extent:
        """Where it stands."""
        return Extent(self.start, self.end)


class BlockType(StrEnum):
    """What a block of text is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"


class Role(StrEnum):
    """Whether a block belongs to the story or to the page around it."""

    BODY = "body"
    DATELINE = "dateline"
    """The header ` date YYYY-MM-DD ` that scrapers put before a text."""
    CREDIT = "credit"
    """Who said the quotation beside it: its signature, no sentence of the story."""
    FURNITURE = "furniture"
    """Related links, sharing, newsletters, contents, running headers and footers."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The rule that tells a field, its words, and what is said outside the text."""

    rule: str
    evidence: tuple[Extent, ...] = ()
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """What a source says of itself; None or empty where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    url: str | None = None
    language: str | None = "en"
    origins: Mapping[str, Origin] = field(default_factory=dict)


class Run(NamedTuple):
    """A stretch of a piece's text and the stretch of the raw source behind it.

    `raw_start` and `raw_end` count characters of the source as received, decoded,
    without its byte order mark.
    Where both stretches have the same length they correspond one to one; else the
    whole stands for the whole (an entity, folded white space).
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def is_exact(self) -> bool:
        """Whether the characters of both stretches correspond one to one."""
        return self.end - self.start == self.raw_end - self.raw_start


class Line(NamedTuple):
    """A printed line of a piece: where on which page it stands.

    `start` and `end` count characters of the piece's (later: the document's) text;
    the box is in PDF points from the page's lower left corner.
    """

    start: int
    end: int
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as a reader delivers it, its white space already normalised.

    Attributes:
        text: what is written; for a table row the cells joined by `CELL_SEPARATOR`.
        level: 1 to 6 for a heading, the depth from 1 for a list item, else None.
        cells: the cells of a table row.
        headers: the column headers of these cells, where the table has them.
        page: counted from 1, where the source has pages.
        runs: the way back to the raw source, in order.
        lines: the way back to the printed page, in order.
    """

    text: str
    type: BlockType = BlockType.PARAGRAPH
    level: int | None = None
    cells: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    page: int | None = None
    role: Role = Role.BODY
    runs: tuple[Run, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A piece in its place: `cells` are now extents into `Document.text`.

    Attributes:
        printed: what its page marks it as, where `segment` reads it as something
            else (a paragraph that is an item of a list); records say what is printed.
    """

    type: BlockType
    start: int
    end: int
    level: int | None = None
    page: int | None = None
    role: Role = Role.BODY
    cells: tuple[Extent, ...] = ()
    headers: tuple[str, ...] = ()
    printed: BlockType | None = None

    @property
    def extent(self) -> Extent:
        """Start and end as one value."""
        return Extent(self.start, self.end)


class SectionKind(StrEnum):
    """What a section's heading says of what stands under it."""

    LEAD = "lead"
    """Before the first heading."""
    STRENGTHS = "strengths"
    """"What is X doing well?": the better half of the scale."""
    WEAKNESSES = "weaknesses"
    """"Where must X improve?": the worse half of the scale."""
    STATEMENT = "statement"
    """A statement printed in full; `Section.subject` names whose."""
    DEFINITIONS = "definitions"
    """Notes on the scale, notes to editors: grades here belong to nobody."""
    RECOMMENDATIONS = "recommendations"
    """Recommendations, areas for improvement, causes of concern."""
    FURNITURE = "furniture"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of any level.

    A heading that says nothing of its own has the kind of the one it stands under.

    Attributes:
        heading: index of the heading's block; None for what precedes the first, and
            where a story resumes after a box of links.
        level: the heading's level, None where there is no heading.
        blocks: indices of its blocks, the heading included: `blocks[0]:blocks[1]`.
        subject: the heading's words that name whose statement it is, or None.
    """

    kind: SectionKind
    start: int
    end: int
    blocks: tuple[int, int]
    heading: int | None = None
    level: int | None = None
    subject: Extent | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Items that stand together, with or without bullets, and what leads into them.

    Attributes:
        items: indices of the blocks, in order.
        lead_in: index of the block that introduces them, just before ("The areas
            were:", a heading) or just after ("These were the gradings."), or None.
    """

    items: tuple[int, ...]
    lead_in: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source, read: immutable; later stages return changed copies, never texts.

    Attributes:
        id: `sha256:` and the digest of the bytes as received.
        source: the path, address or name it was asked for by.
        sections: filled by `segment`; they cover the text without gaps.
        listings: filled by `segment`.
        runs: the way back to the raw source, offsets into `text`, sorted.
        lines: the way back to printed pages, offsets into `text`, sorted.
        dropped: furniture that the reader left out of the text, as it stood.
        issues: what the reader found amiss.
    """

    id: str
    source: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    meta: Meta = Meta()
    sections: tuple[Section, ...] = ()
    listings: tuple[Listing, ...] = ()
    runs: tuple[Run, ...] = field(default=(), repr=False)
    lines: tuple[Line, ...] = field(default=(), repr=False)
    dropped: tuple[str, ...] = field(default=(), repr=False)
    issues: tuple[Issue, ...] = ()

    @classmethod
    def from_pieces(  # noqa: PLR0913 - a document has these parts
        cls,
        pieces: Sequence[Piece],
        *,
        id: str,  # noqa: A002 - the record's own word
        source: str,
        media_type: str,
        meta: Meta = Meta(),
        dropped: Sequence[str] = (),
        issues: Sequence[Issue] = (),
    ) -> Self:
        """Lay pieces end to end, a blank line between them, and count their offsets."""
        blocks: list[Block] = []
        runs: list[Run] = []
        lines: list[Line] = []
        offset = 0
        for piece in pieces:
            blocks.append(_block(piece, offset))
            runs += [Run(a + offset, b + offset, c, d) for a, b, c, d in piece.runs]
            lines += [
                Line(line[0] + offset, line[1] + offset, *line[2:])
                for line in piece.lines
            ]
            offset = blocks[-1].end + len(SEPARATOR)
        return cls(
            id=id,
            source=source,
            media_type=media_type,
            text=SEPARATOR.join(piece.text for piece in pieces),
            blocks=tuple(blocks),
            meta=meta,
            runs=tuple(runs),
            lines=tuple(lines),
            dropped=tuple(dropped),
            issues=tuple(issues),
        )

    def __post_init__(self) -> None:
        for before, after in pairwise(self.blocks):
            if after.start < before.end:
                raise ValueError(f"blocks overlap: {before} and {after}")

    def words(self, extent: tuple[int, int]) -> str:
        """The text of an extent."""
        return self.text[extent[0] : extent[1]]

    def page(self, offset: int) -> int | None:
        """The page on which words at this offset begin, where the source has pages."""
        line = bisect_right(self.lines, offset, key=lambda each: each.start) - 1
        if line >= 0 and offset < self.lines[line].end:
            return self.lines[line].page
        place = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[place].page if place >= 0 else None

    def raw_span(self, start: int, end: int) -> Extent | None:
        """The stretch of the raw source that shows the text from `start` to `end`.

        Returns:
            half-open characters into the source as received and decoded, without its
            byte order mark; None where nothing in the source stands behind the words.
        """
        first = bisect_right(self.runs, start, key=lambda run: run.end)
        last = bisect_left(self.runs, end, key=lambda run: run.start) - 1
        if start >= end or first > last:
            return None
        opening, closing = self.runs[first], self.runs[last]
        before = max(start - opening.start, 0) if opening.is_exact else 0
        after = max(closing.end - end, 0) if closing.is_exact else 0
        return Extent(opening.raw_start + before, closing.raw_end - after)

    def box(self, extent: tuple[int, int]) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of its printed lines on its first page.

        In points from the page's lower left corner; None where nothing is printed.
        """
        if not self.lines:
            return None
        first = bisect_right(self.lines, extent[0], key=lambda line: line.end)
        last = bisect_left(self.lines, extent[1], key=lambda line: line.start)
        lines = [
            line
            for line in self.lines[first:last]
            if line.page == self.lines[first].page
        ]
        if not lines:
            return None
        return (
            min(line.left for line in lines),
            min(line.bottom for line in lines),
            max(line.right for line in lines),
            max(line.top for line in lines),
        )


def _block(piece: Piece, start: int) -> Block:
    """A piece where it is laid down."""
    end = start + len(piece.text)
    cells = tuple(_cells(piece, start))
    return Block(
        piece.type,
        start,
        end,
        piece.level,
        piece.page,
        piece.role,
        cells,
        piece.headers,
    )


def _cells(piece: Piece, offset: int) -> list[Extent]:
    cells: list[Extent] = []
    for text in piece.cells:
        cells.append(Extent(offset, offset + len(text)))
        offset += len(text) + len(CELL_SEPARATOR)
    return cells
