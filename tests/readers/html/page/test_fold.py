"""What a stretch of raw page shows, and where each character stands."""

import pytest

from pipeline.readers.html.page.fold import folded


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (" one  two ", "one two"),
        ("one\n\ttwo", "one two"),
        ("one&nbsp;two", "one two"),
        ("one &nbsp; two", "one two"),
        ("im&shy;prove", "improve"),
        ("im\u00adprove\u200b", "improve"),
        ("a&amp;b &lt;c&gt; &quot;d&quot; &#8217; &#x2019;", 'a&b <c> "d" ’ ’'),
        ("AT&T &unknown; &", "AT&T &unknown; &"),
        ("&#0;&#1;x", "\ufffdx"),
        ("<b>bo</b>ld", "bold"),
        ("<b>Safe</b><i>Good</i>", "Safe Good"),
        ("<b>in</b><i>spected</i>", "inspected"),
        ("Mc<b>Donald</b>", "McDonald"),
        ("", ""),
        ("<b> </b>", ""),
    ],
)
def test_markup_is_folded_to_what_a_reader_sees(raw, shown):
    text, runs, _ = folded(raw, [(0, len(raw), None, False)])
    assert text == shown
    assert [run.end for run in runs[:-1]] == [run.start for run in runs[1:]]
    assert not text or (runs[0].start, runs[-1].end) == (0, len(text))


def test_characters_in_links_are_counted():
    raw = "Read <a>the &amp; report</a> now"
    text, _, linked = folded(
        raw, [(0, 5, None, False), (8, 24, None, True), (28, 32, None, False)]
    )
    assert (text, linked) == ("Read the & report now", len("the & report"))
