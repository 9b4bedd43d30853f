"""Corrections as regression tests: what the rules say today, against what people said.

A retired or an accepted correction must hold. One that is still needed is an open
end, no failure. One whose source changed or is gone is a complaint.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.corrections.files import Filed
from pipeline.corrections.overlay import Outcome, Status, correct
from pipeline.errors import ReadError
from pipeline.knowledge import Knowledge
from pipeline.records import Record


class Replayed(NamedTuple):
    """A filed correction and what has become of it."""

    filed: Filed
    outcome: Outcome


def replay(
    corrections: Iterable[Filed],
    process: Callable[[Path], Record],
    known: Knowledge | None = None,
) -> Iterator[Replayed]:
    """Make the records anew and compare them, a source at a time.

    Args:
        corrections: as `filed` gives them.
        process: a source's record by the rules of today; may raise `ReadError`.
        known: the scales that corrected grades must be on; None: any grade is taken.
    """
    by_source: dict[str, list[Filed]] = {}
    for one in corrections:
        by_source.setdefault(one.correction.source, []).append(one)
    for source, group in by_source.items():
        record = _record(source, process)
        for one in group:
            yield Replayed(one, _outcome(one, record, known))


def _record(source: str, process: Callable[[Path], Record]) -> Record | str:
    path = Path(source)
    if not path.is_file():
        return "the source is not here; replay where it is, or remove the correction"
    try:
        return process(path)
    except ReadError as error:
        return str(error)


def _outcome(one: Filed, record: Record | str, known: Knowledge | None) -> Outcome:
    if isinstance(record, str):
        return Outcome(one.correction, Status.STALE, record)
    _, outcomes = correct(record, [one.correction], known, retired=one.retired)
    return outcomes[0]
