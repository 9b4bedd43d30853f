"""Which inspection each clause is about, where several bodies are named."""

import pytest

import pipeline

ABOVE = (
    "Saltby Hospital and the smaller Fenwick Hospital have been inspected by the Care "
    "Quality Commission (CQC).\n\n"
    "Saltby Hospital was rated good overall and good for being caring.\n\n"
    "Fenwick Hospital was rated inadequate overall and inadequate for being caring.\n\n"
)


@pytest.fixture(scope="module")
def effective():
    """By body its grade for being effective."""

    def given(text):
        return {
            each.body.name: grade.grade
            for each in pipeline.process(ABOVE + text).inspections
            for grade in each.grades
            if grade.area == "effective"
        }

    return given


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        (
            (
                "Saltby Hospital, which is bigger than Fenwick Hospital, is rated "
                "outstanding for being effective."
            ),
            {"Saltby Hospital": "outstanding"},
        ),
        (
            (
                "Saltby Hospital, which sends patients to Fenwick Hospital and takes "
                "some of them back, was found to be good for being effective."
            ),
            {"Saltby Hospital": "good"},
        ),
        (
            (
                "The news was worse at Fenwick, where staff were kind and it was rated "
                "inadequate for being effective."
            ),
            {"Fenwick Hospital": "inadequate"},
        ),
    ],
    ids=["which is", "which sends", "at its short name"],
)
def test_a_sentence_goes_on_about_its_body_after_a_relative_clause(
    effective, text, grades
):
    assert effective(text) == grades


AGENCY_ABOVE = (
    "The Care Quality Commission (CQC) has published reports on two services.\n\n"
    "Bright Path Homecare was rated good overall.\n\n"
)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            (
                "Mill Lane Residential Home was seen in May. The service was rated "
                "inadequate overall and is in special measures."
            ),
            "Mill Lane Residential Home",
        ),
        (
            (
                "Mill Lane Residential Home was rated inadequate.\n\nThe provider, "
                "which is appealing, was told that the service was rated inadequate."
            ),
            "Mill Lane Residential Home",
        ),
        (
            (
                "Mill Lane Residential Home is next door. Bright Path Homecare was "
                "seen in June. The service was rated inadequate."
            ),
            "Bright Path Homecare",
        ),
    ],
    ids=["the service is the home", "in the next paragraph", "named again"],
)
def test_the_service_is_the_one_that_was_named_last(text, body):
    inspections = pipeline.process(AGENCY_ABOVE + text).inspections

    assert body in {
        each.body.name
        for each in inspections
        if any(grade.grade == "inadequate" for grade in each.grades)
    }


@pytest.mark.parametrize(
    "place", ["in Norwell, Aldershire,", "near Great Norwell, Aldershire,"]
)
def test_the_county_that_a_home_is_in_is_no_council(place):
    text = (
        f"Ashgrove Court, a care home {place} has been rated good overall by the Care "
        "Quality Commission (CQC). Admissions by Aldershire County Council go on."
    )
    (inspection,) = pipeline.process(text).inspections

    assert [grade.grade for grade in inspection.grades] == ["good"]
