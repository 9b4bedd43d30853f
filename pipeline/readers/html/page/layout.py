"""Candidates → candidates as they are read: folded lines, table rows, definitions.

Lines that a <br> broke in the middle of a sentence are joined; the cells of a table
that holds data become rows; a term and its one definition become one item.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import groupby, pairwise

from pipeline.document import CELL_SEPARATOR, BlockType, Run
from pipeline.knowledge import Knowledge
from pipeline.readers.html.page.blocks import Candidate, Tree
from pipeline.readers.html.page.credits import mark_credits
from pipeline.readers.html.page.fold import folded
from pipeline.readers.html.page.graded import Graded, graded
from pipeline.readers.html.page.surroundings import Around

_LONG_CELL = 400
"""Characters; a cell with more holds a piece of the page, not a datum."""
_MANY_BLOCKS = 4
_HALF_LINE = 60
"""Characters; a line that is broken for its length has more."""
_ENDS = re.compile(r"[.!?:;,…\"'”’)\]–—-]$")
_LONG_CAPTION = 600
"""Characters in a figure; with more, its end tag was forgotten, or it is a layout."""
_CREDIT = re.compile(
    r"(?:image|media|video|photo)\s+(?:caption|copyright|credit|source)\b",
    re.IGNORECASE,
)
"""How a credit begins."""
_CREDITED = re.compile(
    r"\((?:image|photo|picture|pic|credit)s?\s*(?:by|from|credit)?\s*:[^()]*\)\W*$",
    re.IGNORECASE,
)
"""How a line ends that has one."""
_DASH = re.compile(r"[-–—*]\s+\w")
_BULLET = re.compile(r"[•●▪■◦‣⁃∙·]\s*\w")
_CARD = frozenset({BlockType.HEADING, BlockType.PARAGRAPH})
"""What the name and the grade on a card are."""
_TOGETHER = 2
"""Pairs of an area and a grade that are no accident."""
_FEW = 2
"""Cells of a row too short to be told for a header by its gaps."""


def lay_out(
    raw: str, candidates: Iterable[Candidate], tree: Tree, known: Knowledge
) -> list[Candidate]:
    """All candidates that show words, in order, as the reader of the page sees them."""
    shown: list[Candidate] = []
    for candidate in candidates:
        folding = folded(raw, candidate.slices)
        candidate.text, candidate.runs, candidate.linked = folding
        if not candidate.text:
            if shown and candidate.broken:
                candidate.broken = False
            continue
        if candidate.broken and shown and _runs_on(shown[-1], candidate):
            _join(shown[-1], [candidate], " ")
            continue
        if _BULLET.match(candidate.text) and candidate.type is BlockType.PARAGRAPH:
            candidate.type, candidate.level = BlockType.LIST_ITEM, 1
        shown.append(candidate)
    _mark_dashed_items(shown)
    laid = _with_cards(_with_definitions(_with_rows(shown, tree)), tree, graded(known))
    laid = _with_captions(laid, tree)
    mark_credits(laid, tree, known)
    return laid


def _mark_dashed_items(shown: Iterable[Candidate]) -> None:
    """Lines of one element that begin with dashes are items where they are several."""
    for _, lines in groupby(
        shown, key=lambda c: (c.element, _DASH.match(c.text) is None)
    ):
        items = list(lines)
        if len(items) > 1 and _DASH.match(items[0].text):
            for item in items:
                if item.type is BlockType.PARAGRAPH:
                    item.type, item.level = BlockType.LIST_ITEM, 1


def _runs_on(before: Candidate, after: Candidate) -> bool:
    """Whether a line break stands in the middle of a sentence."""
    return (
        before.element == after.element
        and after.text[0].islower()
        and not _ENDS.search(before.text)
        and len(before.text) > _HALF_LINE
    )


def _join(first: Candidate, others: Iterable[Candidate], separator: str) -> None:
    """Append the others' words to the first."""
    for other in others:
        offset = len(first.text) + len(separator)
        first.text = f"{first.text}{separator}{other.text}"
        first.runs += tuple(
            Run(run.start + offset, run.end + offset, run.raw_start, run.raw_end)
            for run in other.runs
        )
        first.slices = [*first.slices, *other.slices]
        first.linked += other.linked


def _with_rows(shown: list[Candidate], tree: Tree) -> list[Candidate]:
    tables = _data_tables(shown, tree)
    if not tables:
        return shown
    laid: list[Candidate] = []
    headers = _leading_rows(shown, tables)
    begun: set[int] = set()
    for key, group in groupby(shown, key=lambda c: c.cell[:2] if c.cell else None):
        members = list(group)
        if key is None or key[0] not in tables or not key[1]:
            laid += members
            continue
        cells = _cells(members)
        columns = [c.cell[2] for c in cells if c.cell]
        head = all(c.around & Around.HEAD_CELL for c in cells)
        known = headers.get(key[0])
        row = cells[0]
        row.cells = tuple(c.text for c in cells)
        if known and key[0] in begun:
            row.headers = tuple(known.get(column, "") for column in columns)
        elif head and len(cells) > 1:
            headers[key[0]] = dict(zip(columns, row.cells, strict=True))
        else:
            headers.setdefault(key[0], {})
        begun.add(key[0])
        _join(row, cells[1:], CELL_SEPARATOR)
        row.type, row.level = BlockType.TABLE_ROW, None
        laid.append(row)
    return laid


