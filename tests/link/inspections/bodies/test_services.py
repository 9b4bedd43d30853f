"""Services of a hospital, or of a trust, that a story rates one by one."""

import pytest

CQC = (
    "Inspectors from the Care Quality Commission (CQC) called at Eastmoor General "
    "Hospital.\nThe CQC has published its report.\n"
)
TWO = "Surgery was rated good. Maternity was rated inadequate."


def test_services_that_are_rated_apart_are_bodies(bodies):
    assert sorted(bodies(CQC + TWO)) == [
        "Eastmoor General Hospital maternity",
        "Eastmoor General Hospital surgery",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Maternity services at Eastmoor General were rated good.",
        "Surgery has waits of a year. Maternity was rated good.",
    ],
    ids=["one service", "one rated"],
)
def test_one_service_alone_is_the_hospital(bodies, told):
    assert bodies(CQC + told) == ["Eastmoor General Hospital"]


def test_a_service_belongs_to_the_hospital_that_it_is_at(bodies):
    text = (
        "The CQC went to Eastmoor General Hospital and Vale Royal Infirmary in May.\n"
        "Surgery at Vale Royal was rated good.\n"
        "Critical care at the infirmary was judged outstanding.\n"
        "A&E at Eastmoor General was rated inadequate."
    )

    assert sorted(bodies(text)) == [
        "Eastmoor General Hospital A&E",
        "Vale Royal Infirmary critical care",
        "Vale Royal Infirmary surgery",
    ]


def test_the_trust_has_an_inspection_where_it_is_rated_itself(bodies):
    trust = "Eastmoor Hospitals NHS Foundation Trust runs it.\n"

    assert "Eastmoor Hospitals NHS Foundation Trust" not in bodies(CQC + trust + TWO)
    rated = "\nThe trust itself drops from good to inadequate."
    assert "Eastmoor Hospitals NHS Foundation Trust" in bodies(
        CQC + trust + TWO + rated
    )


def test_a_house_that_a_service_is_at_is_that_service(bodies):
    text = (
        "CQC inspectors have been to see Fells Partnership NHS Foundation Trust.\n"
        "The CQC has published its report.\n"
        "Its forensic wards, at Elm House, were rated good.\n"
        "Wards for older people were rated inadequate. Elm House has 42 beds."
    )

    assert sorted(bodies(text)) == [
        "Fells Partnership NHS Foundation Trust forensic wards",
        "Fells Partnership NHS Foundation Trust wards for older people",
    ]


def test_another_hospitals_service_is_none_of_them(bodies):
    text = CQC + TWO + "\nNeighbouring Saltby Hospital’s A&E was rated good."

    assert len(bodies(text)) == len(TWO.split(". "))


def test_services_of_a_trust_are_one_story(scope):
    assert scope(CQC + TWO).kind == "news_article"


def test_services_named_together_or_in_later_clauses_are_bodies(bodies):
    text = CQC + (
        "Medical care and surgery were both rated good. Maternity was rated good, "
        "and critical care was rated inadequate."
    )

    assert {
        name.removeprefix("Eastmoor General Hospital ") for name in bodies(text)
    } == {
        "medical care",
        "surgery",
        "maternity",
        "critical care",
    }
