"""Every span of a page's text leads back to the raw page that shows it."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.readers import read_bytes
from pipeline.readers.html.page.tokens import BLOCKS

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff\0"))


class Shown(HTMLParser):
    """What a stretch of markup shows, told by another parser than ours."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        del attrs
        self.silent += tag in {"script", "style"}
        self.parts.append("“" if tag == "q" else " " if tag in BLOCKS else "")

    def handle_endtag(self, tag):
        self.silent -= tag in {"script", "style"} and self.silent > 0
        self.parts.append("”" if tag == "q" else " " if tag in BLOCKS else "")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


def shown(markup):
    parser = Shown()
    parser.feed(markup)
    parser.close()
    return "".join("".join(parser.parts).translate(INVISIBLE).split())


def squeezed(text):
    return "".join(text.split())


WORDS = st.sampled_from(
    (
        *(
            "Eastmere",
            "Police",
            "was",
            "graded",
            "good",
            "&amp;",
            "&nbsp;",
            "&#8220;We",
        ),
        *(
            "&rsquo;ll",
            "im\u00adprove",
            "it\u200bself",
            "&hellip;",
            "\n  ",
            "\t",
            "\r\n",
        ),
        *("AT&T", "a < b", "<b>bold</b>", "<i class='x > y'>it", "</i>", "<!-- no -->"),
        *(
            "<q>so</q>",
            "<br>",
            "<wbr>",
            "&notin;",
            "&shy;",
            "\u00a0",
            "😀",
            "&#x1F600;",
        ),
        *(
            '<span title="a\'b">s</span>',
            "<script>if (a < b) {}</script>",
            "£40",
            "end.",
        ),
    )
)
RUNS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
GLUED = st.lists(WORDS, min_size=1, max_size=25).map("".join)
BLOCK = st.tuples(
    st.sampled_from(["p", "div", "h2", "li", "blockquote", "td", "dd", "section"]),
    RUNS | GLUED,
).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>")
PAGE = st.lists(BLOCK, min_size=1, max_size=8).map(
    lambda blocks: (
        "<html><body><article>" + "\n".join(blocks) + "</article></body></html>"
    )
)


def read(markup):
    return read_bytes(markup.encode("utf-8"), "page.html")


@settings(max_examples=150, deadline=None)
@given(PAGE, st.data())
def test_decoding_the_raw_stretch_gives_the_words(page, data):
    page = f"<p>The inspectors came in spring and wrote a long report.</p>{page}"
    document = read(page)
    for block in document.blocks:
        start = data.draw(st.integers(block.start, block.end - 1))
        end = data.draw(st.integers(start + 1, block.end))
        words = squeezed(document.text[start:end])
        raw = document.raw_span(start, end)
        if raw is None:
            assert not words
        elif words:
            assert shown(page[raw.start : raw.end]) == words


def test_a_span_leads_to_the_exact_characters():
    page = "<p>Eastmere &amp; Westmarch   Police <b>was</b>\ngraded &ldquo;good&rdquo;"
    document = read(page)
    for words, markup in [
        ("Police", "Police"),
        ("&", "&amp;"),
        ("Westmarch Police", "Westmarch   Police"),
        ("was graded", "was</b>\ngraded"),
        ("“good”", "&ldquo;good&rdquo;"),
    ]:
        start = document.text.index(words)
        raw = document.raw_span(start, start + len(words))
        assert page[raw.start : raw.end] == markup


def test_what_stands_between_blocks_leads_nowhere():
    page = "<p>The inspectors came in spring.</p><p>They wrote a long report.</p>"
    document = read(page)
    gap = document.text.index("\n\n")
    assert document.raw_span(gap, gap + 2) is None
    assert document.raw_span(3, 3) is None


def test_plain_text_leads_back_over_folded_line_ends():
    raw = "\ufeffone\r\ntwo\rthree\n\r\nfour"
    document = read_bytes(raw.encode("utf-8"), "story.txt")
    for words in ("one", "two", "three", "four"):
        start = document.text.index(words)
        span = document.raw_span(start, start + len(words))
        assert raw[1:][span.start : span.end] == words
