"""Words that point back: to an area, to several, or to a grade."""

import pytest

TWO = "Preventing crime and investigating crime were adequate."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Preventing crime was looked at. It was inadequate.",
         ["A inadequate by rated"]),
        ("It was inadequate at preventing crime, the lowest. In 2021 it had been good.",
         ["A good then by recalled"]),
        ("Preventing crime across the county was inadequate. In 2021 it had been good.",
         ["A good then by recalled"]),
        ("They judged preventing crime to be inadequate. In 2021 that had been good.",
         ["A good then by recalled"]),
        ("Preventing crime fell from good. Last time it was good in that area.",
         ["A good then by that_area"]),
        (f"{TWO} Both had been inadequate in 2018.",
         ["A inadequate then by recalled", "B inadequate then by recalled"]),
        (f"{TWO} Last time it was good for both areas.",
         ["A good then by of_them", "B good then by of_them"]),
        ("Preventing crime was good. It has the same grade for investigating crime.",
         ["B good by grade_before_area"]),
    ],
    ids=[
        "it",
        "it, where it cannot be the body",
        "it, beside where it is",
        "that, judged to be",
        "that area",
        "both",
        "for both",
        "the same grade",
    ],
)  # fmt: skip
def test_what_a_sentence_points_back_to(text, last, read):
    assert read(text)[-len(last) :] == last


def test_it_is_nothing_where_two_areas_were_graded(read):
    text = "It was good at preventing crime and inadequate at managing offenders. "

    assert read(f"{text}In 2021 it had been adequate.") == read(text)


def test_both_a_and_b_are_no_areas_spoken_of(read):
    found = read(f"{TWO} Both forces and councils were inadequate.")

    assert "A inadequate by rated" not in found
