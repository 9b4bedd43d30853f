"""What follows from a whole article: merged, deduced, checked, reasons for nulls."""

import pytest

import pipeline

LEAD = """\
date 2023-05-04 Kent Police must do more, says a report.

His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS) \
graded Kent Police's performance across eight areas of policing.

"""
LISTED = """\
What it was graded on:

Preventing crime;

Managing offenders;

Treatment of the public;

Developing a positive workplace;

Good use of resources;

Investigating crime;

Protecting vulnerable people;

Responding to the public.

"""


@pytest.fixture
def record():
    """The record of an article about one force."""

    def of(text, lead=LEAD):
        return pipeline.process(lead + text)

    return of


def grades(record, basis=None):
    (inspection,) = record.inspections
    return {
        grade.area: grade.grade
        for grade in inspection.grades
        if basis in (None, grade.basis)
    }


def codes(record):
    return [issue.code for issue in record.issues]


def test_the_remaining_areas_are_deduced_with_their_premises(record):
    text = LISTED + (
        "The force was good in six areas and inadequate in two.\n\n"
        "It was inadequate at responding to the public and investigating crime.\n\n"
    )

    found = record(text)

    assert set(grades(found, "deduced").values()) == {"good"}
    assert len(grades(found, "deduced")) == 6
    deduced = [g for g in found.inspections[0].grades if g.basis == "deduced"]
    assert all("good" in g.derivation and len(g.evidence) > 2 for g in deduced)


def test_a_heading_narrows_and_a_count_decides(record):
    text = LISTED + (
        "The force was good in one area, adequate in six and inadequate in one.\n\n"
        "What is Kent Police doing well?\n\nPreventing crime.\n\n"
        "Where must it improve?\n\nIt is inadequate at investigating crime.\n\n"
    )

    found = grades(record(text))

    assert found["preventing_crime"] == "good"
    assert found["managing_offenders"] == "adequate"


def test_a_heading_alone_decides_nothing(record):
    heading = "What is Kent Police doing well?\n\n"
    text = LISTED + heading + "Preventing crime;\n\nManaging offenders.\n\n"

    assert grades(record(text)) == {}


@pytest.mark.parametrize(
    ("named", "deduced"),
    [
        ("investigating crime and managing offenders", 0),
        (
            (
                "investigating crime, managing offenders, treatment of the public, "
                "responding to the public and good use of resources"
            ),
            3,
        ),
    ],
    ids=["most of them are not named", "most of them are named"],
)
def test_areas_the_text_does_not_name_are_deduced_if_they_are_few(
    record, named, deduced
):
    good, others = (2, 6) if not deduced else (5, 3)
    text = (
        f"The force was good in {good} areas and adequate in {others}.\n\n"
        f"It was good at {named}.\n\n"
    )

    assert len(grades(record(text), "deduced")) == deduced


def test_the_other_areas_have_the_grade_of_the_rest(record):
    text = LISTED + (
        "It was inadequate at investigating crime.\n\n"
        "All other areas were rated adequate.\n\n"
    )

    found = record(text)

    assert grades(found, "stated") == {"investigating_crime": "inadequate"}
    assert set(grades(found, "deduced").values()) == {"adequate"}
    assert len(grades(found)) == 8


def test_counts_that_do_not_fit_are_an_issue_and_prove_nothing(record):
    text = LISTED + (
        "The force was good in seven areas and inadequate in one.\n\n"
        "It was inadequate at investigating crime and responding to the public.\n\n"
    )

    found = record(text)

    assert codes(found) == ["tally_mismatch"]
    assert grades(found, "deduced") == {}
    assert len(found.issues[0].evidence) == 3


def test_a_list_with_fewer_areas_than_were_counted_is_not_filled_up(record):
    text = (
        "The force was good in three areas, adequate in three, inadequate in two.\n\n"
        "Good - responding to the public, preventing crime\n\n"
        "Adequate - investigating crime, managing offenders, use of resources\n\n"
        "Inadequate - developing a positive workplace, treatment of the public\n\n"
    )

    found = record(text)

    assert codes(found) == ["tally_mismatch"]
    assert grades(found, "deduced") == {}


def test_two_grades_of_one_area_are_both_kept(record):
    text = (
        "The force was rated good at preventing crime.\n\n"
        "Inspectors graded preventing crime as adequate.\n\n"
    )

    found = record(text)

    given = [grade.grade for grade in found.inspections[0].grades]
    assert given == ["good", "adequate"]
    assert codes(found) == ["grade_conflict"]


def test_a_speaker_does_not_overrule_the_text(record):
    text = (
        "The force was rated adequate at preventing crime.\n\n"
        "“They rated us good at preventing crime last week, and I am proud of the "
        "whole team,” said Chief Constable Ana Reyes.\n\n"
    )

    found = record(text)

    assert grades(found) == {"preventing_crime": "adequate"}
    assert codes(found) == []
    assert found.inspections[0].grades[0].trace.rivals


def test_what_a_speaker_says_stands_where_nothing_else_does(record):
    text = (
        "“They rated us good at preventing crime, and I am proud of the whole team,” "
        "said Chief Constable Ana Reyes.\n\n"
    )

    assert grades(record(text), "stated") == {"preventing_crime": "good"}


