"""Areas told by how many they are."""

import pytest

THREE = "Three areas were inadequate."
MORE = "investigating crime and managing offenders"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{THREE} These were preventing crime, {MORE}.",
         ["A inadequate by named_next", "B inadequate by named_next",
          "C inadequate by named_next"]),
        (f"{THREE} Preventing crime was among the three.",
         ["A inadequate by among_them"]),
        (f"{THREE} These were preventing crime and investigating crime.", []),
        (f"{THREE} Three were good. Preventing crime was among the three.", []),
    ],
    ids=["so many names", "one of so many", "fewer names", "two grades of so many"],
)  # fmt: skip
def test_a_count_tells_which_grade_is_meant(text, expected, read):
    assert read(text) == expected
