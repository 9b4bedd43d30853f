"""Corrections as files: one TOML file each, to be kept beside the code and reviewed.

    corrections/gwent_leadership-1f0c9a3b.toml
    corrections/retired/…                       the rules agree by now; still a test

A second correction of the same cell takes the place of the first.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from pipeline.cells import slug
from pipeline.corrections.scales import grades_off_any_scale
from pipeline.errors import DataError, SinkError
from pipeline.knowledge import Knowledge
from pipeline.problems import invalid, toml
from pipeline.records import Correction, Span

FOLDER = Path("corrections")
RETIRED = "retired"


class Filed(NamedTuple):
    """A correction and the file that holds it."""

    path: Path
    correction: Correction

    @property
    def retired(self) -> bool:
        """Whether the rules have agreed with it before."""
        return self.path.parent.name == RETIRED


def filed(folder: Path, known: Knowledge | None = None) -> list[Filed]:
    """All corrections under a folder, in the order of their names; none without it.

    Args:
        folder: they may lie in folders beneath.
        known: grades must be on one of its scales; None: any grade is taken.

    Raises:
        DataError: one line for each file that does not hold.
    """
    found: list[Filed] = []
    problems: list[str] = []
    for path in sorted(folder.rglob("*.toml")):
        try:
            found.append(one := Filed(path, read(path)))
        except DataError as error:
            problems += error.problems
            continue
        if known and (problem := grades_off_any_scale(one.correction, known)):
            problems.append(f"{path}: {problem}")
    if problems:
        raise DataError(*problems)
    return found


def read(path: Path) -> Correction:
    """The correction in a file.

    Raises:
        DataError: one line for each thing that does not hold.
    """
    try:
        return Correction.model_validate(toml(path, path.read_bytes()))
    except ValidationError as error:
        raise invalid(path, error) from error


def save(correction: Correction, folder: Path) -> Path:
    """Write a correction to its file, in the place of an earlier one of that cell.

    Raises:
        SinkError: the folder cannot be written.
    """
    path = folder / _name(correction)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(_lines(correction)), encoding="utf-8")
        (folder / RETIRED / path.name).unlink(missing_ok=True)
    except OSError as error:
        cause = f"cannot be written ({error.strerror or error})"
        remedy = "check the folder's permissions and the disk, or name another"
        raise SinkError(str(path), cause, remedy) from error
    return path


def retire(one: Filed) -> Path:
    """Move a correction that the rules agree with: from now on it is only a test."""
    target = one.path.parent / RETIRED / one.path.name
    target.parent.mkdir(exist_ok=True)
    return one.path.rename(target)


def _name(correction: Correction) -> str:
    digest = correction.document.removeprefix("sha256:")[:8]
    return f"{slug(correction.cell)[:80]}-{digest}.toml"


def _lines(correction: Correction) -> Iterator[str]:
    """TOML, a line for each key; what is None is not written."""
    for name in Correction.model_fields:
        value = getattr(correction, name)
        if value is not None:
            yield f"{name} = {_toml(value)}\n"


def _toml(value: str | date | Span) -> str:
    if isinstance(value, Span):
        text = _toml(value.text)
        return f"{{ start = {value.start}, end = {value.end}, text = {text} }}"
    if isinstance(value, date):
        return value.isoformat()
    # a JSON string is a basic string of TOML, but for one control character
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
