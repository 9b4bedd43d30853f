"""Files, folders and globs."""

import errno
import glob
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePath

from pipeline.errors import EmptyInput, LimitExceeded, ReadError
from pipeline.inputs.input import Input

NO_DOCUMENTS = frozenset(
    """.css .js .map .py .pyc
    .csv .db .ini .json .jsonl .lock .log .parquet .sqlite .sqlite3 .toml .tsv .xlsx
    .xml .yaml .yml
    .db-journal .db-shm .db-wal .sqlite-journal .sqlite-shm .sqlite-wal
    .sqlite3-journal .sqlite3-shm .sqlite3-wal
    .bz2 .tar .xz
    .bmp .eot .gif .ico .jpeg .jpg .mp3 .mp4 .png .svg .ttf .webp .woff .woff2
    """.split()  # noqa: SIM905 - code, data, archives, media: one line each
)
"""What a folder's walk passes over. A file that is named outright is always tried:
its kind is told from its content."""
MEMBER = "!/"
"""Between an archive's name and that of a document in it."""
MAX_BYTES = 64_000_000
"""Bytes that are taken from a pipe or a device, which may have no end."""


def expand(
    names: Iterable[str | Path], seen: set[str] | None = None
) -> Iterator[Input | ReadError]:
    """The documents that these names stand for, in order, each file once.

    A folder stands for all documents in it and in the folders beneath, a name with
    `*`, `?` or `[` for what it matches (`**` for folders of any depth).
    """
    seen = set() if seen is None else seen
    for name in names:
        if not str(name).strip():  # as a path it would be the folder one stands in
            remedy = "name a file or a folder; `.` is this one"
            yield ReadError(repr(str(name)), "an empty name", remedy)
            continue
        for found in _guarded(Path(name)):
            if isinstance(found, ReadError):
                yield found
            elif (identity := _identity(found)) not in seen:
                seen.add(identity)
                yield Input(readable(found), found)


def readable(path: Path) -> str:
    r"""The path as text that can be stored; a byte that is no UTF-8 becomes `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def covers(name: str, source: str) -> bool:
    """Whether a name would stand for a source, or for the archive it was in."""
    path, file = Path(name), PurePath(source.partition(MEMBER)[0])
    if glob.has_magic(name) and not path.exists():
        return _matches(file.parts, path.parts)
    if path == Path():
        return not file.is_absolute() and ".." not in file.parts
    return file.is_relative_to(path)


def _matches(parts: Sequence[str], patterns: Sequence[str]) -> bool:
    """Whether the parts of a path match those of a glob."""
    if not patterns or not parts:
        return not parts and all(pattern == "**" for pattern in patterns)
    here, *beneath = patterns
    if here == "**":
        return _matches(parts, beneath) or _matches(parts[1:], patterns)
    return fnmatchcase(parts[0], here) and _matches(parts[1:], beneath)


def is_document(name: str) -> bool:
    """Whether a file that nobody named outright may be a document, by its name."""
    return Path(name).suffix.lower() not in NO_DOCUMENTS


def is_stream(path: Path) -> bool:
    """Whether this is a pipe, a socket or a device: it can be read only once."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def poured(source: str, path: Path) -> Input | ReadError:
    """What comes out of a pipe or a device, up to its end."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        cause = f"cannot be read ({error.strerror})"
        return ReadError(source, cause, "check its permissions")
    if len(data) > MAX_BYTES:
        cause = f"more than {MAX_BYTES:,} bytes"
        return LimitExceeded(source, cause, "split it into documents")
    return Input(source, data=data)


def _identity(path: Path) -> str:
    """What is the same for all names of a file."""
    if os.path.islink(path):  # noqa: PTH114 - never raises
        return os.path.realpath(path)
    return os.path.join(_real(path.parent.absolute()), path.name)  # noqa: PTH118 - half the time


@lru_cache(maxsize=1000)
def _real(folder: Path) -> str:
    return os.path.realpath(folder)


def _guarded(path: Path) -> Iterator[Path | ReadError]:
    try:
        yield from _of_name(path)
    except OSError as error:  # a name too long, a folder that may not be listed
        cause = f"cannot be looked up ({error.strerror})"
        yield ReadError(readable(path), cause, "check the path")


def _of_name(path: Path) -> Iterator[Path | ReadError]:
    if "\0" in str(path):
        yield ReadError(repr(str(path)), "a name with a NUL in it", "check the path")
    elif path.is_dir():
        yield from _or(_walk(path), path, "a folder without documents")
    elif glob.has_magic(str(path)) and not path.exists():
        yield from _or(_matching(path), path, "nothing matches")
    else:
        yield path


def _or(
    found: Iterable[Path | ReadError], path: Path, cause: str
) -> Iterator[Path | ReadError]:
    """What was found, or, where that is nothing, why."""
    empty = True
    for one in found:
        empty = False
        yield one
    if empty:
        yield EmptyInput(readable(path), cause, "check the path")


def _walk(folder: Path) -> Iterator[Path | ReadError]:
    """Files in order of name, without hidden ones and what is plainly no document."""
    shut: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and is_document(name) and not is_stream(path):
                yield path
    for error in shut:
        yield _shut(Path(error.filename), error.strerror or str(error))


def _matching(pattern: Path) -> Iterator[Path | ReadError]:
    """Files that match in order of name; then the folders that were not looked into."""
    matches = sorted(glob.glob(str(pattern), recursive=True))  # noqa: PTH207 - any root
    for file in map(Path, matches):
        if not os.path.isdir(file) and not is_stream(file):  # noqa: PTH112 - never raises
            yield file
    parts = pattern.parts
    last = max(n for n, part in enumerate(parts) if glob.has_magic(part))
    shut: dict[str, None] = {}
    for n in range(1, len(parts)):
        above, wanted = Path(*parts[:n]), os.R_OK if n <= last else os.X_OK
        folders = glob.glob(f"{above}{os.sep}", recursive=True)  # noqa: PTH207 - any root
        for name in sorted(folders):
            if not os.access(name, wanted):
                shut[str(Path(name))] = None
    for name in shut:
        yield _shut(Path(name), os.strerror(errno.EACCES))


def _shut(folder: Path, cause: str) -> ReadError:
    """What is said of a folder in which documents may be that nobody can see."""
    remedy = "change its permissions, or leave it out"
    return ReadError(
        readable(folder), f"a folder that cannot be read ({cause})", remedy
    )
