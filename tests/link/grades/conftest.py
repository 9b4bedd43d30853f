"""What each rule of grades reads: areas, grades, times, and the rule's name."""

import pytest

from pipeline.findings import GradeFinding, Tense

POLICE = "peel-2021-22"
SHORT = {
    "preventing_crime": "A",
    "investigating_crime": "B",
    "managing_offenders": "C",
}


@pytest.fixture
def read(said):
    """The grades of a text as lines: "A good then, by that_area"."""

    def of(text, framework=POLICE):
        return [
            f"{SHORT.get(found.area, found.area_label)} {found.grade}"
            f"{' then' if found.tense is Tense.PREVIOUS else ''}"
            f" by {found.trace.rule.rpartition('.')[2]}"
            for found in said(framework, text)
            if isinstance(found, GradeFinding)
        ]

    return of
