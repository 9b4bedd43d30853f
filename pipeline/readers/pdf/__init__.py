"""PDF: the printed lines of its pages, gathered to blocks with their places.

`pages` and `strips` measure what is printed, `lines` makes whole lines of it,
`furniture` sets running ones apart, `tables` and `flow` tell what belongs together,
and `pieces` makes of it what a document is made of. Nothing here knows what a report
says.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.document import BlockType, Document, Meta, Origin, Piece
from pipeline.errors import ReadError
from pipeline.issues import Code, Issue
from pipeline.knowledge import Knowledge
from pipeline.readers.identity import document_id
from pipeline.readers.pdf import flow, furniture, lines, pages, pieces
from pipeline.readers.pdf.pages import Page


def read(data: bytes, source: str, _known: Knowledge) -> Document:
    """Read a PDF with a text layer.

    Raises:
        ReadError: encrypted, damaged, without pages, or without text.
        LimitExceeded: more pages or characters than anyone prints.
    """
    printed = [
        replace(page, strips=lines.whole_lines(page.strips))
        for page in pages.pages(data, source)
    ]
    if not any(page.strips for page in printed):
        cause = "no text layer: its pages are images"
        raise ReadError(source, cause, "run text recognition (OCR) over it first")
    body, running, dropped = furniture.without_furniture(printed)
    style = flow.Style.of(body)
    made = pieces.pieces(flow.Flow(style).blocks(body), style)
    return Document.from_pieces(
        [*made, *pieces.running(running)],
        id=document_id(data),
        source=source,
        media_type="application/pdf",
        meta=_meta(made),
        dropped=dropped,
        issues=_unreadable(printed),
    )


def _meta(made: Sequence[Piece]) -> Meta:
    title = _title(made)
    return Meta(title, origins={"title": Origin("pdf.title")} if title else {})


def _title(made: Sequence[Piece]) -> str | None:
    """The largest heading of the first page that has one."""
    headings = [piece for piece in made if piece.type is BlockType.HEADING]
    first = [piece for piece in headings if piece.page == headings[0].page]
    return min(first, key=lambda piece: piece.level or 0).text if first else None


def _unreadable(printed: Sequence[Page]) -> list[Issue]:
    """An issue that names the pages with images and no text."""
    numbers = [
        str(page.number) for page in printed if not page.strips and not page.blank
    ]
    if not numbers:
        return []
    message = f"no text layer on page {', '.join(numbers)}"
    return [Issue(Code.TEXT_DROPPED, message, severity="info")]
