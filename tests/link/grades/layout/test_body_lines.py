"""Lines that give each body its grade."""

import pytest

import pipeline

ABOVE = "Care homes: the CQC has rated these in Saltby\n\n"


@pytest.fixture(scope="module")
def given():
    """By body its grade and the last one, of a text about several homes."""

    def given(text):
        record = pipeline.process(f"{ABOVE}{text}\n\nRowan Court: Inadequate\n")
        return {
            each.body.name: (
                [grade.grade for grade in each.grades],
                [grade.grade for grade in each.previous_grades],
            )
            for each in record.inspections
        }

    return given


@pytest.mark.parametrize(
    ("line", "grades"),
    [
        ("Mill House: Good", (["good"], [])),
        ("Mill House, Saltby – good", (["good"], [])),
        ("• Mill House: Good (was inadequate)", (["good"], ["inadequate"])),
        ("(a) Mill House: Good (Outstanding)", (["good"], ["outstanding"])),
        ("Mill House: Good. It has nine beds.", (["good"], [])),
        ("Mill House: good food, said residents.", ([], [])),
    ],
    ids=["colon", "its place", "in brackets", "bare brackets", "goes on", "plain"],
)
def test_a_line_gives_its_body_the_grade(given, line, grades):
    assert given(line).get("Mill House", ([], [])) == grades


@pytest.mark.parametrize(
    ("verdict", "grades"),
    [
        ("Good, for the first time.", (["good"], [])),
        ("Outstanding, the same as in 2016.", (["outstanding"], ["outstanding"])),
        ("Good food, said residents.", ([], [])),
    ],
    ids=["a grade", "and the last one", "plain English"],
)
def test_a_verdict_under_a_cross_head_is_its_bodys(verdict, grades):
    record = pipeline.process(
        "Care homes: the CQC has rated these in Saltby\n\n2 May 2024\n\n"
        f"Mill House, Saltby\n\n{verdict} The CQC called in May.\n\n"
        "Rowan Court, Saltby\n\nIt was rated inadequate overall by the CQC.\n"
    )
    found = {each.body.name: each for each in record.inspections}["Mill House"]

    assert [grade.grade for grade in found.grades] == grades[0]
    assert [grade.grade for grade in found.previous_grades] == grades[1]
