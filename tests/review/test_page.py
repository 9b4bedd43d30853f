"""The page stands alone, carries everything, and trusts nothing it carries."""

import json
import re
from datetime import date

import pytest

from pipeline.review import page
from tests.factories import Text, grade, inspection, marlshire, quote, record

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028-->"


def html(known, *records, live=None):
    return "".join(page(records, known, name="a<b>.jsonl", live=live))


def data(text, name):
    """What a script element of data holds."""
    (content,) = re.findall(rf'id="{name}">(.*?)</script>', text, re.DOTALL)
    return json.loads(content)


def test_it_needs_no_network(known):
    text = html(known, marlshire())

    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert "@import" not in text
    assert "url(" not in text


def test_the_policy_allows_its_own_script_and_style_and_nothing_else(known):
    (policy,) = re.findall(r'Policy" content="([^"]+)"', html(known, marlshire()))

    assert "default-src &#39;none&#39;" in policy
    assert "connect-src &#39;none&#39;" in policy
    assert len(re.findall("sha256-", policy)) == 2
    assert "unsafe" not in policy


def test_a_live_page_may_talk_to_its_own_server(known):
    assert "connect-src &#39;self&#39;" in html(known, marlshire(), live="/corrections")


def test_nothing_of_a_document_can_end_the_element_it_stands_in(known):
    hostile = record(
        HOSTILE,
        [inspection(HOSTILE)],
        quotes=[quote(Text(HOSTILE).span("alert(1)"), (HOSTILE, HOSTILE, HOSTILE))],
        title=HOSTILE,
        source=HOSTILE,
        url="javascript:alert(3)",
    )
    text = html(known, hostile)

    assert "<img" not in text
    assert text.count("</script>") == text.count("<script")
    assert data(text, "d0")["text"] == HOSTILE


def test_the_index_has_what_grid_and_filters_need(known):
    entry = data(html(known, marlshire()), "index")["documents"][0]

    assert entry["issues"] == ["unattributed_quote"]
    assert entry["deduced"] == 2
    assert [person["who"] for person in entry["people"]] == [
        ["Ada Thorne", "chief constable", "Marlshire Police"],
        [],
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


def test_a_framework_comes_with_its_scale_best_first(known):
    framework = data(html(known, marlshire()), "index")["frameworks"]["peel-2021-22"]

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
        ("ofsted", "canals", "Canals", "no framework recognised"),
        ("canal_board", None, "Inspections by Canal board", "no framework recognised"),
        (None, None, "Inspections", "no framework recognised"),
    ],
)
def test_without_a_framework_there_is_a_scale_all_the_same(
    known, by, programme, name, cycle
):
    loose = inspection(
        "Marlshire", framework=None, programme=programme, inspectorate=by
    )
    index = data(html(known, record("Marlshire", [loose])), "index")
    framework = index["frameworks"][f"?{by or ''}/{programme or ''}"]

    assert framework["name"].startswith(name)
    assert framework["cycle"] == cycle
    assert framework["scale"][0]["label"] == "Outstanding"


def test_an_uncertain_cycle_is_one_of_its_own_inspectorates(known):
    loose = inspection(
        "Larch Bank", framework=None, programme="adult_social_care", inspectorate="cqc"
    )
    index = data(html(known, record("Larch Bank", [loose])), "index")

    assert index["frameworks"]["?cqc/adult_social_care"]["inspectorate"] == "CQC"


def test_offsets_count_utf16_units_as_browsers_do(known):
    text = "🚓🚓 Marlshire Police"
    made = record(text, [inspection(Text(text).span("Marlshire Police"))])
    drawn = data(html(known, made), "d0")["cells"]
    (cell,) = (cell for cell in drawn if cell["kind"] == "body")
    start, end, *_ = cell["spans"][0]
    units = text.encode("utf-16-le")

    assert units[2 * start : 2 * end].decode("utf-16-le") == "Marlshire Police"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "unattributed quote"),
        ({"issues": []}, "quote without a speaker"),
        ({"issues": [], "quotes": []}, "possible miss × 2"),
    ],
)
def test_the_heaviest_reason_to_look_comes_first(known, changes, expected):
    made = marlshire().model_copy(update=changes)
    entry = data(html(known, made), "index")["documents"][0]

    assert entry["reasons"][0] == expected


def test_what_may_mislead_makes_a_document_riskier(known):
    sound = marlshire().model_copy(update={"issues": [], "quotes": []})
    entries = data(html(known, sound, marlshire()), "index")["documents"]

    assert entries[0]["risk"] < entries[1]["risk"]


def test_the_grades_own_words_are_told_from_longer_ones(known):
    text = "Preventing crime\tInadequate\tAdequate"
    good = grade("preventing_crime", "adequate", Text(text).span(text))
    drawn = data(html(known, record(text, [inspection("Marlshire", [good])])), "d0")
    (cell,) = (cell for cell in drawn["cells"] if cell["kind"] == "grade")

    assert text[slice(*cell["label_at"])] == "Adequate"


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
def test_an_inspection_is_dated_as_well_as_may_be(known, dates, expected):
    made = record("Marlshire", [inspection("Marlshire", **dates)])
    (entry,) = data(html(known, made), "index")["documents"]

    assert entry["inspections"][0]["date"] == expected
