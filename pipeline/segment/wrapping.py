"""Plain text whose paragraphs were broken into lines of one width: lines → paragraphs.

A line was broken where the next line's first word would not have fitted; a line that
had room for it ends a paragraph. Only blocks are joined, the text stays as it is.
"""

from dataclasses import replace
from itertools import pairwise

from pipeline.document import Block, BlockType, Document, Role

_WIDEST = 110
"""Characters a broken line may have; an article's own paragraphs are longer."""
_NARROWEST = 50
_FEWEST = 4
"""Lines broken by width from which a text counts as broken throughout."""


def unwrapped(document: Document) -> tuple[Block, ...]:
    """The blocks, lines of one paragraph joined where the text was broken by width."""
    blocks = document.blocks
    width = max((block.end - block.start for block in blocks), default=0)
    if document.media_type != "text/plain" or not _NARROWEST <= width <= _WIDEST:
        return blocks
    broken = [_is_broken(document, *pair, width) for pair in pairwise(blocks)]
    if sum(broken) < max(_FEWEST, len(blocks) // 3):
        return blocks
    joined = list(blocks[:1])
    for block, carries_on in zip(blocks[1:], broken, strict=True):
        if carries_on:
            joined[-1] = replace(joined[-1], end=block.end)
        else:
            joined.append(block)
    return tuple(joined)


def _is_broken(document: Document, line: Block, after: Block, width: int) -> bool:
    """Whether the next line goes on with the sentence or paragraph of this one."""
    text = document.text
    plain = (
        line.role is after.role is Role.BODY
        and line.type is after.type is BlockType.PARAGRAPH
    )
    if not plain or text.count("\n", line.end, after.start) != 1:
        return False
    word = text[after.start : after.end].split(None, 1)[0]
    bulleted = len(word) == 1 and not word.isalnum()
    return not bulleted and line.end - line.start + 1 + len(word) > width
