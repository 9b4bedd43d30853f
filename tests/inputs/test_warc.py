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
