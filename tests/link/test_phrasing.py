"""Every wording says exactly what its row says, and nothing else."""

import tomllib
from pathlib import Path

import pytest

from pipeline.findings import GradeFinding, TallyFinding, Tense
from pipeline.issues import Issue

TABLE = Path(__file__).with_name("phrasing.toml")
WORDINGS = tomllib.loads(TABLE.read_text(encoding="utf-8"))["wordings"]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording["id"])
def test_a_wording_says_what_it_says_and_no_more(wording, said):
    found = said(wording["framework"], wording["text"])

    graded = [f for f in found if isinstance(f, GradeFinding)]
    current = {
        f.area or f.area_label: f.grade for f in graded if f.tense is Tense.CURRENT
    }
    previous = {
        f.area or f.area_label: f.grade for f in graded if f.tense is Tense.PREVIOUS
    }
    counted = {
        f.grade: f.count for f in found if isinstance(f, TallyFinding) and f.grade
    }
    issues = tuple(f.code.value for f in found if isinstance(f, Issue))

    assert current == wording.get("grades", {})
    assert previous == wording.get("previous", {})
    assert counted == wording.get("tallies", {})
    assert issues == tuple(wording.get("issues", ()))


def test_every_wording_has_a_name_of_its_own():
    names = [wording["id"] for wording in WORDINGS]

    assert len(names) == len(set(names))
