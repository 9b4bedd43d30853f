"""Who said what."""

from collections.abc import Iterator

from pipeline.findings import QuoteFinding
from pipeline.issues import Issue
from pipeline.link.inspections import Scope
from pipeline.link.reading import Reading


def find(reading: Reading, scope: Scope | None) -> Iterator[QuoteFinding | Issue]:
    """The quotes in order, each with its speaker; `scope` is None for any other text."""
    del reading, scope
    yield from ()
