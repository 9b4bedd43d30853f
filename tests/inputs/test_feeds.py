"""A feed stands for the pages that it lists."""

import pytest

from pipeline.inputs import Visitor, expand

PAGE = b"<html><body><p>Westmarch Police is good.</p></body></html>"
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
    assert site.visited == ["/feed", "/a", "/b"]


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
