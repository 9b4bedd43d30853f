"""Every wording says exactly what its row says, and nothing else."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from pipeline.findings import (
    GradeFinding,
    InspectionFinding,
    TallyFinding,
    Tense,
    Trace,
)
from pipeline.issues import Issue
from pipeline.link import Reading, grades, tallies
from pipeline.link.inspections import Scope
from pipeline.link.page import Page
from pipeline.mentions import mark
from pipeline.readers import read_bytes
from pipeline.segment import segment

TABLE = Path(__file__).with_name("phrasing.toml")
WORDINGS = tomllib.loads(TABLE.read_text(encoding="utf-8"))["wordings"]


@pytest.fixture
def said(known, nlp):
    """What grades, earlier grades, tallies and issues a text of one body holds."""

    def of(framework, text):
        document = segment(read_bytes(text.encode(), "text"), known)
        reading = Reading.of(document, mark(nlp, document), known)
        inspected = known.frameworks[framework]
        finding = InspectionFinding(
            0, inspected.inspectorate, inspected.programme, framework, (), None,
            "Norshire Police", None, (), Trace("given"),
        )  # fmt: skip
        scope = Scope(
            "news_article", (finding,), {0: inspected}, ((0, 0),),
            published=date(2024, 6, 1),
        )  # fmt: skip
        page = Page(reading, scope)
        return [*grades.find(page), *tallies.find(page)]

    return of


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
