"""Records as JSON lines; failures beside them, in `<name>.failures.jsonl`.

Lines gather in a file of their own and take their place in one step at the end: a
reader sees the old file or the new one, never half of it. A document that is already
there is replaced where it stands, so that writing twice is writing once.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, Self

from pipeline.errors import SinkError
from pipeline.records import Failure, Record

Key = Callable[[Any], tuple[str, str]]
"""From a line's content to its key and its source."""


def _of_record(content: Any) -> tuple[str, str]:  # noqa: ANN401 - JSON is anything
    return content["document"]["id"], content["document"]["source"]


def _of_failure(content: Any) -> tuple[str, str]:  # noqa: ANN401 - JSON is anything
    return content["source"], content["source"]


class JsonLines:
    """A sink of two files; `with` opens it, and puts the files in place at its end.

    Raises:
        SinkError: the files cannot be read or written.
    """

    def __init__(self, target: str) -> None:
        self.target = target
        path = Path(target)
        self.records = _Keyed(path, _of_record)
        self.failures = _Keyed(path.with_suffix(".failures.jsonl"), _of_failure)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if not isinstance(error, SinkError):
                self.records.commit()
                self.failures.commit()
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise self._refused(problem) from problem
        finally:
            self.records.close()
            self.failures.close()

    def write(self, outcome: Record | Failure) -> None:
        """Keep an outcome, in the place of an earlier one."""
        try:
            if isinstance(outcome, Failure):
                source = outcome.source
                self.failures.put(source, source, outcome.model_dump_json())
            else:
                id_, source = outcome.document.id, outcome.document.source
                self.records.put(id_, source, outcome.model_dump_json())
                self.failures.drop(source)
        except OSError as problem:
            raise self._refused(problem) from problem

    def _refused(self, problem: Exception) -> SinkError:
        cause = f"cannot be written ({problem})"
        return SinkError(self.target, cause, "check the path, the disk and the file")


class _Keyed:
    """A file of JSON lines in which each key, and each source, stands once."""

    def __init__(self, path: Path, key: Key) -> None:
        self.path = path
        self.key = key
        self.fresh: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed by `close`
        self.places: dict[str, int] = {}
        """Where the line of a key starts in `fresh`."""
        self.superseded: set[str] = set()
        """Sources whose old lines go, whatever their key."""

    def put(self, key: str, source: str, line: str) -> None:
        """Let the line stand for the key and for the source."""
        self.fresh.seek(0, os.SEEK_END)
        self.places[key] = self.fresh.tell()
        self.superseded.add(source)
        self.fresh.write(line.encode() + b"\n")

    def drop(self, source: str) -> None:
        """Let no line stand for the source."""
        self.superseded.add(source)

    def commit(self) -> None:
        """Put the file in place, unless it would be new and empty."""
        if not self.path.exists():
            if not self.places:
                return
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch()
        half = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        try:
            with self.path.open("rb") as old, half.open("wb") as new:
                new.writelines(self._lines(old))
                new.flush()
                os.fsync(new.fileno())
            half.replace(self.path)
        finally:
            half.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of what was not committed."""
        self.fresh.close()

    def _lines(self, old: Iterable[bytes]) -> Iterator[bytes]:
        """The old lines that still hold, new ones in their places or at the end."""
        left = dict(self.places)
        for line in filter(bytes.strip, old):
            key, source = self.key(json.loads(line))
            if key in left:
                yield self._line(left.pop(key))
            elif key not in self.places and source not in self.superseded:
                yield line.rstrip(b"\n") + b"\n"
        for place in left.values():
            yield self._line(place)

    def _line(self, place: int) -> bytes:
        self.fresh.seek(place)
        return self.fresh.readline()
