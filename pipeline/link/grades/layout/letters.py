"""Tables whose cells hold letters for grades: "O | G | RI", by a key or by initials."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.document import Extent
from pipeline.link.page import Page
from pipeline.link.page.dialect import Dialect
from pipeline.link.tape import GRADE, GRADES, Sign, Tape

FEWEST = 2
"""Letters that make a key, or that initials must show at least."""
_LETTERS = re.compile(r"[A-Z]{1,3}")
_EMPTY = re.compile(r"\W*|(?i:n/?a|not (?:graded|rated))")
_KEY = re.compile(
    r"\b(?P<letters>[A-Z]{1,3})\s*(?:=|:|[-–—]|\bis\b|\bfor\b|\bmeans\b)\s*"
    r"[‘'“\"]?(?P<grade>[A-Za-z]+(?: [a-z]+){0,3})"
)
"""As in "O = outstanding", "RI: requires improvement"."""

Letters = Mapping[str, tuple[str, Extent | None]]
"""By letters the grade's slug, and where the key says so, if there is one."""


def lettered(
    cells: Sequence[Sequence[Tape]], page: Page
) -> tuple[list[list[Tape]], Letters]:
    """The cells of a table, those of letters read as grades, and what letters mean.

    Args:
        cells: row by row; the first of each is its name.
        page: the document.
    """
    rows = [list(row) for row in cells]
    values = {page.document.words(c.extent).strip() for row in rows for c in row[1:]}
    bare = {words for words in values if _LETTERS.fullmatch(words)}
    if not bare:
        return rows, {}
    dialect = page.dialect(rows[0][0].extent.start)
    if dialect is None:
        return rows, {}
    letters: Letters = dict(_keyed(dialect, page))
    if len(letters) < FEWEST or not bare <= letters.keys():
        others = {words for words in values - bare if not _EMPTY.fullmatch(words)}
        letters = {} if others else _initials(dialect)
    if len(bare) < FEWEST or not bare <= letters.keys():
        return rows, {}
    read = [[row[0], *(_read(cell, letters, page) for cell in row[1:])] for row in rows]
    return read, letters


def _read(cell: Tape, letters: Letters, page: Page) -> Tape:
    """A cell with the sign of the grade that its letters mean."""
    words = page.document.words(cell.extent)
    if cell.of(GRADES) or words.strip() not in letters:
        return cell
    start = cell.extent.start + len(words) - len(words.lstrip())
    slug, _ = letters[words.strip()]
    sign = Sign(GRADE, start, start + len(words.strip()), slug)
    return replace(cell, signs=(sign,))


def _keyed(
    dialect: Dialect, page: Page
) -> Iterator[tuple[str, tuple[str, Extent | None]]]:
    """The letters that the text explains."""
    for match in _KEY.finditer(page.document.text):
        said = match["grade"].lower().split()
        for length in range(len(said), 0, -1):
            slug = dialect.grades.get(" ".join(said[:length]))
            if slug is not None:
                yield match["letters"], (slug, Extent(*match.span()))
                break


def _initials(dialect: Dialect) -> Letters:
    """The initials of the scale's labels, those left out that two of them share."""
    found: dict[str, set[str]] = {}
    for grade in dialect.framework.scale:
        words = grade.label.split()
        for initials in {words[0][0].upper(), "".join(w[0].upper() for w in words)}:
            found.setdefault(initials, set()).add(grade.slug)
    return {
        initials: (slugs.pop(), None)
        for initials, slugs in found.items()
        if len(slugs) == 1
    }
