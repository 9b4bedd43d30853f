"""Runs of short lines without a stop: lists without bullets, or headings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.document import BlockType
from pipeline.segment.neighbours import ASIDE, HEADS, TEXT, Neighbours
from pipeline.segment.shapes import Shape, is_furniture
from pipeline.segment.vocabulary import folded

P, H, I = BlockType.PARAGRAPH, BlockType.HEADING, BlockType.LIST_ITEM  # noqa: E741
Types = list[BlockType]

_SURE = 3
"""Known areas in a row after which a line that is none is no area."""


@dataclass(frozen=True, slots=True)
class Run:
    """Short lines without a stop, one after the other."""

    near: Neighbours
    start: int
    end: int
    before: Shape | None
    after: Shape | None

    @property
    def shapes(self) -> Sequence[Shape]:
        """The shapes of its lines."""
        return self.near.shapes[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


def types_of(near: Neighbours, start: int, end: int) -> Types:
    """The types of a run of short lines: the first rule that answers."""
    given = [block.type for block in near.document.blocks[start:end]]
    run = Run(near, start, end, near.shape_before(start), near.shape_after(end))
    for rule in RUN_RULES:
        types = rule(run)
        if types is not None:
            return types
    return given


def _ends_semicolon_list(run: Run) -> Types | None:
    """The item after the last semicolon."""
    if run.before is not Shape.SEMICOLON:
        return None
    return [I, *types_of(run.near, run.start + 1, run.end)] if len(run) > 1 else [I]


def _linked(run: Run) -> Types | None:
    """Titles of other stories under "Related stories"."""
    near, over = run.near, run.start - 1
    if over < 0 or near.shapes[over] not in HEADS:
        return None
    furniture = is_furniture(folded(near.line(over)), near.words)
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
        if run.before in HEADS and len(run) == 1 and run.after is not Shape.BULLET:
            return [P]
        return [H if shape is Shape.GRADE else I for shape in shapes]
    if len(run) == 2 and run.after in TEXT and run.near.plain:  # noqa: PLR2004 - a pair
        return [H, P]
    if shapes[-1] is Shape.GRADE and run.after is Shape.BULLET:
        return [*[H if run.near.plain else P] * (len(run) - 1), H]
    return [I] * len(run)


def _led(run: Run) -> Types | None:
    """Lines under a line that ends in a colon."""
    if run.before is not Shape.LEAD_IN or _speaks(run):
        return None
    return _items(run)


def _looked_back_on(run: Run) -> Types | None:
    """Lines over "These were the gradings."."""
    near = run.near
    if len(run) < 2 or run.end == len(near.shapes):  # noqa: PLR2004 - a list has two
        return None
    looks_back = near.line(run.end).casefold().startswith(near.words.looks_back)
    return [I] * len(run) if looks_back else None


def _areas_listed(run: Run) -> Types | None:
    """Areas, with or without grades, one a line; a heading may stand over them."""
    known = [run.near.known(index) for index in range(run.start, run.end)]
    if sum(known) < 2 or (len(run) > sum(known) * 2):  # noqa: PLR2004 - a list has two
        return None
    first = known.index(True)
    head = H if run.near.plain else P
    rest = Run(run.near, run.start + first, run.end, Shape.LEAD_IN, run.after)
    return [head] * first + _items(rest)


def _bare_list(run: Run) -> Types | None:
    """Three lines or more after a sentence or a heading: a list without its bullets."""
    if not run.near.plain or len(run) < 3:  # noqa: PLR2004 - two may be two headings
        return None
    return _items(run) if run.before in TEXT | HEADS else None


def _headings(run: Run) -> Types | None:
    """A line or two with text under them; of more, at a text's start, the first."""
    if not run.near.plain or run.after is None:
        return None
    if run.before is Shape.NEITHER:
        return [H] if len(run) == 1 and run.after in TEXT else None
    if len(run) < 3:  # noqa: PLR2004 - a title and its subtitle
        return [H] * len(run)
    last = H if run.near.gap(run.end - 1) > 1 and run.after in TEXT else P
    first = H if run.before is None and run.after in TEXT else P
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
    if len(run) > 1 and run.after in TEXT and run.near.plain and _stands_apart(run):
        types[-1] = H
    return types


def _stands_apart(run: Run) -> bool:
    """Whether the last line has a wider gap above, or is no item among items."""
    near, last = run.near, run.end - 1
    within = near.gap(run.start + 1) if last > run.start + 1 else near.gap(run.start)
    if run.start > 0 and near.gap(last) > within:
        return True
    if run.shapes[-1] is not Shape.SHORT or near.known(last):
        return False
    graded = run.shapes.count(Shape.GRADED) * 2 > len(run) - 1
    listed = len(run) > _SURE and all(map(near.known, range(run.start, last)))
    return graded or listed


def _speaks(run: Run) -> bool:
    """Whether the line over a run introduces speech and not a list."""
    over = run.start - 1
    while over > 0 and run.near.shapes[over] in ASIDE:
        over -= 1
    return folded(run.near.line(over)).endswith(run.near.words.speaking)
