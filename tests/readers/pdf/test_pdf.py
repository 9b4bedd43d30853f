"""A PDF as a document: its blocks, where they stand, and what cannot be read."""

import io

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import EmptyInput, LimitExceeded, ReadError
from pipeline.readers import read_bytes
from pipeline.readers.pdf import pages
from tests.readers.pdf.printing import Words, body, locked, printed

LOCK = "none of your business"
PROSE = "Leaders know their staff well and act on what they are told by families."


def folio(number):
    return Words(520, 30, str(number), 10)


def test_every_block_names_its_page(document):
    found = document(body("On the first page."), body("On the second page."))

    assert [block.page for block in found.blocks] == [1, 2]


def test_every_printed_line_leads_back_to_its_place(document):
    found = document(body("The first of two lines that", "make one paragraph."))

    first, second = found.lines
    assert found.text[first.start : first.end] == "The first of two lines that"
    assert found.text[second.start : second.end] == "make one paragraph."
    assert (first.page, round(first.left)) == (1, 72)
    assert second.top < first.top < 720


def test_a_title_is_the_largest_heading_of_the_cover(document):
    found = document(
        [
            *body("Wexcombe Council", size=24),
            *body(PROSE, top=600),
            *body(PROSE, top=500),
        ]
    )

    assert found.meta.title == "Wexcombe Council"


def test_running_lines_are_kept_once_and_page_numbers_dropped(document):
    footer = Words(72, 40, "Inspection of Wexcombe, 3 to 7 March 2031", 8)
    found = document(*([*body(PROSE), footer, folio(n)] for n in range(1, 6)))

    assert [found.words(b.extent) for b in found.blocks if b.role == "furniture"] == [
        footer.text
    ]
    assert sorted(found.dropped) == sorted([footer.text] * 4 + list("12345"))


def test_a_file_opens_whose_encryption_lets_everyone_read():
    assert read_bytes(locked(body(PROSE), password=""), "open.pdf").text == PROSE


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (locked(body(PROSE), password=LOCK), "only with a password"),
        (b"%PDF-1.7\n" + b"\x00" * 500, "damaged or truncated"),
        (printed(body(PROSE))[:300], "damaged or truncated"),
    ],
    ids=["needs a password", "garbage after the header", "truncated"],
)
def test_what_cannot_be_read_is_named(data, cause):
    with pytest.raises(ReadError, match=cause) as caught:
        read_bytes(data, "report.pdf")
    assert caught.value.source == "report.pdf"
    assert caught.value.remedy


def scanned():
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    pixel = b"P6 2 2 255 " + bytes(12)
    canvas.drawImage(ImageReader(io.BytesIO(pixel)), 72, 72, 300, 300)
    canvas.save()
    return file.getvalue()


def test_pages_that_are_images_have_no_text_layer():
    with pytest.raises(ReadError, match="no text layer"):
        read_bytes(scanned(), "scan.pdf")


def test_an_error_page_that_is_named_pdf_is_read_as_the_page_it_is():
    page = b"<!DOCTYPE html><html><head><title>Not found</title></head><body><p>"
    page += (
        b"The report that you are looking for is not here any more.</p></body></html>"
    )

    assert read_bytes(page, "report.pdf").media_type == "text/html"


def made_by_hand(*objects):
    """A PDF from its objects, the catalogue first."""
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    data += b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d" % (size, start)
    return data + b"\n%%EOF"


def stream(content, extra=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (
        len(content),
        extra,
        content,
    )


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(contents, resources):
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %s"
        b" /Resources << %s >> >>" % (contents, resources)
    )


def many_pages(count):
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    tree = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)
    text = stream(b"BT /F 12 Tf 72 600 Td (One sentence on each page.) Tj ET")
    each = page(b"4 0 R", b"/Font << /F 3 0 R >>")
    return made_by_hand(CATALOGUE, tree, FONT, text, *[each] * count)


def test_two_thousand_pages_are_read():
    found = read_bytes(many_pages(2000), "long.pdf")

    assert len(found.blocks) == 2000
    assert found.blocks[-1].page == 2000


def test_a_document_without_pages_is_empty():
    data = made_by_hand(CATALOGUE, b"<< /Type /Pages /Count 0 /Kids [] >>")

    with pytest.raises(EmptyInput, match="without pages"):
        read_bytes(data, "empty.pdf")


def test_more_pages_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(pages, "MAX_PAGES", 20)

    with pytest.raises(LimitExceeded, match="21 pages"):
        read_bytes(many_pages(21), "long.pdf")


@pytest.mark.parametrize(
    ("limit", "cause"),
    [
        ("MAX_CHARACTERS", "more than 40 characters"),
        ("MAX_PAGE_CHARACTERS", "more than 40 characters on one page"),
    ],
)
def test_more_text_than_the_limit_is_refused(monkeypatch, limit, cause):
    monkeypatch.setattr(pages, limit, 40)

    with pytest.raises(LimitExceeded, match=cause):
        read_bytes(printed(body(PROSE)), "long.pdf")


def test_a_document_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(pages, "MAX_SECONDS", -1.0)

    with pytest.raises(LimitExceeded, match="page 1 was not reached"):
        read_bytes(printed(body(PROSE)), "slow.pdf")


def test_a_form_that_draws_itself_ends():
    tree = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    drawn = stream(b"BT /F 12 Tf 72 600 Td (Drawn once.) Tj ET /X Do")
    form = stream(
        b"/X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
        b" /Resources << /XObject << /X 6 0 R >> >>",
    )
    one = page(b"4 0 R", b"/Font << /F 5 0 R >> /XObject << /X 6 0 R >>")
    data = made_by_hand(CATALOGUE, tree, one, drawn, FONT, form)

    assert read_bytes(data, "loop.pdf").text == "Drawn once."


def test_a_tree_of_pages_that_contains_itself_ends():
    tree = b"<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 3 0 R] >>"
    drawn = stream(b"BT /F 12 Tf 72 600 Td (The only page.) Tj ET")
    one = page(b"4 0 R", b"/Font << /F 5 0 R >>")
    data = made_by_hand(CATALOGUE, tree, one, drawn, FONT)

    assert "The only page." in read_bytes(data, "loop.pdf").text
