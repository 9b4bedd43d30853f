"""A deduced grade names its premises' data, and why each other grade is not left."""

import pytest

from pipeline.run import process

ARTICLE = """\
Marlshire Police was inspected by HMICFRS, which graded four areas of policing.

Preventing crime;

Managing offenders;

Good use of resources;

Responding to the public.

The force was ‘good’ in one area, ‘adequate’ in two areas and ‘inadequate’ in one area.

Responding to the public - inadequate;

Preventing crime - good.
"""


@pytest.fixture
def deduced():
    grades = process(ARTICLE).inspections[0].grades
    return {grade.area: grade for grade in grades if grade.basis == "deduced"}


def test_every_other_grade_has_a_reason_why_it_is_not_left(deduced):
    assert deduced["good_use_of_resources"].trace.rivals == [
        "Outstanding: the counts add up to all four without it",
        "Good: one counted, and taken by Preventing crime",
        "Requires improvement: the counts add up to all four without it",
        "Inadequate: one counted, and taken by Responding to the public",
    ]


def test_the_premises_bring_their_data(deduced):
    trace = deduced["managing_offenders"].trace

    assert trace.data[:2] == [
        "frameworks/peel-2021-22.toml#managing_offenders",
        "frameworks/peel-2021-22.toml#adequate",
    ]
    assert "cues/grading.toml#area_noun" in trace.data  # of the counts


def test_a_heading_rules_out_the_other_half_of_the_scale():
    grades = process("corpus/gwent/gwent.txt").inspections[0].grades
    (crime,) = (grade for grade in grades if grade.area == "preventing_crime")

    assert crime.trace.rivals[1:] == [
        f"{grade}: ruled out by “What is Gwent Police doing well?”"
        for grade in ("Adequate", "Requires improvement", "Inadequate")
    ]
    assert "cues/headings.toml#strengths" in crime.trace.data


HALVES = """\
Marlshire Police was inspected by HMICFRS, which graded five areas of policing.

Preventing crime;

Managing offenders;

Good use of resources;

Investigating crime;

Responding to the public.

The force was ‘good’ in two areas, ‘adequate’ in two areas and ‘inadequate’ in one area.

Responding to the public - inadequate.

What is Marlshire Police doing well?

Preventing crime;

Managing offenders.
"""


def test_a_heading_that_settles_other_areas_is_evidence_with_its_areas():
    grades = process(HALVES).inspections[0].grades
    (found,) = (each for each in grades if each.area == "good_use_of_resources")
    heading = HALVES.index("What is Marlshire")
    below = [span.text for span in found.evidence if span.start >= heading]

    assert "under “What is Marlshire Police doing well?”" in found.derivation
    assert below == [
        "What is Marlshire Police doing well?",
        "Preventing crime",
        "Managing offenders",
    ]


def test_the_own_heading_stands_before_the_areas_beside_it():
    grades = process(HALVES).inspections[0].grades
    (found,) = (each for each in grades if each.area == "preventing_crime")
    words = [span.text for span in found.evidence]

    assert words[:2] == ["Preventing crime", "What is Marlshire Police doing well?"]
    assert found.evidence[-1].start == HALVES.rindex("Managing offenders")


def test_a_grade_that_a_score_earns_is_proven_by_the_bands():
    record = process(
        "31 January 2024\n\nColmouth Youth Justice Service has been inspected by HM "
        "Inspectorate of Probation, which gave it a score of 3 out of 36.\n"
    )
    (grade,) = record.inspections[0].grades

    assert grade.rule == "proofs.scored"
    assert grade.derivation.startswith("A score of 3 out of 36 is inadequate")
    (entry,) = grade.trace.data
    assert entry.endswith(".toml#inadequate")
