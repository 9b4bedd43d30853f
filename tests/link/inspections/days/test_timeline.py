"""Which inspection of a round-up a day belongs to."""

from pipeline import process

TWO = """3 May 2024

{}

Beckfoot Primary School was rated good by Ofsted. Inspectors visited on 5 and 6 March.

Hollins Primary School was rated inadequate by Ofsted. Inspectors visited on 12 and \
13 March.
"""


def test_a_visit_is_that_of_the_body_it_is_told_of():
    record = process(TWO.format("Two schools have been inspected by Ofsted."))

    assert [
        (found.body.name, str(found.inspected_from), str(found.inspected_to))
        for found in record.inspections
    ] == [
        ("Beckfoot Primary School", "2024-03-05", "2024-03-06"),
        ("Hollins Primary School", "2024-03-12", "2024-03-13"),
    ]


def test_what_is_told_before_any_is_named_is_of_all():
    record = process(TWO.format("Ofsted published reports on two schools on 2 May."))

    assert [str(found.published) for found in record.inspections] == [
        "2024-05-02",
        "2024-05-02",
    ]
