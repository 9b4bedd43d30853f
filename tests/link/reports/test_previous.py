"""What reports and letters say of earlier inspections."""

import pytest

from pipeline.findings import GradeFinding
from tests.link.reports.conftest import cover, document, heading, paragraph, row


def test_earlier_grades_are_previous_ones(findings):
    report = cover(
        row("Overall effectiveness", "Good"),
        heading("Previous Ofsted inspections", page=5),
        paragraph(
            "The previous inspection of the local authority’s safeguarding arrangements"
            " was in May 2027. The local authority was judged to be adequate.",
            page=5,
        ),
        paragraph("Two children’s homes were judged to be good.", page=5),
    )

    earlier = [
        (f.area_label, f.grade, f.when)
        for f in findings(report)
        if isinstance(f, GradeFinding) and f.tense == "previous"
    ]
    assert earlier == [("safeguarding arrangements", "adequate", "May 2027")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Since the last inspection in 2028, when services were judged to be"
                " good, leaders have changed."
            ),
            [("Overall effectiveness", "good", "2028")],
        ),
        ("Services were judged to be good.", []),
        ("At the last inspection in 2028 two homes were judged to be good.", []),
    ],
    ids=["an earlier inspection", "no earlier inspection", "somebody else"],
)
def test_a_letter_may_repeat_an_earlier_grade(findings, sentence, expected):
    report = document(
        paragraph("2 May 2031"),
        paragraph("Dear Ms Holm"),
        heading("Focused visit to Wigan children’s services"),
        paragraph(sentence),
    )

    found = [(f.area_label, f.grade, f.when) for f in findings(report)]
    assert found == expected
