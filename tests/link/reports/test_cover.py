"""What a report's cover says."""

from datetime import date

import pytest

from pipeline.document import BlockType, Document, Line, Piece
from pipeline.link.reports.cover import names
from pipeline.link.reports.phrasebook import phrasebook
from tests.link.reports.conftest import cover, document, heading, paragraph, row

DAYS = paragraph("Inspection dates: 3 to 14 March 2031")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ana Reyes", ["Ana Reyes"]),
        ("Ana Reyes, His Majesty’s Inspector", ["Ana Reyes"]),
        ("Ana Reyes Her Majesty's Inspector", ["Ana Reyes"]),
        ("Ana Reyes HMI", ["Ana Reyes"]),
        ("Ana Reyes (HMI)", ["Ana Reyes"]),
        ("Ms Ana Reyes, Senior HMI", ["Ana Reyes"]),
        ("Ana Reyes-Holm, HMI", ["Ana Reyes-Holm"]),
        ("Siân O’Dowd HMI", ["Siân O’Dowd"]),
        ("Ana de la Cruz, HMI", ["Ana de la Cruz"]),
        ("Ana Reyes, HMI, and Jo Holm, HMI", ["Ana Reyes", "Jo Holm"]),
        ("to be confirmed", []),
    ],
)
def test_names_are_told_from_roles(known, value, expected):
    assert names(value, phrasebook(known)) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([paragraph("Lead inspector: Jo Holm HMI")], "Jo Holm"),
        ([paragraph("Reporting inspector Jo Holm HMI")], "Jo Holm"),
        (
            [paragraph("Lead inspectors: Jo Holm, HMI, and Bo Lund, HMI")],
            "Jo Holm and Bo Lund",
        ),
        (
            [
                paragraph("Deputy lead inspector: Bo Lund HMI", page=30),
                paragraph("Lead inspector: Jo Holm", page=30),
                paragraph("Team inspectors: Al Kerr HMI, Di Moss HMI", page=30),
            ],
            "Jo Holm",
        ),
        (
            [
                row("Ofsted", "Care Quality Commission", page=7),
                row(
                    "Jo Holm, Ofsted HMI lead inspector", "Bo Lund, CQC lead inspector"
                ),
            ],
            "Jo Holm",
        ),
        ([row("Lead inspector", "Jo Holm")], "Jo Holm"),
        ([paragraph("The lead inspector spoke to families.")], None),
        ([paragraph("Deputy lead inspector: Bo Lund HMI")], None),
    ],
    ids=[
        "labelled",
        "called the reporting inspector",
        "two of them",
        "in the list of the team, after the deputy",
        "the role after the name, Ofsted's first",
        "in a table",
        "not in a sentence",
        "never the deputy",
    ],
)
def test_who_led(inspection, pieces, expected):
    report = document(
        heading("Stoke-on-Trent"),
        heading("Inspection of children's social care services"),
        DAYS,
        *pieces,
    )

    assert inspection(report).lead_inspector == expected


def test_a_label_ends_the_value_before_it(inspection):
    text = (
        "Inspection dates: 3 to 7 March 2031\nLead inspector: Jo Holm\nAge group: All"
    )
    block = text.replace("\n", " ")
    starts = [0, block.index("Lead"), block.index("Age")]
    lines = [
        Line(start, end, 1, 72, 700 - start, 300, 710 - start)
        for start, end in zip(starts, [*starts[1:], len(block)], strict=True)
    ]
    report = Document.from_pieces(
        [
            heading("Stoke-on-Trent"),
            heading("Inspection of children's social care services"),
            Piece(block, page=1, lines=tuple(lines)),
        ],
        id="sha256:1",
        source="report.pdf",
        media_type="application/pdf",
    )

    assert inspection(report).lead_inspector == "Jo Holm"
    assert inspection(report).inspected_to == date(2031, 3, 7)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([paragraph("Report published: 2 May 2031")], date(2031, 5, 2)),
        ([row("Published:", "2 May 2031")], date(2031, 5, 2)),
        ([paragraph("Published by the inspectorate")], None),
        ([paragraph("The last report was published 2 May 2031.", page=9)], None),
        ([paragraph("Date of previous inspection: 2 May 2028")], None),
    ],
    ids=[
        "labelled",
        "in a table",
        "a label without a date",
        "not in a sentence",
        "not the date of another inspection",
    ],
)
def test_the_day_of_publication(inspection, pieces, expected):
    assert inspection(cover(*pieces)).published == expected


