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


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (
            "The Larches, a 52-bed nursing home in Wick, was rated good for caring.",
            True,
        ),
        ("Fernlea, a small care home run by the same firm, got a good rating.", True),
        ("Fernlea, a care home in Wick, opens in May.", False),
        ("She used to run Fernlea, a care home in Wick, which was rated good.", False),
        ("However, a care home in Wick was rated good.", False),
        ("Ann Lee, a nurse in the home, was good.", False),
    ],
    ids=[
        "with its beds",
        "who runs it",
        "without a grade",
        "in passing",
        "however",
        "a nurse",
    ],
)
def test_a_second_home_may_have_a_bare_name(bodies, named, found):
    name = named.split(",")[0].rsplit("run ")[-1].removeprefix("The ")

    assert any(each.endswith(name) for each in bodies(HOME + named)) == found


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


LABELLED = """
CQC inspectors have rated three care homes in Saltby.
# The good: Fernlea, Victoria Road
{first}
# The bad: Quayside Court, Harbour Parade
It was rated inadequate overall.
# The best: Orchard Mount, Upper Saltby
It was rated outstanding overall.
"""


@pytest.mark.parametrize(
    ("first", "found"),
    [("It was rated good overall.", True), ("Visitors like the garden.", False)],
    ids=["a grade under it", "none"],
)
def test_labelled_cross_heads_name_bodies_where_one_is_known(bodies, first, found):
    named = bodies(LABELLED.format(first=first))

    assert "Quayside Court" in named
    assert ("Fernlea" in named) == found
    assert ("Orchard Mount" in named) == found


UNDER_GRADES = """
HMICFRS inspectors have rated Saltby Fire and Rescue Service good at preventing fires.
This is how the services were graded for promoting the right values and culture:
# Good
- Saltby
- Royal Fenland
# Requires improvement
- {third}
- {fourth}
Wickmere Fire and Rescue Service said it was disappointed.
"""


@pytest.mark.parametrize(
    ("third", "fourth", "found"),
    [
        ("Wickmere", "Norshire", {"Royal Fenland", "Norshire"}),
        ("Norshire", "Ullmarsh", set()),
        ("Wickmere", "It is the third in a row.", {"Royal Fenland"}),
    ],
    ids=["two are known", "one is known", "a sentence"],
)
def test_names_in_lists_under_grades_are_bodies_where_others_are(
    bodies, third, fourth, found
):
    named = bodies(UNDER_GRADES.format(third=third, fourth=fourth))

    assert {"Royal Fenland", "Norshire", "Ullmarsh"} & set(named) == found


MONTH = """
These are the CQC's latest reports on care services in Saltby.
# The Old Manse, Thwaite Bridge
Overall: Good
# Dale View Nursing Home, Garside
It was rated inadequate overall.
# Kindly Hands (care in people's own homes)
It was rated good overall.
"""


def test_one_known_body_tells_what_names_with_their_places_are(scope):
    found = scope(MONTH)

    assert [i.body_name for i in found.inspections] == [
        "Old Manse",
        "Dale View Nursing Home",
        "Kindly Hands",
    ]


def test_names_without_places_need_two_that_are_known(bodies):
    text = MONTH.replace(", Thwaite Bridge", "")

    assert bodies(text) == ["Dale View Nursing Home"]
