"""Which list items stand together, and which line leads into them."""

from collections.abc import Sequence

from pipeline.document import Block, BlockType, Document, Listing, Role
from pipeline.segment.vocabulary import Vocabulary, folded


def listings(
    document: Document, blocks: Sequence[Block], words: Vocabulary
) -> tuple[Listing, ...]:
    """The lists of a document, in order; items parted only by furniture are one."""
    found: list[Listing] = []
    items: list[int] = []
    for index, block in enumerate(blocks):
        if block.role is not Role.BODY or block.type is BlockType.CAPTION:
            continue
        if block.type is BlockType.LIST_ITEM:
            items.append(index)
        elif items:
            found.append(_listing(document, blocks, items, index, words))
            items = []
    if items:
        found.append(_listing(document, blocks, items, None, words))
    return tuple(found)


def _listing(
    document: Document,
    blocks: Sequence[Block],
    items: list[int],
    after: int | None,
    words: Vocabulary,
) -> Listing:
    before = items[0] - 1
    while before >= 0 and blocks[before].role is Role.FURNITURE:
        before -= 1
    if before >= 0 and _introduces(document, blocks[before], words):
        return Listing(tuple(items), before)
    if after is not None and _looks_back(document, blocks[after], words):
        return Listing(tuple(items), after)
    return Listing(tuple(items))


def _introduces(document: Document, block: Block, words: Vocabulary) -> bool:
    """Whether a block leads into the list under it: a heading, or "as follows:"."""
    if block.type is BlockType.HEADING:
        return True
    if block.type is not BlockType.PARAGRAPH or block.role is not Role.BODY:
        return False
    line = document.words(block.extent)
    return line[-1] in ":–—-," or folded(line).rstrip(".").endswith(words.leads)


def _looks_back(document: Document, block: Block, words: Vocabulary) -> bool:
    return document.words(block.extent).casefold().startswith(words.looks_back)
