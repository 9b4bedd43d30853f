"""What a batch came to: counted as rows come by, told to people and to programs."""

import json
from collections import Counter

import pytest

from pipeline.batch.summary import Summary
from pipeline.records import Failure
from pipeline.sinks.rows import rows_of
from tests.factories import marlshire

EMPTY = Failure(
    source="a.txt", error="EmptyDocument", cause="the file is empty", remedy="fill it"
)


@pytest.fixture
def summary():
    """Of one document that was read and one that could not be."""
    summary = Summary(found=2)
    for outcome in (marlshire(), EMPTY):
        summary.add(rows_of(outcome))
    return summary


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("found", 2),
        ("documents", 1),
        ("grades", {"stated": 2, "deduced": 2}),
        ("quotes", {"with speaker": 1, "without speaker": 1}),
        ("issues", {"unattributed_quote": 1}),
        ("failures", {"the file is empty": 1}),
    ],
)
def test_programs_get_every_count(summary, key, value):
    assert json.loads(json.dumps(summary.as_json()))[key] == value


def test_a_document_under_two_names_is_counted_once(summary):
    before = summary.as_json()
    summary.add(rows_of(marlshire()))

    assert summary.as_json() == before | {"copies": 1, "documents_per_second": 3.0}
    assert "copies       1, the same bytes" in summary.lines()


def test_people_get_a_line_for_each(summary):
    lines = {line.partition(" ")[0]: line for line in summary.lines()}

    assert "4 (2 " in lines["grades"]
    assert lines["failures"].endswith("1 (1 the file is empty)")


def test_what_is_often_empty_is_told_by_table_in_plain_words(summary):
    documents, *_, quotes = (x for x in summary.lines() if x.startswith("empty"))

    assert documents == (
        "empty        documents without title (100%), publisher (100%), address (100%)"
    )
    assert quotes == "empty        quotes without speaker (50%)"


def test_nothing_has_no_speed():
    assert Summary(seconds=2.0).lines()[0] == "documents    0"
    read = Summary(rows=Counter(documents=3), seconds=2.0)
    assert read.lines()[0] == "documents    3, 1.5 a second"


def test_shares_of_empty_cells_are_of_the_rows_there_are(summary):
    rates = summary.null_rates()

    assert rates["quotes.person"] == 0.5
    assert Summary().null_rates() == {}


def test_what_a_document_has_now_and_had_not_is_gained(summary):
    summary.compare(Counter(["A good", "B poor"]), Counter(["A good", "B adequate"]))

    assert [line for line in summary.lines() if "B" in line] == [
        "gained       B adequate",
        "lost         B poor",
    ]


def test_what_failed_before_is_still_without_record():
    assert Summary(failed_before=["a.txt: empty; fill it"]).failed
    assert not Summary(found=3).failed
