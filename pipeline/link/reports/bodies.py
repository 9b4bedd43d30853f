"""Whom a report is about, as its cover prints it and as the register knows it."""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.document import BlockType, Extent
from pipeline.knowledge import Body, Framework
from pipeline.link.reports.cover import Cover
from pipeline.link.reports.phrasebook import plain

_AUTHORITY = "local_authority"
_NAME_LENGTH = 90
_ADDRESSEES = 12
"""A letter names those it goes to in its first blocks."""


class Named(NamedTuple):
    """A body: `register` is its entry, where the register has it."""

    name: str
    type: str
    extent: Extent
    register: Body | None


def body_of(cover: Cover, framework: Framework) -> Named | None:
    """The body: in the title, a line of its own on the cover, or those greeted.

    A line that the register knows outranks one that merely looks like a name.
    """
    kind = framework.inspects[0]
    printed = list(_printed(cover))
    if kind == _AUTHORITY:
        for extent in printed:
            found = cover.phrasebook.authority(cover.document.words(extent))
            if found:
                return Named(found.name, kind, extent, found)
        for extent in (cover.title, *_greeted(cover)):
            inside = cover.phrasebook.authority_in(cover.document.words(extent))
            if inside:
                found, start, end = inside
                place = Extent(extent.start + start, extent.start + end)
                return Named(found.name, kind, place, found)
    if not printed:
        return None
    return Named(
        " ".join(cover.document.words(printed[0]).split()), kind, printed[0], None
    )


def _printed(cover: Cover) -> Iterator[Extent]:
    """The title's own words for the body, then short lines before and after it."""
    if cover.body:
        yield cover.body
    first, last = cover.blocks
    blocks = cover.document.blocks
    before = [block for block in cover.front if block.end <= blocks[first].start]
    after = [block for block in cover.front if block.start >= blocks[last - 1].end]
    for block in (*before, *after):
        text = cover.document.words(block.extent)
        if (
            block.type in {BlockType.HEADING, BlockType.PARAGRAPH}
            and len(text) < _NAME_LENGTH
            and text[0].isupper()
            and text[-1] not in ".:;"
            and plain(text) not in cover.phrasebook.no_name
            and not cover.phrasebook.any_label.match(text)
            and not any(t.pattern.fullmatch(text) for t in cover.phrasebook.titles)
        ):
            yield block.extent


def _greeted(cover: Cover) -> Iterator[Extent]:
    if cover.is_letter:
        yield from (block.extent for block in cover.front[:_ADDRESSEES])
