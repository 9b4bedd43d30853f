# ruff: noqa: E501 - a row of a table is a line
"""Who wrote a story, as content management systems mark it."""

import pytest

from pipeline.readers.bylines import bylines
from pipeline.readers.html.metadata.marked import marked

WORDPRESS = """<div class="entry-meta"><span class="posted-on"><time datetime="2023-04-13">13 April</time></span>
 <span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/ada/" rel="author">Ada Finch</a></span></span></div>"""
SEVERAL = """<div class="byline">By <a href="/author/ada" title="Posts by Ada Finch" class="author url fn" rel="author">Ada Finch</a>,
 <a href="/author/bo" class="author url fn" rel="author">Bo Ray</a> and <a href="/author/ivo" rel="author">Ivo Dale</a></div>"""
DRUPAL = '<div class="submitted">Submitted by <span class="username" property="schema:name">Ada Finch</span> on Thu, 13/04/2023</div>'
ARC = '<div class="b-byline"><span>By </span><a class="b-byline__names" href="/author/ada-finch/">Ada Finch</a> and <a href="/author/bo-ray/">Bo Ray</a></div>'
ROLE = '<div class="mar-author"><p class="mar-author__name"><a href="/author/profile/1">By Ada Finch</a></p><p class="mar-author__role">Senior Reporter</p></div>'
LIST = '<ul class="author"><li><span>By</span> <a href="/authors/ada-finch/">Ada Finch</a> <span class="author-label">Crime reporter</span></li></ul>'
BLOCK = '<div data-component="byline-block"><div><span class="x1">Ada Finch</span></div><div><span class="x2">Channel News, Eastmere</span></div></div>'
ITEM = '<dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Written by <span itemprop="name">Ada Finch</span></dd>'
BLOGGER = """<span class="post-author vcard">Posted by <span class="fn" itemprop="author" itemscope>
 <meta content="https://example.org/1" itemprop="url"><a class="g-profile" href="/1" rel="author" title="author profile"><span itemprop="name">Ada Finch</span></a></span></span>"""


@pytest.mark.parametrize(
    ("markup", "names", "sure"),
    [
        (WORDPRESS, ("Ada Finch",), True),
        (SEVERAL, ("Ada Finch", "Bo Ray", "Ivo Dale"), True),
        (DRUPAL, ("Ada Finch",), False),
        (ARC, ("Ada Finch", "Bo Ray"), False),
        (ROLE, ("Ada Finch",), False),
        (LIST, ("Ada Finch",), False),
        (BLOCK, ("Ada Finch",), False),
        (ITEM, ("Ada Finch",), True),
        (BLOGGER, ("Ada Finch",), True),
        ('<meta itemprop="author" content="Ada Finch">', ("Ada Finch",), True),
        ('<span itemprop="author creator">Ada Finch</span>', ("Ada Finch",), True),
        ('<a class="blog-author-name" href="/blog?author=5">Ada Finch</a>', ("Ada Finch",), False),
        ('<h4 class="gh-article-author-name"><a href="/author/ada/">Ada Finch</a></h4>', ("Ada Finch",), False),
        ('<span class="tQ0Q1A" data-hook="user-name">Ada Finch</span>', ("Ada Finch",), False),
        ('<a data-testid="authorName" href="/@ada" rel="author noopener">Ada Finch</a>', ("Ada Finch",), True),
        ('<p class="autor">Von Ada Finch</p>', ("Ada Finch",), False),
        ('<a rel="author" href="/newsdesk">Eastmere Newsdesk</a>', ("Eastmere Newsdesk",), True),
        ('<a rel="author" href="/a">ada</a>', ("ada",), True),
        ('<p class="byline">By <b>Ada Finch</b><br>13 April 2023</p>', ("Ada Finch",), False),
        ('<p class="byline">Ada Finch &amp; Bo Ray</p>', ("Ada Finch", "Bo Ray"), False),
        ('<p class="byline">Ada Finch | Local Democracy Reporter</p>', ("Ada Finch",), False),
        ('<div class="author-name">ADA O&#8217;FINCH</div>', ("ADA O’FINCH",), False),
    ],
    ids=[
        "a blog's theme",
        "several, each with a link",
        "whoever submitted it",
        "links in a byline",
        "a name with its office below",
        "a list of authors with offices",
        "a component without classes that say anything",
        "microdata",
        "microdata in microdata",
        "a meta tag",
        "microdata of two properties",
        "a class that ends in name",
        "a heading",
        "a hook for tests",
        "rel with further values",
        "another language",
        "an office, where the mark is sure",
        "an account, where the mark is sure",
        "a day below",
        "two in one line",
        "an office behind a stroke",
        "capitals and entities",
    ],
)  # fmt: skip
def test_a_mark_names_authors(known, markup, names, sure):
    found = marked(markup, 0, len(markup), bylines(known))

    assert (found.names, found.sure) == (names, sure)


