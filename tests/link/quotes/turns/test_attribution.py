"""The rules in their order: which of them has the words."""

import pytest

SHAPES = {
    "said before": (
        "Nina Kerr said: “It leaked.”",
        [("It leaked.", "Nina Kerr")],
    ),
    "said after": (
        '"It leaked in March," Nina Kerr said.',
        [("It leaked in March,", "Nina Kerr")],
    ),
    "inverted": (
        "“It leaked,” said Nina Kerr, a glazier.",
        [("It leaked,", "Nina Kerr")],
    ),
    "a new introduction begins a new quote": (
        "Nina Kerr said: “It leaked.”\n\nShe added: “Nobody helped.”",
        [("It leaked.", "Nina Kerr"), ("Nobody helped.", "Nina Kerr")],
    ),
    "a fragment and the sentence after it": (
        "Nina Kerr said she was “far from glad”. “We worked hard,” she said.",
        [("far from glad", "Nina Kerr"), ("We worked hard,", "Nina Kerr")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_turn_is_whole(quoted, text, expected):
    assert quoted(text) == expected
