"""Where the words of a document stand on its pages."""

import pytest

from pipeline.document import Document, Line, Piece


@pytest.fixture
def report():
    """Two blocks; the second goes on over the page."""
    first = Piece("Overall", page=1, lines=(Line(0, 7, 1, 72, 700, 120, 710),))
    second = Piece(
        "Leaders know their staff",
        page=1,
        lines=(
            Line(0, 7, 1, 72, 650, 115, 660),
            Line(8, 12, 1, 70, 636, 95, 646),
            Line(13, 24, 2, 72, 760, 140, 770),
        ),
    )
    return Document.from_pieces(
        [first, second],
        id="sha256:1",
        source="report.pdf",
        media_type="application/pdf",
    )


@pytest.mark.parametrize(
    ("words", "page", "box"),
    [
        ("Overall", 1, (72, 700, 120, 710)),
        ("know", 1, (70, 636, 95, 646)),
        ("Leaders know", 1, (70, 636, 115, 660)),
        ("know their staff", 1, (70, 636, 95, 646)),
        ("staff", 2, (72, 760, 140, 770)),
    ],
    ids=[
        "a block of one line",
        "one line of several",
        "two lines",
        "the first page's part of what goes on over it",
        "what stands on the next page",
    ],
)
def test_words_lead_to_their_page_and_their_box(report, words, page, box):
    start = report.text.index(words)

    assert report.page(start) == page
    assert report.box((start, start + len(words))) == box


def test_a_text_without_pages_has_no_boxes():
    text = Document.from_pieces(
        [Piece("Overall")], id="sha256:1", source="a.txt", media_type="text/plain"
    )

    assert text.page(3) is None
    assert text.box((0, 7)) is None
