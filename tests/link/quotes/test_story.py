"""A text seen for its quotations."""

import pytest

from pipeline.link.quotes.story import COVER


def test_passages_are_covered_and_offsets_stay(story):
    text = "Kerr said: “It leaked.” Then he left."
    seen = story(text)

    assert len(seen.outside) == len(text)
    assert seen.outside.replace(COVER, "") == "Kerr said:  Then he left."


def test_what_is_said_ends_no_sentence_of_the_narration(story):
    text = "It was “cold. Very cold” there, he said. Then he left."
    seen = story(text)

    assert seen.sentence(0) == (0, text.index("Then"))


def test_people_and_cues_in_a_passage_are_not_the_narrations(story):
    seen = story("“Tom Lo said no,” said Ann Reed.")

    assert [m.key for m in seen.people] == ["Ann Reed"]
    assert [m.key for m in seen.cues] == ["said"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("What Ann Reed says", True),
        ("Ann Reed spoke.", False),
        ("Ann Reed spoke:", False),
        ("It rained on and on " * 9, False),
    ],
    ids=["short", "a stop", "a colon", "many words"],
)
def test_a_heading_is_short_and_has_no_stop(story, line, heading):
    assert story(f"{line}\n\nIt rained.").is_heading(0) is heading


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("It leaked.", True),
        ("it leaked.", False),
        ("It leaked", False),
        ("It leaked on us in all of May", True),
    ],
    ids=["a capital and a stop", "no capital", "no stop", "many words need no stop"],
)
def test_a_passage_may_read_as_a_sentence(story, words, sentence):
    seen = story(f"Ann Reed said: “{words}” then.")

    assert seen.reads_as_sentence(seen.passages[0]) is sentence


def test_a_story_has_the_marks_that_most_of_its_passages_have(story):
    assert story("He said: ‘No.’ She said: ‘Yes.’ It said: “Oh.”").family == "single"
    assert story("He said: “No.” She said: “Yes.” It said: ‘Oh.’").family == "double"
