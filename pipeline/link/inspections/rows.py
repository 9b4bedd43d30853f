"""Bodies that only a table names: the bare places under its header "Force"."""

from collections.abc import Container, Iterator

from pipeline.document import Block, Role
from pipeline.link.inspections.subjects import generic_types, inspected_types
from pipeline.link.reading import Mention, Reading
from pipeline.phrases import words_of


def named_rows(reading: Reading, inspectorates: Container[str]) -> Iterator[Mention]:
    """A mention for each first cell that is a body by its column's header alone.

    Args:
        reading: the document.
        inspectorates: slugs of those it names; they decide what a "service" is.
    """
    able = inspected_types(reading.knowledge)
    for block in reading.document.blocks:
        if len(block.cells) < 2 or block.role is Role.FURNITURE:  # noqa: PLR2004 - a row
            continue
        kinds = _types(reading, block)
        cell = block.cells[0]
        words = reading.document.words(cell)
        if not kinds or not words[:1].isupper():
            continue
        named = {mention.label for mention in reading.inside("bodies", cell)}
        if named.isdisjoint(kinds):
            key = "-".join(word.norm for word in words_of(words))
            fitting = [
                kind
                for kind in kinds
                if any(slug in inspectorates for slug in able.get(kind, ()))
            ]
            kind = (fitting or kinds)[0]
            yield Mention(cell.start, cell.end, kind, key, "form")


def _types(reading: Reading, block: Block) -> tuple[str, ...]:
    """The types of body that the header of the first column may mean."""
    header = block.headers[0].strip().lower() if block.headers else ""
    return generic_types(reading.knowledge).get(f"the {header}", ())
