import json

import pytest
from pydantic import ValidationError

from pipeline.records import (
    Failure,
    Grade,
    IssueRecord,
    Record,
    Span,
)
from tests.factories import marlshire

EVIDENCE = {"start": 0, "end": 4, "text": "good"}


def record(text="good", **parts):
    return Record.model_validate_json(
        Record.model_construct(
            document={
                "id": "sha256:1",
                "source": "a.txt",
                "media_type": "text/plain",
                "kind": "other",
                "title": None,
                "publisher": None,
                "authors": [],
                "published": None,
                "url": None,
                "language": "en",
                "text": text,
                "blocks": [],
            },
            **{"sections": [], "inspections": [], "quotes": [], "issues": []} | parts,
            extractor={"name": "gradewright", "version": "0"},
        ).model_dump_json(warnings=False)
    )


def issue(**span):
    return IssueRecord(
        code="unknown_area", severity="info", message="m", evidence=[Span(**span)]
    )


def grade(**changes):
    fields = {
        "area": "a",
        "area_label": "A",
        "grade": "good",
        "grade_label": "good",
        "basis": "stated",
        "derivation": None,
        "evidence": [EVIDENCE],
        "rule": "grades.sentence",
    }
    return Grade.model_validate(fields | changes)


def test_a_span_says_what_stands_in_the_text():
    assert record(issues=[issue(**EVIDENCE)]).issues[0].evidence[0].text == "good"


@pytest.mark.parametrize(
    "span",
    [
        {"start": 0, "end": 4, "text": "Good"},
        {"start": 1, "end": 5, "text": "ood"},
        {"start": 2, "end": 1, "text": "o"},
        {"start": -4, "end": 4, "text": "good"},
    ],
    ids=["other words", "beyond the text", "backwards", "before the text"],
)
def test_a_span_that_says_something_else_is_refused(span):
    with pytest.raises(ValidationError):
        record(issues=[issue(**span)])


def test_what_the_rules_said_must_stand_in_the_text_too():
    rules = {
        "title": None,
        "publisher": None,
        "published": None,
        "kind": "other",
        "inspections": [],
        "quotes": [],
    }
    said = [issue(start=0, end=4, text="Good").model_dump()]
    assert record(by_rules=rules | {"issues": []}).by_rules.issues == []
    with pytest.raises(ValidationError, match="0:4 is not 'Good'"):
        record(by_rules=rules | {"issues": said})


def test_offsets_count_code_points():
    span = {"start": 2, "end": 6, "text": "good"}

    assert record("😀 good", issues=[issue(**span)]).issues


@pytest.mark.parametrize(
    "changes",
    [
        {"basis": "deduced"},
        {"derivation": "by elimination"},
        {"basis": "guessed"},
        {"surprise": 1},
    ],
    ids=[
        "deduced from nothing",
        "stated and derived",
        "no such basis",
        "an unknown key",
    ],
)
def test_a_grade_that_proves_nothing_is_refused(changes):
    with pytest.raises(ValidationError):
        grade(**changes)


@pytest.mark.parametrize("name", ["grades", "previous_grades", "tallies"])
def test_what_has_neither_words_nor_a_person_is_refused(name):
    content = marlshire().model_dump(mode="json")
    (force,) = content["inspections"]
    force[name][0]["evidence"] = []
    with pytest.raises(ValidationError, match="neither words nor a person"):
        Record.model_validate_json(json.dumps(content))

    force[name][0]["corrected"] = True
    assert Record.model_validate_json(json.dumps(content))


def test_a_deduced_grade_says_from_what():
    assert grade(basis="deduced", derivation="the only one left").derivation


def test_a_record_comes_back_from_json_as_it_was():
    one = record(issues=[issue(**EVIDENCE)])

    assert Record.model_validate_json(one.model_dump_json()) == one


def test_a_failure_reads_as_one_line():
    failure = Failure(source="a", error="E", cause="is empty", remedy="fetch it")

    assert str(failure) == "a: is empty; fetch it"
