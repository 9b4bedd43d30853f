# ruff: noqa: E501 - a row of a table is a line
"""Blocks as the markup gives them, whatever the author left out."""

import pytest

P, H, I, R, Q, C = "paragraph heading list_item table_row quote caption".split()  # noqa: E741, SIM905


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h2>What was found?</h2>", [(H, 2, "What was found?")]),
        ("<h3><span>Deep</span> in it</h3>", [(H, 3, "Deep in it")]),
        ("<div>One here</div><div>Two here</div>", [(P, None, "One here"), (P, None, "Two here")]),
        ("<p>One<p>Two", [(P, None, "One"), (P, None, "Two")]),
        ("<p>In a <b>bold</b>\n  and\tbroken line", [(P, None, "In a bold and broken line")]),
        ("<p>It’s&nbsp;two&shy;fold&#8203; &amp; more</p>", [(P, None, "It’s twofold & more")]),
        ("<ul><li>One<li>Two</ul>", [(I, 1, "One"), (I, 1, "Two")]),
        (
            "<ul><li>One<ol><li>Two</li></ol></li><li>Three</ul>",
            [(I, 1, "One"), (I, 2, "Two"), (I, 1, "Three")],
        ),
        ("<ul><li><p>One</p><p>Two</p></li></ul>", [(I, 1, "One"), (I, 1, "Two")]),
        ("<blockquote><p>So be it</p></blockquote>", [(Q, None, "So be it")]),
        (
            "<blockquote>So be it<cite>Ada Finch</cite></blockquote>",
            [(Q, None, "So be it"), (P, None, "Ada Finch")],
        ),
        (
            "<blockquote><p>So be it</p><footer>Ada Finch</footer></blockquote>",
            [(Q, None, "So be it"), (P, None, "Ada Finch")],
        ),
        ("<p>In <cite>The Echo</cite> it was.</p>", [(P, None, "In The Echo it was.")]),
        ("<p>He said <q>so <q>be</q> it</q>.</p>", [(P, None, "He said “so ‘be’ it”.")]),
        (
            "<figure><img alt='x'><figcaption>The force has its base in Eastmere</figcaption></figure>",
            [(C, None, "The force has its base in Eastmere")],
        ),
        ("<p>One<!-- <p>not --> two</p>", [(P, None, "One two")]),
        ("<p>One<script>if (a<b) '<p>x</p>'</script> two</p>", [(P, None, "One two")]),
        ("<p>One <span class='sr-only'>hidden <span>so</span></span>two</p>", [(P, None, "One two")]),
        ("<p title='a > b'>One</p>", [(P, None, "One")]),
        ("<p>a < b and 3<4</p>", [(P, None, "a < b and 3<4")]),
        ("<pre>One\nTwo</pre>", [(P, None, "One Two")]),
    ],
    ids=[
        "headings have levels",
        "inline tags in a heading",
        "a div is a block",
        "paragraphs without end tags",
        "white space is folded",
        "spaces that do not break, and what is invisible",
        "items without end tags",
        "lists in lists have a depth",
        "paragraphs of an item",
        "a block quote",
        "who is cited is no part of the quote",
        "nor in its footer",
        "a cited title is part of its line",
        "inline quotations get the marks that browsers show",
        "a caption",
        "comments show nothing",
        "scripts show nothing",
        "words for screen readers show nothing",
        "a sign in an attribute ends no tag",
        "a sign that begins no tag",
        "preformatted lines",
    ],
)  # fmt: skip
def test_blocks_come_from_the_markup(blocks, markup, expected):
    assert blocks(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<p>Safe – good<br>Caring – good</p>",
            [(P, None, "Safe – good"), (P, None, "Caring – good")],
        ),
        ("<p>One.<br><br>Two.</p>", [(P, None, "One."), (P, None, "Two.")]),
        (
            "<p>It was a long line that went on and on until somebody thought of<br>breaking it.</p>",
            [(P, None, "It was a long line that went on and on until somebody thought of breaking it.")],
        ),
        ("<p>• Safe: good<br>• Caring: good</p>", [(I, 1, "• Safe: good"), (I, 1, "• Caring: good")]),
        ("<p>They were:<br>- Safe<br>- Caring</p>", [(P, None, "They were:"), (I, 1, "- Safe"), (I, 1, "- Caring")]),
        ("<p>So be it.<br>– Ada Finch</p>", [(P, None, "So be it."), (P, None, "– Ada Finch")]),
    ],
    ids=[
        "lines of a list",
        "paragraphs",
        "not in the middle of a sentence",
        "printed bullets make items",
        "dashes do, where they are several",
        "one dash is a speaker's",
    ],
)  # fmt: skip
def test_line_breaks_end_blocks(blocks, markup, expected):
    assert blocks(markup) == expected
