"""What a text is about, each line a paragraph, those with a # a heading."""

from datetime import date

import pytest

from pipeline.document import BlockType, Document, Meta, Piece
from pipeline.link import Reading
from pipeline.link.inspections import scope_of
from pipeline.mentions import mark
from pipeline.segment import segment

SPRING = date(2024, 5, 1)


def _piece(line):
    if line.startswith("# "):
        return Piece(line.removeprefix("# "), BlockType.HEADING)
    return Piece(line)


@pytest.fixture(scope="session")
def read(known):
    """The reading of a text or of pieces, with the data given or that we ship."""

    def read(pieces, *, published=SPRING, data=known, **meta):
        if isinstance(pieces, str):
            pieces = [_piece(line) for line in pieces.split("\n") if line]
        document = Document.from_pieces(
            pieces,
            id="sha256:0",
            source="test",
            media_type="text/plain",
            meta=Meta(published=published, **meta),
        )
        document = segment(document, data)
        return Reading(document, data, mark(document, data))

    return read


@pytest.fixture(scope="session")
def scope(read):
    def scope(pieces, **given):
        return scope_of(read(pieces, **given))

    return scope


@pytest.fixture(scope="session")
def bodies(scope):
    def bodies(text):
        return [inspection.body_name for inspection in scope(text).inspections]

    return bodies


@pytest.fixture(scope="session")
def about(read):
    """Names of the inspected bodies, and who each of some words is about."""

    def about(pieces, *words, **given):
        reading = read(pieces, **given)
        scope = scope_of(reading)
        names = [inspection.body_name for inspection in scope.inspections]
        offsets = [reading.document.text.index(word) for word in words]
        keys = [scope.keys_at(offset) for offset in offsets]
        return names, [[names[key] for key in found] for found in keys]

    return about
