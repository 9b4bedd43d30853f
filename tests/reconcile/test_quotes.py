"""Quotes as records: joined text, the section they stand in, what they repeat."""

from dataclasses import replace

import pytest

from pipeline.document import BlockType, Document, Extent, Piece
from pipeline.findings import QuoteFinding, QuoteKind, Speaker, Trace
from pipeline.reconcile.quotes import quote_records
from pipeline.segment import segment

KERR = Speaker("Nina Kerr", "chair", None, None)


@pytest.fixture
def document(known):
    """A document of paragraphs; a line that begins with # is a heading."""

    def of(text):
        pieces = [
            Piece(
                line.removeprefix("# "),
                BlockType.HEADING if line.startswith("#") else BlockType.PARAGRAPH,
                level=1 if line.startswith("#") else None,
            )
            for line in text.splitlines()
        ]
        page = Document.from_pieces(
            pieces, id="sha256:0", source="page", media_type="text/html"
        )
        return segment(page, known)

    return of


def finding(document, *parts, kind=QuoteKind.DIRECT, speaker=KERR, nth=0):
    """A quote of words of the text, the nth time they stand there."""
    extents = []
    for words in parts:
        start = -1
        for _ in range(nth + 1):
            start = document.text.index(words, start + 1)
        extents.append(Extent(start, start + len(words)))
    resolved_by = "cue" if speaker else None
    trace = Trace("quotes.reported_before")
    return QuoteFinding(kind, tuple(extents), None, speaker, resolved_by, trace)


@pytest.fixture
def quotes(document):
    """The records of quotes given as tuples of parts, in a text."""

    def of(text, *turns, **more):
        page = document(text)
        return quote_records(page, [finding(page, *parts, **more) for parts in turns])

    return of


def test_parts_are_joined_by_a_space(quotes):
    (quote,) = quotes(
        "“It leaked,” she said. “Nobody helped.”", ("It leaked,", "Nobody helped.")
    )

    assert quote.text == "It leaked, Nobody helped."
    assert [part.text for part in quote.parts] == ["It leaked,", "Nobody helped."]


def test_white_space_inside_a_part_is_one_space(quotes):
    (quote,) = quotes("“It\u00a0 leaked.”", ("It\u00a0 leaked.",))

    assert quote.text == "It leaked."
    assert quote.parts[0].text == "It\u00a0 leaked."


def test_quotes_are_in_the_order_of_the_text(quotes):
    found = quotes("“One.” “Two.”", ("Two.",), ("One.",))

    assert [quote.text for quote in found] == ["One.", "Two."]


def test_a_quote_has_the_section_it_begins_in(quotes):
    text = "“It leaked.”\n# The response\n“Nobody helped.”"

    found = quotes(text, ("It leaked.",), ("Nobody helped.",))

    assert [quote.section for quote in found] == [0, 1]


def test_a_speaker_has_how_he_was_found(quotes):
    (quote,) = quotes("“It leaked.”", ("It leaked.",))

    assert (quote.speaker.name, quote.speaker.resolved_by) == ("Nina Kerr", "cue")


def test_nobody_stays_nobody(quotes):
    (quote,) = quotes("“It leaked.”", ("It leaked.",), speaker=None)

    assert quote.speaker is None


def test_a_speaker_without_a_way_to_him_is_an_error(document):
    page = document("“It leaked.”")
    unfounded = replace(finding(page, "It leaked."), resolved_by=None)

    with pytest.raises(ValueError, match="without a way"):
        quote_records(page, [unfounded])


LONG = "nobody helped at the cellar in March"
REPEATS = {
    "the same words": (LONG, LONG, 0),
    "another case and other marks": (LONG, "Nobody helped at the cellar, in March!", 0),
    "a part of them": (LONG, "helped at the cellar in March", 0),
    "too few words": ("it leaked", "it leaked", None),
    "other words": (LONG, "we will mend the roof before May", None),
    "the same words in another order": (
        LONG,
        "in March the cellar at helped nobody",
        None,
    ),
}


@pytest.mark.parametrize(("first", "second", "repeats"), REPEATS.values(), ids=REPEATS)
def test_a_quote_repeats_an_earlier_one_by_its_runs_of_words(
    document, first, second, repeats
):
    page = document(f"“{first}” | “{second}”")
    start = page.text.rindex(second)
    again = finding(page, first)
    again = replace(again, parts=(Extent(start, start + len(second)),))

    records = quote_records(page, [finding(page, first), again])

    assert [quote.repeats for quote in records] == [None, repeats]


def test_the_latest_of_several_is_repeated(document):
    page = document(" | ".join([LONG] * 3))

    records = quote_records(page, [finding(page, LONG, nth=nth) for nth in range(3)])

    assert [quote.repeats for quote in records] == [None, 0, 1]


def test_reported_speech_repeats_nothing(document):
    page = document(f"{LONG} | {LONG}")
    turns = [
        finding(page, LONG),
        finding(page, LONG, nth=1, kind=QuoteKind.INDIRECT),
    ]

    assert [quote.repeats for quote in quote_records(page, turns)] == [None, None]
