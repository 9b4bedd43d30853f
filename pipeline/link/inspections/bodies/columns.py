"""Bodies that only a table names: the bare places under its header "Force"."""

import re
from collections.abc import Container, Iterator

from pipeline.document import Block, Role
from pipeline.link.inspections.nouns import generic_types
from pipeline.link.inspections.subjects import inspected_types
from pipeline.link.reading import Mention, Reading
from pipeline.words.patterns import any_of
from pipeline.words.phrases import words_of

HOSPITAL = "hospital"
SERVICE = "service"
"""How the first column of a hospital's table is headed."""


def named_rows(reading: Reading, inspectorates: Container[str]) -> Iterator[Mention]:
    """A mention for each first cell that is a body by its column's header alone.

    And one for each sentence that begins with such a name.

    Args:
        reading: the document.
        inspectorates: slugs of those it names; they decide what a "service" is.
    """
    rows = list(_rows(reading, inspectorates))
    yield from rows
    names = {reading.document.words(row.extent): row for row in rows}
    if not names:
        return
    pattern = re.compile(rf"(?:{any_of(names)})(?!\w)")
    cells = {row.start for row in rows}
    for sentence in reading.groups.get("sentences", ()):
        match = pattern.match(reading.document.text, sentence.start)
        named = names.get(match.group()) if match else None
        if match and named and sentence.start not in cells:
            yield named._replace(start=match.start(), end=match.end())


def _rows(reading: Reading, inspectorates: Container[str]) -> Iterator[Mention]:
    able = inspected_types(reading.knowledge)
    present = {mention.label for mention in reading.groups.get("bodies", ())}
    for block in reading.document.blocks:
        if len(block.cells) < 2 or block.role is Role.FURNITURE:  # noqa: PLR2004 - a row
            continue
        kinds = _types(reading, block)
        cell = block.cells[0]
        words = reading.document.words(cell)
        if not kinds or not words[:1].isupper():
            continue
        if HOSPITAL in present and is_service(block):
            kinds = (HOSPITAL, *kinds)
        inside = reading.inside("bodies", cell)
        noun = block.headers[0].strip().lower()
        if any(m.extent == cell for m in inside) and words.lower().endswith(noun):
            continue  # "Hollin Bank Nursery School" under "School"
        named = {mention.label for mention in inside}
        if named.isdisjoint(kinds) or HOSPITAL in kinds:
            key = "-".join(word.norm for word in words_of(words))
            fitting = [
                kind
                for kind in kinds
                if any(slug in inspectorates for slug in able.get(kind, ()))
            ]
            kind = (fitting or kinds)[0]
            yield Mention(cell.start, cell.end, kind, key, "form")


def is_service(block: Block) -> bool:
    """Whether a table's row is headed as a service of the place it is about."""
    return bool(block.headers) and block.headers[0].strip().lower() == SERVICE


def _types(reading: Reading, block: Block) -> tuple[str, ...]:
    """The types of body that the header of the first column may mean."""
    header = block.headers[0].strip().lower() if block.headers else ""
    return generic_types(reading.knowledge).get(f"the {header}", ())
