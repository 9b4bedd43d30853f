"""Quotes of a text, and what the rooms of the quote engine make of it on the way."""

import pytest

from pipeline.link import Reading
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.story import Story
from pipeline.mentions import mark
from pipeline.readers import read_text
from pipeline.run import quotes
from pipeline.segment import segment


def in_marks(text):
    """The quotes that are not only told; each part says what the text says."""
    for quote in quotes(text):
        for span in (*quote.parts, quote.cue, quote.speaker and quote.speaker.mention):
            assert span is None or text[span.start : span.end] == span.text
        if quote.kind != "indirect":
            yield quote


@pytest.fixture
def quoted():
    """Text and speaker (name, else role, else organisation) of each quote."""

    def quoted(text):
        return [
            (quote.text, who and (who.name or who.role or who.organisation))
            for quote in in_marks(text)
            for who in [quote.speaker]
        ]

    return quoted


@pytest.fixture
def speaker():
    """Name, role and organisation of whoever speaks last; None: nobody is named."""

    def speaker(text):
        last = list(in_marks(text))[-1].speaker
        return last and (last.name, last.role, last.organisation)

    return speaker


@pytest.fixture
def story(known):
    """A text seen for its quotations."""

    def story(text):
        document = segment(read_text(text, "text"), known)
        return Story.of(Reading(document, known, mark(document, known)))

    return story


@pytest.fixture
def clauses(story):
    """The reporting clauses of a text."""

    def clauses(text):
        return Clauses(story(text))

    return clauses
