# ruff: noqa: E501 - a row of a table is a line
"""The story whole, and nothing of the page around it."""

import pytest

from pipeline.readers.html.page.layout import lay_out
from pipeline.readers.html.page.walk import walk
from pipeline.readers.html.story.content import Story


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>READ MORE: <a href=/x>Bus station café to close after forty years</a></b></p>",
        "<p>READ MORE: Bus station café to close after forty years</p>",
        "<p><a href=/x>Bus station café in Westmarch to close after forty years</a></p>",
        "<h3>Related stories</h3><ul><li><a href=/x>Bus station café to close</a></ul>",
        "<ul><li><a href=/x>Bus station café closes</a><li><a href=/y>Ten good pubs</a></ul>",
        "<div class='newsletter-box'><p>All the news that is fit for your letter box.</p></div>",
        "<p>Recommended reading:</p><ul><li><a href=/x>Bus station café closes</a></ul>",
        "<p>More from the Echo</p><ul><li><a href=/x>Bus station café closes</a></ul>",
        "<p>Follow @eastmereecho</p>",
        "<p>Sign up to our newsletter and never miss what the council is doing</p>",
        "<p>ADVERTISEMENT</p>",
        "<div><a>Hide Ad</a><a>Hide Ad</a></div>",
        "<aside><h3>Most read</h3><p>The village pub with the longest bar in the land.</p></aside>",
        "<form><p>Tell us what you think of this story in a few words.</p></form>",
        "<div class='comments'><p>They should have been inspected many years ago.</p></div>",
        "<p>We use cookies to show you what we think that you will like.</p>",
        "<p>We would like to put small files (cookies) on your device.</p>",
        "<p>Let us know whether you are OK with all of our cookies.</p>",
        "<figure><figcaption>Getty Images</figcaption></figure>",
        "<figure><figcaption>(Image: Ada Finch / Eastmere Live for the Echo)</figcaption></figure>",
        "<p style='display: none'>The force was rated outstanding in every single area.</p>",
        "<nav><p>The force was rated outstanding in every single area.</p></nav>",
    ],
    ids=[
        "a pointer to another story",
        "the same, its link lost",
        "a line that is a link",
        "a list under a label",
        "a list of links",
        "a box with a telling class",
        "a list of links and what leads into it",
        "the same without a colon",
        "a handle",
        "an invitation",
        "a label",
        "labels run together",
        "an aside",
        "a form",
        "readers' comments",
        "a cookie banner",
        "one that explains itself",
        "one that asks for consent",
        "a credit",
        "a long credit",
        "what is not shown",
        "navigation",
    ],
)  # fmt: skip
def test_furniture_inside_the_article_is_left_out(blocks, markup):
    assert blocks(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Related offences rose by a tenth, inspectors found.</p>",
        "<p>She said: “Sign up to our newsletter, they told me.”</p>",
        "<p>Short.</p>",
        "<h2>What now?</h2>",
        "<p>The <a href=/x>report</a> can be read in full.</p>",
        "<div class='teaser'><p>The force was rated good at preventing crime.</p></div>",
        "<div class='rating-embed'><p>The force was rated good at preventing crime.</p></div>",
        "<section><div><p>The force was rated good at preventing crime.</p></div></section>",
        "<ul><li>Safe: good<li>Caring: good</ul>",
        "<p>Pupils bake cookies to raise money for the trip.</p>",
        "<p>Children are happy to bake cookies for the trip.</p>",
        "<div><span>Safe</span><span>Good</span></div><div><span>Caring</span><span>Poor</span></div>",
        "<p>These areas are good:</p><ul><li><a href=/x>Preventing crime in the county</a><li><a href=/y>Custody in the county</a></ul>",
    ],
    ids=[
        "a cue that goes on as a sentence",
        "an invitation that somebody quotes",
        "a short line",
        "a heading",
        "a link in a sentence",
        "a class that trafilatura throws away",
        "another",
        "a paragraph in boxes of its own",
        "a list",
        "cookies that one can eat",
        "happiness beside such cookies",
        "grades that only their style keeps apart from their areas",
        "areas that link to their reports",
    ],
)
def test_what_belongs_to_the_story_stays(page, blocks, markup):
    assert blocks(markup)
    assert page(markup).issues == ()


def test_a_governed_list_of_links_is_kept_whole(blocks):
    items = "".join(
        f"<li><a href=/{n}>Area number {n} of nine</a></li>" for n in range(4)
    )
    found = blocks(f"<p>It was judged good in these areas:</p><ul>{items}</ul>")
    assert [text for _, _, text in found[1:]] == [
        f"Area number {n} of nine" for n in range(4)
    ]


def test_a_list_of_grades_is_kept_wherever_it_stands(page):
    grid = "<h2>Overall: Inadequate</h2><div>Safe: poor</div><div>Caring: good</div>"
    teasers = "<h2>More</h2><div>Nursery rated good</div><div>School judged good</div>"
    document = page("", after=f"<div>{grid}</div><div>{teasers}</div>")
    assert document.text.endswith("Overall: Inadequate\n\nSafe: poor\n\nCaring: good")


def test_what_is_left_out_is_tagged_and_not_lost(page):
    document = page("<p>READ MORE: Bus station café to close</p>")
    assert "READ MORE: Bus station café to close" in document.dropped


def test_the_headline_is_the_title_and_not_the_text(page):
    document = page("", head="<title>Told to improve | Eastmere Echo</title>")
    assert document.meta.title == "Told to improve"
    assert "Told to improve" not in document.text


def test_a_story_that_goes_on_in_another_section_is_followed(page):
    more = "<p>The chief constable said that work had begun on all of these.</p>" * 2
    document = page(f"</div></article><article>{more}")
    assert "work had begun" in document.text


def test_a_table_is_kept_whole_where_a_part_of_it_is(page):
    rows = "".join(f"<tr><td>Area {n}</td><td>Good</td></tr>" for n in range(9))
    document = page(f"<table>{rows}</table>")
    assert [f"Area {n}\tGood" in document.text for n in range(9)] == [True] * 9


LONG = "Inspectors spent two weeks with the force in the spring of last year and spoke to {0} people."
STORY = "".join(f"<p>{LONG.format(count)}</p>" for count in range(4))
LEAD = "A force that answers calls too slowly has been told to do better by inspectors."


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        (f"<p>{LEAD}</p>", [False, True, True, True]),
        (f"<header><p>{LEAD}</p></header>", [False, False, True, True]),
        ("<p>By Ada Finch, 13 April 2023</p>", [False, False, True, True]),
    ],
    ids=[
        "a lead is the story's",
        "a summary in the page's header is not",
        "a byline is not",
    ],
)
def test_what_stands_between_headline_and_story(known, between, kept):
    raw = f"<html><body><article><h1>Told</h1>{between}{STORY}</article></body></html>"
    candidates, tree = walk(raw)
    laid = lay_out(raw, candidates, tree, known)
    judgement = [index >= 2 for index in range(len(laid))]  # as if it began late

    assert Story(laid, judgement, tree, known).chosen()[:4] == kept


def test_a_summary_that_the_page_shows_twice_is_not_the_story(known):
    twice = f"<div>{LEAD}</div><div>{LEAD}</div>"
    raw = f"<html><body><article><h1>Told</h1>{twice}{STORY}</article></body></html>"
    candidates, tree = walk(raw)
    laid = lay_out(raw, candidates, tree, known)

    assert Story(laid, [i >= 3 for i in range(len(laid))], tree, known).chosen()[
        :4
    ] == [
        False,
        False,
        False,
        True,
    ]
