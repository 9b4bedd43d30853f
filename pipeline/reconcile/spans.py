"""Extents → spans of the record: their words, where printed, how to get there."""

from collections.abc import Iterable

from pipeline.document import Document, Extent
from pipeline.document import Origin as FoundOrigin
from pipeline.links import Links
from pipeline.records import Origin, Span


class Spans:
    """Makes the spans of one document's record.

    A span of a page with an address carries a link that opens it at these words; a
    span of a PDF one that opens its page.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.paged = any(block.page is not None for block in document.blocks)
        self.links = Links(document)

    def __call__(self, extent: tuple[int, int]) -> Span:
        """An extent with its words and, where the source has pages, page and box."""
        start, end = extent
        page = self.document.page(start) if self.paged else None
        box = self.document.box(extent)
        return Span(
            start=start,
            end=end,
            text=self.document.text[start:end],
            page=page,
            box=(round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
            if box
            else None,
            link=self._link(start, end, page),
        )

    def _link(self, start: int, end: int, page: int | None) -> str | None:
        if page is not None and self.document.media_type == "application/pdf":
            return f"{self.document.meta.url or self.document.source}#page={page}"
        return self.links.to(start, end)


def origin_record(
    spans: Spans, origin: FoundOrigin, words: Iterable[str] = ()
) -> Origin:
    """How a field is known; its own words where the text has them and no others do."""
    text = spans.document.text
    places = ((text.find(each), len(each)) for each in words if not origin.said)
    found = origin.evidence or [Extent(at, at + n) for at, n in places if at >= 0]
    evidence = [spans(extent) for extent in found]
    return Origin(rule=origin.rule, said=origin.said, evidence=evidence)
