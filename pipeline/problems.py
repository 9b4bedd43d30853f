"""What is wrong with a data file: a line for each problem, with what would be right."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli
from pydantic import ValidationError

from pipeline.errors import DataError

FOLDERS = ("frameworks", "bodies", "cues")
"""What a folder of data is made of."""
MOST = 60
"""Characters of a wrong value that are shown."""
REMEDIES: Mapping[str, str] = {
    "missing": "it is missing; add it",
    "extra_forbidden": "there is no such key; check its spelling, or remove it",
    "string_pattern_mismatch": "small letters and digits, joined by - or _, are wanted",
}
"""What is said in the place of pydantic's words, by its types of errors."""


def no_data(folder: Path) -> Iterator[str]:
    """Why a folder is none of data; nothing where it is one."""
    remedy = f"name one with {', '.join(f'{name}/' for name in FOLDERS)}"
    if not folder.is_dir():
        yield f"{folder}: no such folder; {remedy}"
        return
    parts = [folder / name for name in (*FOLDERS, "inspectorates.toml")]
    if not any(part.exists() for part in parts):
        if folder.absolute().name in FOLDERS:
            remedy = f"name the folder above it, {folder.parent}"
        yield f"{folder}: no folder of data; {remedy}"


def toml(path: Path, data: bytes) -> dict[str, Any]:
    """What a file holds, before any schema.

    Raises:
        DataError: it is not TOML in UTF-8.
    """
    try:
        return tomli.loads(data.decode("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not TOML: {error}; mend it there") from error


def invalid(path: Path, error: ValidationError) -> DataError:
    """The same problems as lines that name the file, the key and the remedy."""
    return DataError(*(_line(path, detail) for detail in error.errors()))


def _line(path: Path, detail: Mapping[str, Any]) -> str:
    where = ".".join(map(str, detail["loc"]))
    remedy = REMEDIES.get(detail["type"])
    if remedy is None or detail["type"] == "string_pattern_mismatch":
        given = repr(detail["input"])
        shown = given if len(given) <= MOST else f"{given[:MOST]}…"
        remedy = f"{shown}: {remedy or detail['msg']}"
    return f"{path}: {where}: {remedy}"
