"""The normal form of data files: one way to write each content, for small diffs.

Keys keep their order. An array that does not fit a line has one entry a line; prose
that does not is folded, and reads back as one line.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_WIDTH = 88
_INDENT = "    "


def normal_form(content: Mapping[str, Any]) -> str:
    """The TOML text of a file's content.

    Raises:
        TypeError: the content holds a value that data files do not have.
    """
    return "\n".join(_table(content, "")).strip() + "\n"


def _table(table: Mapping[str, Any], path: str) -> Iterator[str]:
    """Lines of a table: its values first, then tables and arrays of tables."""
    for key, value in table.items():
        if not _is_table(value):
            yield from _entry(key, value)
    for key, value in table.items():
        inner = f"{path}{key}"
        if isinstance(value, Mapping):
            yield from ("", f"[{inner}]", *_table(value, f"{inner}."))
        elif _is_table(value):
            for row in value:
                yield from ("", f"[[{inner}]]", *_table(row, f"{inner}."))


def _is_table(value: object) -> bool:
    """Whether a value is a table or an array of tables."""
    rows = isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
    return isinstance(value, Mapping) or rows


def _entry(key: str, value: object) -> Iterator[str]:
    line = f"{_key(key)} = {_value(value)}"
    if len(line) <= _WIDTH:
        yield line
    elif isinstance(value, list):
        yield from (f"{_key(key)} = [", *(f"{_INDENT}{_value(v)}," for v in value), "]")
    elif isinstance(value, str):
        yield from (f'{_key(key)} = """\\', *_folded(value))
    else:
        yield line


def _folded(text: str) -> Iterator[str]:
    """Prose as lines that TOML joins again: a backslash takes the line's end away."""
    inner = text.rstrip('"')  # marks at the end would close the string
    escaped = inner.replace("\\", "\\\\").replace('"""', '""\\"').replace("\n", "\\n")
    escaped += '\\"' * (len(text) - len(inner))
    lines = textwrap.wrap(
        escaped,
        _WIDTH - len(_INDENT) - 2,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
    for line in lines[:-1]:
        yield f"{_INDENT}{line} \\"
    yield f'{_INDENT}{lines[-1]}"""'


def _key(key: str) -> str:
    bare = key.replace("-", "").replace("_", "").isalnum() and key.isascii()
    return key if bare else _string(key)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Sequence):
        return f"[{', '.join(map(_value, value))}]"
    raise TypeError(f"no data file has a {type(value).__name__}")


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
