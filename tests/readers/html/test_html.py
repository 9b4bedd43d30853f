# ruff: noqa: E501 - a row of a table is a line
"""Pages as they come: saved, cut off, lying, hostile."""

import gzip
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import EmptyInput, LimitExceeded, ReadError
from pipeline.mentions import mark
from pipeline.readers import read_bytes

STORY = (
    "<p>Eastmere Police was graded good at preventing crime, inspectors wrote.</p>"
    "<p>“We’ll keep at it – and soon,” said its chief constable, Ada Finch.</p>"
)


def read(markup, encoding="utf-8"):
    return read_bytes(markup.encode(encoding), "page.html")


@pytest.mark.parametrize(
    "markup",
    [
        f"<html><head><meta charset='utf-8'></head><body>{STORY}</body></html>",
        STORY,
        f'<html><body>{STORY}<p class="cut o',
        f"<html><body>{STORY}<!-- cut off",
        f"<html><body>{STORY}<script>cut off",
        f"<html><body><script>{'x = 1;' * 200_000}</script>{STORY}",
        f"{'<div>' * 100_000}{STORY}{'</div>' * 100_000}",
        f"<html><body><form id='aspnetForm'>{STORY}</form></body></html>",
        f"<html><body><nav>{STORY}</nav></body></html>",
        f"<!-- saved from url=(0042)https://echo.example/ -->\n<html><body>{STORY}",
        f"<html><head><title>Told to improve</title><body>{STORY}",
        f"<head><title>Told to improve</title>{STORY}",
        f"<html><body><svg><path d='x'>{STORY}",
        f"<html><body><nav>{STORY}",
        f"<html><body><select><option>Choose{STORY}",
        f"<html xmlns='http://www.w3.org/1999/xhtml'><body>\r\n{STORY}",
    ],
    ids=[
        "whole",
        "no body",
        "cut off in a tag",
        "cut off in a comment",
        "cut off in a script",
        "a megabyte of script",
        "100,000 nested elements",
        "one form around everything",
        "navigation around everything",
        "saved by a browser",
        "a head without an end",
        "a head without end or body",
        "a drawing without an end",
        "navigation without an end",
        "a choice without an end",
        "XHTML",
    ],
)
def test_the_story_is_read(markup):
    document = read(markup)
    assert document.text.startswith("Eastmere Police was graded good")
    assert document.text.endswith("Ada Finch.")
    assert document.media_type == "text/html"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_the_charset_may_lie(encoding):
    document = read(f"<html><head><meta charset='utf-8'></head>{STORY}", encoding)
    assert "“We’ll keep at it – and soon,”" in document.text


def test_a_declared_charset_is_believed():
    markup = "<html><head><meta charset='koi8-r'></head><p>Школа работает хорошо.</p>"
    assert "Школа работает хорошо." in read(markup, "koi8-r").text


def test_a_packed_page_is_the_same_page():
    data = STORY.encode("utf-8")
    assert read_bytes(gzip.compress(data), "a").id == read_bytes(data, "b").id


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        ("<html><body></body></html>", EmptyInput),
        (
            "<html><frameset><frame src=a><noframes>none</noframes></frameset>",
            EmptyInput,
        ),
        ("<html><body>" + "<p>word" * 30_000, LimitExceeded),
        ("<html><body><p>" + "word " * 300_000, LimitExceeded),
    ],
    ids=["nothing shown", "frames", "too many blocks", "too long"],
)
def test_what_is_no_story_is_a_clear_error(markup, error):
    with pytest.raises(error, match=r"page\.html: .+; .+"):
        read(markup)


@pytest.mark.parametrize(
    "bomb",
    ["<", "<a", "<p a='", "&", "<!--", "<q>", "</p>", "<span hidden>", "<textarea>", "<a href="],
)  # fmt: skip
def test_repeated_debris_takes_linear_time(bomb):
    assert read(STORY + bomb * 20_000).text.startswith("Eastmere Police")


def test_identical_paragraphs_and_headings_keep_their_order():
    toc = "<ul><li>How it was graded by inspectors</li></ul>"
    body = f"{STORY}<h2>How it was graded by inspectors</h2>{STORY}"
    document = read(f"<html><body><nav>{toc}</nav><article>{body}</article>")
    kinds = [block.type.value for block in document.blocks]
    assert kinds == ["paragraph", "paragraph", "heading", "paragraph", "paragraph"]


SOUP = st.lists(
    st.sampled_from(
        (
            *(
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<td>",
                "<tr>",
                "<table>",
                "</table>",
                "<q>",
            ),
            *("<li>", "<ul>", "</ul>", "<dl>", "<dt>", "<dd>", "<h2>", "</h2>", "<br>"),
            *(
                "<a href=x>",
                "</a>",
                "<nav>",
                "</nav>",
                "<blockquote>",
                "<svg>",
                "</svg>",
            ),
            *(
                "<figure>",
                "<script>",
                "</script>",
                "<!--",
                "-->",
                "<",
                "&",
                "&nbsp;",
                "</",
            ),
            *(
                "Area",
                "Good",
                " ",
                "\t",
                "\n",
                "\x0c",
                "\u00a0",
                "\u200b",
                "\u2028",
                "é\u0301",
            ),
            *(
                "The force was graded good at preventing crime.",
                "“Yes,” she said.",
                "\0",
            ),
        )
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_any_soup_gives_sound_blocks_or_a_clear_error(known, soup):
    with suppress(ReadError):
        document = read(f"<html><body>{soup}</body></html>")
        for block in document.blocks:
            words = document.words(block.extent)
            assert words == words.strip() != ""
            assert all(document.words(cell) in words for cell in block.cells)
        mark(document, known)  # every block falls on token borders
