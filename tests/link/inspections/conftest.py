"""What a text is about, each line a paragraph, those with a # a heading."""

import pytest

from pipeline.document import BlockType, Document, Meta, Piece
from pipeline.link import Reading
from pipeline.link.inspections import scope_of
from pipeline.mentions import mark
from pipeline.segment import segment


@pytest.fixture(scope="session")
def scope(known):
    def scope(text):
        pieces = [
            Piece(line.removeprefix("# "), BlockType.HEADING)
            if line.startswith("# ")
            else Piece(line)
            for line in text.strip().split("\n")
        ]
        document = Document.from_pieces(
            pieces, id="sha256:0", source="test", media_type="text/plain", meta=Meta()
        )
        document = segment(document, known)
        return scope_of(Reading(document, known, mark(document, known)))

    return scope


@pytest.fixture(scope="session")
def bodies(scope):
    def bodies(text):
        return [inspection.body_name for inspection in scope(text).inspections]

    return bodies
