import gzip
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.errors import ReadError
from pipeline.inputs import Input, Unchanged, Visitor, expand, web

PAGE = b"<html><body><p>Westmarch Police is good.</p></body></html>"


def visit(site, path, **options):
    return Visitor(pause=0, **options).visit(site.address(path))


def pages_asked(site):
    return [path for path, _ in site.asked if path != "/robots.txt"]


def test_a_page_is_fetched_with_what_its_server_says_of_it(site):
    site.put("/a", PAGE, ETag='"1"', Last_Modified="Thu, 02 May 2024 10:00:00 GMT")
    found = visit(site, "/a")

    assert (found.source, found.data) == (site.address("/a"), PAGE)
    assert found.etag == '"1"'
    assert found.last_modified.startswith("Thu, 02 May")
    assert datetime.now(UTC) - found.retrieved < timedelta(minutes=1)
    assert site.asked[-1][1]["User-Agent"] == web.AGENT


def test_a_packed_page_is_unpacked(site):
    site.put("/a", gzip.compress(PAGE), Content_Encoding="gzip")

    assert visit(site, "/a").data == PAGE


def test_a_page_that_has_not_changed_is_not_sent_again(site):
    site.put("/a", PAGE, ETag='"1"')
    found = visit(site, "/a", known=lambda _: ('"1"', None))

    assert found == Unchanged(site.address("/a"))


def test_a_redirect_is_followed_and_the_name_stays(site):
    site.put("/a", status=301, Location="/b")
    site.put("/b", PAGE)
    found = visit(site, "/a")

    assert (found.source, found.data) == (site.address("/a"), PAGE)


@pytest.mark.parametrize(
    ("status", "headers", "cause"),
    [
        (404, {}, "the server answered 404"),
        (503, {}, "the server answered 503"),
        (302, {"Location": "/a"}, "more than 5 redirects"),
        (302, {"Location": "file:///etc/passwd"}, "file is not http or https"),
        (
            302,
            {"Location": "http://localhost:1/"},
            "it leads to localhost in",
        ),
        (302, {"Location": "http://10.0.0.1/"}, "it leads to 10.0.0.1 in a private"),
        (302, {"Location": "http://[::1]/"}, "it leads to ::1 in a private"),
        (302, {"Location": "http://169.254.169.254/"}, "in a private network"),
    ],
)
def test_what_cannot_or_may_not_be_fetched_is_an_error(site, status, headers, cause):
    site.put("/a", status=status, **headers)
    error = visit(site, "/a")

    assert isinstance(error, ReadError)
    assert error.source == site.address("/a")
    assert cause in error.cause


def test_a_private_network_is_visited_where_the_user_allows_it(site):
    site.put("/b", PAGE)
    site.put(
        "/a", status=302, Location=site.address("/b").replace("127.0.0.1", "localhost")
    )

    assert visit(site, "/a", allow_private=True).data == PAGE
    assert isinstance(visit(site, "/a"), ReadError)


def test_trouble_that_passes_is_waited_out(site):
    answers = [(503, {}, b""), (429, {"Retry-After": "0"}, b""), (200, {}, PAGE)]
    site.pages["/a"] = lambda: answers.pop(0)

    assert visit(site, "/a").data == PAGE


def test_a_server_that_is_not_there_is_an_error():
    error = Visitor(pause=0).visit("http://127.0.0.1:1/")

    assert "no answer" in error.cause


def test_a_host_that_is_not_there_is_an_error():
    error = Visitor(pause=0).visit("http://nowhere.invalid/")

    assert "no such host" in error.cause


def test_a_page_that_is_too_long_is_an_error(site, monkeypatch):
    monkeypatch.setattr(web, "MAX_BYTES", 100)
    site.put("/a", b"x" * 101)

    assert isinstance(visit(site, "/a"), ReadError)


def test_a_page_that_takes_too_long_is_an_error(site, monkeypatch):
    monkeypatch.setattr(web, "MAX_SECONDS", -1)
    site.put("/a", PAGE)

    assert visit(site, "/a").cause.startswith("more than")


class TestRobots:
    def test_are_asked_once_and_obeyed(self, site):
        site.put("/robots.txt", b"User-agent: *\nDisallow: /private")
        site.put("/a", PAGE)
        site.put("/private/a", PAGE)
        visitor = Visitor(pause=0)

        assert isinstance(visitor.visit(site.address("/a")), Input)
        error = visitor.visit(site.address("/private/a"))
        assert "robots.txt" in error.cause
        assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]

    def test_may_ask_for_a_pause(self, site, monkeypatch):
        slept = []
        monkeypatch.setattr(web.time, "sleep", slept.append)
        site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 3")
        site.put("/a", PAGE)
        visitor = Visitor(pause=0)
        for _ in range(2):
            visitor.visit(site.address("/a"))

        assert max(slept) == pytest.approx(3, abs=0.5)

    def test_that_are_missing_allow_all(self, site):
        site.put("/a", PAGE)

        assert visit(site, "/a").data == PAGE


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>A</title><link>{0}</link></item>
<item><title>B</title><link>{1}</link></item>
<item><title>A again</title><link>{0}</link></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{0}"/></entry>
<entry><link href="{1}"/></entry></feed>"""


@pytest.mark.parametrize("feed", [FEED, ATOM], ids=["RSS", "Atom"])
def test_a_feed_stands_for_its_entries(site, feed):
    site.put("/feed", feed.format(site.address("/a"), site.address("/b")).encode())
    site.put("/a", PAGE)
    site.put("/b", PAGE)
    found = list(expand([site.address("/feed")], Visitor(pause=0)))

    assert [page.source for page in found] == [site.address("/a"), site.address("/b")]
    assert pages_asked(site) == ["/feed", "/a", "/b"]


def test_a_feed_may_not_lead_into_a_private_network(site):
    site.put("/feed", FEED.format("http://192.168.0.1/", site.address("/a")).encode())
    site.put("/a", PAGE)
    away, page = expand([site.address("/feed")], Visitor(pause=0))

    assert "private network" in away.cause
    assert page.data == PAGE


def test_an_empty_feed_is_an_error(site):
    site.put("/feed", b"<rss version='2.0'><channel></channel></rss>")
    (error,) = expand([site.address("/feed")], Visitor(pause=0))

    assert error.cause == "a feed without entries"


@pytest.mark.parametrize(
    "name", ["ftp://a.example/", "file:///etc/passwd", "gopher://x"]
)
def test_other_schemes_are_not_fetched(name):
    (error,) = expand([name], Visitor(pause=0))

    assert "is not http or https" in error.cause


def test_without_a_visitor_an_address_is_an_error():
    (error,) = expand(["https://a.example/"])

    assert "gradewright run" in error.remedy
