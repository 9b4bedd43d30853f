"""Reports put together from their blocks."""

import pytest

from pipeline.document import BlockType, Document, Piece, Role
from pipeline.findings import GradeFinding
from pipeline.issues import Issue
from pipeline.link.reading import Reading
from pipeline.link.reports import find, scope_of_report


def heading(text, level=2, page=1):
    return Piece(text, BlockType.HEADING, level, page=page)


def paragraph(text, page=1):
    return Piece(text, page=page)


def row(*cells, page=1):
    return Piece("\t".join(cells), BlockType.TABLE_ROW, cells=cells, page=page)


def running(text, page=2):
    return Piece(text, page=page, role=Role.FURNITURE)


def document(*pieces):
    return Document.from_pieces(
        pieces, id="sha256:1", source="report.pdf", media_type="application/pdf"
    )


def cover(*pieces, body="Stoke-on-Trent City Council"):
    """The cover of a report on an authority, with what else stands on it."""
    return document(
        heading(body, 1),
        heading("Inspection of children’s social care services"),
        heading("Inspection dates: 3 March to 14 March 2031"),
        heading("Lead inspector: Ana Reyes, His Majesty’s Inspector"),
        *pieces,
    )


@pytest.fixture
def scope(known):
    """What an official report is about."""
    return lambda report: scope_of_report(Reading(report, known, {}))


@pytest.fixture
def inspection(scope):
    """The one inspection of a report."""
    return lambda report: scope(report).inspections[0]


@pytest.fixture
def findings(known, scope):
    """What is found in a report beside the inspection."""
    return lambda report: list(find(Reading(report, known, {}), scope(report)))


@pytest.fixture
def grades(findings):
    """Current grades by area, in the order found."""

    def of(report):
        found = [f for f in findings(report) if isinstance(f, GradeFinding)]
        return {f.area or f.area_label: f.grade for f in found if f.tense == "current"}

    return of


@pytest.fixture
def issues(findings):
    """Codes of the issues of a report."""
    return lambda report: [
        str(f.code) for f in findings(report) if isinstance(f, Issue)
    ]
