"""Which cycle of a programme an inspection is read by."""

import pytest

from pipeline import process

PAGE = (
    '<html><head><meta property="article:published_time" content="2023-09-14">'
    "</head><body><main>"
    "<h1>Report on Fenmarsh Fire and Rescue Service</h1><p>Fenmarsh Fire and Rescue "
    "Service was inspected by HMICFRS in February, and its report is now published.</p>"
    "<table><tr><th>Area</th><th>Grade</th></tr><tr><td>Understanding fire and risk"
    "</td><td>Good</td></tr><tr><td>Preventing fire and risk</td><td>{}</td></tr>"
    "</table></main></body></html>"
)


def test_a_grade_that_fills_a_cell_tells_the_cycle():
    (inspection,) = process(PAGE.format("Adequate").encode()).inspections

    assert inspection.framework == "frs-round3"
    assert [grade.grade for grade in inspection.grades] == ["good", "adequate"]


COUNTED = """{}Norshire Police must do better, inspectors say.

HMICFRS graded the force 'good' in two areas, 'adequate' in four, 'requires \
improvement' in two and 'inadequate' in one.

It was rated good at preventing crime and at recording data about crime. Investigating \
crime requires improvement, as does protecting vulnerable people. It was inadequate at \
responding to the public.

"{}," said Chief Constable Paul Ferris.
"""
QUOTE = "I will be asking for a plan by the summer"


def test_areas_that_both_cycles_have_leave_it_to_the_day():
    (inspection,) = process(COUNTED.format("14 March 2024\n\n", QUOTE)).inspections
    deduced = {g.area for g in inspection.grades if g.basis == "deduced"}

    assert inspection.framework == "peel-2023-25"
    assert deduced == {
        "police_powers_and_public_treatment",
        "managing_offenders",
        "developing_a_positive_workplace",
        "leadership_and_force_management",
    }
    assert "peel-2021-22: not in force on 2024-03-14" in inspection.trace.rivals


def test_without_a_day_nothing_is_deduced_that_depends_on_it():
    (inspection,) = process(COUNTED.format("", QUOTE)).inspections

    assert inspection.framework is None
    assert {"peel-2021-22 fits as well", "peel-2023-25 fits as well"} <= set(
        inspection.trace.rivals
    )
    assert not [g for g in inspection.grades if g.basis == "deduced"]


def test_an_area_that_only_one_cycle_has_outweighs_a_few_months():
    story = (
        "14 July 2023\n\nHMICFRS rated Fenmarsh Fire and Rescue Service good for "
        "effectiveness and for efficiency.\n"
    )
    (inspection,) = process(story).inspections

    assert inspection.framework == "frs-round2"
    assert (
        "frs-round3: it knows fewer of the areas that the text names"
        in inspection.trace.rivals
    )


def test_where_both_are_in_force_the_names_of_areas_decide():
    text = COUNTED.replace("at preventing crime", "at its work: {}")
    label = "preventing crime and anti-social behaviour"
    story = text.format("12 October 2023\n\n", label, QUOTE)
    (inspection,) = process(story).inspections

    assert inspection.framework == "peel-2021-22"
    assert (
        "peel-2023-25: fewer of the areas bear the names that it has for them"
        in inspection.trace.rivals
    )


@pytest.mark.parametrize(
    ("day", "slug"),
    [
        ("18 February 2016", "peel-2015"),
        ("10 November 2016", "peel-2016"),
        ("2 March 2017", "peel-2016"),
        ("12 December 2017", "peel-2017"),
        ("22 March 2018", "peel-2017"),
        ("2 May 2019", "peel-2018-19"),
    ],
)
def test_pillars_are_of_the_cycle_whose_reports_appeared_then(day, slug):
    story = f"{day}\n\nHMIC rated Norshire Police good for effectiveness.\n"
    (inspection,) = process(story).inspections

    assert inspection.framework == slug
