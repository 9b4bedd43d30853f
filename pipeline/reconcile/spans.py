"""Extents → spans of the record: their words, and where they are printed."""

from pipeline.document import Document
from pipeline.records import Span


def span(document: Document, extent: tuple[int, int]) -> Span:
    """An extent with its words and, where the source has pages, its page and box."""
    start, end = extent
    box = document.box(extent)
    return Span(
        start=start,
        end=end,
        text=document.text[start:end],
        page=document.page(start),
        box=(round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
        if box
        else None,
    )