@pytest.mark.parametrize(
    ("pieces", "name", "id_", "framework"),
    [
        (
            [
                heading("Stoke-on-Trent City Council"),
                heading(
                    "Re-inspection of services for children in need of help and"
                    " protection, children looked after and care leavers"
                ),
                DAYS,
            ],
            "Stoke-on-Trent",
            "stoke-on-trent",
            "sif-2013-2018",
        ),
        (
            [
                heading("Inspection of Wigan local authority children’s services"),
                DAYS,
                row("The experiences and progress of care leavers", "Good"),
            ],
            "Wigan",
            "wigan",
            "ilacs-2023",
        ),
        (
            [
                heading("Inspection of Wigan Council"),
                heading("local authority children’s services"),
                DAYS,
                row("Children in care and care leavers", "Good"),
            ],
            "Wigan",
            "wigan",
            "ilacs-2018-2022",
        ),
        (
            [
                heading("Inspection of looked after children services"),
                heading("Wigan Metropolitan Borough Council"),
                DAYS,
            ],
            "Wigan",
            "wigan",
            "ofsted-looked-after-children-2013",
        ),
        (
            [heading("Area SEND inspection of Wexcombe Local Area Partnership"), DAYS],
            "Wexcombe Local Area Partnership",
            None,
            "ofsted-cqc-area-send-2023",
        ),
        (
            [
                heading("Wexcombe Safeguarding Children Board"),
                heading(
                    "Review of the effectiveness of the"
                    " Local Safeguarding Children Board"
                ),
                DAYS,
            ],
            "Wexcombe Safeguarding Children Board",
            None,
            "ofsted-lscb-review-2013-2018",
        ),
        (
            [
                heading("Wexcombe Council"),
                heading("Inspection of children's social care services"),
                paragraph("Inspection dates: 3 to 14 March 2019"),
            ],
            "Wexcombe Council",
            None,
            "ilacs-2018-2022",
        ),
    ],
    ids=[
        "a line of its own before the title",
        "in the title; the areas tell the cycle",
        "in a title of two blocks",
        "a line of its own after the title",
        "a partnership",
        "a board",
        "as printed, where no register has it; the days tell the cycle",
    ],
)
def test_whom_a_report_is_about(inspection, pieces, name, id_, framework):
    found = inspection(document(*pieces))

    assert (found.body_name, found.body_id, found.framework) == (name, id_, framework)


LETTER = [
    paragraph("2 May 2031"),
    paragraph("Bo Lund, Director of Children’s Services, Wigan Council"),
    paragraph("Dear local partnership"),
]


@pytest.mark.parametrize(
    "title",
    [
        "Joint targeted area inspection of Wigan",
        (
            "Joint targeted area inspection of the multi-agency response to neglect in"
            " Wigan"
        ),
        "Focused visit to Wigan local authority children’s services",
        "Monitoring visit of Wigan Council children’s services",
    ],
)
def test_a_letter_grades_nothing(scope, grades, title):
    report = document(
        *LETTER,
        heading(title),
        paragraph("The overall effectiveness was inadequate two years ago."),
        heading("Overall effectiveness: inadequate"),
    )

    assert scope(report).kind == "inspection_letter"
    assert scope(report).inspections[0].body_name == "Wigan"
    assert scope(report).inspections[0].published == date(2031, 5, 2)
    assert grades(report) == {}


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("This inspection took place from 3 to 7 March 2031.", (3, 7)),
        (
            "Between 3 and 7 March 2031, inspectors undertook a joint inspection.",
            (3, 7),
        ),
        ("This visit to 12 homes was on 6 and 7 March 2031.", (6, 7)),
        ("We came to Wigan on 6 and 7 March 2031.", (6, 7)),
        ("The last inspection was on 3 March 2028.", None),
        ("Children aged 10 to 17 are seen.", None),
    ],
    ids=[
        "from and to",
        "between",
        "other numbers in the sentence",
        "in the letter's first words",
        "another inspection",
        "no date",
    ],
)
def test_a_letter_says_in_a_sentence_when_the_visit_was(inspection, sentence, days):
    found = inspection(
        document(
            *LETTER,
            heading("Joint targeted area inspection of Wigan"),
            paragraph(sentence),
        )
    )

    assert (
        (found.inspected_from.day, found.inspected_to.day)
        if found.inspected_from
        else None
    ) == days


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (paragraph("2 May 2031"), date(2031, 5, 2)),
        (paragraph("Friday, 2 May 2031"), date(2031, 5, 2)),
        (row("Ofsted", "2 May 2031"), date(2031, 5, 2)),
        (paragraph("We were with you until 2 May 2031."), None),
    ],
    ids=["a line of its own", "with the day's name", "beside the sender", "a sentence"],
)
def test_a_letter_was_published_on_its_own_date(inspection, opening, expected):
    report = document(
        opening,
        paragraph("Dear local partnership"),
        heading("Joint targeted area inspection of Wigan"),
    )

    assert inspection(report).published == expected


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (["Yours sincerely", "Jo Holm", "His Majesty’s Inspector"], "Jo Holm"),
        (["Yours sincerely", "Jo Holm Her Majesty’s Inspector"], "Jo Holm"),
        (
            ["Yours sincerely", "Jo Holm", "His Majesty’s Inspector of Constabulary"],
            None,
        ),
        (["Yours sincerely", "Jo Holm", "National Director, Ofsted"], None),
    ],
    ids=[
        "an inspector",
        "on one line",
        "of another kind",
        "a director signs for others",
    ],
)
def test_the_inspector_who_signs_a_letter_led_the_visit(
    inspection, signature, expected
):
    report = document(
        *LETTER,
        heading("Focused visit to Wigan children’s services"),
        paragraph("Leaders know their staff."),
        *map(paragraph, signature),
    )

    assert inspection(report).lead_inspector == expected


@pytest.mark.parametrize(
    "pieces",
    [
        [paragraph("Inspection of children's social care services")],
        [heading("Council welcomes report"), paragraph("It went well."), DAYS],
        [
            Piece("Inspection of Wigan children's services", BlockType.TABLE_ROW),
            DAYS,
        ],
    ],
    ids=["a title alone", "days without a title", "a title in a table"],
)
def test_other_documents_are_no_reports(scope, pieces):
    assert scope(document(*pieces)) is None
