import pytest

from pipeline.document import Block, BlockType, Document, Extent, Line, Meta
from pipeline.reconcile.spans import Spans

TEXT = "It is good. It was good once."


def document(media_type, url=None, lines=()):
    block = Block(BlockType.PARAGRAPH, 0, len(TEXT), page=3 if lines else None)
    meta = Meta(url=url)
    return Document(
        "sha256:1", "inbox/r.pdf", media_type, TEXT, (block,), meta, lines=lines
    )


PRINTED = (Line(0, len(TEXT), 3, 10.0, 20.0, 110.04, 32.0),)


@pytest.mark.parametrize(
    ("media_type", "url", "lines", "link"),
    [
        ("application/pdf", None, PRINTED, "inbox/r.pdf#page=3"),
        ("application/pdf", "https://a.ex/r", PRINTED, "https://a.ex/r#page=3"),
        (
            "text/html",
            "https://a.ex/r",
            (),
            "https://a.ex/r#:~:text=good.%20It%20was-,good",
        ),
        ("text/plain", None, (), None),
    ],
    ids=["a report", "a report on the web", "a page, at these words", "a text"],
)
def test_evidence_opens_where_it_stands(media_type, url, lines, link):
    span = Spans(document(media_type, url, lines))(Extent(19, 23))

    assert (span.text, span.link) == ("good", link)


def test_a_printed_span_has_its_page_and_box():
    span = Spans(document("application/pdf", lines=PRINTED))(Extent(6, 10))

    assert (span.page, span.box) == (3, (10.0, 20.0, 110.0, 32.0))
