"""A grade of an area that no framework has is kept in its own words."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was rated good for use of drones.",
         ["use of drones good by unheard_of_area"]),
        ("It was rated good for the second time.", []),
        ("It was rated good for preventing crime.", ["A good by grade_before_area"]),
    ],
    ids=["an area", "none", "one that is known"],
)  # fmt: skip
def test_an_area_unheard_of_keeps_its_words(text, expected, read):
    assert read(text) == expected
