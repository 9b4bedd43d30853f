"""Lines → typed blocks: headings, list items, table rows, captions, furniture.

In plain text every line is a block, and its type is told from its shape and its
neighbours. In other formats the page's own types stand; only paragraphs that clearly
are list items or headings are retyped.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.document import Block, BlockType, Document, Extent, Role
from pipeline.segment.shapes import Shape, is_furniture, shape_of
from pipeline.segment.vocabulary import Vocabulary, folded

_LAST_ITEM_WORDS = 16
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
_IN_RUNS = frozenset({Shape.SHORT, Shape.GRADED, Shape.GRADE})
_ASIDE = frozenset({Shape.FURNITURE, Shape.CAPTION})
_HEADS = frozenset({Shape.HEADING, Shape.QUESTION, Shape.CROSS_HEAD, Shape.TITLED})
_TEXT = frozenset({Shape.PROSE, Shape.LEAD_IN, Shape.BULLET, Shape.SEMICOLON})

_TOLD = {
    Shape.ROW: BlockType.TABLE_ROW,
    Shape.CAPTION: BlockType.CAPTION,
    Shape.SEMICOLON: BlockType.LIST_ITEM,
}

P, H, I = BlockType.PARAGRAPH, BlockType.HEADING, BlockType.LIST_ITEM  # noqa: E741
Types = list[BlockType]


@dataclass(frozen=True, slots=True)
class Page:
    """A document's blocks with their shapes.

    Attributes:
        plain: whether it is plain text, where nobody has told headings from lines.
    """

    document: Document
    words: Vocabulary
    shapes: Sequence[Shape]
    plain: bool

    def line(self, index: int) -> str:
        """The words of a block."""
        block = self.document.blocks[index]
        return self.document.text[block.start : block.end]

    def gap(self, index: int) -> int:
        """Line breaks between a block and the one before it."""
        blocks = self.document.blocks
        return self.document.text.count(
            "\n", blocks[index - 1].end, blocks[index].start
        )

    def shape_before(self, index: int) -> Shape | None:
        """The shape of the block before, captions and furniture aside."""
        while (index := index - 1) >= 0:
            if self.shapes[index] not in _ASIDE:
                return self.shapes[index]
        return None

    def shape_after(self, index: int) -> Shape | None:
        """The shape of the block at an index or after, captions and furniture aside."""
        while index < len(self.shapes):
            if self.shapes[index] not in _ASIDE:
                return self.shapes[index]
            index += 1
        return None

    def known(self, index: int) -> bool:
        """Whether a line is an area of some framework, or an area with its grade."""
        line = folded(self.line(index)).rstrip(";,. ")
        return self.shapes[index] is Shape.GRADED or line in self.words.areas


def retype(document: Document, words: Vocabulary) -> list[Block]:
    """The blocks with their types told; extents do not change."""
    shapes = [_shape(document, block, words) for block in document.blocks]
    page = Page(document, words, shapes, document.media_type == "text/plain")
    _settle_rows(page, shapes)
    _settle_title(page, shapes)
    _settle_captions(page, shapes)
    blocks: list[Block] = []
    index = 0
    while index < len(shapes):
        end = index + 1
        if shapes[index] in _IN_RUNS:
            while end < len(shapes) and shapes[end] in _IN_RUNS:
                end += 1
            types = _run(page, index, end, blocks)
        else:
            types = [_alone(page, index, blocks)]
        for place, told in enumerate(types, index):
            blocks.append(_retyped(page, place, told))
        index = end
    return blocks


def _shape(document: Document, block: Block, words: Vocabulary) -> Shape:
    if block.role is not Role.BODY or block.start == block.end:
        return Shape.FURNITURE
    if block.type is not P:
        return _GIVEN[block.type]
    return shape_of(document.text[block.start : block.end], words)


def _settle_rows(page: Page, shapes: list[Shape]) -> None:
    """Lines with gaps are rows only beside rows with as many cells."""
    counts = [
        len(_cells(page.line(index))) if shape is Shape.ROW else 0
        for index, shape in enumerate(shapes)
    ]
    for index, count in enumerate(counts):
        if not count or (page.plain and _RULE.fullmatch(page.line(index))):
            continue
        beside = counts[max(index - 2, 0) : index] + counts[index + 1 : index + 3]
        if count < 2 or count not in beside:  # noqa: PLR2004 - two cells make a row
            shapes[index] = shape_of(page.line(index), page.words, rows=False)


def _settle_title(page: Page, shapes: list[Shape]) -> None:
    """A title may begin with a quotation, which no other heading does."""
    for index, shape in enumerate(shapes):
        if shape in _ASIDE:
            continue
        line = page.line(index)
        if shape is Shape.PROSE and page.plain and line[-1].isalnum():
            short = line.count(" ") < _LAST_ITEM_WORDS + 4
            shapes[index] = Shape.SHORT if short else shape
        return


def _settle_captions(page: Page, shapes: list[Shape]) -> None:
    """The line under "Image caption," is the caption."""
    for index in range(1, len(shapes)):
        if shapes[index - 1] is Shape.CAPTION and shapes[index] is not Shape.HEADING:
            label = page.line(index - 1)
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


def _retyped(page: Page, index: int, told: BlockType) -> Block:
    block, shape = page.document.blocks[index], page.shapes[index]
    role = block.role
    if shape is Shape.FURNITURE and role is Role.BODY:
        role = Role.FURNITURE
    if told is block.type and role is block.role:
        return block
    level = block.level
    if told is H and level is None:
        level = _level(page, index)
    cells = block.cells
    if told is BlockType.TABLE_ROW and not cells:
        cells = tuple(
            Extent(block.start + start, block.start + end)
            for start, end in _cells(page.line(index))
        )
    return replace(block, type=told, role=role, level=level, cells=cells)


def _level(page: Page, index: int) -> int:
    """1 for the title of a plain text, 3 for headings that carry a grade, else 2."""
    if page.shapes[index] in (Shape.GRADE, Shape.GRADED):
        return 3
    opening = {*_ASIDE, Shape.NEITHER}
    while index > 0 and page.shapes[index - 1] in opening:
        index -= 1
    return 1 if page.plain and index == 0 else 2


def _alone(page: Page, index: int, before: Sequence[Block]) -> BlockType:
    """The type of a line that its shape alone nearly tells."""
    shape, block = page.shapes[index], page.document.blocks[index]
    if block.type is not P or block.role is not Role.BODY:
        return block.type
    if shape in _HEADS:
        return _head(page, index)
    if shape is Shape.BULLET:
        return _bulleted(page, index)
    if shape is Shape.PROSE:
        return I if _carries_on(page, index, before) else P
    return _TOLD.get(shape, P)


def _bulleted(page: Page, index: int) -> BlockType:
    """A list item, unless it is a footnote or a numbered paragraph."""
    line = page.line(index)
    if len(line) > _FOOTNOTE_OR_NUMBERED:
        return P
    beside = (page.shape_before(index), page.shape_after(index + 1))
    footnote = line[0] == "*" and Shape.BULLET not in beside
    return P if footnote and Shape.LEAD_IN not in beside else I


def _head(page: Page, index: int) -> BlockType:
    """A heading, if something stands under it."""
    after = page.shape_after(index + 1)
    if page.shapes[index] is Shape.CROSS_HEAD:
        speech = page.shape_before(index) is Shape.LEAD_IN
        return H if after in _TEXT and not speech else P
    return H if after or page.shapes[index] is Shape.TITLED else P


def _carries_on(page: Page, index: int, before: Sequence[Block]) -> bool:
    """Whether a sentence is the last item of a list, or a clause under a lead-in."""
    line, previous = page.line(index), page.shape_before(index)
    spaces = line.count(" ")
    if previous is Shape.SEMICOLON:
        opened = line[0] in '"“'
        return (not opened and spaces < _LAST_ITEM_WORDS) or line[0].islower()
    led = previous is Shape.LEAD_IN or bool(before and before[-1].type is I)
    return led and line[0].islower() and spaces < _CLAUSE_WORDS


@dataclass(frozen=True, slots=True)
class Run:
    """Short lines without a stop, one after the other."""

    page: Page
    start: int
    end: int
    before: Shape | None
    after: Shape | None

    @property
    def shapes(self) -> Sequence[Shape]:
        """The shapes of its lines."""
        return self.page.shapes[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


def _run(page: Page, start: int, end: int, before: Sequence[Block]) -> Types:
    """The types of a run of short lines: the first rule that answers."""
    del before
    given = [block.type for block in page.document.blocks[start:end]]
    run = Run(page, start, end, page.shape_before(start), page.shape_after(end))
    for rule in RUN_RULES:
        types = rule(run)
        if types is not None:
            return types
    return given


def _ends_semicolon_list(run: Run) -> Types | None:
    """The item after the last semicolon."""
    if run.before is not Shape.SEMICOLON:
        return None
    return [I, *_run(run.page, run.start + 1, run.end, ())] if len(run) > 1 else [I]


def _linked(run: Run) -> Types | None:
    """Titles of other stories under "Related stories"."""
    page, over = run.page, run.start - 1
    if over < 0 or page.shapes[over] not in _HEADS:
        return None
    furniture = is_furniture(folded(page.line(over)), page.words)
    return [I if len(run) > 1 else P] * len(run) if furniture else None


def _scale(run: Run) -> Types | None:
    """The steps of a scale, a line for each."""
    only_grades = len(run) > 1 and set(run.shapes) == {Shape.GRADE}
    return [I] * len(run) if only_grades else None


def _grade_led(run: Run) -> Types | None:
    """Grades on lines of their own: over their areas, or under each area."""
    shapes = run.shapes
    if Shape.GRADE not in shapes:
        return None
    if shapes[0] is Shape.GRADE:
        if run.before in _HEADS and len(run) == 1 and run.after is not Shape.BULLET:
            return [P]
        return [H if shape is Shape.GRADE else I for shape in shapes]
    if len(run) == 2 and run.after in _TEXT and run.page.plain:  # noqa: PLR2004 - a pair
        return [H, P]
    if shapes[-1] is Shape.GRADE and run.after is Shape.BULLET:
        return [*[H if run.page.plain else P] * (len(run) - 1), H]
    return [I] * len(run)


def _led(run: Run) -> Types | None:
    """Lines under a line that ends in a colon."""
    if run.before is not Shape.LEAD_IN or _speaks(run):
        return None
    return _items(run)


def _looked_back_on(run: Run) -> Types | None:
    """Lines over "These were the gradings."."""
    page = run.page
    if len(run) < 2 or run.end == len(page.shapes):  # noqa: PLR2004 - a list has two
        return None
    looks_back = page.line(run.end).casefold().startswith(page.words.looks_back)
    return [I] * len(run) if looks_back else None


def _areas_listed(run: Run) -> Types | None:
    """Areas, with or without grades, one a line; a heading may stand over them."""
    known = [run.page.known(index) for index in range(run.start, run.end)]
    if sum(known) < 2 or (len(run) > sum(known) * 2):  # noqa: PLR2004 - a list has two
        return None
    first = known.index(True)
    head = H if run.page.plain else P
    rest = Run(run.page, run.start + first, run.end, Shape.LEAD_IN, run.after)
    return [head] * first + _items(rest)


def _bare_list(run: Run) -> Types | None:
    """Three lines or more after a sentence or a heading: a list without its bullets."""
    if not run.page.plain or len(run) < 3:  # noqa: PLR2004 - two may be two headings
        return None
    return _items(run) if run.before in _TEXT | _HEADS else None


def _headings(run: Run) -> Types | None:
    """A line or two with text under them; of more, at a text's start, the first."""
    if not run.page.plain or run.after is None:
        return None
    if run.before is Shape.NEITHER:
        return [H] if len(run) == 1 and run.after in _TEXT else None
    if len(run) < 3:  # noqa: PLR2004 - a title and its subtitle
        return [H] * len(run)
    last = H if run.page.gap(run.end - 1) > 1 and run.after in _TEXT else P
    first = H if run.before is None and run.after in _TEXT else P
    return [first, *[P] * (len(run) - 2), last]


RUN_RULES: tuple[Callable[[Run], Types | None], ...] = (
    _linked,
    _scale,
    _grade_led,
    _ends_semicolon_list,
    _led,
    _looked_back_on,
    _areas_listed,
    _bare_list,
    _headings,
)


def _items(run: Run) -> Types:
    """List items; a last line that stands apart is the heading of what follows."""
    types = [I] * len(run)
    if len(run) > 1 and run.after in _TEXT and run.page.plain and _stands_apart(run):
        types[-1] = H
    return types


def _stands_apart(run: Run) -> bool:
    """Whether the last line has a wider gap above, or is no area among areas."""
    page, last = run.page, run.end - 1
    within = page.gap(run.start + 1) if last > run.start + 1 else page.gap(run.start)
    if run.start > 0 and page.gap(last) > within:
        return True
    others = sum(page.known(index) for index in range(run.start, last))
    return others * 2 > len(run) - 1 and not page.known(last)


def _speaks(run: Run) -> bool:
    """Whether the line over a run introduces speech and not a list."""
    over = run.start - 1
    while over > 0 and run.page.shapes[over] in _ASIDE:
        over -= 1
    return folded(run.page.line(over)).endswith(run.page.words.speaking)
