"""A printed report, from its bytes to its record."""

import io
from datetime import date

import docx
import pytest

from pipeline.run import process
from tests.readers.pdf.printing import Words, body, printed


@pytest.fixture(scope="module")
def record():
    return process(printed(COVER, *PAGES))


FOOTER = Words(72, 40, "Inspection of Wigan local authority children's services", 8)
COVER = [
    Words(72, 700, "Inspection of Wigan local authority", 26),
    Words(72, 668, "children's services", 26),
    Words(72, 620, "Inspection dates: 3 to 14 March 2031", bold=True),
    Words(72, 595, "Lead inspector: Ana Reyes, His Majesty's Inspector", bold=True),
    Words(76, 560, "Judgement", bold=True),
    Words(303, 560, "Grade", bold=True),
    Words(76, 530, "The impact of leaders on social work"),
    Words(76, 515.6, "practice with children and families"),
    Words(303, 530, "Requires improvement"),
    Words(303, 515.6, "to be good"),
    Words(76, 490, "The experiences and progress of care"),
    Words(76, 475.6, "leavers"),
    Words(303, 490, "Good"),
    Words(76, 450, "Overall effectiveness"),
    Words(303, 450, "Requires improvement"),
    Words(303, 435.6, "to be good"),
    *body("Leaders were inadequate in their use of what they knew. They are", top=400),
    *body(
        "good at listening, and children say that they are outstanding at it.",
        top=385.6,
    ),
    FOOTER,
]
PAGES = [
    [
        Words(72, 740, "What needs to improve?", 14, bold=True),
        *body("• The quality of plans.", top=715),
        Words(
            72, 680, "The experiences and progress of care leavers: good", 14, bold=True
        ),
        *body(
            "One care leaver said: ‘My worker rings me every week and she means it.’",
            top=650,
        ),
        FOOTER,
    ],
    [*body("Staff stay with the council for long.", top=740), FOOTER],
]


def test_the_cover_is_read(record):
    (inspection,) = record.inspections

    assert record.document.kind == "inspection_report"
    assert record.document.publisher == "Ofsted"
    assert record.document.title == (
        "Inspection of Wigan local authority children's services"
    )
    assert inspection.body.name == "Wigan"
    assert inspection.framework == "ilacs-2023"
    assert (inspection.inspected_from, inspection.inspected_to) == (
        date(2031, 3, 3),
        date(2031, 3, 14),
    )
    assert inspection.lead_inspector == "Ana Reyes"
    assert inspection.published is None


def test_grades_are_those_of_the_table_and_no_others(record):
    (inspection,) = record.inspections

    assert {grade.area: grade.grade for grade in inspection.grades} == {
        "impact_of_leaders": "requires_improvement",
        "care_leavers": "good",
        "overall": "requires_improvement",
    }
    assert {grade.basis for grade in inspection.grades} == {"stated"}


def test_a_grade_leads_to_its_page_and_its_box(record):
    (evidence,) = next(
        grade.evidence
        for grade in record.inspections[0].grades
        if grade.area == "care_leavers"
    )
    left, bottom, right, top = evidence.box

    assert evidence.page == 1
    assert left < 80
    assert right > 300
    assert bottom < 478
    assert top > 495
    assert evidence.link.endswith("#page=1")


def test_what_has_to_improve_is_a_section(record):
    assert "weaknesses" in {section.kind for section in record.sections}


def test_those_who_are_quoted_are_found(record):
    (quote,) = (quote for quote in record.quotes if quote.kind == "direct")

    assert quote.text == "My worker rings me every week and she means it."
    assert quote.parts[0].page == 2


def test_nothing_else_is_wrong_with_it(record):
    assert record.issues == []


def test_a_report_in_word_says_the_same():
    word = docx.Document()
    word.add_heading("Inspection of Wigan local authority children’s services", 1)
    days = word.add_paragraph("Inspection dates: 3 to 14 March 2031")
    days.add_run().add_break()
    days.add_run("Lead inspector: Ana Reyes, His Majesty’s Inspector")
    table = word.add_table(rows=0, cols=2)
    for cells in (("Judgement", "Grade"), ("Care leavers", "Good")):
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = cells
    word.add_paragraph("Leaders were inadequate in their use of what they knew.")
    file = io.BytesIO()
    word.save(file)

    (inspection,) = process(file.getvalue()).inspections

    assert inspection.body.name == "Wigan"
    assert inspection.inspected_to == date(2031, 3, 14)
    assert inspection.lead_inspector == "Ana Reyes"
    assert [(g.area, g.grade) for g in inspection.grades] == [("care_leavers", "good")]
