"""When an earlier grade was given: the year stays, whether the day is known or not."""

import pytest

from pipeline import process

HOME = "The Care Quality Commission has published its report on Larkfield House.\n\n"
UNDATED, DATED, SOON_AFTER = "", "14 March 2024\n\n", "14 March 2022\n\n"


@pytest.fixture(params=[UNDATED, DATED, SOON_AFTER], ids=["no day", "later", "soon"])
def earlier(request):
    """The earlier grades that a text about a home gives, each with its time."""

    def of(text):
        (inspection,) = process(request.param + HOME + text).inspections
        return [(grade.grade, grade.when) for grade in inspection.previous_grades]

    return of


@pytest.mark.parametrize(
    "text",
    [
        "Larkfield House was rated inadequate overall, down from good in 2021.",
        "The home was rated inadequate overall, down from good in its 2021 report.",
        "The home was rated inadequate for safe, having been rated good in 2021.",
        "It was rated inadequate for well-led, which had been good in 2021.",
        "It was rated inadequate for safe, compared to good in May 2021.",
        "The home had been rated good in 2021 but is now rated inadequate overall.",
        "In 2021 it had been rated good for safe; it is now inadequate.",
        "Its overall rating has fallen from good, given in 2021, to inadequate.",
        "It was rated inadequate overall, below the good rating it received in 2021.",
        "It was rated inadequate overall, replacing the good rating of 2021.",
        "Its rating for safe, good in 2021, is now inadequate.",
        "The home, which was rated good in 2021, is now inadequate overall.",
        "It is now inadequate for safe, which was good in 2021.",
        "It was rated inadequate for safe (good in 2021).",
        "It was rated inadequate for safe (2021: good).",
        "The home, previously rated good in 2021, was judged inadequate overall.",
    ],
    ids=[
        "down from",
        "of a report",
        "having been",
        "in the pluperfect",
        "compared with",
        "and is now",
        "before the pluperfect",
        "by a participle",
        "by a relative clause",
        "of the rating",
        "in apposition",
        "in a relative clause",
        "after what is now",
        "in brackets",
        "before a colon",
        "beside the name",
    ],
)
def test_an_earlier_grade_keeps_its_year(text, earlier):
    assert earlier(text) == [("good", "2021")]


@pytest.mark.parametrize(
    "text",
    [
        "Its overall rating went from good to inadequate in 2024.",
        "The home was rated inadequate in 2024, down from good.",
        "It was rated inadequate overall, down from good, when inspected in 2024.",
        "It was rated inadequate overall, down from good, in a report of 2024.",
    ],
    ids=["of both", "of the other", "of the visit", "after a comma"],
)
def test_the_year_of_this_inspection_is_not_the_earlier_grades(text, earlier):
    assert earlier(text) == [("good", None)]


def test_what_was_kept_has_the_year_in_which_it_was_given(earlier):
    told = earlier("The home retained the good rating that it was given in 2019.")

    assert told == [("good", "2019")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was rated inadequate for safe, down from good in 2021.",
         ["safe, down from good", "2021"]),
        ("In 2021 it had been rated good for safe; it is now inadequate.",
         ["good for safe", "2021"]),
        ("It was rated inadequate for safe, down from good.", ["safe, down from good"]),
    ],
    ids=["behind", "before", "no time"],
)  # fmt: skip
def test_the_time_is_among_the_evidence(text, words):
    record = process(HOME + text)
    (earlier,) = record.inspections[0].previous_grades

    assert [span.text for span in earlier.evidence] == words
    assert all(
        record.document.text[span.start : span.end] == span.text
        for span in earlier.evidence
    )


def test_the_time_of_a_column_is_among_the_evidence():
    page = (
        "<main><h1>Inspection of Larkfield House care home</h1><p>The Care Quality "
        "Commission has inspected Larkfield House care home.</p><table><tr><th>Area"
        "</th><th>2019</th><th>2024</th></tr><tr><td>Safe</td><td>Good</td><td>Poor"
        "</td></tr><tr><td>Caring</td><td>Good</td><td>Good</td></tr></table></main>"
    )
    (inspection,) = process(page.encode()).inspections

    assert [
        (grade.when, grade.evidence[-1].text) for grade in inspection.previous_grades
    ] == [("2019", "2019"), ("2019", "2019")]
