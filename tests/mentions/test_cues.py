"""Words of speaking, and that each cue of the data does what it is there for."""

import pytest

from pipeline import knowledge
from pipeline.run import quotes

SPEECH = knowledge.load().cues["speech"]
EXAMPLES = [(name, text) for name, cue in SPEECH.items() for text in cue.examples]
COUNTEREXAMPLES = [
    (name, text) for name, cue in SPEECH.items() for text in cue.counterexamples
]


def marked(nlp, text):
    doc = nlp.get_pipe("cues")(nlp.make_doc(text))
    return [(span.label_, span.kb_id_) for span in doc.spans["cues"]]


KINDS = {
    "a verb": ("Kerr said no.", ("say", "said")),
    "several words": ("Kerr went on to win.", ("say", "went on")),
    "a participle": ("Kerr left, adding a word.", ("saying", "adding")),
    "a name given": ("Kerr called it a joke.", ("call", "called")),
    "a preposition": (
        "It is late, according to Kerr.",
        ("according-to", "according to"),
    ),
    "a noun": ("That was her verdict.", ("noun", "verdict")),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_a_cue_is_marked_with_its_kind(nlp, text, expected):
    assert expected in marked(nlp, text)


@pytest.mark.parametrize("text", ["The United States left.", "Mr Says left."])
def test_a_capital_inside_a_sentence_makes_a_name(nlp, text):
    assert marked(nlp, text) == []


def test_every_kind_of_cue_has_an_example():
    kinds = {"say", "saying", "call", "according-to", "noun", "indirect"}

    assert kinds <= {name for name, _ in EXAMPLES}


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_an_example_yields_a_quote_with_a_speaker(name, text):
    found = quotes(text)

    assert found, name
    assert all(quote.speaker and quote.speaker.name for quote in found), name


@pytest.mark.parametrize(("name", "text"), COUNTEREXAMPLES)
def test_a_counterexample_yields_none(name, text):
    assert quotes(text) == [], name
