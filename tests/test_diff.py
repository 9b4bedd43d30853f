"""What a second set of records gained, lost and changed."""

import json

import pytest

from pipeline.corrections import correct, decision
from pipeline.diff import diff
from tests.factories import marlshire


def with_grades(*grades):
    made = marlshire()
    inspection = made.inspections[0].model_copy(update={"grades": list(grades)})
    return made.model_copy(update={"inspections": [inspection]})


PUBLIC = "marlshire/responding_to_the_public"
GRADES = marlshire().inspections[0].grades


def changes(before, after):
    return [
        (change.what, change.address, change.was, change.now)
        for change in diff([before], [after]).changes
    ]


def test_the_same_records_do_not_differ():
    assert not diff([marlshire()], [marlshire()])


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (GRADES[1:], ("lost", PUBLIC, "inadequate", None)),
        (
            [GRADES[0].model_copy(update={"grade": "good"}), *GRADES[1:]],
            ("changed", PUBLIC, "inadequate", "good"),
        ),
        (
            [GRADES[0].model_copy(update={"rule": "grades.table"}), *GRADES[1:]],
            (
                "reasoned",
                PUBLIC,
                "inadequate",
                "inadequate",
            ),
        ),
    ],
    ids=["lost", "changed", "for another reason"],
)  # fmt: skip
def test_a_cell_that_differs_is_listed(after, expected):
    assert changes(marlshire(), with_grades(*after)) == [expected]


def test_what_is_lost_one_way_is_gained_the_other():
    fewer = with_grades(*GRADES[1:])

    assert changes(fewer, marlshire()) == [("gained", PUBLIC, None, "inadequate")]


def test_a_quote_without_a_speaker_counts_too():
    fewer = marlshire().model_copy(update={"quotes": marlshire().quotes[:1]})
    (change,) = diff([fewer], [marlshire()]).changes

    assert (change.what, change.kind, change.now) == ("gained", "quote", None)


def test_documents_on_one_side_only_are_named():
    found = diff([marlshire()], [marlshire(source="inbox/other.txt")])

    assert found.documents_lost == ("inbox/article.txt",)
    assert found.documents_gained == ("inbox/other.txt",)
    assert (found.compared, found.changes) == (0, ())


def test_changes_are_counted_by_rule():
    found = diff([marlshire()], [with_grades(*GRADES[:2])])

    assert found.by_rule() == {("lost", "deduce.deduced"): 2}
    assert "     2 lost     deduce.deduced" in list(found.lines())


def test_json_says_the_same():
    found = diff([marlshire()], [with_grades(*GRADES[1:])])
    content = json.loads(json.dumps(found.as_json()))

    assert content["by_rule"] == [
        {"what": "lost", "rule": "grades.list_item", "count": 1}
    ]
    assert content["changes"][0]["address"] == PUBLIC


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("document/published", "2024-03-13"),
        (PUBLIC, "good"),
        ("marlshire", "peel-2023-25"),
        ("marlshire/body", "Westmarch Police"),
    ],
    ids=["a field", "a grade", "the framework", "the name"],
)
def test_what_a_person_changed_is_told_as_theirs(known, cell, value):
    made = decision(marlshire(), cell, value, reason="misread", reviewer="A. Reader")
    found = diff([marlshire()], [correct(marlshire(), [made], known)[0]])

    assert "correction" in {rule for _, rule in found.by_rule()}
    told = "\n".join(found.lines())
    assert "(correction)" in told
    assert "None" not in told


def test_no_line_says_none(known):
    made = decision(marlshire(), "marlshire", None, reason="x", reviewer="A. Reader")
    without = correct(marlshire(), [made], known)[0]

    for before, after in ((marlshire(), without), (without, marlshire())):
        assert "None" not in "\n".join(diff([before], [after]).lines())
