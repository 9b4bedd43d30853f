"""A time told before the sentence whose grades it dates."""

import pytest

from pipeline.findings import GradeFinding, Tense

POLICE = "peel-2021-22"


@pytest.fixture
def then(said):
    """Whether each grade of a text is an earlier inspection's."""
    return lambda text: [
        found.tense is Tense.PREVIOUS
        for found in said(POLICE, text)
        if isinstance(found, GradeFinding)
    ]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Its last inspection was in 2018. It was good at preventing crime.", [True]),
        ("Its last inspection was in 2018. It is good at preventing crime.", [False]),
        ("It was inspected in May. It was good at preventing crime.", [False]),
        ("Last inspection: good for preventing crime.", [True]),
        (
            (
                "Last inspection: good for preventing crime. Poor for nothing. "
                "Adequate for managing offenders."
            ),
            [True, True],
        ),
        (
            (
                "In 2019 it was good for preventing crime. Inspectors also graded "
                "managing offenders inadequate."
            ),
            [True, True],
        ),
    ],
    ids=[
        "in the sentence before",
        "but what is so is of now",
        "this inspection's own day",
        "as a label",
        "as a label of all of a line",
        "and what was graded as well",
    ],
)
def test_a_time_of_another_sentence_dates_a_grade(text, earlier, then):
    assert then(text) == earlier
