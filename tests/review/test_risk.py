"""Which documents somebody should look at first, and why."""

import pytest

from tests.factories import marlshire


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "unattributed quote"),
        ({"issues": []}, "quote without a speaker"),
        ({"issues": [], "quotes": []}, "possible miss × 2"),
    ],
)
def test_the_heaviest_reason_to_look_comes_first(index, changes, expected):
    made = marlshire().model_copy(update=changes)
    entry = index(made).documents[0]

    assert entry["reasons"][0] == expected


def test_what_may_mislead_makes_a_document_riskier(index):
    sound = marlshire().model_copy(update={"issues": [], "quotes": []})
    entries = index(sound, marlshire()).documents

    assert entries[0]["risk"] < entries[1]["risk"]
