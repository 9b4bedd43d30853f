"""Which of several bodies a document is about, each with an inspection of its own."""

import pytest

HOME = "Rowan Court was rated inadequate by the Care Quality Commission (CQC).\n"


@pytest.mark.parametrize(
    "further",
    [
        "Across the river is Mill House. Rated good last year, it is now outstanding.",
        "It was all smiles at Mill House. It was rated good for being caring.",
        "The CQC also called at Mill House, where a warning had been heeded.",
        "Days later conditions were placed on Mill House, a nursing home.",
        "It has served two improvement notices on Mill House, which cares for nine.",
        (
            "Neighbouring Mill House fared better. It was rated good overall. It was "
            "found to be outstanding for being caring."
        ),
    ],
    ids=[
        "it goes on",
        "a pronoun goes on",
        "inspectors called",
        "a regulator acted",
        "a notice was served",
        "a neighbour is dwelt on",
    ],
)
def test_a_body_with_news_of_its_own_has_an_inspection(bodies, further):
    assert bodies(HOME + further) == ["Rowan Court", "Mill House"]


@pytest.mark.parametrize(
    "passing",
    [
        "The firm’s other home, Mill House, was not inspected. It was rated good.",
        "Mill House is a separate business. It was rated good last year.",
        "Her mother moved to Mill House. It has been rated good since 2020.",
        "Mill House, which borders the site, was painted. Nobody was asked.",
    ],
    ids=["not inspected", "no part of it", "since long ago", "never rated"],
)
def test_a_body_in_passing_has_none(bodies, passing):
    assert bodies(HOME + passing) == ["Rowan Court"]


def test_two_houses_of_one_name_are_two_homes(bodies):
    text = (
        "Rowan Court and Rowan Lodge were both rated inadequate by the CQC.\n"
        "The Lodge was rated good for being caring."
    )

    assert sorted(bodies(text)) == ["Rowan Court", "Rowan Lodge"]


def test_friends_of_a_hospital_are_no_hospital(bodies):
    text = (
        "Saltby Hospital was rated good by the CQC.\n"
        "Ann Lee, of the Friends of Saltby Hospital, said it was rated fairly."
    )

    assert bodies(text) == ["Saltby Hospital"]


def test_two_bodies_make_a_roundup(scope):
    text = HOME + "It was all smiles at Mill House. It was rated good overall."

    assert scope(text).kind == "roundup"


def test_the_name_over_a_page_is_whose_page_it_is(bodies):
    text = (
        "# Saltby Hospitals NHS Foundation Trust\nNews\n"
        "The CQC has rated maternity services at Fen Hospital, which is run by Saltby "
        "Hospitals NHS Foundation Trust, good. The hospital was rated good for safety."
    )

    assert bodies(text) == ["Fen Hospital"]


def test_a_described_home_is_called_as_the_text_goes_on_to_call_it(bodies):
    text = (
        "A Saltby care home has been rated good by the Care Quality Commission.\n"
        "Fenny Bank, which looks after 38 people, was rated good for being safe."
    )

    assert bodies(text) == ["Fenny Bank"]


def test_an_area_is_no_body(bodies):
    text = (
        "Lowick College\nStation Road, Lowick\n"
        "Ofsted says the college is good overall.\n"
        "Apprenticeships was judged good."
    )

    assert bodies(text) == ["Lowick College"]


def test_what_the_whole_trust_is_rated_is_no_grade_of_its_hospital(scope):
    rating = "The rating of the trust as a whole, good, has not changed."
    text = (
        f"Fen Hospital was rated poor by the CQC.\nSaltby NHS Trust runs it.\n{rating}"
    )
    found = scope(text)

    assert found.at(0) == 0
    assert found.at("\n\n".join(text.split("\n")).index(rating)) is None


def test_a_training_provider_is_told_by_its_apprentices(bodies):
    text = (
        "Ofsted has rated Corvale Training inadequate for quality of education.\n"
        "Its {} had not met a tutor. Larkmoor College was rated good on Monday."
    )

    assert bodies(text.format("apprentices"))[0] == "Corvale Training"
    assert "Corvale Training" not in bodies(text.format("staff"))


def test_who_is_told_something_is_no_body(bodies):
    text = (
        "Plas Derw was handed two good ratings by CIW, so residents were glad.\n"
        "“We are proud of it all,” she told Care Provider Today. “We slept well.”"
    )

    assert bodies(text) == ["Plas Derw"]


def test_several_of_a_number_before_their_names_are_all_of_them(scope):
    text = (
        "Two Saltby schools have been rated splendid by Ofsted inspectors.\n"
        "Elm School and Oak School were inspected in May.\n"
        "Elm School was rated good overall. Oak School was rated good overall."
    )
    found = scope(text)

    assert found.keys_at(text.index("splendid")) == (0, 1)


def test_a_telling_noun_means_the_body_that_is_called_so(scope):
    text = (
        "Mead Primary was rated good by Ofsted inspectors. Oak High School was rated "
        "inadequate by Ofsted inspectors.\nThe primary is splendid."
    )
    found = scope(text)
    (key,) = found.keys_at(text.index("splendid"))

    assert found.inspections[key].body_name == "Mead Primary"


MONTH = """
Five Ofsted inspection reports on schools in Saltby came out in March.
Oakfield Primary School, Saltby
Visited: February 7 and 8
{label}: Good
Ofsted inspectors found that pupils are polite.
{second}
Visited: January 31
{label}: Requires improvement
Hollin Bank Academy, which was inspected in May, isn't on our list.
"""


@pytest.mark.parametrize(
    ("label", "second"),
    [
        ("Overall", "St Ina's Junior School, Wick"),
        ("Overall effectiveness", "St Ina's Junior School (Great Wick)"),
        ("Rating", "St Ina's Junior School"),
    ],
    ids=["a place", "a place in brackets", "the name alone"],
)
def test_a_line_of_a_name_over_labelled_lines_is_of_its_body(bodies, label, second):
    named = bodies(MONTH.format(label=label, second=second))

    assert set(named) == {"Oakfield Primary School", "St Ina's Junior School"}
