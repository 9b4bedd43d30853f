"""Then and now in one sentence."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The force was rated good at preventing crime, up from inadequate.",
         ["A good by grade_before_area", "A inadequate then by compared"]),
        ("Preventing crime, inadequate in 2018, is now rated good.",
         ["A inadequate then by apposed", "A good by apposed"]),
        ("Preventing crime was rated good in 2018 and has been rated good again.",
         ["A good then by area_before_grade", "A good by and_now"]),
    ],
    ids=["up from", "in apposition", "twice"],
)  # fmt: skip
def test_an_earlier_grade_stands_beside_todays(text, expected, read):
    assert read(text) == expected
