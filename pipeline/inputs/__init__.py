"""Where bytes come from: names as the user gives them → inputs, one a document.

An input that cannot be had is a `ReadError` among the inputs, never raised: the
others go on.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.inputs import archives, feeds, warc
from pipeline.inputs.files import MEMBER, covers, is_stream, poured
from pipeline.inputs.files import expand as expand_files
from pipeline.inputs.input import Found, Input, Unchanged
from pipeline.inputs.web import Visitor, is_address

__all__ = [
    "MEMBER",
    "Found",
    "Input",
    "Unchanged",
    "Visitor",
    "count",
    "covers",
    "expand",
    "listed",
]

LIST = "-"
"""Stands for names on standard input, one a line."""
HEAD = 8
"""Bytes by which containers are told from documents."""
CONTAINERS = (warc, archives)
"""Kinds of files that hold documents; the first that knows the bytes opens them."""


def expand(
    names: Iterable[str | Path], visitor: Visitor | None = None
) -> Iterator[Found]:
    """The documents that these names stand for, in order, each once.

    What another capture of a page holds, in the same crawl or the next, is another
    document, named `address (2)`.

    A name is a file, a folder, a glob or an address. A feed stands for its entries, an
    archive for what it holds.

    Addresses need a `visitor` that fetches them; without one they are errors.
    """
    return _distinct(_expand(names, visitor))


def _expand(names: Iterable[str | Path], visitor: Visitor | None) -> Iterator[Found]:
    seen: set[str] = set()
    for name in map(str, names):
        if is_address(name):
            yield from feeds.expand(name, visitor) if visitor else [_no_web(name)]
        else:
            for found in expand_files([name], seen):
                yield from _opened(found)


def _distinct(found: Iterable[Found]) -> Iterator[Found]:
    """Each capture of a page once, under a name of its own."""
    held: dict[str, tuple[int, ...]] = {}
    for one in found:
        if not isinstance(one, Input) or not is_address(one.source):
            yield one
            continue
        captures, capture = held.get(one.source, ()), hash(one.data)
        if capture not in captures:
            held[one.source] = (*captures, capture)
            later = f"{one.source} ({len(captures) + 1})"
            yield replace(one, source=later, url=one.source) if captures else one


def listed(names: Iterable[str]) -> list[str]:
    """The names, with those on standard input, one a line, in the place of `-`."""
    found: list[str] = []
    for name in names:
        lines = filter(None, map(str.strip, sys.stdin)) if name == LIST else [name]
        found.extend(lines)
    return found


def count(names: Iterable[str]) -> int:
    """How many files and addresses; an archive is one, whatever it holds."""
    return sum(
        1 if is_address(name) else sum(1 for _ in expand_files([name]))
        for name in names
    )


def _opened(found: Input | ReadError) -> Iterator[Found]:
    """What is in a file, where it is one that holds others."""
    if isinstance(found, Input) and found.path is not None:
        if is_stream(found.path):  # what is read of it once is gone
            yield poured(found.source, found.path)
            return
        head = _head(found.path)
        for container in CONTAINERS:
            if container.knows(found.path, head):
                yield from container.expand(found.source, found.path)
                return
    yield found


def _head(path: Path) -> bytes:
    """How a file begins; nothing where it cannot be read: whoever reads it says why."""
    try:
        with path.open("rb", buffering=0) as file:
            return file.read(HEAD)
    except OSError:
        return b""


def _no_web(name: str) -> ReadError:
    if not name.startswith(("http://", "https://")):
        return ReadError(name, "an address of no page on the web", "name a file")
    remedy = "use `gradewright run`, or save the page and name the file"
    return ReadError(name, "an address, which is not fetched here", remedy)
