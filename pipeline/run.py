"""The only module that knows every stage: one document's way, and the batch."""

from pathlib import Path

from pipeline import knowledge
from pipeline.document import Document
from pipeline.link import Reading, link, scope_of
from pipeline.mentions import build_nlp, mark
from pipeline.readers import read, read_bytes
from pipeline.reconcile import reconcile
from pipeline.records import Record
from pipeline.segment import segment


def process(source: Path | str | bytes, *, data: tuple[Path, ...] = ()) -> Record:
    """The record of one document.

    Args:
        source: a path; bytes as received; or a string, which is a path where it holds
            no white space or names a file, and else the text itself.
        data: folders with further frameworks, bodies and cues.

    Raises:
        ReadError: the document cannot be read.
        DataError: the data does not hold.
    """
    return record_of(_document(source), data=data)


def _document(source: Path | str | bytes) -> Document:
    if isinstance(source, bytes):
        return read_bytes(source, "<bytes>")
    if isinstance(source, str) and any(map(str.isspace, source)):
        try:
            named = Path(source).is_file()
        except (OSError, ValueError):  # too long for a name, or with a NUL
            named = False
        if not named:
            return read_bytes(source.encode("utf-8"), "<text>")
    return read(Path(source))


def record_of(document: Document, *, data: tuple[Path, ...] = ()) -> Record:
    """The record of a document that has been read."""
    known = knowledge.load(*data)
    document = segment(document, known)
    doc = mark(build_nlp(*data), document)
    reading = Reading.of(document, doc, known)
    scope = scope_of(reading)
    return reconcile(document, scope.kind, link(reading, scope), known)
