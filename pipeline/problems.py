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
}
"""What is said where there is no value to show, by pydantic's types of errors."""
WANTED: Mapping[str, str] = {
    "string_pattern_mismatch": "small letters and digits, joined by - or _, are wanted",
    "string_type": "words between quotation marks are wanted",
    "int_type": "a whole number is wanted",
    "float_type": "a number is wanted",
    "bool_type": "true or false is wanted",
    "date_type": "a day is wanted, as 2024-01-31",
    "list_type": "a list is wanted, as [1, 2]",
    "tuple_type": "a list is wanted, as [1, 2]",
    "dict_type": "a table is wanted",
    "model_type": "a table is wanted",
    "json_invalid": "it is no JSON, or cut off",
    "literal_error": "one of {expected} is wanted",
    "greater_than_equal": "{ge} or more is wanted",
    "too_short": "at least {min_length} is wanted",
    "too_long": "at most {max_length} are wanted",
}
"""What is said of a value that does not hold, in the place of pydantic's words."""


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
    said = plainly(detail)
    if detail["type"] not in REMEDIES:
        given = repr(detail["input"])
        shown = given if len(given) <= MOST else f"{given[:MOST]}…"
        said = f"{shown}: {said}"
    return ": ".join(filter(None, (str(path), where, said)))


def plainly(detail: Mapping[str, Any]) -> str:
    """What does not hold, one of a `ValidationError`'s details, for who wrote it."""
    kind = detail["type"]
    if kind in WANTED:
        return WANTED[kind].format(**detail.get("ctx", {}))
    own = detail["msg"].removeprefix("Value error, ")  # of a validator of ours
    return REMEDIES.get(kind, own)
