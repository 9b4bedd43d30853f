"""Turns as they are found: what is one quote, and what are two."""

import pytest

from pipeline.run import quotes


def test_fragments_of_one_clause_are_parts_of_one_mixed_quote():
    (quote,) = quotes("Nina Kerr said it was “late” and far “too dear for us”.")

    assert (
        quote.kind,
        [part.text for part in quote.parts],
    ) == ("mixed", ["late", "too dear for us"])


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        (
            "Gulls “own the old pier”, Nina Kerr wrote, and the terns “pay it rent”.",
            ["own the old pier", "pay it rent"],
        ),
        (
            "According to Nina Kerr, cooks “sing all day” and porters are “as loud”.",
            ["sing all day", "as loud"],
        ),
        (
            "Nina Kerr said the pier was “falling apart” and that gulls “own it now”.",
            ["falling apart", "own it now"],
        ),
    ],
    ids=["another subject", "another subject and verb", "another clause"],
)
def test_fragments_of_two_clauses_are_quotes_of_their_own(text, fragments):
    found = quotes(text)

    assert [(q.kind, q.text, q.speaker.name) for q in found] == [
        ("mixed", fragment, "Nina Kerr") for fragment in fragments
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nina Kerr said: “it leaked for years”.", "direct"),
        ("Nina Kerr said, “It leaked.”", "direct"),
        ("Nina Kerr said it was “too damp for anyone”.", "mixed"),
        ("Nina Kerr called it “A damp old hole”.", "mixed"),
    ],
    ids=["after a colon", "a whole sentence", "a fragment", "what something is called"],
)
def test_whole_sentences_are_direct(text, kind):
    assert [quote.kind for quote in quotes(text)] == [kind]
