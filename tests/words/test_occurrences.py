"""Words are found in a long text as in a short one: wherever the characters stand."""

import re

import pytest

from pipeline.words.occurrences import Occurrences

TEXT = "We ran on and on.\n\nShe ran on, and on and on it went: on-\nand-on, ran on."


@pytest.mark.parametrize("long", [0, 10_000], ids=["looked up", "looked for"])
@pytest.mark.parametrize(
    "words",
    ["on", "on and on", "n and o", "ran on", "an on.", "She ran on, and", "on it w",
     "and on and off", "went", "ent: on", "-\nand", "", "ran on.", "We", "zan on"],
)  # fmt: skip
def test_all_places_are_found(monkeypatch, words, long):
    monkeypatch.setattr("pipeline.words.occurrences._LONG", long)
    places = [m.start() for m in re.finditer(f"(?={re.escape(words)})", TEXT)]

    assert sorted(Occurrences(TEXT).of(words)) == places
    assert Occurrences(TEXT).first(words) == (places[0] if places else -1)


def test_words_that_many_others_begin_or_end_like_are_found(monkeypatch):
    monkeypatch.setattr("pipeline.words.occurrences._LONG", 0)
    text = " ".join(f"a{number} {number}b" for number in range(100))

    found = sorted(Occurrences(text).of("b a"))

    assert found == [m.start() for m in re.finditer("b a", text)]
