"""Bodies whose names have no noun of their type."""

import pytest

ROUNDUP = """
CQC inspectors have rated the care homes of Saltby.
# Mill House, Saltby
It was rated good overall.
# {name}
It was rated inadequate overall.
# Rowan Court, Saltby
It was rated good overall.
"""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Fernlea, Saltby", True),
        ("Fernlea", True),
        ("Safe", False),
        ("What happens next", False),
        ("Good news for Saltby", False),
    ],
    ids=["with its place", "alone", "an area", "a question", "a grade"],
)
def test_a_cross_head_between_bodies_names_one(bodies, name, found):
    assert (name.split(",")[0] in bodies(ROUNDUP.format(name=name))) == found


HOME = "Rowan Court was rated inadequate by the Care Quality Commission (CQC).\n"


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("There was praise for Fernlea, one of its two sister homes, it found.", True),
        ("There was praise for Ann Lee, one of its nurses, it found.", False),
        ("There was praise for Fernlea, a street in the town, it found.", False),
    ],
    ids=["one of its homes", "a nurse", "no home"],
)
def test_what_is_one_of_its_homes_is_a_home(bodies, named, found):
    graded = " It was rated good for being safe, caring and well-led."

    assert ("Fernlea" in bodies(HOME + named + graded)) == found


def test_a_nursery_school_among_schools_is_one(scope):
    text = (
        "Ofsted has inspected schools in Saltby.\n"
        "# Oakfield Junior School\nIt was rated good overall.\n"
        "# Hollin Bank Nursery School\nIt was rated outstanding overall.\n"
    )

    assert {each.body_type for each in scope(text).inspections} == {"school"}


def test_what_a_sister_home_is_the_sister_of_is_a_home(bodies):
    text = (
        "A care home has been rated outstanding by the Care Quality Commission (CQC).\n"
        "Fernlea, in Saltby, was rated outstanding overall.\n"
        "Its sister home, Elm Court, was rated inadequate. Safe and well-led were "
        "rated inadequate."
    )

    assert sorted(bodies(text)) == ["Elm Court", "Fernlea"]


def test_a_sister_that_is_named_in_passing_is_none(bodies):
    text = HOME + "It is good. Its sister home, Elm Court, was rated good last year."

    assert bodies(text) == ["Rowan Court"]
