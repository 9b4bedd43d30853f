"""Plain text, read and segmented."""

import pytest

from pipeline.document import Role
from pipeline.readers import read_bytes
from pipeline.segment import segment


@pytest.fixture
def segmented(known):
    """A plain text's document, segmented."""

    def segmented(text):
        return segment(read_bytes(text.encode(), "text"), known)

    return segmented


@pytest.fixture
def types(segmented):
    """The type of each line of a plain text; furniture by its role."""

    def types(text):
        return [
            block.role if block.role is Role.FURNITURE else block.type
            for block in segmented(text).blocks
        ]

    return types
