"""One document to be read: where its bytes lie."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read.

    Attributes:
        source: how messages and records name it.
        path: where its bytes lie.
    """

    source: str
    path: Path