def _leading_rows(
    shown: Iterable[Candidate], tables: Container[int]
) -> dict[int, dict[int, str]]:
    """By table its first row, by column, where later rows leave cells of it empty.

    Such a row may be a header that no tag tells; without it nobody knows in which
    columns the cells of the others stand.
    """
    first: dict[int, dict[int, str]] = {}
    gaps: set[int] = set()
    rows = groupby(shown, key=lambda c: c.cell[:2] if c.cell else None)
    for key, group in rows:
        if key is None or key[0] not in tables or not key[1]:
            continue
        cells = {c.cell[2]: c.text for c in group if c.cell}
        whole = first.setdefault(key[0], cells)
        if len(whole) > _FEW and cells.keys() < whole.keys():
            gaps.add(key[0])
    return {table: row for table, row in first.items() if table in gaps}


def _cells(members: Iterable[Candidate]) -> list[Candidate]:
    """The blocks of a row, those of one cell joined."""
    cells: list[Candidate] = []
    for _, blocks in groupby(members, key=lambda c: c.cell):
        first, *others = blocks
        _join(first, others, " ")
        cells.append(first)
    return cells


def _data_tables(shown: Iterable[Candidate], tree: Tree) -> set[int]:
    """Serials of the tables whose cells hold data and not pieces of a page."""
    blocks: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in shown:
        if candidate.cell:
            blocks[candidate.cell[0]].append(candidate)
    layout = set[int]()
    for table, members in blocks.items():
        if not _holds_data(members):
            layout.add(table)
        around = tree.parents[table]
        while around:  # a table around a table only arranges it
            if around in blocks:
                layout.add(around)
            around = tree.parents[around]
    return blocks.keys() - layout


def _holds_data(members: Sequence[Candidate]) -> bool:
    cells = [list(group) for _, group in groupby(members, key=lambda c: c.cell)]
    rows = [blocks[0].cell[1] for blocks in cells if blocks[0].cell]
    if all(before != after for before, after in pairwise(rows)):
        return False  # one cell in each row
    return not any(
        block.around & Around.LAYOUT
        or block.type is BlockType.HEADING
        or len(block.text) > _LONG_CELL
        or len(blocks) > _MANY_BLOCKS
        for blocks in cells
        for block in blocks
    )


def _with_definitions(shown: list[Candidate]) -> list[Candidate]:
    """A term with one short definition is an item; others are followed by items."""
    laid: list[Candidate] = []
    for key, group in groupby(shown, key=lambda c: c.term[0] if c.term else None):
        if key is None:
            laid += group
            continue
        entries = [list(entry) for _, entry in groupby(group, key=lambda c: c.term)]
        laid += _items(entries)
    return laid


def _items(entries: list[list[Candidate]]) -> list[Candidate]:
    items: list[Candidate] = []
    is_term = [bool(entry[0].around & Around.TERM) for entry in entries] + [True]
    position = 0
    while position < len(entries):
        entry = entries[position]
        alone = position + 1 < len(entries) and is_term[position + 2]
        if is_term[position] and not is_term[position + 1] and alone:
            definition = entries[position + 1]
            if (
                len(entry) == len(definition) == 1
                and len(definition[0].text) <= _LONG_CELL
            ):
                term = entry[0]
                term.cells = (term.text, definition[0].text)
                _join(term, definition, CELL_SEPARATOR)
                term.type, term.level = BlockType.LIST_ITEM, 1
                items.append(term)
                position += 2
                continue
        if not is_term[position]:
            for block in entry:
                if block.type is BlockType.PARAGRAPH and len(block.text) <= _LONG_CELL:
                    block.type, block.level = BlockType.LIST_ITEM, 1
        items += entry
        position += 1
    return items


def _with_cards(shown: list[Candidate], tree: Tree, graded: Graded) -> list[Candidate]:
    """An area and its grade that fill an element of their own are one item."""
    pairs = [
        place
        for place, (area, grade) in enumerate(pairwise(shown))
        if len(grade.text) <= _HALF_LINE
        and area.type in _CARD
        and grade.type in _CARD
        and graded.is_grade(grade.text)
        and graded.is_area(area.text)
    ]
    held = tree.held(shown) if len(pairs) >= _TOGETHER else []
    joined: set[int] = set()
    for place in pairs if held else ():
        area, grade = shown[place : place + 2]
        around = {*tree.chain(grade.element)[1:]}
        card = next((s for s in tree.chain(area.element)[1:] if s in around), 0)
        if card and held[card] == len(area.text) + len(grade.text):
            area.cells = (area.text, grade.text)
            _join(area, [grade], CELL_SEPARATOR)
            area.type, area.level = BlockType.LIST_ITEM, 1
            joined.add(place + 1)
    return [each for place, each in enumerate(shown) if place not in joined]


def _with_captions(shown: list[Candidate], tree: Tree) -> list[Candidate]:
    """Lines that credit a picture are captions; long texts in figures are none."""
    owners: Counter[int] = Counter()
    owned: list[int] = []
    for candidate in shown:
        owner = 0
        if candidate.type is BlockType.CAPTION:
            for serial in tree.chain(candidate.element):
                if (
                    tree.flags[serial] & Around.CAPTION
                    or tree.names[serial] == "figure"
                ):
                    owner = serial
        elif candidate.type is BlockType.PARAGRAPH and _is_credit(candidate.text):
            candidate.type = BlockType.CAPTION
        owned.append(owner)
        owners[owner] += len(candidate.text)
    for candidate, owner in zip(shown, owned, strict=True):
        if owner and owners[owner] > _LONG_CAPTION:
            candidate.type = BlockType.PARAGRAPH
    return shown


def _is_credit(text: str) -> bool:
    return bool(_CREDIT.match(text) or _CREDITED.search(text))
