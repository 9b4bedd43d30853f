"""One speaker's words under one cue."""

import pytest

from pipeline.findings import QuoteKind
from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.turns.turn import Turn
from pipeline.link.reading import Mention


def source(kind, key, gender=""):
    head = Mention(0, 9, kind, key, gender)
    return Source(0, 9, kind, head, 9)


ANN = source("person", "Ann Reed", "f")


@pytest.mark.parametrize(
    ("speaker", "subject", "kind", "may"),
    [
        (ANN, source("pronoun", "she"), QuoteKind.DIRECT, True),
        (ANN, source("pronoun", "he"), QuoteKind.DIRECT, False),
        (source("office", "head"), source("pronoun", "he"), QuoteKind.DIRECT, True),
        (ANN, source("pronoun", "she"), QuoteKind.MIXED, False),
        (ANN, ANN, QuoteKind.DIRECT, False),
        (None, source("pronoun", "she"), QuoteKind.DIRECT, False),
        (ANN, None, QuoteKind.DIRECT, False),
    ],
    ids=[
        "she, of a woman",
        "he, of a woman",
        "either, of an office",
        "after a fragment",
        "a name begins anew",
        "nobody spoke",
        "nobody goes on",
    ],
)
def test_a_pronoun_that_fits_may_go_on(speaker, subject, kind, may):
    cue = Mention(10, 17, "say", "went on", "")

    assert Turn(kind, source=speaker).may_resume(Clause(cue, subject)) is may


@pytest.mark.parametrize(
    ("pulled", "says"),
    [
        ("IT LEAKED IN MARCH, and again", True),
        ("again in March and May too", False),
        ("it leaked in March", False),
    ],
    ids=["in other letters", "in another order", "few words may be the same by chance"],
)
def test_a_pull_quote_takes_its_words_from_a_turn(story, pulled, says):
    text = story(f"“It leaked in March, and again in May too,” he said.\n\n“{pulled}”")
    said, again = text.passages

    assert Turn(QuoteKind.DIRECT, [said]).says(text, again) is says
