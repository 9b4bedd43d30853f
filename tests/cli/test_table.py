"""A record for eyes: in words, in few lines, and nothing cut in the midst of it."""

import pytest

from pipeline.cli.table import EXCERPT, excerpt, show
from pipeline.records import Missing, Span, Trace
from tests.factories import marlshire


def shown(capsys, record):
    show(record)
    return capsys.readouterr().out


def with_inspection(**changes):
    made = marlshire()
    inspection = made.inspections[0].model_copy(update=changes)
    return made.model_copy(update={"inspections": [inspection]})


def test_grades_are_said_in_words(capsys):
    grades = marlshire().inspections[0].grades
    worse = grades[0].model_copy(update={"grade": "requires_improvement"})
    told = shown(capsys, with_inspection(grades=[worse, *grades[1:]]))

    assert "requires improvement" in told
    assert "requires_improvement" not in told


def test_a_framework_that_is_not_certain_is_told_with_what_fits(capsys):
    rivals = ["peel-2021-22 fits as well", "peel-2023-25 fits as well"]
    lost = "peel-2014: not in force about 2024-01-31"
    doubt = {
        "framework": None,
        "missing": [Missing(field="framework", reason="ambiguous")],
        "trace": Trace(rivals=[*rivals, lost]),
    }
    told = shown(capsys, with_inspection(**doubt))

    assert "Marlshire Police (hmicfrs, framework not certain)" in told
    assert "framework not certain: peel-2021-22 and peel-2023-25 fit\n" in told


def test_quotes_have_the_numbers_by_which_others_repeat_them(capsys):
    made = marlshire()
    first, second = made.quotes
    again = second.model_copy(update={"repeats": 0})
    told = shown(capsys, made.model_copy(update={"quotes": [first, again]}))

    assert "(again, as in 1)" in " ".join(told.replace("│", " ").split())
    assert [f"│ {number} │" in told for number in (1, 2, 3)] == [True, True, False]


def test_what_is_reported_is_told_from_what_is_quoted(capsys):
    made = marlshire()
    first, second = made.quotes
    reported = second.model_copy(update={"kind": "indirect"})
    told = shown(capsys, made.model_copy(update={"quotes": [first, reported]}))

    assert "And soon. (reported)" in told
    assert told.count("(reported)") == 1


def test_an_issue_stands_apart_from_its_words(capsys):
    (issue,) = marlshire().issues
    told = " ".join(shown(capsys, marlshire()).split())

    assert f"{issue.code}: {issue.message}: »" in told


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["rated good"], "rated good"),
        (["rated\n  good", "at last"], "rated good … at last"),
        (["x" * (EXCERPT - 4), "and more"], "x" * (EXCERPT - 4) + " …"),
    ],
    ids=["whole", "in one line", "one sign for what is left out"],
)
def test_an_excerpt_is_one_line(texts, expected):
    spans = [Span(start=0, end=len(text), text=text) for text in texts]

    assert excerpt(spans) == expected
