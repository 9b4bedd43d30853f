"""What a clause says of another body by what it leaves out."""

import pytest

import pipeline

ABOVE = (
    "Two forces have been inspected by HMICFRS.\n\n"
    "Severnmouth Police was rated good at managing offenders.\n\n"
    "Tamarside Constabulary was rated adequate at managing offenders.\n\n"
)


@pytest.fixture(scope="module")
def of_tamarside():
    """The grades of the second force but the one it surely has."""

    def given(text):
        record = pipeline.process(ABOVE + text)
        return {
            grade.area: grade.grade
            for each in record.inspections
            if each.body.name == "Tamarside Constabulary"
            for grade in each.grades
            if grade.area != "managing_offenders"
        }

    return given


@pytest.mark.parametrize(
    "text",
    [
        "Severnmouth was good at investigating crime, whereas Tamarside was poor.",
        "Severnmouth is good at investigating crime and Tamarside merely adequate.",
        "Severnmouth is outstanding at investigating crime, but Tamarside is adequate.",
    ],
    ids=["no grade of this scale", "no verb", "but"],
)
def test_a_clause_without_an_area_is_of_the_one_before(of_tamarside, text):
    grade = {} if "poor" in text else {"investigating_crime": "adequate"}
    assert of_tamarside(text) == grade


@pytest.mark.parametrize(
    "text",
    [
        "Severnmouth is good at investigating crime, and good for Tamarside.",
        "Tamarside could be as good at investigating crime, its chief said.",
        "Severnmouth is good at investigating crime. Tamarside is adequate.",
    ],
    ids=["plain English", "a wish", "another sentence"],
)
def test_no_area_is_taken_where_none_is_left_out(of_tamarside, text):
    assert of_tamarside(text) == {}
