"""Counts of areas by grade, what is said of all or of the rest, totals and scores."""

import pytest

from pipeline.findings import (
    AreasListed,
    Extreme,
    GradeFinding,
    Remainder,
    Score,
    TallyFinding,
    Vetoed,
    VetoKind,
)

POLICE = "peel-2021-22"
SCHOOL = "schools-eif-2019-2024"
PROBATION = "hmi-probation-youth-justice-2018-2025"


@pytest.fixture
def found(said):
    """The findings of one type that a text has under a framework."""
    return lambda kind, text, framework=POLICE: [
        finding for finding in said(framework, text) if isinstance(finding, kind)
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The force was rated good in two areas.", {"good": 2}),
        ("Two areas were rated good and three adequate.", {"good": 2, "adequate": 3}),
        ("Three of the nine areas were good.", {"good": 3, None: 9}),
        ("Four of the five are good.", {"good": 4, None: 5}),
        ("In four of them the force was good.", {"good": 4}),
        ("It has 4 x good.", {"good": 4}),
        ("The number of areas rated good has risen from two to five.", {"good": 5}),
        ("At two hospitals food was good.", {}),
        ("It was good in half of the eight areas.", {}),
        ("Services in three areas of Saltby were rated inadequate.", {None: 3}),
        ("There were three ‘good’ reasons to leave.", {}),
        ("It jumped two grades to good.", {}),
        ("Nationally, 15 forces were inadequate.", {}),
    ],
    ids=[
        "a count behind a grade",
        "one before it",
        "one of a total",
        "one of a total without a noun",
        "one before the clause",
        "one with a sign",
        "one that has risen",
        "no count of bodies",
        "nor a part of one",
        "one of places has no grade",
        "nor of reasons",
        "nor of steps",
        "nor of other bodies",
    ],
)
def test_a_count_with_its_grade_is_a_tally(text, counts, found):
    assert {f.grade: f.count for f in found(TallyFinding, text)} == counts


def test_what_looked_like_a_count_is_kept_with_what_forbade_it(found):
    vetoes = found(Vetoed, "There were three ‘good’ reasons to leave.")

    assert [v.trace.rule for v in vetoes if v.kind is VetoKind.TALLY] == [
        "tallies.before_a_noun"
    ]


@pytest.mark.parametrize(
    ("text", "others", "exceptions", "unnamed"),
    [
        ("The force was rated good in all areas.", False, (), 0),
        ("All nine areas were rated good.", False, (), 0),
        (
            "The force was good in every area except preventing crime.",
            False,
            ("preventing_crime",),
            0,
        ),
        ("The force was good in all areas but one.", False, (), 1),
        ("The others were good.", True, (), 0),
        ("It is good in all but two of the eight areas.", False, (), 2),
        ("It is good for all but one area.", False, (), 1),
        ("All but two of the nine areas were good.", False, (), 2),
        ("In all but one of nine areas the force was good.", False, (), 1),
        ("All but one of its grades was good.", False, (), 1),
        ("It is good in all but preventing crime.", False, ("preventing_crime",), 0),
        ("Everything else, inspectors said, was good.", True, (), 0),
        ("The rest, as was expected, were good.", True, (), 0),
        ("Everything but preventing crime was good.", False, ("preventing_crime",), 0),
        ("Bar preventing crime, everything was good.", False, ("preventing_crime",), 0),
        ("All its grades were good.", False, (), 0),
        ("Preventing crime is good, and so are the other three.", True, (), 0),
        ("Preventing crime is good, as is everything else.", True, (), 0),
        ("The force is now good in all of them.", False, (), 0),
        ("All nine of its judgements were good.", False, (), 0),
        ("Every area is good apart from one.", False, (), 1),
        ("All the areas were good bar one.", False, (), 1),
    ],
    ids=[
        "all",
        "all of a number",
        "all but a name",
        "all but a number",
        "the rest",
        "all but two of a number",
        "for all but one",
        "all but two, first",
        "in all but one, first",
        "all but one grade",
        "all but an area",
        "the rest, with who says so",
        "the rest, with an aside",
        "everything but an area",
        "an area left out first",
        "all grades",
        "so are the others",
        "as is everything else",
        "all of them",
        "all nine of its grades",
        "apart from one, after it",
        "bar one, after it",
    ],
)
def test_what_is_said_of_all_or_the_rest(text, others, exceptions, unnamed, found):
    (rest,) = found(Remainder, text)

    assert rest.grades == {"good"}
    assert (rest.others, rest.exceptions, rest.unnamed) == (others, exceptions, unnamed)


@pytest.mark.parametrize(
    "text",
    [
        "The three were {}.",
        "It looked at three things: {}.",
        "Grades are outstanding, good and inadequate, on three things: {}.",
        "Of three – {} – two were good.",
    ],
    ids=["they were", "they were looked at", "beside the scale", "some were good"],
)
def test_areas_that_are_as_many_as_the_words_before_them_say_were_judged(text, found):
    said = text.format("preventing crime, managing offenders and recording crime")

    (listed,) = found(AreasListed, f"It was seen in May. {said} All is well.")

    assert len(listed.areas) == 3


@pytest.mark.parametrize(
    "text",
    [
        "She thanked four, for preventing crime, managing offenders, recording crime.",
        "It was good in three: preventing crime, managing offenders, recording crime.",
    ],
    ids=["of another number", "with a grade"],
)
def test_other_areas_named_are_no_list_of_what_was_judged(text, found):
    assert found(AreasListed, f"It was seen in May. {text} All is well.") == []


@pytest.mark.parametrize(
    "text",
    ["Everything was good.", "All were good.", "It has been good all year."],
)
def test_what_all_things_are_is_no_grade_of_areas(text, found):
    assert found(Remainder, text) == []


def test_both_are_two_and_not_all(found):
    (rest,) = found(Remainder, "The force was rated good in both areas.")

    assert rest.count == 2


def test_both_of_then_are_not_all_of_then(found):
    text = "Last time the school was rated good in both areas."

    rules = {f.trace.rule for f in found(GradeFinding, text, SCHOOL)}
    assert "tallies.all_earlier" not in rules


def test_what_was_said_of_all_earlier_is_each_areas_earlier_grade(found):
    text = "At its last inspection the school was rated good in all areas."

    assert {f.area for f in found(GradeFinding, text, SCHOOL)} >= {"leadership"}
    assert found(Remainder, text, SCHOOL) == []


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Its highest grades were for preventing crime and managing offenders.", True),
        ("Its lowest grade was for preventing crime.", False),
    ],
)
def test_the_best_and_the_worst_grade_have_areas(text, best, found):
    (extreme,) = found(Extreme, text)

    assert extreme.best is best
    assert "preventing_crime" in extreme.areas


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("It was rated good, with a score of 26 out of 36.", [26]),
        ("It was rated good, with a score of 46 out of 36.", []),
    ],
    ids=["points of the most", "more than the most"],
)
def test_a_score_is_of_the_most_that_the_framework_gives(text, points, found):
    assert [score.points for score in found(Score, text, PROBATION)] == points
