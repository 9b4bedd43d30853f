# ruff: noqa: E501 - a row of a table is a line
"""What a page says of itself, in its head and around its story."""

import json
from datetime import date

import pytest

from pipeline.readers import read_bytes

DAY = date(2023, 4, 13)


def ld(**story):
    thing = json.dumps({"@type": "NewsArticle", **story})
    return f'<script type="application/ld+json">{thing}</script>'


GRAPH = {
    "@graph": [
        {"@type": "Article", "author": {"@id": "#ada"}, "publisher": {"@id": "#echo"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Finch"},
        {"@type": "Organization", "@id": "#echo", "name": "Eastmere Echo"},
    ]
}


@pytest.mark.parametrize(
    ("head", "before"),
    [
        (ld(datePublished="2023-04-13T09:00:00Z"), ""),
        ('<meta property="article:published_time" content="2023-04-13">', ""),
        ("<meta content='20230413' name='dcterms.date'>", ""),
        ("", "<p>Published: 13/04/2023</p>"),
        ("", "<div class='date'>Thursday 13 April 2023 | Updated 14 April 2023</div>"),
        ("", "<p>Last updated: 14 April 2023 Published: 13 April 2023</p>"),
        ("", "<p>Published on Thursday 13/04/23</p>"),
        ("", "<time datetime='2023-04-13T08:00+01:00'>yesterday</time>"),
        ("<link rel=canonical href='https://echo.example/2023/04/13/told'>", ""),
        (ld(datePublished="2023-04-12T23:30:00Z"), "<p>13 April 2023</p>"),
        (ld(datePublished="2023-04-13"), "<p>1 May 2019</p>"),
    ],
    ids=[
        "JSON-LD",
        "Open Graph",
        "Dublin Core",
        "a labelled line, British order",
        "a line of date class, and updated later",
        "a labelled day after another",
        "a labelled day with a short year",
        "a time tag",
        "the address",
        "a night in summer: the day that readers see",
        "a day that is too far off to be the same",
    ],
)
def test_the_day_of_publication(page, head, before):
    source = page("", head=head).meta.published if not before else None
    document = page("", head=head, before=f"<h1>Told to improve</h1>{before}")
    assert (source or DAY) == document.meta.published == DAY


def test_what_is_commented_out_says_nothing(page):
    head = '<!-- <meta property="article:published_time" content="2016-09-08"> -->'
    assert page("", head=head).meta.published is None


def test_a_day_that_only_the_story_names_is_not_the_pages(page):
    assert page("<p>Inspectors came on 13 April 2023.</p>").meta.published is None


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        (ld(author={"@type": "Person", "name": "Ada Finch"}), "", ("Ada Finch",)),
        (ld(author=[{"name": "Ada Finch"}, {"name": "Bo Ray"}]), "", ("Ada Finch", "Bo Ray")),
        (f'<script type="application/ld+json">{json.dumps(GRAPH)}</script>', "", ("Ada Finch",)),
        ('<meta name="author" content="By Ada Finch">', "", ("Ada Finch",)),
        ('<meta name="author" content="https://echo.example/ada">', "", ()),
        (ld(author={"@type": "Organization", "name": "Eastmere Echo"}), "", ()),
        ("", "<p>By Ada Finch, Local Democracy Reporter</p>", ("Ada Finch",)),
        ("", "<p>By Ada Finch and Bo Ray</p>", ("Ada Finch", "Bo Ray")),
        ("", "<p>By</p><p>Ada Finch</p>", ("Ada Finch",)),
        ("", "<div class='author'>Ada Finch</div>", ("Ada Finch",)),
        ("", "<div class='author'>Share</div>", ()),
        ("", "<p>By the time they came it was over</p>", ()),
    ],
)  # fmt: skip
def test_the_authors(page, head, before, authors):
    document = page("", head=head, before=f"<h1>Told to improve</h1>{before}")
    assert document.meta.authors == authors


OG = "<meta property=og:title content='%s'>"
SITE = "<meta property=og:site_name content='%s'>"
TITLE = "<title>%s</title>"


@pytest.mark.parametrize(
    ("head", "before", "title", "publisher"),
    [
        (ld(headline="Told to improve", publisher={"name": "Echo"}), "", "Told to improve", "Echo"),
        (TITLE % "Told to improve - Eastmere Echo", "", "Told to improve", "Eastmere Echo"),
        (OG % "Force told to improve by watchdog", "", "Told to improve", None),
        (OG % "Watchdog report" + TITLE % "Watchdog report | Echo", "", "Told to improve", None),
        (TITLE % "Eastmere Echo", "", "Told to improve", None),
        (OG % "Told to improve" + SITE % "Echo", "<h1>Force in the dock</h1>", "Told to improve", "Echo"),
        (OG % "Seventeen findings - Echo" + SITE % "Echo", "<h1>News</h1>", "Seventeen findings", "Echo"),
        (TITLE % "Echo &raquo; News &raquo; Seventeen grave findings", "<h1>Echo</h1><h2>Seventeen grave findings</h2>", "Seventeen grave findings", None),
        (OG % "Seventeen findings | A guide" + SITE % "Echo", "<h1>Echo</h1><h2>Seventeen findings | A guide</h2>", "Seventeen findings | A guide", "Echo"),
        (OG % "Echo of the Vale" + TITLE % "Told to improve - Echo of the Vale", "<h2>Echo of the Vale</h2>", "Told to improve", "Echo of the Vale"),
        (ld(headline="Seventeen findings") + OG % "A guide to it", "<h1>Echo</h1><h2>A guide to it</h2>", "Seventeen findings", None),
        (ld(headline="Force&#8217;s &quot;grave&quot; findings"), "<h1>Echo</h1>", 'Force’s "grave" findings', None),
        (TITLE % "Eastmere Echo -", "<h1>News</h1>", "News", None),
    ],
    ids=[
        "JSON-LD",
        "the headline shown, where the head agrees",
        "the headline shown, where it is shorter",
        "the headline alone on its page, where the head words it for searches",
        "the headline alone, where the head only names the site",
        "the heading that the head repeats",
        "the head, without the site's name, where several headings could be meant",
        "the heading that is a part of the page's title",
        "all of a heading that has a stroke",
        "not the site's name, though a heading repeats it",
        "the headline of JSON-LD before another heading",
        "entities in JSON",
        "a title that says nothing but the site",
    ],
)  # fmt: skip
def test_title_and_publisher(page, head, before, title, publisher):
    meta = page("", head=head, before=before).meta
    assert (meta.title, meta.publisher) == (title, publisher)


