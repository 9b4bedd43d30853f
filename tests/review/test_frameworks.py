"""Frameworks as the page needs them: of records that have one, and of others."""

import pytest

from tests.factories import inspection, marlshire, record


def test_a_framework_comes_with_its_scale_best_first(index):
    framework = index(marlshire()).frameworks["peel-2021-22"]

    assert [grade["label"] for grade in framework["scale"]] == [
        "Outstanding",
        "Good",
        "Adequate",
        "Requires improvement",
        "Inadequate",
    ]


@pytest.mark.parametrize(
    ("by", "programme", "name", "cycle"),
    [
        ("hmicfrs", "peel", "PEEL", "cycle not certain"),
        (None, "peel", "PEEL", "cycle not certain"),
        ("cqc", "adult_social_care", "Adult social care", "framework not certain"),
        ("ofsted", "ilacs", "ILACS", "framework not certain"),
        ("ofsted", "canals", "Canals", "no framework recognised"),
        ("canal_board", None, "Inspections by Canal board", "no framework recognised"),
        (None, None, "Inspections", "no framework recognised"),
    ],
)
def test_without_a_framework_there_is_a_scale_all_the_same(
    index, by, programme, name, cycle
):
    loose = inspection(
        "Marlshire", framework=None, programme=programme, inspectorate=by
    )
    framework = index(record("Marlshire", [loose])).frameworks[
        f"?{by or ''}/{programme or ''}"
    ]

    assert framework["name"].startswith(name)
    assert framework["cycle"] == cycle
    assert framework["scale"][0]["label"] == "Outstanding"


def test_an_uncertain_cycle_is_one_of_its_own_inspectorates(index):
    loose = inspection(
        "Larch Bank", framework=None, programme="adult_social_care", inspectorate="cqc"
    )
    found = index(record("Larch Bank", [loose]))

    assert found.frameworks["?cqc/adult_social_care"]["inspectorate"] == "CQC"
