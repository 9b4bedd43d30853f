"""WARC files: every page in a crawl is a document, under the address it came from."""

import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import EmptyInput, LimitExceeded, ReadError
from pipeline.inputs.input import Input

MAX_BYTES = 64_000_000
"""Bytes of a page: more than any article or report."""
KINDS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
"""Responses that are documents."""
MARK = b"WARC/"
PACKED = b"\x1f\x8b"
OK = "200"
DAMAGE = (
    AttributeError,  # warcio's own: a record without an address
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)
"""What bytes that are no sound crawl may raise, beside warcio's own error."""


def knows(path: Path, head: bytes) -> bool:
    """Whether this is a crawl, packed or not; `head` is how it begins."""
    if not head.startswith(PACKED):
        return head.startswith(MARK)
    try:
        with gzip.open(path) as packed:
            return packed.read(len(MARK)) == MARK
    except (OSError, EOFError, zlib.error):
        return False


def expand(source: str, path: Path) -> Iterator[Input | ReadError]:
    """The documents in a crawl, in its order, one at a time."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        remedy = "pip install 'gradewright[web]'"
        yield ReadError(source, "warcio, which reads crawls, is missing", remedy)
        return
    empty = True
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                if _is_document(record):
                    empty = False
                    yield _page(record)
    except (ArchiveLoadFailed, *DAMAGE) as error:
        told = isinstance(error, ArchiveLoadFailed)  # else it is Python's own complaint
        said = f" ({' '.join(str(error).split())[:100]})" if told else ""
        yield ReadError(source, f"a damaged crawl{said}", "fetch it again")
        return
    if empty:
        yield EmptyInput(source, "a crawl without documents", "check the crawl")


def _is_document(record: Any) -> bool:  # noqa: ANN401 - warcio has no types
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type", "").lower()
    return bool(record.http_headers.get_statuscode() == OK and kind.startswith(KINDS))


def _page(record: Any) -> Input | ReadError:  # noqa: ANN401 - warcio has no types
    address = record.rec_headers.get_header("WARC-Target-URI")
    data = record.content_stream().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        cause = f"more than {MAX_BYTES:,} bytes"
        return LimitExceeded(address, cause, "fetch it by itself, and split it")
    return Input(
        address,
        data=data,
        retrieved=_moment(record.rec_headers.get_header("WARC-Date")),
        etag=record.http_headers.get_header("ETag"),
        last_modified=record.http_headers.get_header("Last-Modified"),
    )


def _moment(written: str | None) -> datetime | None:
    """When a page was fetched, None where a crawl does not say it as it should."""
    try:
        moment = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
