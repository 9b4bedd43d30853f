"""Wordings of areas are compared by the stems of their words."""

import pytest

from pipeline.wordings import lexicon, stem


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("investigating", "investigation"),
        ("managing", "management"),
        ("preventing", "prevention"),
        ("treating", "treatment"),
        ("offenders", "offender"),
        ("recording", "records"),
    ],
)
def test_a_stem_is_shared_by_a_verb_and_its_noun(word, same):
    assert stem(word, {}) == stem(same, {})


@pytest.mark.parametrize(
    ("word", "other"), [("caring", "care"), ("responsive", "response")]
)
def test_families_keep_apart_what_endings_would_join(word, other, known):
    families = lexicon(known).families

    assert stem(word, families) != stem(other, families)
