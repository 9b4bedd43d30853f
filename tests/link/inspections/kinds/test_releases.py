"""Words that show who publishes a text: each acts on its examples, and only there."""

import pytest

import pipeline
from pipeline import knowledge
from pipeline.link.inspections.kinds.releases import _signs

KNOWN = knowledge.load()
CUES = KNOWN.cues["publishers"]
FIELDS = {"official": "official", "press-office": "office", "of-its-own": "capital"}


def test_every_cue_of_publishers_is_tested():
    assert CUES.keys() == FIELDS.keys()


@pytest.mark.parametrize("name", FIELDS)
def test_a_cue_acts_on_its_examples_alone(name):
    pattern, cue = getattr(_signs(KNOWN), FIELDS[name]), CUES[name]

    assert cue.examples
    assert [text for text in cue.examples if not pattern.search(text)] == []
    assert [text for text in cue.counterexamples if pattern.search(text)] == []


def test_a_body_in_small_letters_is_written_of_by_others():
    small = _signs(KNOWN).small

    assert small.search("When the college was inspected, it was full.")
    assert not small.search("When the College was inspected, it was full.")


LEAD = "The Care Quality Commission has rated Elm House care home in Saltby good.\n\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Elm House is good\n\nBy our health editor\n\n{LEAD}", "news_article"),
        (f"Elm House is good\n\nFrom our own correspondent\n\n{LEAD}", "news_article"),
        (
            f"‘Our home isn’t a headline’: manager’s plea for Elm House\n\n{LEAD}",
            "news_article",
        ),
        (
            f"Elm House is good\n\n{LEAD}How good is our staff team?\n\nVery good\n",
            "news_article",
        ),
        (
            f"Elm House is good\n\n{LEAD}Ann Reed said: “I’m proud of our staff.”\n",
            "news_article",
        ),
        (
            f"Elm House is good\n\n{LEAD}We were rated good for our leadership.\n",
            "press_release",
        ),
    ],
    ids=[
        "a byline",
        "a correspondent",
        "a quotation",
        "names of areas",
        "a short quotation",
        "its own",
    ],
)
def test_we_of_a_paper_a_quotation_or_an_area_is_nobodys_own_voice(text, kind):
    assert pipeline.process(text).document.kind == kind
