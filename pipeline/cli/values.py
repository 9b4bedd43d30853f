"""What is typed becomes a value; what does not is told with what would.

Also what a file or the environment says: a value may be of any type there.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

import typer

Choice = TypeVar("Choice", bound=StrEnum)

_YES = frozenset({"true", "yes", "on", "1", "t", "y"})
_NO = frozenset({"false", "no", "off", "0", "f", "n", ""})


def whole(least: int, most: int | None = None) -> Callable[[object], int]:
    """The parser of a whole number between two, both included."""
    wanted = f"a whole number {_range(least, most)}"

    def parse(value: object) -> int:
        if isinstance(value, bool | float):
            _refuse(value, wanted)
        try:
            number = int(str(value))
        except ValueError:
            _refuse(value, wanted)
        if number < least or (most is not None and number > most):
            _refuse(value, wanted)
        return number

    return parse


def amount(least: float) -> Callable[[object], float]:
    """The parser of a number that is at least so large."""
    wanted = f"a number {_range(least)}"

    def parse(value: object) -> float:
        if isinstance(value, bool):
            _refuse(value, wanted)
        try:
            number = float(str(value))
        except ValueError:
            _refuse(value, wanted)
        if not least <= number < float("inf"):
            _refuse(value, wanted)
        return number

    return parse


def day(value: object) -> datetime:
    """A day, or a time of a day; TOML has a type for it."""
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        _refuse(value, "a day as 2024-01-31")


def one_of(choices: type[Choice]) -> Callable[[object], Choice]:
    """The parser of a word of a few."""
    wanted = f"one of {', '.join(choices)}"

    def parse(value: object) -> Choice:
        try:
            return choices(str(value))
        except ValueError:
            _refuse(value, wanted)

    return parse


def flag(value: object) -> bool:
    """Whether something is wanted, as the environment or a file says it."""
    said = str(value).strip().lower()
    if said not in _YES | _NO:
        _refuse(value, "true or false")
    return said in _YES


def words(value: object) -> str:
    """A name or an address; an empty one comes from a variable that is not set."""
    if not isinstance(value, str):
        _refuse(value, "words between quotation marks")
    if not value.strip():
        _refuse(value, "a name or an address")
    return value


def path(value: object) -> Path:
    """The path of a file or a folder."""
    if not isinstance(value, str | Path) or not str(value):
        _refuse(value, "a path")
    return Path(value)


def _range(least: float, most: float | None = None) -> str:
    return f"of {least} or more" if most is None else f"from {least} to {most}"


def _refuse(value: object, wanted: str) -> NoReturn:
    said = str(value).lower() if isinstance(value, bool) else repr(value)  # as in TOML
    raise typer.BadParameter(f"{said} is not {wanted}")
