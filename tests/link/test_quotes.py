"""Who said what, as findings: what is amiss, what is set apart, what is named."""

import pytest

from pipeline.document import BlockType, Document, Piece
from pipeline.findings import QuoteFinding
from pipeline.issues import Issue
from pipeline.link import Reading
from pipeline.link.quotes import find
from pipeline.mentions import mark
from pipeline.readers import read_text
from pipeline.run import quotes
from pipeline.segment import segment


def test_the_same_words_point_at_the_earlier_quote():
    story = (
        "Nina Kerr said: “We phoned them in March and nobody came to look.”\n\n"
        "Nina Kerr's statement in full\n\n"
        "“We phoned them in March and nobody came to look.\n\n“It leaked.”"
    )

    assert [quote.repeats for quote in quotes(story)] == [None, 0]


@pytest.fixture
def issues(known):
    """The codes of what is amiss with the quotes of a text."""

    def issues(text):
        document = segment(read_text(text, "text"), known)
        reading = Reading(document, known, mark(document, known))
        return [found.code for found in find(reading, None) if isinstance(found, Issue)]

    return issues


def test_speech_without_a_speaker_is_an_issue(issues):
    assert issues("It was late.\n\n“Nobody smiles on this corridor any more.”") == [
        "unattributed_quote"
    ]


def test_a_mark_that_never_closes_ends_with_its_paragraph(issues):
    story = "Nina Kerr said: “It leaked.\n\nNobody else spoke that day."

    assert issues(story) == ["unclosed_quote"]
    assert [(quote.text, quote.speaker.name) for quote in quotes(story)] == [
        ("It leaked.", "Nina Kerr")
    ]


ENTRIES = {
    "a verb": ("Ann Reed said: “It leaked.”", ["cues/speech.toml#say"]),
    "a noun": ("“It leaked,” was Ann Reed's verdict.", ["cues/speech.toml#noun"]),
    "a noun that governs as a verb does": (
        "Ann Reed's view is that “it should never have opened”.",
        ["cues/speech.toml#noun"],
    ),
    "a noun that introduces": (
        "Ann Reed came. Her message to residents is: “We will mend it.”",
        ["cues/speech.toml#noun"],
    ),
    "a noun in somebody's words": (
        "It was, in Ann Reed's words, “the worst week yet”.",
        ["cues/speech.toml#noun"],
    ),
    "a verb that nobody has listed": ("“It leaked,” Ann Reed riffed.", []),
    "a colon": ("Ann Reed, who chairs the council: “It leaked.”", []),
    "a verb, and the kind of who speaks": (
        "Inspectors said: “It leaked.”",
        ["cues/speech.toml#say", "cues/roles.toml#group"],
    ),
    "a heading": (
        "Ann Reed's statement in full\n\n“It leaked.”",
        ["cues/titles.toml#statement-headings"],
    ),
}


@pytest.mark.parametrize(("text", "entries"), ENTRIES.values(), ids=ENTRIES)
def test_a_trace_names_the_entries_that_decided(text, entries):
    assert [list(quote.trace.data) for quote in quotes(text)] == [entries]


def test_no_text_has_no_quotes():
    assert quotes("  ") == []


@pytest.fixture
def said_on_page(known):
    """Text and name of each quote of a page made of typed blocks."""

    def said_on_page(*pieces):
        document = Document.from_pieces(
            [Piece(text, kind) for kind, text in pieces],
            id="sha256:0",
            source="page",
            media_type="text/html",
        )
        reading = Reading(document, known, mark(document, known))
        found = [f for f in find(reading, None) if isinstance(f, QuoteFinding)]
        return [
            (" ".join(map(document.words, f.parts)), f.speaker and f.speaker.name)
            for f in found
        ]

    return said_on_page


STORY = (BlockType.PARAGRAPH, "Nina Kerr said: “It leaked in March, and again in May.”")
PAGES = {
    "a pull quote of nobody": (
        [STORY, (BlockType.QUOTE, "“I have never known it like this.”")],
        ("I have never known it like this.", None),
    ),
    "a pull quote from the story": (
        [STORY, (BlockType.QUOTE, "It leaked in March")],
        ("It leaked in March", "Nina Kerr"),
    ),
    "set apart, under a name": (
        [
            (BlockType.HEADING, "Council leader Nina Kerr"),
            (BlockType.QUOTE, "It leaked."),
        ],
        ("It leaked.", "Nina Kerr"),
    ),
    "set apart, after a lead-in": (
        [(BlockType.PARAGRAPH, "Nina Kerr wrote:"), (BlockType.QUOTE, "It leaked.")],
        ("It leaked.", "Nina Kerr"),
    ),
    "a post and who wrote it": (
        [
            (BlockType.QUOTE, "A great day for us all."),
            (BlockType.QUOTE, "— Nina Kerr (@kerr)"),
        ],
        ("A great day for us all.", "Nina Kerr"),
    ),
}


@pytest.mark.parametrize(("pieces", "expected"), PAGES.values(), ids=PAGES)
def test_a_quotation_set_apart_has_its_speaker_from_around_it(
    said_on_page, pieces, expected
):
    assert said_on_page(*pieces)[-1] == expected
