"""Reading a text as if one body of one framework had been inspected."""

from datetime import date

import pytest

from pipeline.findings import InspectionFinding, Trace
from pipeline.link import Reading, grades, tallies
from pipeline.link.inspections import Scope
from pipeline.link.page import Page
from pipeline.mentions import mark
from pipeline.readers import read_bytes
from pipeline.segment import segment


@pytest.fixture
def said(known):
    """All that a text says of grades and tallies, under a framework."""

    def of(framework, text):
        document = segment(read_bytes(text.encode(), "text"), known)
        reading = Reading(document, known, mark(document, known))
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