def test_an_empty_cell_has_a_reason(record):
    found = record("It was rated good at preventing crime.\n\n")

    reasons = {cell.field: cell.reason for cell in found.inspections[0].missing}
    assert reasons["investigating_crime"] == "not_stated"
    assert reasons["armed_threats"] == "not_graded_by_design"
    assert "preventing_crime" not in reasons


def test_a_framework_that_is_not_certain_has_a_reason_and_its_rivals():
    text = "The CQC rated Birch Lodge care home good for being safe."
    (found,) = pipeline.process(text).inspections

    assert found.framework is None
    assert [(m.field, m.reason) for m in found.missing] == [("framework", "ambiguous")]
    assert "cqc-saf-2023 fits as well" in found.trace.rivals[:2]


def test_a_lost_list_is_the_reason(record):
    found = record("The force was graded as follows:\n\nRead the report here.\n\n")

    reasons = {cell.reason for cell in found.inspections[0].missing}
    assert codes(found) == ["list_missing"]
    assert "list_missing" in reasons


def test_an_earlier_grade_is_no_conflict(record):
    text = (
        "It was rated good at preventing crime, up from adequate in 2019.\n\n"
        "At its last inspection it was adequate at preventing crime.\n\n"
    )

    found = record(text)

    assert grades(found) == {"preventing_crime": "good"}
    (earlier,) = found.inspections[0].previous_grades
    assert (earlier.grade, earlier.when) == ("adequate", "2019")
    assert codes(found) == []


ASKED = """\
date 2016-12-08 Wexmoor Police was graded good for legitimacy by HMIC on Thursday.

Every force in the country was asked the same three questions: does it treat the \
public fairly, does its workforce behave ethically and lawfully, and does it treat its \
workforce fairly?

Wexmoor Police was graded good on two of them. The one that let it down was ethical \
and lawful behaviour, which requires improvement.
"""
"""What every body is asked is what this one was judged by; the sum of it is apart."""


def test_questions_that_every_body_is_asked_are_the_areas_that_were_judged(record):
    found = record(ASKED, lead="")

    assert grades(found, "deduced") == {
        "legitimacy_fair_treatment_public": "good",
        "legitimacy_fair_treatment_workforce": "good",
    }
    assert codes(found) == []


@pytest.mark.parametrize(
    "listing",
    [
        "The four areas are {}.",
        "Schools are judged on {}.",
        "Inspectors look at four areas: {}.",
        "Ofsted looked at four areas – {}.",
    ],
)
def test_areas_that_a_sentence_lists_are_those_that_are_counted(record, listing):
    areas = (
        "the quality of education, behaviour and attitudes, personal development, "
        "and leadership and management"
    )
    text = (
        "date 2023-05-04 Ofsted rated Tollgate Academy Good in three of four areas and "
        f"Outstanding in one.\n\n{listing.format(areas)}\n\n"
        "It was personal development that was found to be Outstanding.\n"
    )

    found = record(text, lead="")

    assert grades(found, "stated") == {"personal_development": "outstanding"}
    assert set(grades(found, "deduced").values()) == {"good"}
    assert len(grades(found, "deduced")) == 3
    assert codes(found) == []


def test_what_sums_up_areas_is_not_counted_with_them(record):
    text = (
        "date 2016-02-18 HMIC says that Wexmoor Police requires improvement in its "
        "overall effectiveness.\n\nIt was good in two of the four areas. In the other "
        "two, investigating crime and protecting vulnerable people, it requires "
        "improvement.\n"
    )

    assert codes(record(text, lead="")) == []


AREAS = (
    "Inspectors looked at how the force goes about preventing crime, responding to "
    "the public, investigating crime, protecting vulnerable people, managing "
    "offenders, and developing a positive workplace.\n\n"
)


def test_counts_that_contradict_leave_what_is_said_of_the_others(record):
    text = AREAS + (
        "The force was good in four areas.\n\n"
        "It was good in three, adequate in two and inadequate in one.\n\n"
        "It was inadequate at investigating crime. Responding to the public and "
        "managing offenders were rated adequate. All other areas were rated good.\n\n"
    )

    found = record(text)

    assert codes(found) == ["tally_mismatch"]
    assert set(grades(found, "deduced").values()) == {"good"}
    assert len(grades(found, "deduced")) == 3


def test_counts_that_contradict_prove_nothing_alone(record):
    text = AREAS + (
        "The force was good in four areas.\n\n"
        "It was good in three, adequate in two and inadequate in one.\n\n"
        "It was inadequate at investigating crime. Responding to the public and "
        "managing offenders were rated adequate.\n\n"
    )

    assert grades(record(text), "deduced") == {}


def test_areas_that_run_together_are_a_list(record):
    text = (
        "The force is good in every area but one: investigating crime, where it "
        "requires improvement.\n\n"
        "What was judged\n\n"
        "Preventing crime Responding to the public Investigating crime Protecting "
        "vulnerable people Managing offenders Developing a positive workplace "
        "Treatment of the public\n\n"
    )

    found = record(text)

    assert grades(found, "stated") == {"investigating_crime": "requires_improvement"}
    assert set(grades(found, "deduced").values()) == {"good"}
    assert len(grades(found, "deduced")) == 6
