"""Which grades a report gives."""

import pytest

from pipeline.findings import GradeFinding
from tests.link.reports.conftest import (
    cover,
    document,
    heading,
    paragraph,
    row,
    running,
)

RI = "requires_improvement"
TABLE = [
    row("Judgement", "Grade"),
    row("The experiences and progress of care leavers", "Good"),
    row("Overall effectiveness", "Requires improvement to be good"),
]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (TABLE, {"care_leavers": "good", "overall": RI}),
        ([row("Care leavers", "Good.")], {"care_leavers": "good"}),
        ([row("3.4 Experiences and progress of care leavers", "Not judged")], {}),
        (
            [
                heading("The experiences and progress of children who need"),
                row("help and protection", "Good"),
            ],
            {"help_and_protection": "good"},
        ),
        ([row("Care leavers", "Requires improvment to be good")], {"care_leavers": RI}),
        ([row("Care leavers", "Goods and services")], {}),
        ([row("Good", "A service that does well")], {}),
        ([row("Number of homes", "Good")], {}),
        (
            [*TABLE, row("Services for young carers", "Good")],
            {
                "care_leavers": "good",
                "overall": RI,
                "Services for young carers": "good",
            },
        ),
    ],
    ids=[
        "areas and grades",
        "a shorter wording, a full stop",
        "an area that was not judged",
        "a line of the cell that stands alone",
        "a slip of the pen",
        "words that begin like a grade",
        "a definition of the scale",
        "a row of another table",
        "an area no framework knows, among some it knows",
    ],
)
def test_a_table_grades_its_areas(grades, pieces, expected):
    assert grades(cover(*pieces)) == expected


WHOLE = "The overall judgement is that children’s services"
HERE = "Children’s services in Wexcombe"


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        (f"{HERE} are good", "good"),
        ("Children’s services in Hexminster require improvement to be good", RI),
        ("The overall judgement is inadequate.", "inadequate"),
        (f"{WHOLE} are outstanding", "outstanding"),
        (f"{WHOLE} require improvement", RI),
        (f"{HERE} are inadequate because:", "inadequate"),
        ("Overall effectiveness: good", "good"),
        (f"{HERE} are good at listening", None),
        (f"{HERE} are good if staff stay", None),
        ("A local authority that is good leads well", None),
        (f"Some {HERE} are good", None),
    ],
)
def test_a_sentence_on_the_cover_gives_the_overall_judgement(grades, sentence, grade):
    found = grades(cover(heading(sentence)))

    assert found == ({"overall": grade} if grade else {})


BOARD = [
    heading("Wigan"),
    heading(
        "Inspection of services for children in need of help and protection,"
        " children looked after and care leavers"
    ),
    heading("and"),
    heading("Review of the effectiveness of the Local Safeguarding Children Board"),
    paragraph("Inspection date: 3 March 2014 – 14 March 2014"),
]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Local Safeguarding Children Board requires improvement",
        (
            "The effectiveness of the Local Safeguarding Children Board (LSCB) requires"
            " improvement"
        ),
        "The judgement for the effectiveness of the LSCB is requires improvement",
        "The LSCB requires improvement because:",
        "Wigan Safeguarding Children Board requires improvement.",
    ],
)
@pytest.mark.parametrize("page", [1, 31], ids=["on the cover", "in its own part"])
def test_the_board_has_a_judgement_of_its_own(grades, sentence, page):
    report = document(
        *BOARD,
        heading("Children’s services in Wigan are good"),
        heading(sentence, page=page),
    )

    assert grades(report) == {
        "overall": "good",
        "lscb_effectiveness": RI,
    }


def test_what_a_board_would_have_to_do_is_no_judgement(grades):
    report = document(
        *BOARD,
        paragraph("An LSCB that is good brings its partners together.", page=30),
        paragraph("The LSCB requires improvement if it does not do so yet.", page=30),
    )

    assert grades(report) == {}


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([heading("The experiences and progress of care leavers: good")], "good"),
        ([heading("Care leavers are inadequate")], "inadequate"),
        (
            [heading("Care leavers require improvement to be good")],
            RI,
        ),
        ([heading("Care leavers"), heading("Good")], "good"),
        (
            [paragraph("The graded judgement for care leavers is that it is good.")],
            "good",
        ),
        ([paragraph("Support for care leavers is good.")], None),
        ([paragraph("Care leavers: good plans help them.")], None),
    ],
    ids=[
        "a heading with a colon",
        "a heading with a verb",
        "a heading with its grade as the verb",
        "the grade under the heading",
        "the sentence that ends a section",
        "not running text",
        "not a sentence after a colon",
    ],
)
def test_headings_grade_what_no_table_has(grades, pieces, expected):
    later = [
        piece.__class__(piece.text, piece.type, piece.level, page=5) for piece in pieces
    ]
    report = cover(row("Overall effectiveness", "Good"), *later)

    wanted = {"overall": "good"} | ({"care_leavers": expected} if expected else {})
    assert grades(report) == wanted


def test_a_grade_with_its_number_stands_under_the_heading(grades):
    report = document(
        heading("Inspection of looked after children services"),
        heading("Wigan Metropolitan Borough Council"),
        paragraph("Inspection dates: 3 to 7 June 2013"),
        heading("Quality of provision", page=5),
        heading("Grade 4 (Inadequate)", page=5),
        row("Good (Grade 2)", "A service that exceeds minimum requirements", page=2),
    )

    assert grades(report) == {"quality_of_provision": "inadequate"}


@pytest.mark.parametrize(
    ("statement", "grade"),
    [
        (
            "The arrangements typically lead to positive experiences and outcomes.",
            "typically_positive",
        ),
        (
            "The arrangements lead to inconsistent experiences and outcomes.",
            "inconsistent_experiences",
        ),
        (
            "There are widespread and/or systemic failings leading to concerns.",
            "systemic_failings",
        ),
    ],
)
def test_an_outcome_is_a_statement(grades, statement, grade):
    report = document(
        heading("Area SEND inspection of Wexcombe Local Area Partnership"),
        paragraph("Inspection dates: 3 to 7 March 2031"),
        heading("Inspection outcome"),
        paragraph(statement),
        heading("What is it like to be a child with SEND in this area?"),
        paragraph("Some have inconsistent experiences and outcomes."),
    )

    assert grades(report) == {"overall": grade}


def test_the_cover_counts_where_a_heading_says_otherwise(grades, issues):
    report = cover(*TABLE, heading("Care leavers: inadequate", page=4))

    assert grades(report)["care_leavers"] == "good"
    assert issues(report) == ["cover_mismatch"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Inspection of Stoke-on-Trent, 3 to 14 March 2031", []),
        ("Inspection of Stoke-on-Trent, 4 to 15 March 2031", ["cover_mismatch"]),
        ("Inspection of Stoke-on-Trent", []),
    ],
    ids=["the same days", "other days", "no days"],
)
def test_the_cover_counts_where_a_running_line_has_other_days(issues, line, expected):
    assert issues(cover(*TABLE, running(line))) == expected


def test_an_area_no_framework_knows_is_an_issue(issues):
    report = cover(*TABLE, row("Services for young carers", "Good"))

    assert issues(report) == ["unknown_area"]


def test_evidence_is_the_row_that_says_so(findings):
    report = cover(*TABLE)

    first = next(f for f in findings(report) if isinstance(f, GradeFinding))
    assert report.words(first.evidence[0]) == TABLE[1].text
    assert first.trace.rule == "reports.cover_table"
