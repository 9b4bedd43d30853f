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
