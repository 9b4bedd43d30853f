"""Headings → sections: what a heading says of what stands under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.document import (
    Block,
    BlockType,
    Document,
    Extent,
    Role,
    Section,
    SectionKind,
)
from pipeline.segment.shapes import is_furniture, statement_in
from pipeline.segment.vocabulary import Vocabulary, folded

_PROSE = 100
"""Characters from which a block is a paragraph of a story, not a link to one."""
_LINE = 60
"""Characters up to which a paragraph may be a line over the title."""
_LABEL_WORDS = 4
"""Words from which a line over the story is a headline and not a label."""
_POLAR = frozenset({SectionKind.STRENGTHS, SectionKind.WEAKNESSES})
_HANDED_DOWN = frozenset(
    {
        SectionKind.STATEMENT,
        SectionKind.DEFINITIONS,
        SectionKind.RECOMMENDATIONS,
        SectionKind.FURNITURE,
        *_POLAR,
    }
)


class _Head(NamedTuple):
    """A heading told: `heading` is None where a story resumes after furniture."""

    first: int
    heading: int | None
    level: int | None
    kind: SectionKind
    subject: Extent | None = None


def sections(
    document: Document, blocks: Sequence[Block], words: Vocabulary
) -> tuple[Section, ...]:
    """Sections that cover the text without gaps and do not overlap."""
    heads = list(_heads(document, blocks, words))
    before = blocks[: heads[0].first] if heads else blocks
    if any(block.role is not Role.DATELINE for block in before) or not heads:
        heads.insert(0, _Head(0, None, None, SectionKind.LEAD))
    heads[0] = heads[0]._replace(first=0)
    heads = _handed_down(heads)
    ends = [*(head.first for head in heads[1:]), len(blocks)]
    starts = [0, *(blocks[head.first].start for head in heads[1:]), len(document.text)]
    return tuple(
        Section(
            kind=head.kind,
            start=start,
            end=following,
            blocks=(head.first, end),
            heading=head.heading,
            level=head.level,
            subject=head.subject,
        )
        for head, end, start, following in zip(
            heads, ends, starts, starts[1:], strict=False
        )
    )


def furnished(blocks: Sequence[Block], found: Sequence[Section]) -> tuple[Block, ...]:
    """The blocks, those of furniture sections tagged so."""
    tagged = list(blocks)
    for section in found:
        if section.kind is SectionKind.FURNITURE:
            for index in range(*section.blocks):
                tagged[index] = replace(blocks[index], role=Role.FURNITURE)
    return tuple(tagged)


def _heads(
    document: Document, blocks: Sequence[Block], words: Vocabulary
) -> Iterator[_Head]:
    """Each heading with its kind, and where the story resumes after furniture."""
    body_seen = False
    furniture = False
    for index, block in enumerate(blocks):
        if block.role is Role.DATELINE:
            continue
        if block.type is BlockType.HEADING:
            head = _told(document, block, index, words, title=not body_seen)
            furniture = head.kind is SectionKind.FURNITURE
            yield head
        elif furniture and _resumes(blocks, index):
            furniture = False
            yield _Head(index, None, None, SectionKind.OTHER)
        elif block.end - block.start > _LINE or document.text[block.end - 1] == ".":
            body_seen = True


def _resumes(blocks: Sequence[Block], index: int) -> bool:
    """Whether two paragraphs in a row show that the story goes on after a box."""
    pair = blocks[index : index + 2]
    return len(pair) == 2 and all(  # noqa: PLR2004 - a pair
        block.type is BlockType.PARAGRAPH
        and block.role is Role.BODY
        and block.end - block.start > _PROSE
        for block in pair
    )


def _told(
    document: Document, block: Block, index: int, words: Vocabulary, *, title: bool
) -> _Head:
    line = document.words(block.extent)
    if block.role is Role.FURNITURE or is_furniture(folded(line), words):
        return _Head(index, index, block.level, SectionKind.FURNITURE)
    statement = statement_in(line, words)
    if statement:
        subject = _subject(statement, block.start)
        return _Head(index, index, block.level, SectionKind.STATEMENT, subject)
    subtitle = line.count(" ") >= _LABEL_WORDS and line[-1] != "?"
    leads = title and (block.level == 1 or subtitle)
    kind = SectionKind.LEAD if leads else kind_of(line, words)
    return _Head(index, index, block.level, kind)


def _subject(statement: re.Match[str], start: int) -> Extent | None:
    """The words that name whose statement it is."""
    group = statement.lastgroup
    if group is None:
        return None
    return Extent(start + statement.start(group), start + statement.end(group))


def kind_of(line: str, words: Vocabulary) -> SectionKind:
    """What a heading says of what stands under it; statements and furniture apart."""
    text = folded(line)
    quoted = line[0] in "'\"‘“" and line[-1] in "'\"’”"
    if quoted or text in words.grades or words.graded.fullmatch(text):
        return SectionKind.OTHER
    kinds = {
        SectionKind(match.lastgroup or "other") for match in words.kinds.finditer(text)
    }
    for kind in (SectionKind.RECOMMENDATIONS, SectionKind.DEFINITIONS):
        if kind in kinds:
            return kind
    if len(kinds) != 1 or words.neutral.search(text):
        return SectionKind.OTHER
    return kinds.pop()


def _handed_down(heads: Sequence[_Head]) -> list[_Head]:
    """A heading without a kind of its own has that of the one it stands under."""
    above: list[_Head] = []
    told: list[_Head] = []
    for head in heads:
        if head.heading is None:
            above = []
        while above and head.level and (above[-1].level or 0) >= head.level:
            above.pop()
        if above and head.kind is SectionKind.OTHER and above[-1].kind in _HANDED_DOWN:
            over = above[-1]
            told.append(head._replace(kind=over.kind, subject=over.subject))
        else:
            told.append(head)
        if head.level:
            above.append(told[-1])
    return told
