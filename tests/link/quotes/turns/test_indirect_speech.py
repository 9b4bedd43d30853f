"""What somebody says without marks."""

import pytest

from pipeline.run import quotes

INDIRECT = {
    "a verb of speaking": (
        "Nina Kerr said the cellar had failed. Tom Reed hoped it would hold.",
        [("the cellar had failed", "Nina Kerr")],
    ),
    "after that": (
        "Nina Kerr warned last week that cooks were leaving in droves.",
        [("cooks were leaving in droves", "Nina Kerr")],
    ),
    "up to another who says something": (
        "Nina Kerr said the cellar had failed, and added that it was cold.",
        [("the cellar had failed", "Nina Kerr")],
    ),
    "about something": ("Nina Kerr said about the cellar nobody wanted a word.", []),
    "too few words": ("Nina Kerr said that it failed.", []),
    "a heading": ("Nina Kerr says the cellar has failed\n\nIt is cold.", []),
    "the words stand before": ("The cellar had failed in March, Nina Kerr said.", []),
}


@pytest.mark.parametrize(("text", "expected"), INDIRECT.values(), ids=INDIRECT)
def test_a_clause_with_a_subject_is_told(text, expected):
    found = quotes(text)

    assert [(quote.text, quote.speaker.name) for quote in found] == expected
    assert {quote.kind for quote in found} <= {"indirect"}
