"""Tables whose cells hold letters for grades."""

import pytest

import pipeline

PAGE = """<html><head><title>How every force was rated</title></head><body>
<h1>How every force was rated</h1>
<p>HMICFRS has inspected Estuary Police and Wolds Police this year.</p>
<table>{caption}<tr><th>Area</th><th>Estuary Police</th><th>Wolds Police</th></tr>
<tr><td>Investigating crime</td><td>{first}</td><td>{second}</td></tr>
<tr><td>Managing offenders</td><td>{third}</td><td>{fourth}</td></tr></table>
</body></html>"""
HOMES = """<html><head><title>How your care homes were rated</title></head><body>
<h1>How your care homes were rated</h1>
<p>The Care Quality Commission has rated Mill House and Rowan Court this year.</p>
<table><caption>RI means requires improvement, and G: good</caption>
<tr><th>Home</th><th>Safe</th><th>Caring</th></tr>
<tr><td>Mill House</td><td>G</td><td>RI</td></tr>
<tr><td>Rowan Court</td><td>RI</td><td>G</td></tr></table></body></html>"""
KEY = "<caption>O = outstanding, G = good, RI = requires improvement</caption>"
BEST = {"investigating_crime": "outstanding", "managing_offenders": "good"}


def given(page):
    """By body its areas and their grades."""
    record = pipeline.process(page.encode())
    return {
        each.body.name: {grade.area: grade.grade for grade in each.grades}
        for each in record.inspections
    }


@pytest.mark.parametrize(
    ("caption", "cells", "wolds"),
    [
        (KEY, "GORG", BEST),
        (
            "<caption>Outstanding – X; X = outstanding, Y = inadequate</caption>",
            "XYXX",
            {"investigating_crime": "inadequate", "managing_offenders": "outstanding"},
        ),
        ("", "GOAG", BEST),
        ("", "GGGG", {}),
        ("", "GZAB", {}),
    ],
    ids=["a key", "letters of its own", "initials", "one letter", "no initials"],
)  # fmt: skip
def test_letters_are_the_grades_that_a_key_or_the_scale_says(caption, cells, wolds):
    first, second, third, fourth = ("RI" if c == "R" else c for c in cells)
    page = PAGE.format(
        caption=caption, first=first, second=second, third=third, fourth=fourth
    )

    assert given(page).get("Wolds Police", {}) == wolds


def test_bodies_may_be_rows_and_areas_columns():
    assert given(HOMES) == {
        "Mill House": {"safe": "good", "caring": "requires_improvement"},
        "Rowan Court": {"safe": "requires_improvement", "caring": "good"},
    }


def test_the_key_is_evidence():
    page = PAGE.format(caption=KEY, first="G", second="O", third="RI", fourth="G")
    record = pipeline.process(page.encode())

    grade = next(g for each in record.inspections for g in each.grades)
    assert "G = good" in [span.text for span in grade.evidence]
