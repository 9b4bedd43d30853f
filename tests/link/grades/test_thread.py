"""What a story has just said, and when it is forgotten."""

import pytest


@pytest.mark.parametrize(
    ("between", "heard"),
    [
        (" ", True),
        ("\n\n", True),
        (
            "\n\nIt rained on the day of the visit, and nobody minded it much.\n\n",
            False,
        ),
    ],
    ids=["in the same paragraph", "in the next one", "after another one"],
)
def test_the_same_grade_is_that_of_the_sentence_before(between, heard, read):
    found = read(
        f"Inspectors said in May that preventing crime was good.{between}"
        "The force has the same grade for investigating crime."
    )
    assert ("B good by grade_before_area" in found) is heard


def test_a_count_is_kept_to_the_end(read):
    text = (
        "Three areas were inadequate.\n\nThe station is old.\n\n"
        "Preventing crime was among the three."
    )
    assert read(text) == ["A inadequate by among_them"]
