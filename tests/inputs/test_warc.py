import gzip
import re
from datetime import UTC, datetime
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.errors import EmptyInput, ReadError
from pipeline.inputs import expand

pytestmark = pytest.mark.filterwarnings(  # warcio leaves its spools to the collector
    "ignore::pytest.PytestUnraisableExceptionWarning"
)

PAGE = b"<html><body><p>Westmarch Police is good.</p></body></html>"

DATE = b"2024-05-02T10:00:00Z"


@pytest.fixture(params=[True, False], ids=["packed", "plain"])
def crawl(request, tmp_path):
    """Makes a crawl of responses: address, kind, status, and what was sent."""

    def make(*responses, name="crawl"):
        path = tmp_path / name
        with path.open("wb") as file:
            writer = WARCWriter(file, gzip=request.param)
            writer.write_record(writer.create_warcinfo_record("a.warc", {"by": "me"}))
            for address, kind, status, data in responses:
                sent = [("Content-Type", kind), ("ETag", '"1"')]
                headers = StatusAndHeaders(status, sent, protocol="HTTP/1.1")
                dated = {"WARC-Date": "2024-05-02T10:00:00Z"}
                writer.write_record(
                    writer.create_warc_record(
                        address,
                        "response",
                        payload=BytesIO(data),
                        http_headers=headers,
                        warc_headers_dict=dated,
                    )
                )
        return path

    return make


def test_every_page_of_a_crawl_is_a_document_under_its_address(crawl):
    path = crawl(
        ("https://a.example/1", "text/html; charset=utf-8", "200 OK", PAGE),
        ("https://a.example/2.pdf", "application/pdf", "200 OK", b"%PDF-1.4"),
    )

    first, second = expand([path])
    assert (first.source, first.data) == ("https://a.example/1", PAGE)
    assert first.retrieved == datetime(2024, 5, 2, 10, tzinfo=UTC)
    assert first.etag == '"1"'
    assert second.source == "https://a.example/2.pdf"


def test_other_captures_of_a_page_are_other_documents(crawl):
    address, kind, status = "https://a.example/", "text/html", "200 OK"
    held = [(address, kind, status, PAGE + extra) for extra in (b"", b"2", b"", b"3")]
    found = list(expand([crawl(*held), crawl(*held, name="again")]))

    assert [one.source for one in found] == [
        "https://a.example/",
        "https://a.example/ (2)",
        "https://a.example/ (3)",
    ]
    assert {one.url or one.source for one in found} == {address}


@pytest.mark.parametrize(
    ("kind", "status"), [("image/png", "200 OK"), ("text/html", "404 Not Found")]
)
def test_what_is_no_page_is_passed_over(crawl, kind, status):
    (error,) = expand([crawl(("https://a.example/", kind, status, b"x"))])

    assert isinstance(error, EmptyInput)


def test_a_crawl_that_is_cut_off_gives_what_is_whole(crawl):
    path = crawl(
        *((f"https://a.example/{n}", "text/html", "200 OK", PAGE) for n in "12")
    )
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 40])

    found = list(expand([path]))
    assert found[0].data == PAGE
    assert len(found) == 2
    if isinstance(found[1], ReadError):
        assert "damaged" in found[1].cause


@pytest.mark.parametrize(
    ("old", "new", "retrieved"),
    [
        (b"WARC-Date", b"WARC-Dote", None),
        (DATE, b"on the second of May", None),
        (DATE, b"2024-05-02T10:00:00", datetime(2024, 5, 2, 10, tzinfo=UTC)),
    ],
    ids=["no date", "an odd date", "a date without a zone"],
)
def test_a_page_whose_date_is_odd_is_read_all_the_same(crawl, old, new, retrieved):
    path = crawl(("https://a.example/1", "text/html", "200 OK", PAGE))
    replace(path, old, new)

    (found,) = expand([path])
    assert (found.data, found.retrieved) == (PAGE, retrieved)


def test_a_page_without_an_address_is_damage(crawl):
    path = crawl(
        *((f"https://a.example/{n}", "text/html", "200 OK", PAGE) for n in "12")
    )
    replace(path, b"WARC-Target-URI: https://a.example/2", b"WARC-Odd: 2")

    first, damage = expand([path])
    assert first.data == PAGE
    assert isinstance(damage, ReadError)


def replace(path, old, new):
    """Change the headers of a crawl, packed record by record or not."""
    data = path.read_bytes()
    if not data.startswith(b"\x1f\x8b"):
        path.write_bytes(data.replace(old, new))
        return
    members = re.split(rb"(?=\x1f\x8b\x08\x00)", data)[1:]
    changed = (gzip.decompress(member).replace(old, new) for member in members)
    path.write_bytes(b"".join(map(gzip.compress, changed)))
