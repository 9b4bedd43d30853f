"""Roles told by what somebody does."""

import pytest

SPEAKERS = {
    "who does something": (
        "Simon Reed, who chairs the Northshire Police Federation: “It leaked.”",
        ("Simon Reed", "chair", "Northshire Police Federation"),
    ),
    "who leads what has no name": (
        "Ann Reed, who leads the opposition and is no friend, said: “It leaked.”",
        ("Ann Reed", "opposition leader", None),
    ),
    "who led the inspection": (
        "Ann Reed, who led the inspection, said: “It leaked.”",
        ("Ann Reed", "lead inspector", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_whoever_does_it_has_the_role(speaker, text, expected):
    assert speaker(text) == expected
