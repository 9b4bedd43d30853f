"""Blocks that announce a list of grades: each cue acts on its examples alone."""

import pytest

from pipeline import knowledge
from pipeline.link.grades.layout.leads import _announces

KNOWN = knowledge.load()
NAMES = ("announcing", "announced", "announcing_verb")


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_announced_by_these_words_before_a_colon(name):
    cue, pattern = KNOWN.cues["grading"][name], _announces(KNOWN)

    assert cue.examples
    assert [text for text in cue.examples if not pattern.search(text)] == []
    assert [text for text in cue.counterexamples if pattern.search(text)] == []
