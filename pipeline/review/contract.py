"""What the page's script is given, key by key: `static/*.js` reads exactly these.

Offsets count UTF-16 units of `Detail.text`, as a browser does.
"""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

Extent = tuple[int, int]
Block = tuple[str, int | None, int, int, str, int | None]
"""Type, level, start, end, role and page."""
Evidence = tuple[int, int, int | None, str, str | None]
"""Start, end, page, what it does for the cell, and a link that a browser may open."""
Named = tuple[str, str]
"""A rule or a data entry, and what it says of itself."""


class Who(TypedDict):
    """A speaker."""

    name: str | None
    role: str | None
    organisation: str | None
    resolved_by: str | None


class Graded(TypedDict, total=False):
    """What a grade of now or before has beside what every cell has."""

    area: str | None
    written: str
    labels_at: list[Extent]
    when: str | None
    basis: str
    derivation: str | None
    sentences: list[Extent]


class Quoted(TypedDict, total=False):
    """What a quote has beside that."""

    form: str
    parts: int
    cue: str | None
    speaker: Who | None
    repeats: int | None


class Shown(Graded, Quoted):
    """A cell; what only some have is there where it is."""

    at: str
    kind: str
    label: str
    value: str | None
    of: int | None
    spans: list[Evidence]
    vetoes: list[int]
    said: NotRequired[str]
    empty: NotRequired[str]
    rule: NotRequired[Named]
    data: NotRequired[list[Named]]
    rivals: NotRequired[list[str]]
    corrected: NotRequired[bool]


class ShownMiss(TypedDict):
    """A sentence that no record uses; `vetoes` are places in `Detail.vetoes`."""

    kind: str
    near: bool
    span: Extent
    hits: list[Extent]
    vetoes: list[int]


class ShownVeto(TypedDict):
    """What was not taken."""

    kind: str
    words: str
    by: str | None
    rule: Named
    data: list[Named]
    spans: list[Extent]


class Inspected(TypedDict):
    """Who was inspected, by whom, and what the record lacks."""

    name: str
    type: str | None
    framework: str
    inspectorate: str | None
    missing: list[dict[str, str]]


class Detail(TypedDict):
    """A document as it is drawn when it is opened."""

    text: str
    url: str | None
    blocks: list[Block]
    bodies: list[Inspected]
    cells: list[Shown]
    misses: list[ShownMiss]
    vetoes: list[ShownVeto]
    corrections: list[dict[str, object]]
    extractor: str


class ListedGrade(TypedDict):
    """A grade in the grid: of now with a basis, of before with `previous`."""

    at: str
    label: str
    grade: str | None
    area: str | None
    basis: NotRequired[str]
    corrected: NotRequired[bool]
    previous: NotRequired[Literal[True]]
    when: NotRequired[str | None]


class ListedInspection(TypedDict):
    """A row of a grid; `key` is the body's, over all its inspections."""

    body: str
    key: str
    framework: str
    date: str | None
    grades: list[ListedGrade]


class Person(TypedDict):
    """Somebody who is quoted: name, role and organisation; nobody named is empty."""

    who: tuple[str | None, ...]
    quotes: list[str]


class Entry(TypedDict):
    """A document in the lists: what filters, grid and people need of it at once."""

    id: str
    source: str
    title: str | None
    publisher: str | None
    published: str | None
    kind: str
    risk: int
    reasons: tuple[str, ...]
    issues: list[str]
    misses: int
    people: list[Person]
    inspections: list[ListedInspection]


class Step(TypedDict):
    """A grade of a scale."""

    slug: str
    label: str


class Area(TypedDict):
    """An area, and the slugs it continues in the cycle before."""

    slug: str
    label: str
    earlier: Sequence[str]


class Framework(TypedDict):
    """A grid: its heading, its scale best first, its columns."""

    name: str
    cycle: str
    inspectorate: str | None
    previous: NotRequired[str | None]
    scale: list[Step]
    areas: list[Area]


class Saved(TypedDict):
    """The answer to a decision: the document drawn anew, and where it is kept."""

    detail: Detail
    entry: Entry
    file: str
