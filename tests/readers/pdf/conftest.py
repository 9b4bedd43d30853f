"""PDFs read as soon as they are printed."""

import pytest

from pipeline.readers import read_bytes
from tests.readers.pdf.printing import printed


@pytest.fixture
def document():
    """The document read from pages of words."""
    return lambda *pages: read_bytes(printed(*pages), "report.pdf")


@pytest.fixture
def texts(document):
    """Type and text of each block of the body."""

    def of(*pages):
        found = document(*pages)
        return [
            (str(block.type), found.words(block.extent))
            for block in found.blocks
            if block.role == "body"
        ]

    return of
