"""What a host allows is asked once, and obeyed."""

import pytest

from pipeline.inputs import Input, Visitor, web

PAGE = b"<html><body><p>Westmarch Police is good.</p></body></html>"


def test_robots_that_cannot_be_had_forbid_all_pages_of_the_host(site):
    site.put("/robots.txt", status=503)
    site.put("/a", PAGE)
    site.put("/b", PAGE)
    visitor = Visitor(pause=0)

    for path in ("/a", "/b"):
        assert "robots.txt of its host cannot be had" in (
            visitor.visit(site.address(path)).cause
        )
    assert site.visited == []


def test_robots_are_asked_once_and_obeyed(site):
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private")
    site.put("/a", PAGE)
    site.put("/private/a", PAGE)
    visitor = Visitor(pause=0)

    assert isinstance(visitor.visit(site.address("/a")), Input)
    error = visitor.visit(site.address("/private/a"))
    assert "robots.txt" in error.cause
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]


def test_robots_may_ask_for_a_pause(site, monkeypatch):
    slept = []
    monkeypatch.setattr(web.time, "sleep", slept.append)
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 3")
    site.put("/a", PAGE)
    visitor = Visitor(pause=0)
    for _ in range(2):
        visitor.visit(site.address("/a"))

    assert max(slept) == pytest.approx(3, abs=0.5)


def test_robots_that_are_missing_allow_all(site):
    site.put("/a", PAGE)

    assert Visitor(pause=0).visit(site.address("/a")).data == PAGE
