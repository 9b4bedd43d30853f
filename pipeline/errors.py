"""What can go wrong in running, as one tree.

PipelineError
├── ReadError               one document cannot be read; the batch goes on
│   ├── UnsupportedFormat   its bytes are of no kind that a reader knows
│   ├── EmptyInput          no bytes, no text, or a folder without documents
│   └── LimitExceeded       too large, too deep, too slow, or too much memory
├── DataError               frameworks, bodies or cues are not valid; nothing starts
├── GoldError               a gold file does not fit its format
├── SinkError               a target cannot be written
├── EngineError             there is nobody to share the work out to
└── AlignmentError          characters that do not fall on token borders: our bug

A contradiction in what a document says is none of these: it is an `Issue`
inside the record (`pipeline.issues`).
"""

import re

_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*(?=@)")


def without_password(name: str) -> str:
    """An address as messages name it; any other name as it is."""
    return _PASSWORD.sub(r"\1:***", name)


class PipelineError(Exception):
    """The root: everything this package raises on purpose.

    Fields stand in `args`, so that an error survives the way out of a worker process.
    """


class ReadError(PipelineError):
    """A document that cannot be read.

    Args:
        source: the path or name as the user gave it.
        cause: what is wrong, without a full stop.
        remedy: what the user can do about it, without a full stop.
    """

    def __init__(self, source: str, cause: str, remedy: str) -> None:
        super().__init__(source, cause, remedy)
        self.source = source
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{without_password(self.source)}: {self.cause}; {self.remedy}"


class UnsupportedFormat(ReadError):
    """No reader is registered for what these bytes are."""


class EmptyInput(ReadError):
    """There is nothing to read: no bytes, no text, or no document in a folder."""


class LimitExceeded(ReadError):
    """The document is larger, deeper, slower or hungrier than the limits allow."""


class DataError(PipelineError):
    """Frameworks, bodies or cues that do not hold; one line for each problem.

    Args:
        problems: lines such as `peel.toml: areas.3.label: missing`.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


class GoldError(PipelineError):
    """A gold file that does not fit the gold format."""

    def __init__(self, path: str, cause: str) -> None:
        super().__init__(path, cause)
        self.path = path
        self.cause = cause

    def __str__(self) -> str:
        return f"{self.path}: {self.cause}"


class SinkError(PipelineError):
    """A target that cannot be written.

    Args:
        target: the path or address as the user gave it.
        cause: what is wrong, without a full stop.
        remedy: what the user can do about it, without a full stop.
    """

    def __init__(self, target: str, cause: str, remedy: str) -> None:
        super().__init__(target, cause, remedy)
        self.target = target
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{without_password(self.target)}: {self.cause}; {self.remedy}"


class EngineError(PipelineError):
    """There is nobody to share the work out to.

    Args:
        engine: its name or address.
        cause: what is wrong, without a full stop.
        remedy: what the user can do about it, without a full stop.
    """

    def __init__(self, engine: str, cause: str, remedy: str) -> None:
        super().__init__(engine, cause, remedy)
        self.engine = engine
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.engine}: {self.cause}; {self.remedy}"


class AlignmentError(PipelineError):
    """A span of characters that does not fall on token borders."""

    def __init__(self, start: int, end: int, text: str) -> None:
        super().__init__(start, end, text)

    def __str__(self) -> str:
        start, end, text = self.args
        return f"characters {start} to {end} ({text!r}) do not fall on token borders"
