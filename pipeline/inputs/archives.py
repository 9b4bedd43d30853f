"""Zip archives: every document in one is a document of its own."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pipeline.errors import EmptyInput, LimitExceeded, ReadError
from pipeline.inputs.files import MEMBER, is_document
from pipeline.inputs.input import Input

MAX_BYTES = 64_000_000
"""Unpacked bytes of a member: more than any article or report."""
MARKS = b"PK\3\4", b"PK\5\6"
"""How an archive begins, the second where it is empty."""
DAMAGE = (
    OSError,
    EOFError,
    RuntimeError,  # a password, or a kind of packing that is not known here
    ValueError,  # a name that is not the UTF-8 it claims to be
    struct.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What bytes that are no sound archive may raise."""


def knows(path: Path, head: bytes) -> bool:
    """Whether this is an archive; `head` is how the file begins.

    Office documents are archives in form alone.
    """
    if not head.startswith(MARKS):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return "[Content_Types].xml" not in archive.namelist()
    except OSError:
        return False
    except DAMAGE:
        return path.suffix.lower() == ".zip"


def expand(source: str, path: Path) -> Iterator[Input | ReadError]:
    """The documents in an archive, in order of name."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if _is_wanted(info.filename)]
            for info in sorted(members, key=lambda info: info.filename):
                yield _member(f"{source}{MEMBER}{info.filename}", archive, info)
            if not members:
                cause = "an archive without documents"
                yield EmptyInput(source, cause, "check the archive")
    except DAMAGE:
        yield ReadError(source, "a damaged archive", "fetch it again")


def _is_wanted(name: str) -> bool:
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not name.endswith("/") and not hidden and is_document(parts[-1])


def _member(
    source: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo
) -> Input | ReadError:
    try:
        with archive.open(info) as file:  # what a member says of its size may be wrong
            data = file.read(MAX_BYTES + 1)
    except DAMAGE as error:
        return ReadError(source, f"cannot be unpacked ({error})", "unpack it yourself")
    if len(data) > MAX_BYTES:
        cause = f"more than {MAX_BYTES:,} bytes"
        return LimitExceeded(source, cause, "unpack it, and split it into documents")
    return Input(source, data=data)
