"""What is said of a word is said once; phrases are looked for where one can begin."""

import pytest

from pipeline.mentions import lexicon
from pipeline.mentions.lexicon import Remembered, Vocabulary


def test_what_is_said_of_a_word_is_said_once():
    asked = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))

    assert [lengths["force"], lengths["force"]] == [5, 5]
    assert asked == ["force"]


def test_a_word_that_is_too_long_to_come_again_is_not_kept():
    lengths = Remembered(len)

    assert lengths["x" * 51] == 51
    assert lengths == {}


def test_no_more_words_are_kept_than_are_wanted(monkeypatch):
    monkeypatch.setattr(lexicon, "REMEMBERED", 2)
    lengths = Remembered(len)

    assert [lengths[word] for word in ("a", "bb", "ccc")] == [1, 2, 3]
    assert len(lengths) <= 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Chief Constable left.", ["chief constable"]),
        ("A mischief constable left.", []),
        ("The chief chief constable left.", ["chief constable"]),
    ],
    ids=["wherever its first word stands", "never inside a word", "and fits"],
)
def test_a_phrase_is_found(text, found):
    vocabulary = Vocabulary(["chief constable"], r"chief constable\b")

    assert [match.group() for match in vocabulary.matches(text)] == found
