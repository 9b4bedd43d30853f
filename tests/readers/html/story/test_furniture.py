"""The words of furniture.toml do what their examples say."""

import pytest

from pipeline import knowledge
from pipeline.document import BlockType
from pipeline.readers.html.page.blocks import Candidate
from pipeline.readers.html.story.furniture import furniture

KNOWN = knowledge.load()
CUES = KNOWN.cues["furniture"]
FURNITURE = furniture(KNOWN)
LINES = (
    "pointer",
    "label",
    "invitation",
    "follow",
    "consent",
    "solicitation",
    "rights",
)


def block(text):
    return Candidate(
        [], BlockType.PARAGRAPH, None, 0, 0, None, None, broken=False, text=text
    )


def rows(kind):
    return [(name, text) for name in LINES for text in getattr(CUES[name], kind)]


@pytest.mark.parametrize(("cue", "text"), rows("examples"))
def test_an_example_is_furniture(cue, text):
    assert FURNITURE.holds(block(text)), cue


@pytest.mark.parametrize(("cue", "text"), rows("counterexamples"))
def test_a_counterexample_is_none(cue, text):
    assert not FURNITURE.holds(block(text)), cue


@pytest.mark.parametrize("word", CUES["governs"].words)
def test_a_line_governs_its_list(word):
    assert FURNITURE.governs(block(f"The {word} in question:"))
    assert not FURNITURE.governs(block(f"The {word} in question."))


def test_each_list_has_examples_to_test():
    assert all(CUES[name].examples and CUES[name].counterexamples for name in LINES)
