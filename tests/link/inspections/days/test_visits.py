"""The days of the visit: spans of days, and single days on which inspectors came."""

import pytest

from pipeline import process

RATED = "It was rated good overall."


@pytest.fixture
def came():
    """First and last day of the visit that a story of 14 June 2024 tells."""

    def of(text):
        (inspection,) = process(
            f"14 June 2024\n\nLarkfield House care home was inspected by the CQC.\n\n"
            f"{text} {RATED}\n"
        ).inspections
        return f"{inspection.inspected_from} {inspection.inspected_to}"

    return of


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors visited the home on 2 May.",
        "Inspectors who turned up without warning on 2 May were impressed.",
        "The inspectors, who called on Thursday, 2 May, were impressed.",
        "Inspectors arrived on the evening of 2 May.",
        "The rating follows an inspection on 2 May 2024.",
        "Inspectors made an unannounced visit on May 2.",
        "The CQC sent an inspector and a nurse to the home on 2 May.",
        "The CQC visited Larkfield House, in Bank Street, on 2 May.",
    ],
    ids=[
        "visited",
        "turned up",
        "called",
        "in the evening",
        "an inspection",
        "a visit",
        "was sent",
        "with its address",
    ],
)
def test_a_single_day_follows_what_inspectors_did(text, came):
    assert came(text) == "2024-05-02 2024-05-02"


@pytest.mark.parametrize(
    "text",
    [
        "The inspection report was published on 2 May.",
        "Inspectors came across a resident who on 2 May had been left alone.",
        "An inspection is planned on 2 July 2024.",
        "The previous inspection was on 2 May 2021.",
        "Inspectors told the home to write to them on 2 May.",
    ],
    ids=["the report's", "a resident's", "to come", "years ago", "a deadline"],
)
def test_other_days_are_none_of_the_visit(text, came):
    assert came(text) == "None None"
