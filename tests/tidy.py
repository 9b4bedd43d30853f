"""`python -m tests.tidy`: every data file in its normal form, for small diffs.

Keys keep their order. An array that does not fit a line has one entry a line, or one
group of words that go together: what stands on one line stays there. Prose that does
not fit is folded, and reads back as one line.
"""

import re
import textwrap
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli

from pipeline import knowledge

_WIDTH = 88
_LONGEST = 120
"""Characters of a line with a group of words."""
_INDENT = "    "
_ARRAY = re.compile(r"^\w+ = \[\n(.*?)^\]$", re.MULTILINE | re.DOTALL)

Groups = Mapping[tuple[str, ...], Sequence[Sequence[str]]]
"""By the words of an array the groups that they are written in, a line each."""


def normal_form(content: Mapping[str, Any], groups: Groups | None = None) -> str:
    """The TOML text of a file's content.

    Raises:
        TypeError: the content holds a value that data files do not have.
    """
    return "\n".join(_table(content, "", groups or {})).strip() + "\n"


def groups_of(text: str) -> Groups:
    """The groups of words in a file: what stands on one line of an array."""
    found = {}
    for match in _ARRAY.finditer(text):
        lines = match[1].splitlines()
        rows = [tomli.loads(f"words = [{line}]")["words"] for line in lines]
        found[tuple(word for row in rows for word in row)] = rows
    return found


def _table(table: Mapping[str, Any], path: str, groups: Groups) -> Iterator[str]:
    """Lines of a table: its values first, then tables and arrays of tables."""
    for key, value in table.items():
        if not _is_table(value):
            yield from _entry(key, value, groups)
    for key, value in table.items():
        inner = f"{path}{key}"
        if isinstance(value, Mapping):
            yield from ("", f"[{inner}]", *_table(value, f"{inner}.", groups))
        elif _is_table(value):
            for row in value:
                yield from ("", f"[[{inner}]]", *_table(row, f"{inner}.", groups))


def _is_table(value: object) -> bool:
    """Whether a value is a table or an array of tables."""
    rows = isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
    return isinstance(value, Mapping) or rows


def _entry(key: str, value: object, groups: Groups) -> Iterator[str]:
    line = f"{_key(key)} = {_value(value)}"
    if len(line) <= _WIDTH:
        yield line
    elif isinstance(value, list):
        rows = groups.get(tuple(map(str, value)), [[item] for item in value])
        yield from (f"{_key(key)} = [", *_rows(rows), "]")
    elif isinstance(value, str):
        yield from (f'{_key(key)} = """\\', *_folded(value))
    else:
        yield line


def _rows(rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """A line for each group; a group that is longer goes on in the next."""
    for row in rows:
        line = ""
        for item in row:
            word = f"{_value(item)},"
            if line and len(line) + 1 + len(word) > _LONGEST:
                yield line
                line = ""
            line = f"{line} {word}" if line else f"{_INDENT}{word}"
        if line:
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


def tidy(path: Path) -> str:
    """The text of a data file in normal form."""
    text = path.read_text("utf-8")
    return normal_form(tomllib.loads(text), groups_of(text))


if __name__ == "__main__":
    for path in sorted(knowledge.SHIPPED.rglob("*.toml")):
        path.write_text(tidy(path), "utf-8")
