import gzip
import time
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.errors import LimitExceeded, ReadError
from pipeline.inputs import Unchanged, Visitor, expand, web

PAGE = b"<html><body><p>Westmarch Police is good.</p></body></html>"


def visit(site, path, **options):
    return Visitor(pause=0, **options).visit(site.address(path))


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


@pytest.mark.parametrize(
    "target",
    [
        "http://[::1/",
        "http://a.example:99999/",
        "http://a.example:port/",
        f"http://{'a' * 64}.example/",
        "http://..example/",
    ],
    ids=[
        "half an IPv6",
        "a port too high",
        "a port of letters",
        "long",
        "an empty part",
    ],
)
def test_what_is_no_address_is_an_error_wherever_it_comes_from(site, target):
    site.put("/a", status=302, Location=target)

    for error in (Visitor(pause=0).visit(target), visit(site, "/a")):
        assert isinstance(error, ReadError)
        assert "address" in error.remedy


def test_the_address_that_was_checked_is_the_one_that_is_asked(site, monkeypatch):
    """A name that leads elsewhere the second time: DNS rebinding."""
    ask, asked = web._get, []
    monkeypatch.setattr(
        web,
        "_get",
        lambda parts, ip, headers: asked.append(ip) or ask(parts, ip, headers),
    )
    look_up, answers = web.socket.getaddrinfo, iter(["127.0.0.1", "10.0.0.1"])

    def rebound(host, *options, **more):
        host = next(answers) if host == "rebinding.example" else host
        return look_up(host, *options, **more)

    monkeypatch.setattr(web.socket, "getaddrinfo", rebound)
    site.put("/a", PAGE)

    address = site.address("/a").replace("127.0.0.1", "rebinding.example")
    assert Visitor(pause=0).visit(address).data == PAGE
    assert set(asked) == {"127.0.0.1"}


def test_a_private_address_in_the_dress_of_ipv6_is_private():
    assert not web._is_public("::ffff:127.0.0.1")
    assert web._is_public("::ffff:8.8.8.8")


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

    assert error.cause.endswith("no answer (Connection refused)")


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

    assert "more than" in visit(site, "/a").cause


def test_a_page_that_comes_drop_by_drop_is_an_error(monkeypatch):
    monkeypatch.setattr(web, "MAX_SECONDS", 0.2)
    drops = iter([b"x"] * 1000)

    class Slow:
        def read1(self, *_, **__):
            time.sleep(0.05)
            return next(drops, b"")

        def stream(self, *_, **__):
            yield b"".join(self.read1() for _ in range(20))

    with pytest.raises(LimitExceeded):
        web._body(web.urlsplit("http://a.example/"), Slow())
    assert sum(map(len, drops)) > 980


@pytest.mark.parametrize(
    "name", ["ftp://a.example/", "file:///etc/passwd", "gopher://x"]
)
def test_other_schemes_are_not_fetched(name):
    (error,) = expand([name], Visitor(pause=0))

    assert "is not http or https" in error.cause


def test_without_a_visitor_an_address_is_an_error():
    (error,) = expand(["https://a.example/"])

    assert "gradewright run" in error.remedy
