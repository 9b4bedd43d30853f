"""How the words of a framework are read, with those of its programme's other cycles."""

import pytest

from pipeline.link.page.dialect import dialects


@pytest.fixture
def dialect(known):
    return lambda slug: dialects(known)[slug]


def test_its_own_areas_come_before_those_of_other_cycles(dialect):
    police = dialect("peel-2021-22")

    assert ("preventing_crime",) in police.areas.values()
    assert not police.areas.keys() & police.pillars


def test_what_summed_up_others_is_known_from_other_cycles(dialect):
    police = dialect("peel-2021-22")

    meant = {slug for key in police.pillars for slug in police.kin[key]}
    assert meant <= police.sums
    assert police.overall is None


def test_the_nearest_cycle_comes_first(dialect):
    school = dialect("schools-eif-2019-2024")
    distance = [
        abs(other.first_year - school.framework.first_year) for other in school.kindred
    ]

    assert distance == sorted(distance)
    assert school.framework not in school.kindred


def test_a_grade_of_another_cycle_is_read_too(dialect):
    assert dialect("schools-eif-2019-2024").grades["satisfactory"] == "satisfactory"


def test_an_inspection_with_a_judgement_on_the_whole_names_it(dialect):
    assert dialect("schools-eif-2019-2024").overall == "overall"
