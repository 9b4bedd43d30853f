"""One document to be read: its bytes, or where they lie."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pipeline.errors import ReadError


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read.

    Attributes:
        source: how messages and records name it.
        path: where its bytes lie, where that is a file of its own.
        data: its bytes, where they came from elsewhere.
        retrieved: when they were fetched.
        etag: what the server calls this version.
        last_modified: what the server says of its age.
        url: the page's address, where the source does not say it.
    """

    source: str
    path: Path | None = None
    data: bytes | None = field(default=None, repr=False)
    retrieved: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None

    def digest(self) -> str:
        """What tells these bytes from others.

        Raises:
            ReadError: the file cannot be read.
        """
        if self.path is None:
            return f"sha256:{hashlib.sha256(self.data or b'').hexdigest()}"
        try:
            with self.path.open("rb") as file:
                return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
        except FileNotFoundError as error:
            raise ReadError(self.source, "no such file", "check the path") from error
        except OSError as error:
            cause = f"cannot be read ({error.strerror})"
            raise ReadError(self.source, cause, "check its permissions") from error


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An address whose server says that nothing has changed since it was fetched."""

    source: str


Found = Input | Unchanged | ReadError
"""What a name stands for: a document, one that need not be read, or an error."""
