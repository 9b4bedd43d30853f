"""Which words of time are earlier, and of which words they are."""

import pytest

from pipeline.findings import GradeFinding, Tense

SCHOOL = "schools-eif-2019-2024"
"""Read as if it had been published in June 2024."""


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("It was rated good in 2018.", True),
        ("It was rated good in 2024.", False),
        ("In 2023 it was rated good.", True),
        ("It was rated good last year.", True),
        ("It was rated good after a visit last year.", False),
        ("The school, which was last inspected in 2016, is rated good.", False),
        (
            "The school, which was last inspected in 2016, when it was good, moved.",
            True,
        ),
        ("The school, founded in 1965, was rated good.", False),
        ("The school, in 2019, was good.", True),
        ("Having opened in 2019, the school was good.", False),
        ("Inspected in 2019, the school was good.", True),
        ("Unlike at its last inspection, the school was rated good.", False),
        ("In 2019 the school has been rated good.", False),
    ],
    ids=[
        "years ago",
        "the year of publication",
        "the year before, alone",
        "last year",
        "the visit's last year",
        "an aside's",
        "an aside's that goes on",
        "a founding",
        "between commas",
        "a participle's",
        "the inspection's own",
        "what the time is compared with",
        "a verb of now",
    ],
)
def test_a_time_makes_a_grade_an_earlier_one_or_not(text, earlier, said):
    tenses = {f.tense for f in said(SCHOOL, text) if isinstance(f, GradeFinding)}

    assert tenses == {Tense.PREVIOUS if earlier else Tense.CURRENT}
