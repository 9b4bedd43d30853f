"""Whether a grade is this inspection's, an earlier one's, or both."""

import pytest

from pipeline.findings import GradeFinding, Tense

SCHOOL = "schools-eif-2019-2024"
NOW, THEN = Tense.CURRENT, Tense.PREVIOUS


@pytest.fixture
def tenses(said):
    """The tenses of the grades that a text states, each with its grade."""
    return lambda text: {
        (found.grade, found.tense)
        for found in said(SCHOOL, text)
        if isinstance(found, GradeFinding)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The school was rated good.", {("good", NOW)}),
        ("The school was rated good, up from inadequate.",
         {("good", NOW), ("inadequate", THEN)}),
        ("The school had been rated good.", {("good", THEN)}),
        ("Staff were told that the school had been rated good.", {("good", NOW)}),
        ("Rated inadequate in May, it is now good.",
         {("inadequate", THEN), ("good", NOW)}),
        ("Its previous rating was good.", {("good", THEN)}),
        ("The school retained its good rating.", {("good", NOW), ("good", THEN)}),
        ("The school was again rated good.", {("good", NOW), ("good", THEN)}),
        ("The school is good again.", {("good", NOW)}),
        ("The school was rated good, the same grade as in 2019.",
         {("good", NOW), ("good", THEN)}),
        ("The school has been rated good since 2013.", {("good", NOW)}),
    ],
    ids=[
        "said and no more",
        "from one to another",
        "in the pluperfect",
        "in the pluperfect as news",
        "a clause each",
        "by its noun",
        "kept",
        "for the second time",
        "back at it",
        "compared with then",
        "ever since",
    ],
)  # fmt: skip
def test_a_grade_has_its_time(text, expected, tenses):
    found = tenses(text)

    assert found == expected


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It was rated good in 2018.", "2018"),
        ("In 2018 it was rated good.", "2018"),
        ("Two years ago it was rated good.", "Two years ago"),
        ("It was rated good at its last inspection, in 2019.", "2019"),
        ("It is rated outstanding, up from good in 2020.", "2020"),
    ],
)
def test_an_earlier_grade_keeps_its_time_as_written(text, when, said):
    earlier = [
        found.when
        for found in said(SCHOOL, text)
        if isinstance(found, GradeFinding) and found.tense is THEN
    ]
    assert earlier == [when]
