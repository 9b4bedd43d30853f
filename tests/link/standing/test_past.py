"""Whether a grade is this inspection's, an earlier one's, or both."""

import pytest

from pipeline.findings import GradeFinding, Tense
from pipeline.knowledge import load

SCHOOL = "schools-eif-2019-2024"
NOW, THEN = Tense.CURRENT, Tense.PREVIOUS


@pytest.fixture
def tenses(said):
    """The tenses of the grades that a text states, each with its grade."""
    return lambda text: {
        (found.grade, found.tense)
        for found in said(SCHOOL, text)
        if isinstance(found, GradeFinding)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The school was rated good.", {("good", NOW)}),
        ("The school was rated good, up from inadequate.",
         {("good", NOW), ("inadequate", THEN)}),
        ("The school had been rated good.", {("good", THEN)}),
        ("Staff were told that the school had been rated good.", {("good", NOW)}),
        ("Rated inadequate in May, it is now good.",
         {("inadequate", THEN), ("good", NOW)}),
        ("Its previous rating was good.", {("good", THEN)}),
        ("The school retained its good rating.", {("good", NOW), ("good", THEN)}),
        ("The school was again rated good.", {("good", NOW), ("good", THEN)}),
        ("The school is good again.", {("good", NOW)}),
        ("The school was rated good, the same grade as in 2019.",
         {("good", NOW), ("good", THEN)}),
        ("The school has been rated good since 2013.", {("good", NOW)}),
    ],
    ids=[
        "said and no more",
        "from one to another",
        "in the pluperfect",
        "in the pluperfect as news",
        "a clause each",
        "by its noun",
        "kept",
        "for the second time",
        "back at it",
        "compared with then",
        "ever since",
    ],
)  # fmt: skip
def test_a_grade_has_its_time(text, expected, tenses):
    found = tenses(text)

    assert found == expected


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It was rated good in 2018.", "2018"),
        ("In 2018 it was rated good.", "2018"),
        ("Two years ago it was rated good.", "Two years ago"),
        ("It was rated good at its last inspection, in 2019.", "2019"),
        ("It is rated outstanding, up from good in 2020.", "2020"),
    ],
)
def test_an_earlier_grade_keeps_its_time_as_written(text, when, said):
    earlier = [
        found.when
        for found in said(SCHOOL, text)
        if isinstance(found, GradeFinding) and found.tense is THEN
    ]
    assert earlier == [when]


IN_A_ROW = {
    "down from": "It fell from good in 2023 and outstanding in 2016.",
    "what it was": "It was rated good in 2023 and outstanding in 2016.",
    "one after the other": "Rated inadequate, it had been good in 2023"
    " after outstanding in 2016.",
}


@pytest.mark.parametrize("text", IN_A_ROW.values(), ids=IN_A_ROW)
def test_of_earlier_grades_in_a_row_each_keeps_its_own_year(text, said):
    assert {
        (found.grade, found.when)
        for found in said(SCHOOL, f"Ofsted has rated the school inadequate. {text}")
        if isinstance(found, GradeFinding) and found.tense is THEN
    } == {("good", "2023"), ("outstanding", "2016")}


def test_the_year_of_the_second_grade_does_not_date_the_first(said):
    text = "The school was rated good in 2023 and inadequate in 2016."

    assert [
        (found.grade, found.tense, found.when)
        for found in said(SCHOOL, text)
        if isinstance(found, GradeFinding)
    ] == [("good", NOW, None), ("inadequate", THEN, "2016")]


INSPECTORATES = tuple(
    dict.fromkeys(n for each in load().inspectorates.values() for n in each.called)
)


@pytest.mark.parametrize(
    "words", ["last {}", "previous full {}", "earlier {} monitoring"]
)
@pytest.mark.parametrize("name", INSPECTORATES)
def test_whoever_inspected_an_earlier_inspection_is_one(name, words, tenses):
    earlier = words.format(name)

    assert tenses(f"At its {earlier} inspection the school was rated good.") == {
        ("good", THEN)
    }


DESCRIBED = {
    "what it was like": "At its last full unannounced inspection",
    "its section": "At its last section 5 inspection",
    "what was inspected": "At its previous school inspection",
    "who came": "At its previous Ofsted inspection",
    "as a visit": "On its last Care Quality Commission visit",
    "as a report": "In an earlier CQC report",
    "as an assessment": "In the last PEEL assessment",
    "as a review": "In its last Care Inspectorate review",
    "after an article": "Under the previous Estyn report",
    "after a preposition": "Following the previous full inspection,",
    "how many there were": "At its last two Ofsted inspections",
    "when its inspectors came": "When Ofsted last visited,",
    "an area it looked at": "At its last safeguarding inspection",
}


@pytest.mark.parametrize("words", DESCRIBED.values(), ids=DESCRIBED)
def test_an_earlier_inspection_may_be_described(words, tenses):
    assert tenses(f"{words} the school was rated good.") == {("good", THEN)}


NO_EARLIER = {
    "the last week": "Last week's Ofsted report rated the school good.",
    "the last month": "Last month Ofsted reports rated the school good.",
    "the latest": "At its latest full Ofsted inspection the school was rated good.",
    "the first": "At its first full Ofsted inspection the school was rated good.",
    "a comma between": "At last, an Ofsted inspection rated the school good.",
    "a verb between": "It earlier said a report says: the school is rated good.",
    "too much between": "The last head left with a report; the school was rated good.",
    "somebody's": "The last head's report came late; the school was rated good.",
}


@pytest.mark.parametrize("text", NO_EARLIER.values(), ids=NO_EARLIER)
def test_not_all_that_is_last_is_an_earlier_inspection(text, tenses):
    assert tenses(text) == {("good", NOW)}