def test_a_label_in_the_heading_is_no_part_of_the_headline():
    line = (
        "<p>Inspectors spent two weeks with the force in the spring of last year.</p>"
    )
    body = f"<h1><span>Exclusive</span> Force told to do better</h1>{line * 2}"
    head = ld(headline="Force told to do better")
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    assert read_bytes(page.encode(), "p.html").meta.title == "Force told to do better"


def test_a_logo_is_no_headline_though_it_stands_alone():
    body = "<h1><a href='/'>The Eastmere Echo</a></h1><p>{0}</p><p>{0}</p>".format(
        "Inspectors spent two weeks with the force in the spring of last year."
    )
    page = f"<html><head>{OG % 'Told to improve'}</head><body>{body}</body></html>"
    assert read_bytes(page.encode(), "page.html").meta.title == "Told to improve"


def test_address_and_language(page):
    head = "<link href='https://echo.example/told' rel='canonical'>"
    assert page("", head=head).meta.url == "https://echo.example/told"


@pytest.mark.parametrize(
    "junk",
    ["[", "null", "[[]]", '{"@type": ["NewsArticle", 3], "author": 3}', '{"@graph": 3}',
     '{"@type": "NewsArticle", "author": {"@id": []}, "publisher": [], "headline": {}}'],
)  # fmt: skip
def test_odd_json_does_no_harm(page, junk):
    head = f'<script type="application/ld+json">{junk}</script>'
    assert page("", head=head).meta.title == "Told to improve"


@pytest.mark.parametrize(
    ("head", "before", "field", "origin"),
    [
        (ld(headline="Another story of last week"), "<h1>Echo</h1>", "title", ("titles.title", "headline: Another story of last week")),
        ("<meta property=og:title content='Another story of last week | Echo'>", "<h1>Echo</h1>", "title", ("titles.title", "og:title: Another story of last week | Echo")),
        ("<title>Another story of last week</title>", "<h1>Echo</h1>", "title", ("titles.title", "title: Another story of last week")),
        ("", "", "title", ("byline.title", "Told to improve")),
        (ld(publisher={"name": "Echo"}), "", "publisher", ("metadata.publisher", "publisher: Echo")),
        ("<meta property=og:site_name content=Echo>", "", "publisher", ("metadata.publisher", "og:site_name: Echo")),
        ("<title>Told to improve - Echo</title>", "", "publisher", ("metadata.publisher", "title: Told to improve - Echo")),
        (ld(author=[{"name": "Ada Finch"}, {"name": "By Bo Ray, BBC"}]), "", "authors", ("authors.said", "author: Ada Finch; By Bo Ray, BBC")),
        ('<meta name="byl" content="By Ada Finch">', "", "authors", ("authors.said", "byl: By Ada Finch")),
        ("", "<p>By Ada Finch, Local Democracy Reporter</p>", "authors", ("byline.signed", "By Ada Finch, Local Democracy Reporter")),
        (ld(datePublished="2023-04-13"), "", "published", ("metadata.published", "datePublished: 2023-04-13")),
        ("", "<p>Published: 13/04/2023</p>", "published", ("byline.day", "Published: 13/04/2023")),
        ("<link rel=canonical href='https://echo.example/2023/04/13/told'>", "", "published", ("metadata.dated", "https://echo.example/2023/04/13/told")),
        ("<link rel=canonical href='https://echo.example/told'>", "", "url", ("metadata.url", "canonical: https://echo.example/told")),
        ("<meta property=og:url content='https://echo.example/told'>", "", "url", ("metadata.url", "og:url: https://echo.example/told")),
    ],
)  # fmt: skip
def test_a_field_comes_with_the_words_it_was_taken_from(
    page, head, before, field, origin
):
    before = before if "<h1>" in before else f"<h1>Told to improve</h1>{before}"
    meta = page("", head=head, before=before).meta

    assert getattr(meta, field)
    assert (meta.origins[field].rule, meta.origins[field].said) == origin


def test_only_what_the_page_says_has_an_origin(page):
    meta = page("").meta
    told = [
        name
        for name in ("title", "publisher", "authors", "published", "url", "language")
        if getattr(meta, name)
    ]

    assert sorted(meta.origins) == sorted(told)


def test_half_a_character_is_none(page):
    story = r'{"@type": "NewsArticle", "author": "Ada \ud83d\ude00 Finch\udc00"}'
    head = f'<script type="application/ld+json">{story}</script>'
    assert page("", head=head).meta.authors == ("Ada 😀 Finch\ufffd",)
