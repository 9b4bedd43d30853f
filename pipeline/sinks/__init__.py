"""Record → storage.

To add a format: a module here with a class like `Sink`, and a line in `SINKS`.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from pipeline.errors import SinkError
from pipeline.records import Failure, Record
from pipeline.sinks.database import Database
from pipeline.sinks.jsonl import JsonLines


class Sink(Protocol):
    """Where outcomes go. Writing the same one twice is writing it once."""

    def write(self, outcome: Record | Failure) -> None:
        """Store an outcome, in the place of an earlier one of the same document."""


SINKS: dict[str, Callable[[str], AbstractContextManager[Sink]]] = {
    ".db": Database,
    ".jsonl": JsonLines,
    ".sqlite": Database,
    ".sqlite3": Database,
}
"""By the ending of the target's name."""


def open_sink(target: str) -> AbstractContextManager[Sink]:
    """The sink for a target, still to be entered.

    Raises:
        SinkError: nothing here writes such a target.
    """
    suffix = Path(target).suffix.lower()
    if suffix not in SINKS:
        known = ", ".join(SINKS)
        raise SinkError(target, f"no sink for {suffix!r}", f"known: {known}")
    return SINKS[suffix](target)
