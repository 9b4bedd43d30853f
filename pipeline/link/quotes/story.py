"""A text seen for its quotations: what is said is covered, what says it is left.

`Story.outside` has the length of the text; every passage and its marks are covered, so
that rules read reporting clauses alone and offsets stay what they are.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.document import Block, BlockType
from pipeline.link.quotes.passage import MARKS, Passage, passages_of
from pipeline.link.reading import Mention, Reading

COVER = "\x1a"
_SENTENCE_WORDS = 5
"""More words make a sentence of a passage without a stop."""
_FAR = 1_000
"""Characters in which spaces are counted: more words than any rule asks for."""
_LONGEST_LABEL = 20
"""Characters of the label of an answer, and of what white space is around it."""


@dataclass(frozen=True)
class Story:
    """A document's passages, and the mentions and cues that stand outside them.

    Attributes:
        borders: where the sentences of the narration start; a passage has none inside.
    """

    reading: Reading
    outside: str
    passages: tuple[Passage, ...]
    by_block: tuple[tuple[Passage, ...], ...]
    people: tuple[Mention, ...]
    cues: tuple[Mention, ...]
    borders: tuple[int, ...]

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.reading.document.text

    @property
    def blocks(self) -> Sequence[Block]:
        """The document's blocks."""
        return self.reading.document.blocks

    @classmethod
    def of(cls, reading: Reading) -> "Story":
        """Cover the passages of a reading."""
        passages = tuple(passages_of(reading))
        outside = _covered(reading.document.text, passages)
        by_block: list[list[Passage]] = [[] for _ in reading.document.blocks]
        for passage in passages:
            by_block[passage.block].append(passage)
        groups = reading.groups
        return cls(
            reading,
            outside,
            passages,
            tuple(map(tuple, by_block)),
            _outside(groups.get("people", ()), outside),
            _outside(groups.get("cues", ()), outside),
            tuple(_borders(groups.get("sentences", ()), outside, passages)),
        )

    @cached_property
    def starts(self) -> list[int]:
        """Where the blocks begin."""
        return [block.start for block in self.blocks]

    @cached_property
    def family(self) -> str:
        """The family of marks that most passages have."""
        single = sum(passage.family == "single" for passage in self.passages)
        return "single" if single > len(self.passages) / 2 else "double"

    def before(self, passage: Passage) -> Passage | None:
        """The passage before this one in its block."""
        found = self.passages[passage.number - 1] if passage.number else None
        return found if found and found.block == passage.block else None

    def limit(self, passage: Passage) -> int:
        """Where the next passage of the block begins, or where the block ends."""
        following = self.passages[passage.number + 1 : passage.number + 2]
        if following and following[0].block == passage.block:
            return following[0].outer_start
        return self.blocks[passage.block].end

    def opens_block(self, passage: Passage) -> bool:
        """Whether nothing stands before the passage in its block."""
        begin = self.blocks[passage.block].start
        return self.is_blank(begin, passage.outer_start)

    def is_blank(self, start: int, end: int) -> bool:
        """Whether nothing but white space stands here."""
        return _SOMETHING.search(self.outside, start, end) is None

    def people_in(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that lie wholly inside."""
        return _within(self.people, start, end)

    def cues_in(self, start: int, end: int) -> Sequence[Mention]:
        """The cues that lie wholly inside."""
        return _within(self.cues, start, end)

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence of the narration around an offset, inside its block."""
        block = self.blocks[self.block_at(offset)]
        place = bisect_right(self.borders, offset)
        start = self.borders[place - 1] if place else block.start
        end = self.borders[place] if place < len(self.borders) else block.end
        return max(start, block.start), min(end, block.end)

    def spaces(self, passage: Passage) -> int:
        """How many spaces stand in a passage, counted as far as any rule asks.

        Marks within marks may all reach to the end of a text.
        """
        far = min(passage.end, passage.start + _FAR)
        return self.text.count(" ", passage.start, far)

    def reads_as_sentence(self, passage: Passage) -> bool:
        """Whether it begins like a sentence and ends like one, or has many words."""
        first, last = (self.text[at] for at in (passage.start, passage.end - 1))
        opens = first.isupper() or not first.isalpha()
        ends = last in ".!?…,\"'”’" or self.spaces(passage) > _SENTENCE_WORDS
        return opens and ends

    def block_at(self, offset: int) -> int:
        """Index of the block that holds an offset, or of the last before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def ends_in(self, index: int, mark: str) -> bool:
        """Whether the narration of a block ends in a mark."""
        block = self.blocks[index]
        return self.outside[block.start : block.end].rstrip().endswith(mark)

    def is_pulled(self, passage: Passage, before: int) -> bool:
        """Whether a passage is set apart and nothing in the block before leads in."""
        apart = self.blocks[passage.block].type is BlockType.QUOTE
        goes_on = self.blocks[before].type is BlockType.QUOTE
        return apart and not goes_on and not self.ends_in(before, ":")

    def has_answers_label(self, passage: Passage) -> bool:
        """Whether "A:" stands before a passage in its block, as in an interview."""
        begin = self.blocks[passage.block].start
        if passage.outer_start - begin > _LONGEST_LABEL:
            return False
        label = self.outside[begin : passage.outer_start]
        return label.strip() in {"A:", "A.", "A", "Answer:"}

    def is_one_quotation(self, before: Passage, passage: Passage) -> bool:
        """Whether the page sets two paragraphs apart together."""
        both = self.blocks[before.block : passage.block + 1]
        return (
            before.block == passage.block - 1
            and before.family == passage.family == "block"
            and all(block.type is BlockType.QUOTE for block in both)
            and both[0].role is both[1].role
        )

    def is_heading(self, index: int) -> bool:
        """Whether a block is a heading, or looks like one: short, without a stop."""
        block = self.blocks[index]
        if block.type is BlockType.HEADING:
            return True
        return (
            block.type is BlockType.PARAGRAPH
            and self.text[block.end - 1] not in _NO_END_OF_HEADING
            and block.end - block.start < _HEADING_CHARACTERS
            and self.text.count(" ", *block.extent) < _HEADING_WORDS
        )


_HEADING_WORDS = 14
_HEADING_CHARACTERS = 1000
"""Of what is longer nobody need count the words, anew for each quotation in it."""
_NO_END_OF_HEADING = frozenset(".!?:;,…" + MARKS)
_SOMETHING = re.compile(r"\S")


def _borders(
    sentences: Sequence[Mention], outside: str, passages: Sequence[Passage]
) -> Iterator[int]:
    """Starts of sentences that do not lie within a passage."""
    opened = {passage.outer_start for passage in passages}
    for sentence in sentences:
        start = sentence.start
        covered = start and outside[start - 1] == outside[start] == COVER
        if not covered or start in opened:
            yield start


def _covered(text: str, passages: Sequence[Passage]) -> str:
    pieces: list[str] = []
    done = 0
    for passage in passages:
        start = max(passage.outer_start, done)
        pieces += (text[done:start], COVER * (passage.outer_end - start))
        done = passage.outer_end
    return "".join((*pieces, text[done:]))


def _outside(mentions: Sequence[Mention], outside: str) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if COVER not in outside[m.start : m.end])


def _within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    first = bisect_left(mentions, (start,))
    last = bisect_left(mentions, (end,), first)
    found = mentions[first:last]
    while found and found[-1].end > end:
        found = found[:-1]
    return found
