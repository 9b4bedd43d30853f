"""What entries of the data files say of themselves."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (date(2023, 3, 31), False),
        (date(2023, 4, 1), True),
        (date(2025, 6, 30), True),
        (date(2025, 7, 1), False),
        (2023, True),
        (2025, True),
        (2026, False),
    ],
)
def test_a_framework_is_in_force_by_month_or_by_year(known, when, expected):
    framework = known.frameworks["ilacs-2023"].model_copy(
        update={"first_month": 4, "last_year": 2025, "last_month": 6}
    )

    assert framework.in_force(when) is expected


def test_a_framework_without_an_end_is_in_force_for_good(known):
    assert known.frameworks["ilacs-2023"].in_force(date(2090, 1, 1))


def test_the_programme_may_depend_on_the_body(known):
    framework = known.frameworks["cqc-saf-2023"]

    assert framework.programme_of("gp_practice") == "gp_practices"
    assert framework.programme_of("hospice") == framework.programme


def test_pillars_are_the_areas_that_sum_up_others(known):
    framework = known.frameworks["frs-round1"]

    pillars = [area.slug for area in framework.pillars]
    assert pillars == ["pillar_effectiveness", "pillar_efficiency", "pillar_people"]
