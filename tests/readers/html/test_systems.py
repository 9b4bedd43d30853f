# ruff: noqa: E501 - a row of a table is a line
"""Whole pages as content management systems nest them: the story in, the rest out."""

import pytest

from pipeline.readers import read_bytes

HEADLINE = "Marlow Vale School told to improve by inspectors"
STORY = (
    "Inspectors rated Marlow Vale School as requires improvement after a visit in March, a report published on Tuesday says.",
    "The watchdog said that pupils in the early years got off to a good start but fell behind by the time they left.",
    "Leaders had not checked well enough what pupils remembered, inspectors wrote, and some subjects were taught in the wrong order.",
    "Headteacher Ada Finch said: “We are disappointed with the outcome but we know what we need to do and have begun to do it.”",
    "The quality of education was graded requires improvement while behaviour and personal development were graded good.",
    "A spokesman for Eastmere Council said that it would go on supporting the school over the coming year and beyond.",
)
FIRST = f"<p>{STORY[0]}</p><p>{STORY[1]}</p>"
MIDDLE = f"<p>{STORY[2]}</p><p>{STORY[3]}</p>"
LAST = f"<p>{STORY[4]}</p><p>{STORY[5]}</p>"
ALL = FIRST + MIDDLE + LAST
H1 = f"<h1>{HEADLINE}</h1>"
MENU = '<header class="site-header"><a href="#c">Skip to main content</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav></header>'
FOOT = "<footer><p>© Eastmere Media 2024. Registered in England and Wales, number 0000000, at 1 Mill Lane.</p></footer>"


def part(name, markup):
    return f'<div data-component="{name}">{markup}</div>'


def parts(name, texts):
    return "".join(part(name, f"<p>{text}</p>") for text in texts)


BROADCASTER = f"""{MENU}<main id="main-content"><article>{part("headline-block", H1)}
{part("byline-block", '<div><span class="z">Bo Ray</span></div><div><span>Channel News, Eastmere</span></div><time datetime="2024-03-12T09:00:00Z">12 March 2024</time>')}
{part("image-block", "<figure><img src=x><figcaption>The school on Mill Lane has 200 pupils on its roll</figcaption></figure>")}
{parts("text-block", STORY[:4])}{part("subheadline-block", "<h2>‘Proud of staff’</h2>")}{parts("text-block", STORY[4:])}
{part("unordered-list-block", "<ul><li>Quality of education: requires improvement</li><li>Behaviour and attitudes: good</li></ul>")}
{part("text-block", "<p><i>Follow Channel News on <a href=x>Facebook</a> and on <a href=x>Instagram</a>.</i></p>")}
{part("links-block", "<h2>More on this story</h2><ul><li><a href=x>School to get a new roof after years of leaks</a></li></ul>")}
{part("topic-list", "<h2>Related topics</h2><ul><li><a href=x>Eastmere</a></li></ul>")}</article></main>{FOOT}"""

REGIONAL = f"""{MENU}<div class="cookie-consent"><h2>Cookies</h2><p>We use cookies to make this website work for you.</p></div>
<main><article><h1 itemprop="headline name">{HEADLINE}</h1><p class="sub-title">Leaders at the school have promised parents that they will put it right</p>
<ul class="author"><li><span>By</span><a href="/authors/bo-ray/">Bo Ray</a><span class="author-label">Education reporter</span></li></ul>
<ul class="date-published"><li>07:30, 12 MAR 2024</li><li>Updated 09:12, 13 MAR 2024</li></ul>
<div class="article-body"><figure><figcaption><span class="caption">Marlow Vale School, on Mill Lane in Eastmere</span><span class="credit">(Image: Echo)</span></figcaption></figure>
<div class="in-article-newsletter"><h3>Get the latest news on WhatsApp</h3><p>Our community members are treated to special offers, promotions and adverts.</p></div>
{FIRST}<p><strong>READ MORE: <a href=x>Bus station café to close</a></strong></p>{MIDDLE}
<p><strong>READ NEXT:</strong></p><ul><li><p><a href=x>Ten of the best pubs with gardens in Eastmere</a></p></li><li><p><a href=y>Parking charges to rise</a></p></li></ul>
{LAST}<p><b>Join our dedicated community on WhatsApp for the latest news. <a href=x>Click here to join</a>.</b></p></div>
<div id="comments-wrapper"><p>They should have been inspected many years ago, if you ask me.</p></div></article></main>{FOOT}"""

