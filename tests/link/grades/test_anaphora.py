"""Words that point back: to an area, to several, to a grade or to a time."""

import pytest

TWO = "Preventing crime and investigating crime were adequate."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Preventing crime was looked at. It was inadequate.",
         ["A inadequate by rated"]),
        ("Preventing crime fell from good. Last time it was good in that area.",
         ["A good then by that_area"]),
        (f"{TWO} Both had been inadequate in 2018.",
         ["A inadequate then by recalled", "B inadequate then by recalled"]),
        (f"{TWO} Last time it was good for both areas.",
         ["A good then by of_them", "B good then by of_them"]),
        ("Preventing crime was good. It has the same grade for investigating crime.",
         ["B good by grade_before_area"]),
        ("Its last inspection was in 2018. It was good at preventing crime.",
         ["A good then by grade_before_area"]),
        ("Last inspection: good for preventing crime.",
         ["A good then by grade_before_area"]),
    ],
    ids=[
        "it",
        "that area",
        "both",
        "for both",
        "the same grade",
        "then, in the sentence before",
        "then, as a label",
    ],
)  # fmt: skip
def test_what_a_sentence_points_back_to(text, last, read):
    assert read(text)[-len(last) :] == last


def test_both_a_and_b_are_no_areas_spoken_of(read):
    found = read(f"{TWO} Both forces and councils were inadequate.")

    assert "A inadequate by rated" not in found
