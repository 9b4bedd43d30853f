"""Who said what: turns, cues, speakers, references, repeats."""

import pytest

from pipeline.run import quotes


def said(text):
    """Text and speaker (name, else role, else organisation) of each quote."""
    return [
        (quote.text, voice(quote.speaker))
        for quote in quotes(text)
        if quote.kind != "indirect"
    ]


def voice(speaker):
    return speaker and (speaker.name or speaker.role or speaker.organisation)


SHAPES = {
    "said before": (
        "Mara Voss said: “It failed.”",
        [("It failed.", "Mara Voss")],
    ),
    "said after": (
        '"It failed in March," Mara Voss said.',
        [("It failed in March,", "Mara Voss")],
    ),
    "inverted": (
        "“It failed,” said Mara Voss, an engineer.",
        [("It failed,", "Mara Voss")],
    ),
    "interrupted by its clause": (
        '"It failed," said Mara Voss. "Nobody looked."',
        [("It failed, Nobody looked.", "Mara Voss")],
    ),
    "interrupted inside a sentence": (
        '"If it fails," Mara Voss said, "we pay."',
        [("If it fails, we pay.", "Mara Voss")],
    ),
    "each paragraph opens, the last closes": (
        "Mara Voss said: “It failed.\n\n“Nobody looked.\n\n“Never again.”",
        [("It failed. Nobody looked. Never again.", "Mara Voss")],
    ),
    "every paragraph closes": (
        "Mara Voss said: “It failed.”\n\n“Nobody looked.”",
        [("It failed. Nobody looked.", "Mara Voss")],
    ),
    "an advert between the paragraphs": (
        "Mara Voss said: “It failed.\n\n- Advertisement -\n\n“Nobody looked.”",
        [("It failed. Nobody looked.", "Mara Voss")],
    ),
    "paragraph breaks lost": (
        'Mara Voss said:\n“It failed. “Nobody looked. “Never again."',
        [("It failed. Nobody looked. Never again.", "Mara Voss")],
    ),
    "the clause ends the paragraph before": (
        "Mara Voss, who leads the council, said:\n\n“It failed.”",
        [("It failed.", "Mara Voss")],
    ),
    "a new introduction begins a new quote": (
        "Mara Voss said: “It failed.”\n\nShe added: “Nobody looked.”",
        [("It failed.", "Mara Voss"), ("Nobody looked.", "Mara Voss")],
    ),
    "a fragment and the sentence after it": (
        "Mara Voss said she was “not amused”. “We worked hard,” she said.",
        [("not amused", "Mara Voss"), ("We worked hard,", "Mara Voss")],
    ),
    "single marks and apostrophes": (
        "Mara Voss said: 'The officers' work wasn't seen, and that's that.'",
        [("The officers' work wasn't seen, and that's that.", "Mara Voss")],
    ),
    "doubled single marks": (
        "''It failed,'' Mara Voss said. ''Nobody looked.''",
        [("It failed, Nobody looked.", "Mara Voss")],
    ),
    "guillemets": (
        "Mara Voss said: «It failed.»",
        [("It failed.", "Mara Voss")],
    ),
    "curly to open, straight to close": (
        'Mara Voss said: “It failed."',
        [("It failed.", "Mara Voss")],
    ),
    "quoted inside the quote": (
        "Mara Voss said: “He told me ‘go home’ twice.”",
        [("He told me ‘go home’ twice.", "Mara Voss")],
    ),
    "a dash and an ellipsis": (
        "“It failed…” said Mara Voss – “and nobody looked.”",
        [("It failed… and nobody looked.", "Mara Voss")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_turn_is_whole(text, expected):
    assert expected == said(text)


NO_QUOTES = {
    "a grade label": "Northshire Police was graded ‘requires improvement’ overall.",
    "a title": 'Her report, entitled "Keeping Northshire Safe", runs to nine pages.',
    "a term": "The force was moved to what is known as 'Engage' last month.",
    "a nickname": 'Mark "Jonesy" Jones, 51, drives the bus.',
    "apostrophes alone": "The officers' dogs' kennels weren't cleaned in the '90s.",
    "a cross-head": "Mara Voss was cross.\n\n'Left at risk'\n\nNobody came.",
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_marks_alone_make_no_quote(text):
    assert said(text) == []
