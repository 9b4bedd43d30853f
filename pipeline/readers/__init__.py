"""bytes → Document. The kind is told from the content, never from the name.

To add a format: a module here with `read(data, source) -> Document`, and a line in
`READERS`.
"""

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

from pipeline.document import Document
from pipeline.errors import EmptyInput, ReadError, UnsupportedFormat
from pipeline.readers import text

Reader = Callable[[bytes, str], Document]

READERS: dict[str, Reader] = {
    "text/plain": text.read,
}


def read(path: Path) -> Document:
    """Read a file.

    Raises:
        ReadError: with the file, the cause and the remedy.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(str(path), "no such file", "check the path") from error
    return read_bytes(data, str(path))


def read_bytes(data: bytes, source: str) -> Document:
    """Read bytes that came from `source`, unpacking gzip.

    Raises:
        ReadError: with the source, the cause and the remedy.
    """
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    if not data.strip():
        raise EmptyInput(source, "the file is empty", "fetch it again")
    kind = media_type(data)
    if kind not in READERS:
        known = ", ".join(sorted(READERS))
        raise UnsupportedFormat(source, f"no reader for {kind}", f"known: {known}")
    return READERS[kind](data, source)


def media_type(data: bytes) -> str:
    """What these bytes are, told from themselves."""
    del data
    return "text/plain"


def document_id(data: bytes) -> str:
    """The id of a document: the digest of its bytes as received, unpacked."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