WEEKLY = f"""{MENU}<div class="mar-article"><div class="mar-article__timestamp"><time datetime="2024-03-12T06:00:00+00:00">12th March</time></div>
<h1 class="mar-article__headline">{HEADLINE}</h1><div class="mar-author"><p class="mar-author__name"><a href="/author/1/">By Bo Ray</a></p><p class="mar-author__role">Senior Reporter</p></div>
<div class="article-body" id="subscription-content">{FIRST}<div class="mpu">Advertisement</div>{MIDDLE}
<h3>Recommended reading:</h3><ul><li><a href=x>Bus station café to close after forty years</a></li><li><a href=y>Town hall clock stopped</a></li></ul>{LAST}</div></div>
<div class="paywall-promo"><p>Subscribe today for just £3 for three months and read every story with fewer adverts.</p></div>
<section class="mar-comments"><h2>Comments: Our rules</h2><p>We want our comments to be a lively and valuable part of our community.</p></section>{FOOT}"""

GOVERNMENT = f"""<header role="banner"><a href=/>Home</a></header><main role="main"><span class="caption-xl">News story</span>{H1}
<div class="gem-metadata"><dl><dt>From:</dt><dd><a href=/o>The inspectorate</a></dd><dt>Published</dt><dd>12 March 2024</dd><dt>Last updated</dt><dd>14 March 2024 — <a href=x>See all updates</a></dd></dl></div>
<div class="govspeak">{FIRST}{MIDDLE}<h2>What happens next</h2>{LAST}<blockquote><p>We will be back within thirty months to see how far the school has come.</p></blockquote></div>
<div class="share-links"><h2>Share this page</h2><ul><li><a href=x>Share on Facebook</a></li></ul></div></main>
<div class="feedback"><h2>Is this page useful?</h2><p>To help us improve, we’d like to know more about your visit today.</p></div>{FOOT}"""

ONE_FORM = f"""<form method="post" action="./story" id="aspnetForm"><div id="wrap"><div id="header"><ul><li><a href=/>Home</a></li></ul></div>
<div id="main">{H1}<p class="date">Published: 12/03/2024</p><div class="content">{ALL}<h2>What the report says</h2>
<ul><li>Pupils behave well around the school.</li><li>Reading is taught well from the start.</li></ul></div></div>
<div id="right"><h2>Latest news</h2><ul><li><a href=x>Bins to be emptied on other days</a></li><li><a href=y>Library opens late</a></li></ul></div></div></form>{FOOT}"""

MINUTES = f"""<form id="aspnetForm"><div id="modgov"><h1 class="mgSubTitleTxt">Agenda item</h1><h2>{HEADLINE}</h2>
<ul><li><a href=x>Meeting of the Scrutiny Committee, Tuesday, 12th March, 2024 (Item 7.)</a></li></ul><h3>Minutes:</h3>
<div class="mgWordPara">{ALL.replace("<p>", '<p class="MsoNormal"><span>').replace("</p>", "</span></p>")}<p><b>RESOLVED:</b> that the report be noted.</p></div>
<h3>Supporting documents:</h3><ul class="mgAttachments"><li><a href=x.pdf>Report, item 7. PDF 312 KB</a></li></ul></div></form>"""

NODES = f"""{MENU}<main><article class="node node--type-news">{H1}<div class="node__meta">Submitted by <span class="username">bray</span> on Tue, 12/03/2024 - 10:15</div>
<div class="node__content"><div class="field--name-field-summary">{STORY[0]}</div><div class="field--name-body"><p>{STORY[1]}</p>{MIDDLE}{LAST}</div>
<div class="field--name-field-tags"><div>Tags</div><a href=x>Schools</a></div></div></article>
<div class="views-element-container"><h2>Related news</h2><h3><a href=x>Bins to be emptied on other days</a></h3><p>From next month bins in the north of the borough will be emptied on Thursdays.</p></div></main>{FOOT}"""

WIDGETS = f"""{MENU}<div class="elementor"><div class="elementor-widget-theme-post-title">{H1}</div>
<ul class="elementor-post-info"><li itemprop="datePublished"><a href=x>March 12, 2024</a></li><li itemprop="author"><a href=/a>Bo Ray</a></li></ul>
<div class="elementor-widget-text-editor"><div>{FIRST}</div></div><div class="elementor-widget-image"><img></div><div class="elementor-widget-text-editor"><div>{MIDDLE}{LAST}</div></div>
<div class="elementor-tab-title">What is a full inspection?</div><div class="elementor-tab-content" style="display:none"><p>It is the kind of inspection in which every area of a school’s work is graded.</p></div></div>
<div class="sharedaddy"><h3>Share this:</h3></div>{FOOT}"""

