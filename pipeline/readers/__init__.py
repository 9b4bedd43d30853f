"""bytes → Document. The kind is told from the content, never from the name.

To add a format: a module here with `read(data, source, known) -> Document`, its kind
in `kinds.media_type`, and a line in `READERS`. What `known` knows of bylines, furniture
and graded areas is the data that all stages are given; None stands for what the package
ships.
"""

from importlib import import_module
from pathlib import Path
from typing import cast

from pipeline import knowledge
from pipeline.document import Document
from pipeline.errors import EmptyInput, LimitExceeded, ReadError, UnsupportedFormat
from pipeline.garbage import uncollected
from pipeline.knowledge import Knowledge
from pipeline.readers.kinds import (
    DOCX,
    HTML,
    MAX_BYTES,
    NAMES,
    PDF,
    PLAIN,
    REMEDIES,
    UNKNOWN,
    media_type,
    unpacked,
)

READERS: dict[str, str] = {
    PLAIN: "pipeline.readers.text",
    HTML: "pipeline.readers.html",
    PDF: "pipeline.readers.pdf",
    DOCX: "pipeline.readers.docx",
}
"""The module for each media type, imported when the first such document comes."""

_ORDINARY = 1_000_000
"""Bytes that nearly every file holds; more are asked for only then."""

_EXTRAS = {DOCX: "docx"}
"""The extra to install for a format whose library is not in the core."""


def read(path: Path, known: Knowledge | None = None) -> Document:
    """Read a file.

    Raises:
        ReadError: with the file, the cause and the remedy.
    """
    source = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(_ORDINARY)
            if len(data) == _ORDINARY:
                data += file.read(MAX_BYTES + 1 - _ORDINARY)
    except FileNotFoundError as error:
        raise ReadError(source, "no such file", "check the path") from error
    except IsADirectoryError as error:
        remedy = "name the files in it, or use `gradewright run` for folders"
        raise ReadError(source, "a folder, not a document", remedy) from error
    except PermissionError as error:
        cause = "no permission to read it"
        raise ReadError(source, cause, "change its permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else error
        cause = f"it cannot be opened ({reason})"
        raise ReadError(source, cause, "check the path and the disk") from error
    return read_bytes(data, source, known)


@uncollected
def read_bytes(data: bytes, source: str, known: Knowledge | None = None) -> Document:
    """Read bytes that came from `source`, unpacking gzip.

    Raises:
        ReadError: with the source, the cause and the remedy.
    """
    if len(data) > MAX_BYTES:
        cause = f"more than {MAX_BYTES:,} bytes"
        raise LimitExceeded(source, cause, "split it, or check that it is a document")
    data = unpacked(data, source)
    if not data.strip():
        cause = (
            "there is nothing but white space in it" if data else "the file is empty"
        )
        raise EmptyInput(source, cause, "fetch it again")
    kind = media_type(data)
    if kind not in READERS:
        cause = NAMES.get(kind, kind)
        if kind != UNKNOWN:
            cause += ", which nothing here reads"
        remedy = "convert it to text, a web page, a PDF or a Word file (.docx)"
        raise UnsupportedFormat(source, cause, REMEDIES.get(kind, remedy))
    try:
        reader = import_module(READERS[kind])
    except ModuleNotFoundError as error:
        cause = f"{error.name}, which reads {kind}, is not installed"
        remedy = f"pip install 'gradewright[{_EXTRAS.get(kind, 'dev')}]'"
        raise UnsupportedFormat(source, cause, remedy) from error
    return cast(Document, reader.read(data, source, known or knowledge.load()))


def read_prose(text: str, source: str, known: Knowledge | None = None) -> Document:
    """Read a string that is no page, character for character.

    What would be folded or left out by reading becomes as many other characters, so
    that offsets are those of the string: a byte order mark and the first of a pair of
    line ends become spaces.

    Raises:
        ReadError: with the source, the cause and the remedy.
    """
    plain = text.replace("\r\n", " \n").replace("\ufeff", " ")
    reader = import_module(READERS[PLAIN])
    known = known or knowledge.load()
    return cast(Document, reader.read(plain.encode(), source, known))


def read_text(text: str, source: str, known: Knowledge | None = None) -> Document:
    """Read a string: plain text or the source of a page.

    Lone surrogates, which no file can hold, become U+FFFD.

    Raises:
        ReadError: with the source, the cause and the remedy.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return read_bytes(whole.encode("utf-8"), source, known)
