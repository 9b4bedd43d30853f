"""Lines → typed blocks: headings, list items, table rows, captions, furniture.

In plain text every line is a block, and its type is told from its shape and its
neighbours. In other formats the page's own types stand; only paragraphs that clearly
are list items or headings are retyped.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.document import Block, BlockType, Document, Extent, Role
from pipeline.segment.neighbours import ASIDE, HEADS, IN_RUNS, TEXT, Neighbours
from pipeline.segment.runs import H, I, P, types_of
from pipeline.segment.shapes import Shape, shape_of
from pipeline.segment.vocabulary import Vocabulary

_LAST_ITEM_WORDS = 16
_TITLE_WORDS = 20
_CLAUSE_WORDS = 25
_LABEL_WORDS = 3
_FOOTNOTE_OR_NUMBERED = 400
"""Characters beyond which a numbered line is a paragraph of a paper."""
_CELL = re.compile(r"[^\t|]+?(?=\s*(?:[\t|]|$)|(?<=[^\s.!?]) {2,})")
_RULE = re.compile(r"[\s|:+-]+")

_GIVEN = {
    BlockType.HEADING: Shape.HEADING,
    BlockType.LIST_ITEM: Shape.BULLET,
    BlockType.TABLE_ROW: Shape.PROSE,
    BlockType.QUOTE: Shape.PROSE,
    BlockType.CAPTION: Shape.CAPTION,
}

_TOLD = {
    Shape.ROW: BlockType.TABLE_ROW,
    Shape.CAPTION: BlockType.CAPTION,
    Shape.SEMICOLON: BlockType.LIST_ITEM,
}


def retype(document: Document, words: Vocabulary) -> list[Block]:
    """The blocks with their types told; extents do not change."""
    shapes = [_shape(document, block, words) for block in document.blocks]
    near = Neighbours(document, words, shapes, document.media_type == "text/plain")
    _settle_rows(near, shapes)
    _settle_title(near, shapes)
    _settle_captions(near, shapes)
    blocks: list[Block] = []
    index = 0
    while index < len(shapes):
        end = index + 1
        if shapes[index] in IN_RUNS:
            while end < len(shapes) and shapes[end] in IN_RUNS:
                end += 1
            types = types_of(near, index, end)
        else:
            types = [_alone(near, index, blocks)]
        for place, told in enumerate(types, index):
            blocks.append(_retyped(near, place, told))
        index = end
    return blocks


def _shape(document: Document, block: Block, words: Vocabulary) -> Shape:
    if block.role is not Role.BODY or block.start == block.end:
        return Shape.FURNITURE
    if block.type is not P:
        return _GIVEN[block.type]
    return shape_of(document.text[block.start : block.end], words)


def _settle_rows(near: Neighbours, shapes: list[Shape]) -> None:
    """Lines with gaps are rows only beside rows with as many cells."""
    counts = [
        len(_cells(near.line(index))) if shape is Shape.ROW else 0
        for index, shape in enumerate(shapes)
    ]
    for index, count in enumerate(counts):
        if not count or (near.plain and _RULE.fullmatch(near.line(index))):
            continue
        beside = counts[max(index - 2, 0) : index] + counts[index + 1 : index + 3]
        if count < 2 or count not in beside:  # noqa: PLR2004 - two cells make a row
            shapes[index] = shape_of(near.line(index), near.words, rows=False)


def _settle_title(near: Neighbours, shapes: list[Shape]) -> None:
    """A title may begin with a quotation, or end in a semicolon before its second line.

    No other heading does either.
    """
    for index, shape in enumerate(shapes):
        if shape in ASIDE:
            continue
        line = near.line(index)
        ends = shape is Shape.SEMICOLON or (shape is Shape.PROSE and line[-1].isalnum())
        if near.plain and ends and line.count(" ") < _TITLE_WORDS:
            shapes[index] = Shape.SHORT
        return


def _settle_captions(near: Neighbours, shapes: list[Shape]) -> None:
    """The line under "Image caption," is the caption."""
    for index in range(1, len(shapes)):
        if shapes[index - 1] is Shape.CAPTION and shapes[index] is not Shape.HEADING:
            label = near.line(index - 1)
            bare = label[-1] in ",:" and label.count(" ") < _LABEL_WORDS
            shapes[index] = Shape.CAPTION if bare else shapes[index]


def _cells(line: str) -> list[tuple[int, int]]:
    """Where a row's cells stand in its line."""
    found = []
    for match in _CELL.finditer(line):
        cell = match.group()
        if start := cell.strip():
            first = match.start() + cell.index(start[0])
            found.append((first, first + len(start)))
    return found


def _retyped(near: Neighbours, index: int, told: BlockType) -> Block:
    block, shape = near.document.blocks[index], near.shapes[index]
    role = block.role
    if shape is Shape.FURNITURE and role is Role.BODY:
        role = Role.FURNITURE
    if told is block.type and role is block.role:
        return block
    level = block.level
    if told is H and level is None:
        level = _level(near, index)
    cells = block.cells
    if told is BlockType.TABLE_ROW and not cells:
        cells = tuple(
            Extent(block.start + start, block.start + end)
            for start, end in _cells(near.line(index))
        )
    printed = None if near.plain or told is block.type else block.type
    return replace(
        block, type=told, role=role, level=level, cells=cells, printed=printed
    )


def _level(near: Neighbours, index: int) -> int:
    """1 for the title of a plain text, 3 for headings that carry a grade, else 2."""
    above = index
    while above > 0 and near.shapes[above - 1] in {*ASIDE, Shape.NEITHER}:
        above -= 1
    if near.plain and above == 0:
        return 1
    return 3 if near.shapes[index] in (Shape.GRADE, Shape.GRADED) else 2


def _alone(near: Neighbours, index: int, before: Sequence[Block]) -> BlockType:
    """The type of a line that its shape alone nearly tells."""
    shape, block = near.shapes[index], near.document.blocks[index]
    if block.type is not P or block.role is not Role.BODY:
        return block.type
    if shape in HEADS:
        return _head(near, index)
    if shape is Shape.BULLET:
        return _bulleted(near, index)
    if shape is Shape.PROSE:
        return I if _carries_on(near, index, before) else P
    return _TOLD.get(shape, P)


def _bulleted(near: Neighbours, index: int) -> BlockType:
    """A list item, unless it is a footnote or a numbered paragraph."""
    line = near.line(index)
    if len(line) > _FOOTNOTE_OR_NUMBERED:
        return P
    beside = (near.shape_before(index), near.shape_after(index + 1))
    footnote = line[0] == "*" and Shape.BULLET not in beside
    return P if footnote and Shape.LEAD_IN not in beside else I


def _head(near: Neighbours, index: int) -> BlockType:
    """A heading, if something stands under it."""
    after = near.shape_after(index + 1)
    if near.shapes[index] is Shape.CROSS_HEAD:
        speech = near.shape_before(index) is Shape.LEAD_IN
        return H if after in TEXT and not speech else P
    return H if after or near.shapes[index] is Shape.TITLED else P


def _carries_on(near: Neighbours, index: int, before: Sequence[Block]) -> bool:
    """Whether a sentence is the last item of a list, or a clause under a lead-in."""
    line, previous = near.line(index), near.shape_before(index)
    spaces = line.count(" ")
    if previous is Shape.SEMICOLON:
        opened = line[0] in '"“'
        return (not opened and spaces < _LAST_ITEM_WORDS) or line[0].islower()
    led = previous is Shape.LEAD_IN or bool(before and before[-1].type is I)
    return led and line[0].islower() and spaces < _CLAUSE_WORDS
