"""The day of the report: only where the words say that it is this report's."""

import pytest

from pipeline import process

GRADE = " HMICFRS graded Norshire Police good at preventing crime."


@pytest.fixture
def appeared():
    """On which days the reports of a text's inspections appeared, as it says."""

    def of(text, story=None):
        dateline = f"{story}\n\n" if story else ""
        record = process(f"{dateline}{text}{GRADE}\n")
        return [str(found.published) for found in record.inspections]

    return of


@pytest.mark.parametrize(
    "text",
    [
        "HMICFRS published its PEEL report on the force on Thursday, 14 March 2024.",
        "HMICFRS published its report on Thursday 14 March 2024.",
        "In a report published on 14 March 2024, the inspectorate praised the force.",
        "The report, published on 14 March 2024, praised the force.",
        "The report, which was published on 14th March 2024, praised the force.",
        "The report on the force was published by HMICFRS on 14 March 2024.",
        "On 14 March 2024, HMICFRS published its report on the force.",
        "On Thursday, March 14, 2024, the inspectorate released its findings.",
        "Published on 14 March 2024, the report praises the force.",
        "The findings, made public on 14 March 2024, praise the force.",
        "The inspectorate's verdict on the force came out on 14 March 2024.",
        "The report HMICFRS published on 14 March 2024 praises the force.",
        "The inspection report (published 14 March 2024) praises the force.",
        "A report published last Thursday (14 March 2024) praises the force.",
        "Inspectors published the results of their latest inspection on 14/03/2024.",
        "Inspectors published their report last Thursday (14 March 2024).",
    ],
    ids=[
        "its object",
        "and a day of the week",
        "a participle",
        "in apposition",
        "in a relative clause",
        "by whom",
        "the day first",
        "the month first",
        "opening a sentence",
        "made public",
        "came out",
        "by whom, in between",
        "in brackets",
        "the week and the day",
        "of what",
        "last week's day, and the date",
    ],
)
def test_a_full_date_is_the_reports(text, appeared):
    assert appeared(text) == ["2024-03-14"]


@pytest.mark.parametrize(
    ("story", "text", "day"),
    [
        ("2024-03-15", "HMICFRS published its report on 14 March.", "2024-03-14"),
        ("2024-01-03", "The report, published on 21 December, is frank.", "2023-12-21"),
        ("2024-03-15", "HMICFRS published its report yesterday.", "2024-03-14"),
        ("2024-03-15", "The report, published on Thursday, is frank.", "2024-03-14"),
        ("2024-03-14", "The report, published on Thursday, is frank.", "2024-03-14"),
        ("2024-03-15", "On Thursday HMICFRS published its report.", "2024-03-14"),
        ("2024-03-14", "The report, released this morning, is frank.", "2024-03-14"),
        ("2024-03-13", "The report, published on Thursday (March 14), is frank.",
         "2024-03-14"),
        ("2024-03-12", "The report will be published in full on 14 March.",
         "2024-03-14"),
    ],
    ids=[
        "no year",
        "over new year",
        "yesterday",
        "a day of this week",
        "the story's own",
        "opening a sentence",
        "today",
        "the day after a story under embargo",
        "announced",
    ],
)  # fmt: skip
def test_what_a_date_leaves_out_is_the_storys(story, text, day, appeared):
    assert appeared(text, story) == [day]


@pytest.mark.parametrize(
    ("story", "text"),
    [
        (None, "HMICFRS published its report on 14 March."),
        (None, "HMICFRS published its report on Thursday."),
        (None, "HMICFRS published its report in March 2024."),
        ("2024-03-13", "The report, published on Thursday, is frank."),
        ("2024-03-15", "The report, published last Thursday, is frank."),
    ],
    ids=["no year", "no date", "no day", "last week's or tomorrow's", "which week"],
)
def test_a_day_that_nobody_can_know_is_none(story, text, appeared):
    assert appeared(text, story) == ["None"]


@pytest.mark.parametrize(
    "text",
    [
        "HMICFRS published its report after an inspection on 12 March 2024.",
        "HMICFRS published its report into an inspection on 12 March 2024.",
        "HMICFRS published a report on a visit carried out on 12 March 2024.",
        "The previous report was published on 12 March 2024.",
        "The report had been published on 12 March 2024.",
        "HMICFRS published its annual report on 12 March 2024.",
        "The force published its response to the report on 12 March 2024.",
        "The report says that the force published figures on 12 March 2024.",
        "The report will be discussed by the panel on 12 March 2024.",
        "The report has not been published. The panel meets on 12 March 2024.",
        "The report was published on 12 March 2021.",
    ],
    ids=[
        "the inspection's",
        "an inspection's",
        "a visit's",
        "the report before",
        "in the pluperfect",
        "an annual report's",
        "a response's",
        "of figures",
        "a meeting's",
        "not published",
        "years before the story",
    ],
)
def test_a_day_of_something_else_is_not_the_reports(text, appeared):
    assert appeared(text, "2024-03-14") == ["None"]


def test_its_words_are_its_origin():
    text = f"HMICFRS published its report on Thursday, 14 March 2024.{GRADE}"
    (inspection,) = process(text).inspections
    origin = inspection.origins["published"]

    assert origin.rule == "publication.published_days"
    assert [span.text for span in origin.evidence] == [
        "published its report on Thursday, 14 March 2024"
    ]


def test_the_storys_own_day_does_not_follow_from_the_reports():
    record = process(f"HMICFRS published its report on 14 March 2024.{GRADE}")

    assert record.document.published is None


def test_the_day_of_the_report_tells_the_framework_and_what_is_earlier():
    (inspection,) = process(
        f"HMICFRS published its report on 14 March 2024.{GRADE} "
        "It was rated inadequate at responding to the public in 2019."
    ).inspections

    assert inspection.framework == "peel-2023-25"
    assert [
        (grade.area, grade.grade, grade.when) for grade in inspection.previous_grades
    ] == [("responding_to_the_public", "inadequate", "2019")]
