"""What the headers of a table say of the cells under them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.document import Extent
from pipeline.link.page import Page
from pipeline.link.tape import GRADES, Sign, Tape
from pipeline.wordings import key_of

AREA_SIGNS = "AaO"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?:[/–-]\d{2,4}\b)?")


@dataclass(frozen=True, slots=True)
class Column:
    """What a header says of the cells under it.

    Attributes:
        when: the inspection of its grades, as written, where that is an earlier one.
        label: the header's words, where no sign of the text stands for them.
        key: the inspection of the body that the header names, if it names one.
    """

    area: Sign | None = None
    grade: Sign | None = None
    when: str | None = None
    earlier: bool = False
    extent: Extent | None = None
    label: str | None = None
    key: int | None = None


def columns_of(header: Sequence[Tape], page: Page) -> list[Column]:
    """Columns of a table whose first row is its header."""
    words = [page.document.words(tape.extent) for tape in header]
    columns = [
        Column(
            area=next((s for s in tape.signs if s.kind in AREA_SIGNS), None),
            grade=next((s for s in tape.signs if s.kind in GRADES), None),
            extent=tape.extent,
            key=inspection_of(tape.extent, page),
        )
        for tape in header
    ]
    return _dated(columns, words, page)


def columns_named(
    headers: Sequence[str], above: Sequence[Extent], page: Page
) -> list[Column]:
    """Columns of a table whose reader tells the header of each cell.

    Args:
        headers: of the cells.
        above: the cells of the row above the table, where its headers may stand.
        page: the document.
    """
    words = [header.strip() for header in headers]
    places = {page.document.words(cell).strip(): cell for cell in above}
    columns = [
        Column(
            area=_area_named(w, page),
            grade=_grade_named(w, page),
            extent=places.get(w),
            label=w,
            key=inspection_of(places[w], page) if w in places else None,
        )
        for w in words
    ]
    return _dated(columns, words, page)


def earlier_rows(words: Sequence[str], page: Page) -> list[str | None]:
    """For the first cell of each row the earlier inspection that it names, if any."""
    latest = max((year for w in words if (year := _year(w))), default=0)
    return [_earlier(w, latest, page) for w in words]


def _dated(columns: Sequence[Column], words: Sequence[str], page: Page) -> list[Column]:
    """Columns with the inspection each is about: the latest year is this one.

    A lone year beside a column of grades without one is this inspection's only if it
    is that of publication, or the one before.
    """
    years = [year for w in words if (year := _year(w))]
    latest = max(years, default=0)
    undated = any(
        not _year(w) and not c.area and not _earlier(w, 0, page)
        for c, w in zip(columns[1:], words[1:], strict=True)
    )
    if len(years) == 1 and undated and page.year and latest < page.year - 1:
        latest = page.year
    found = []
    for column, said in zip(columns, words, strict=True):
        when = _earlier(said, latest, page)
        found.append(replace(column, when=when, earlier=when is not None))
    return found


def _earlier(words: str, latest: int, page: Page) -> str | None:
    """How a header names an earlier inspection: by its year or as the previous one."""
    written = _YEAR.search(words)
    if written and int(written[0][:4]) < latest:
        return written[0]
    plain = f" {words.lower()} "
    old = page.reading.knowledge.words("lists", "earlier_columns")
    return words if any(f" {w} " in plain for w in old) else None


def inspection_of(header: Extent, page: Page) -> int | None:
    """The inspection of the body that a header is the name of."""
    named = page.reading.inside("bodies", header)
    whole = any(m.start == header.start and m.end == header.end for m in named)
    return page.scope.at(header.start) if whole else None


def _year(words: str) -> int | None:
    written = _YEAR.search(words)
    return int(written[0][:4]) if written else None


def _area_named(words: str, page: Page) -> Sign | None:
    key = key_of(words, page.lexicon.families, page.lexicon.fillers)
    dialect = page.dialect(len(page.document.text))
    if dialect is None or key not in dialect.areas:
        return None
    return Sign("A", 0, 0, key)


def _grade_named(words: str, page: Page) -> Sign | None:
    dialect = page.dialect(len(page.document.text))
    slug = dialect.grades.get(words.lower()) if dialect else None
    return Sign("G", 0, 0, slug) if slug else None