FOLDED = f"""{MENU}<main>{H1}{FIRST}{MIDDLE}<h2><button aria-expanded="false">What did inspectors grade?</button></h2>
<div class="accordion-collapse" aria-hidden="true"><ul><li>Quality of education: requires improvement</li><li>Behaviour and attitudes: good</li></ul><p>{STORY[4]}</p></div>
<details><summary>How did the council answer?</summary><p>{STORY[5]}</p></details></main>
<div class="modal-panel" aria-hidden="true"><p>Would you like to tell us what you think of this website before you leave?</p></div>{FOOT}"""

CARDS = f"""{MENU}<main><article>{H1}{FIRST}{MIDDLE}<div class="ratings"><div class="rating-card"><h3>Quality of education</h3><p class="rating">Requires improvement</p></div>
<div class="rating-card"><div class="card-head"><h3>Behaviour and attitudes</h3></div><div class="card-body"><p>Good</p></div></div></div>{LAST}</article></main>{FOOT}"""

WALLED = f"""{MENU}<main><article>{H1}{FIRST}{MIDDLE}<p>To continue reading this article, subscribe today from £1 a week.</p><p>Already a subscriber? Log in to read on.</p>{LAST}
<p>We want to hear what you think about this story. Send a letter to the editor.</p><p>Never miss the news from your town by signing up to our newsletter.</p></article></main>{FOOT}"""

UTILITIES = f"""<div class="row"><div class="d-none d-md-block"><ul><li><a href=/>Home</a></li></ul></div><div class="d-none d-md-block">{H1}<div class="hidden md:block">{FIRST}</div>{MIDDLE}{LAST}</div></div>{FOOT}"""

GRADED = ("Quality of education", "Behaviour and attitudes")


@pytest.mark.parametrize(
    ("body", "kept", "left_out"),
    [
        (BROADCASTER, ("‘Proud of staff’", *GRADED), ("Follow Channel", "new roof", "Related", "Channel News, E")),
        (REGIONAL, (), ("WhatsApp", "community members", "Bus station", "Ten of the best", "many years ago")),
        (WEEKLY, (), ("Recommended", "Bus station", "Subscribe today", "lively", "Senior Reporter")),
        (GOVERNMENT, ("What happens next", "We will be back"), ("Share this", "useful", "updates", "your visit")),
        (ONE_FORM, ("What the report says", "Pupils behave well"), ("Bins to be", "Published: 12", "Home")),
        (MINUTES, ("RESOLVED: that the report be noted.",), ("PDF 312", "Scrutiny Committee")),
        (NODES, (), ("Bins to be", "From next month", "Tags", "Submitted")),
        (WIDGETS, (), ("Share this", "March 12")),
        (FOLDED, GRADED, ("before you leave",)),
        (CARDS, ("Quality of education\tRequires improvement", "Behaviour and attitudes\tGood"), ()),
        (WALLED, (), ("To continue", "Already a subscriber", "letter to the editor", "Never miss")),
        (UTILITIES, (), ("Home",)),
    ],
    ids=[
        "a broadcaster's components",
        "a regional daily, with all that it puts into its story",
        "a weekly, with what follows its story",
        "a government's story and its metadata",
        "a page that is one form",
        "a council's minutes in one form",
        "nodes and fields",
        "widgets of a page builder",
        "what readers unfold, and a window that opens on its own",
        "cards of areas and grades",
        "a wall in the story",
        "classes that hide on small screens alone",
    ],
)  # fmt: skip
def test_a_page_gives_its_story_whole_and_nothing_else(body, kept, left_out):
    head = f"<title>{HEADLINE} - Eastmere Echo</title>"
    page = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    text = read_bytes(page.encode(), "page.html").text

    assert [words for words in (*STORY, *kept) if words not in text] == []
    assert [words for words in left_out if words in text] == []


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        (BROADCASTER, ("Bo Ray",)),
        (REGIONAL, ("Bo Ray",)),
        (WEEKLY, ("Bo Ray",)),
        (GOVERNMENT, ()),
        (ONE_FORM, ()),
        (NODES, ("bray",)),
        (WIDGETS, ("Bo Ray",)),
    ],
)
def test_a_page_gives_headline_day_and_authors(body, authors):
    head = f"<title>{HEADLINE} - Eastmere Echo</title>"
    page = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    meta = read_bytes(page.encode(), "page.html").meta

    assert (meta.title, meta.authors, str(meta.published)) == (
        HEADLINE,
        authors,
        "2024-03-12",
    )