@pytest.mark.parametrize(
    "markup",
    [
        '<a rel="author" href="/author/ada">View all posts</a>',
        '<a rel="author" href="/author/ada"><img alt="Ada Finch" src="a.jpg"></a>',
        '<a rel="author" href="/author/admin">admin</a>',
        '<p class="author-bio">Ada Finch</p>',
        '<div class="comment-author vcard"><b class="fn">Cy Moss</b></div>',
        '<div class="author-image">Ada Finch</div>',
        '<ul class="related-authors"><li>Ada Finch</li></ul>',
        '<div class="author">Share this</div>',
        '<div class="author">Local Democracy Reporter</div>',
        '<div class="byline">13 April 2023</div>',
        '<div class="authority">Ada Finch</div>',
        '<script>var author = "Ada Finch"</script>',
        "<p>The author is Ada Finch.</p>",
        '<p class="author">Ada Finch',
    ],
)
def test_what_stands_beside_a_name_names_nobody(known, markup):
    assert not marked(markup, 0, len(markup), bylines(known))


SIGNED = "<h1>Told to improve</h1><p class='byline'>By <a rel='author' href='/a'>Ada Finch</a></p>"
CARDS = "<div class='card'><a rel='author' href='/b'>Bo Ray</a></div><div class='card'><a rel='author' href='/c'>Cy Moss</a></div>"
ACCOUNT = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person", "name": "%s"}}</script>'


@pytest.mark.parametrize(
    ("head", "before", "after", "authors"),
    [
        ("", SIGNED, CARDS, ("Ada Finch",)),
        ('<meta name="author" content="Ada Finch">', "<h1>Told to improve</h1><div class='byline'><span>By Ada Finch</span><time>13 APR 2023</time></div>", "", ("Ada Finch",)),
        ("", "<h1>Told to improve</h1>", CARDS, ()),
        ("", "<h1>Told to improve</h1>", "<p>Posted by <a rel='author' href='/a'>Ada Finch</a> in News</p>", ("Ada Finch",)),
        (ACCOUNT % "Cy Moss", SIGNED, "", ("Ada Finch",)),
        (ACCOUNT % "adafinch", SIGNED, "", ("Ada Finch",)),
        (ACCOUNT % "Ada Finch and Bo Ray", SIGNED, "", ("Ada Finch", "Bo Ray")),
        (ACCOUNT % "Bo Ray", "<h1>Told to improve</h1><p>Photo by Cy Moss</p>", "", ("Bo Ray",)),
        (ACCOUNT % "admin", "", "", ()),
        (ACCOUNT % "Ada O&#8217;Finch", "", "", ("Ada O’Finch",)),
        ('<meta name="author" content="Eastmere Borough Council">', "", "", ()),
        ('<meta name="author" content="Ada Finch, Local Democracy Reporter">', "", "", ("Ada Finch",)),
        ('<meta property="og:site_name" content="Echo"><meta name="author" content="ECHO">', "", "", ()),
        ('<meta name="parsely-author" content="Ada Finch"><meta name="parsely-author" content="Bo Ray">', "", "", ("Ada Finch", "Bo Ray")),
        ('<meta name="sailthru.author" content="Ada Finch">', "", "", ("Ada Finch",)),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Finch">', "", "", ("Ada Finch",)),
        ('<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="4 minutes">', "", "", ()),
        ('<meta property="article:author" content="https://social.example/ada">', SIGNED, "", ("Ada Finch",)),
        ("", "<h1>Told to improve</h1>", "<p>Von Ada Finch</p>", ("Ada Finch",)),
        ("", "<h1>Told to improve</h1>", "<div class='submitted'>Submitted by afinch on 13 April 2023 - 10:55</div>", ("afinch",)),
    ],
    ids=[
        "over the story, and not in the cards under it",
        "with a day that only its style keeps apart",
        "cards alone",
        "right under the story",
        "signed by another than the account",
        "an account and its name",
        "the head names more",
        "the head alone names one",
        "an account that is nobody",
        "entities in JSON",
        "an office in the head",
        "an office behind a name in the head",
        "the site is not its own author",
        "several tags",
        "a mailer's tag",
        "a label and its value",
        "another label",
        "an address in the head",
        "a signature under the story",
        "an account with a day",
    ],
)  # fmt: skip
def test_the_head_is_weighed_with_what_readers_see(page, head, before, after, authors):
    assert page("", head=head, before=before, after=after).meta.authors == authors


@pytest.mark.parametrize("part", ["author ", "<a class=author", "<p class=author>"])
def test_a_page_of_nothing_but_hints_takes_no_time(known, part):
    assert not marked(part * 50_000, 0, len(part) * 50_000, bylines(known))
