"""Lines beside a quotation that say whose it is."""

import pytest

from pipeline import process
from pipeline.document import Role

PAGE = "<html><body><article><h1>Rated</h1><p>{}</p><p>{}</p>{}<p>{}</p></article>"
WHO = "<b>Ann Reed</b><span>Head of Fen School</span>"
CREDITED = {
    "in the quotation's own footer": (
        "<blockquote><p>It leaked us.</p><footer>Ann Reed, head</footer></blockquote>",
        "Ann Reed, head",
    ),
    "in a cite": (
        "<blockquote><p>It leaked us.</p><cite>Son of a resident</cite></blockquote>",
        "Son of a resident",
    ),
    "in the caption of a pulled quotation": (
        '<div class="pullquote"><p>It leaked us.</p><cite>Ann Reed</cite></div>',
        "Ann Reed",
    ),
    "at the end of a letter": (
        "<blockquote><p>It leaked us.</p><p>Ann Reed, headteacher</p></blockquote>",
        "Ann Reed, headteacher",
    ),
    "in links": (
        "<blockquote><p>It leaked us.</p>Posted by <a>Ann Reed, Fen</a></blockquote>",
        "Posted by Ann Reed, Fen",
    ),
    "over a post": (
        f'<div><div class="post-author">{WHO}</div><blockquote>No.</blockquote></div>',
        "Ann Reed Head of Fen School",
    ),
}


@pytest.mark.parametrize(("markup", "credit"), CREDITED.values(), ids=CREDITED)
def test_a_line_that_says_whose_a_quotation_is_is_kept_and_told_apart(
    page, markup, credit
):
    document = page(markup)
    told = [b for b in document.blocks if b.role is Role.CREDIT]

    assert [document.words(block.extent) for block in told] == [credit]


def test_a_post_in_a_story_is_no_promotion(blocks):
    post = "<blockquote><p>Three cheers for them!</p></blockquote>"
    found = blocks(f'<div class="social-embed">{post}</div>')

    assert found == [("quote", None, "Three cheers for them!")]


def test_the_author_of_a_story_is_no_credit(page):
    quotation = "<blockquote>It leaked us.</blockquote>"
    document = page(f'<div class="author">By Ann Reed</div>{quotation}')

    assert not any(block.role is Role.CREDIT for block in document.blocks)


SPOKEN = {
    "a name with an office": ("Ann Reed, head teacher", ("Ann Reed", "head teacher")),
    "one without a name": ("Son of a resident", (None, "Son of a resident")),
    "a report": ("CQC inspection report, May 2024", (None, "report")),
    "a name alone": ("Posted by Ann Reed", ("Ann Reed", None)),
}


@pytest.mark.parametrize(("credit", "speaker"), SPOKEN.values(), ids=SPOKEN)
def test_all_paragraphs_of_a_quotation_are_whose_its_credit_says(
    sentences, credit, speaker
):
    quotation = (
        "<blockquote><p>It was warm from the first day.</p><p>They knew us.</p>"
        f"<footer>{credit}</footer></blockquote>"
    )
    first, second, last = sentences
    source = PAGE.format(first, second, quotation, last).encode()
    (quote,) = process(source).quotes

    assert quote.text == "It was warm from the first day. They knew us."
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == speaker


def test_an_office_in_a_credit_is_not_that_of_who_is_named_next(sentences):
    quotation = "<blockquote>We close.<footer>Ann Reed, head</footer></blockquote>"
    first, second, _ = sentences
    source = PAGE.format(first, second, quotation, "Tom Lo said: “It leaked.”")
    found = {
        q.text: q.speaker and q.speaker.role for q in process(source.encode()).quotes
    }

    assert found == {"We close.": "head", "It leaked.": None}


LONG = "It was said by all who had been there in those years, " * 3


@pytest.mark.parametrize(
    "words",
    ["Ann Reed, who has been the head of the school for years.", LONG],
    ids=["a credit like a sentence", "a quotation in a cite"],
)
def test_a_page_of_nothing_but_a_credit_is_read(words):
    page = f"<html><body><article><blockquote><cite>{words}</cite></blockquote>"
    document = process(page.encode()).document

    assert document.text == words.strip()
