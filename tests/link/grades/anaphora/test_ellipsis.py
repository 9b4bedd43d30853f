"""What a clause leaves out and another one says."""

import pytest


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Preventing crime was good, as was investigating crime.",
         "B good by likewise"),
        ("Preventing crime was good. So was investigating crime.",
         "B good by area_before_grade"),
        ("How good was preventing crime last time? Good.", "A good then by answer"),
        ("How good is preventing crime?\n\nGood.", "A good by answer"),
    ],
    ids=["as was B", "so was B", "an answer", "an answer in a paragraph of its own"],
)  # fmt: skip
def test_what_is_left_out_is_what_was_said(text, last, read):
    assert read(text)[-1] == last
