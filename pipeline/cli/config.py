"""`gradewright.toml`: options by the names that the command line has for them.

What is typed goes before the environment (`GRADEWRIGHT_RUN_JOBS`), that before the
file, and that before the program's own defaults.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import tomli
import typer

DEFAULT = Path("gradewright.toml")
"""Read where it is there, and no other file is named."""


def configure(context: typer.Context, path: Path | None) -> Path | None:
    """Let a file's values stand for the options that are not typed.

    Raises:
        DataError: one line for each key or value that does not hold.
    """
    from pipeline.errors import DataError

    if path is None and not DEFAULT.is_file():
        return None
    path = path or DEFAULT
    try:
        content = tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not TOML: {error}") from error
    command = str(context.info_name)
    values = content.pop(command, {})
    problems = [
        f"{path}: {name}: no such table; known: {command}" for name in sorted(content)
    ]
    if isinstance(values, dict):
        problems += (f"{path}: {command}.{line}" for line in _wrong(context, values))
    else:
        problems.append(f"{path}: {command}: {values!r}: a table, [{command}]")
    if problems:
        raise DataError(*problems)
    context.default_map = {
        _name(key): _listed(context, _name(key), value) for key, value in values.items()
    }
    return path


def _name(key: str) -> str:
    return key.replace("-", "_")


def _listed(context: typer.Context, name: str, value: object) -> object:
    """A value for an option that may be repeated may stand alone."""
    (parameter,) = (one for one in context.command.params if one.name == name)
    many = getattr(parameter, "multiple", False) or parameter.nargs == -1
    return [value] if many and not isinstance(value, list) else value


def _wrong(context: typer.Context, values: dict[str, Any]) -> Iterator[str]:
    """What does not hold: key, value, and what is allowed."""
    known = {
        parameter.name: parameter
        for parameter in context.command.params
        if parameter.name and not parameter.is_eager
    }
    for key, value in values.items():
        if (parameter := known.get(_name(key))) is None:
            listed = ", ".join(name.replace("_", "-") for name in known)
            yield f"{key}: no such option; known: {listed}"
            continue
        try:
            parameter.process_value(context, _listed(context, _name(key), value))
        except (typer.BadParameter, TypeError, ValueError) as error:
            yield f"{key}: {value!r}: {getattr(error, 'message', None) or error}"


Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help=f"Options as TOML, in a table [run]; {DEFAULT}, where it is there.",
        callback=configure,
        is_eager=True,
        show_default=False,
    ),
]
