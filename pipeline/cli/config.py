"""`gradewright.toml`: options by the names that the command line has for them.

What is typed goes before the environment (`GRADEWRIGHT_RUN_JOBS`), that before the
file, and that before the program's own defaults.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import tomli
import typer

DEFAULT = Path("gradewright.toml")
"""Read where it is there, and no other file is named."""


def configure(context: typer.Context, path: Path | None) -> Path | None:
    """Let a file's values stand for the options that are not typed.

    Raises:
        DataError: one line for each key or value that does not hold, in the
            environment or in the file.
    """
    from pipeline.errors import DataError

    if problems := list(_wrong_variables(context)):
        raise DataError(*problems)
    if path is None and not DEFAULT.is_file():
        return None
    path = path or DEFAULT
    content = _content(path)
    command = str(context.info_name)
    values = content.pop(command, {})
    problems = [
        f"{path}: {name}: no such table; known: {command}" for name in sorted(content)
    ]
    if isinstance(values, dict):
        problems += (f"{path}: {command}.{line}" for line in _wrong(context, values))
    else:
        problems.append(
            f"{path}: {command}: {values!r} is no table; begin one with [{command}]"
        )
    if problems:
        raise DataError(*problems)
    context.default_map = {
        _name(key): _listed(context, _name(key), value) for key, value in values.items()
    }
    return path


def _content(path: Path) -> dict[str, Any]:
    """What a file holds.

    Raises:
        DataError: it cannot be read, or is not TOML in UTF-8.
    """
    from pipeline.errors import DataError

    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(
            f"{path}: cannot be read: {error.strerror}; check the path"
        ) from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not TOML: {error}; mend it there") from error


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
            names = ", ".join(name.replace("_", "-") for name in known)
            yield f"{key}: no such option; known: {names}"
            continue
        listed = _listed(context, _name(key), value)
        if problem := _problem(partial(parameter.process_value, context, listed)):
            yield f"{key}: {problem}"


def _wrong_variables(context: typer.Context) -> Iterator[str]:
    """What does not hold in the environment: variable, value, and what is allowed."""
    prefix = f"{context.auto_envvar_prefix}_"
    names = {
        f"{prefix}{parameter.name}".upper(): parameter.name
        for parameter in context.command.params
    }
    for variable in sorted(os.environ):
        if variable.startswith(prefix) and variable not in names:
            known = ", ".join(name.removeprefix(prefix) for name in names)
            yield f"{variable}: no such option; known after {prefix}: {known}"
    for parameter in context.command.params:
        variable = f"{prefix}{parameter.name}".upper()
        value = os.environ.get(variable)
        if value and parameter.name and not parameter.is_eager:
            found = parameter.value_from_envvar(context)
            if problem := _problem(partial(parameter.process_value, context, found)):
                yield f"{variable}: {problem}"


def _problem(convert: Callable[[], object]) -> str | None:
    """Why a value does not hold, None where it does."""
    try:
        convert()
    except (typer.BadParameter, TypeError, ValueError) as error:
        return str(getattr(error, "message", None) or error)
    return None


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
