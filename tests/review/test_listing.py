"""A document in the lists: who is in it, what was graded, and when."""

from datetime import date

import pytest

from tests.factories import inspection, marlshire, record


def test_the_index_has_what_grid_and_filters_need(index):
    entry = index(marlshire()).documents[0]

    assert entry["issues"] == ["unattributed_quote"]
    assert [person["who"] for person in entry["people"]] == [
        ("Ada Thorne", "chief constable", "Marlshire Police"),
        (),
    ]
    (force,) = entry["inspections"]
    assert (force["key"], force["framework"]) == (
        "police_force/marlshire",
        "peel-2021-22",
    )
    assert [(g["area"], g["grade"]) for g in force["grades"] if "basis" in g] == [
        ("responding_to_the_public", "inadequate"),
        ("preventing_crime", "good"),
        ("managing_offenders", "adequate"),
        ("good_use_of_resources", "adequate"),
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, "2023-04-13"),
        ({"inspected_to": date(2023, 2, 3)}, "2023-02-03"),
        (
            {"inspected_to": date(2023, 2, 3), "published": date(2023, 4, 1)},
            "2023-04-01",
        ),
    ],
    ids=["the document's", "the last day", "the report's"],
)
def test_an_inspection_is_dated_as_well_as_may_be(index, dates, expected):
    made = record("Marlshire", [inspection("Marlshire", **dates)])
    (entry,) = index(made).documents

    assert entry["inspections"][0]["date"] == expected
