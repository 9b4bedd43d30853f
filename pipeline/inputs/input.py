"""One document's bytes, or where they lie."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import LimitExceeded, ReadError

MAX_BYTES = 256 * 2**20
"""More than any article or report; a larger file is not one document."""


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read.

    Attributes:
        source: how messages and records name it.
        path: where its bytes lie.
    """

    source: str
    path: Path

    def read(self) -> bytes:
        """The bytes as they are.

        Raises:
            ReadError: with the source, the cause and the remedy.
        """
        try:
            size = self.path.stat().st_size
            if size > MAX_BYTES:
                cause = f"{size:,} bytes are more than the {MAX_BYTES:,} allowed"
                raise LimitExceeded(self.source, cause, "split it into documents")
            return self.path.read_bytes()
        except FileNotFoundError as error:
            raise ReadError(self.source, "no such file", "check the path") from error
        except PermissionError as error:
            cause, remedy = "no permission to read it", "change its permissions"
            raise ReadError(self.source, cause, remedy) from error
        except OSError as error:
            cause, remedy = f"cannot be read ({error.strerror})", "check the disk"
            raise ReadError(self.source, cause, remedy) from error
