"""Who a line below, beside or around a passage says it was: signatures and credits."""

import re

from pipeline.document import BlockType, Role
from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import NAMES, Source
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import Story
from pipeline.words.patterns import any_of

_SIGNED = re.compile(r"\s*(?:[—–―]|--?)\s*(?=\w)")
_NAMED = re.compile(r":\s+(?=[A-Z])")
"""Under a picture: "I was never heard": Ann Reed with her son."""
_LONGEST_SIGNATURE = 90


@once
def _words_of(known: Knowledge) -> re.Pattern[str]:
    """What leads to whose words the paragraph before holds."""
    led = any_of(known.words("speech", "words-of"))
    return re.compile(rf"(?:{led})\s+(?:the\s+)?", re.IGNORECASE)


class Signatures:
    """Lines that name whose words a passage holds."""

    def __init__(self, story: Story, clauses: Clauses) -> None:
        self.story = story
        self.clauses = clauses
        self.words_of = _words_of(story.reading.knowledge)

    def credit(self, passage: Passage) -> Source | None:
        """Who the page says said it, in a line of its own right beside the passage."""
        blocks, index = self.story.blocks, passage.block
        if index + 1 < len(blocks) and blocks[index + 1].role is Role.CREDIT:
            return self.clauses.sources.credited(*blocks[index + 1].extent)
        if not index or blocks[index - 1].role is not Role.CREDIT:
            return None
        taken = index > 1 and blocks[index - 2].type is BlockType.QUOTE
        return (
            None if taken else self.clauses.sources.credited(*blocks[index - 1].extent)
        )

    def signature(self, passage: Passage) -> Source | None:
        """The name after a dash that ends the line, or the line below."""
        text = self.story.outside
        end = self.story.limit(passage)
        dash = _SIGNED.match(text, passage.outer_end, end)
        if dash is None and self.story.opens_block(passage):
            dash = _NAMED.match(text, passage.outer_end, end)
        if dash is None:
            following = self.story.blocks[passage.block + 1 : passage.block + 2]
            if not following or end != self.story.blocks[passage.block].end:
                return None
            end = following[0].end
            dash = _SIGNED.match(text, following[0].start, end)
        if dash is None:
            return self._name_below(passage)
        if end - dash.end() > _LONGEST_SIGNATURE:
            return None
        source = self.clauses.sources.after(dash.end(), end)
        if source is None or source.kind not in NAMES or source.start != dash.end():
            return None
        named = source.kind == "person" or self.story.outside[dash.start()] != ":"
        return source if named else None

    def _name_below(self, passage: Passage) -> Source | None:
        """The line under a quotation set apart: Ann Reed, Chief Constable."""
        blocks = self.story.blocks[passage.block : passage.block + 2]
        if len(blocks) == 1 or blocks[0].type is not BlockType.QUOTE:
            return None
        start, end = blocks[1].start, blocks[1].end
        short = end - start <= _LONGEST_SIGNATURE
        if not short or self.story.outside[end - 1] in ".!?:":
            return None
        source = self.clauses.sources.after(start, end)
        named = source is not None and source.kind == "person"
        return source if source and named and source.head.start == start else None

    def signature_below(self, passage: Passage) -> Source | None:
        """The line with an office and a name under a line that is all in marks."""
        blocks = self.story.blocks[passage.block : passage.block + 2]
        if len(blocks) == 1 or passage.ending != "closed":
            return None
        whole = self.story.is_blank(blocks[0].start, passage.outer_start)
        if not whole or not self.story.is_blank(passage.outer_end, blocks[0].end):
            return None
        start, end = blocks[1].start, blocks[1].end
        if end - start > _LONGEST_SIGNATURE or self.story.outside[end - 1] in ".!?:":
            return None
        source = self.clauses.sources.after(start, end)
        if source is not None and source.kind == "person-by-kin":
            return self.clauses.sources.credited(start, end)
        if source is None or source.kind != "person":
            return None
        described = source.head.start > start or ", " in self.story.outside[start:end]
        ends = source.head.end == end or self.story.outside[source.head.end] == ","
        return source if described and ends and source.start == start else None

    def told_below(self, passage: Passage) -> Source | None:
        """Whose words they are, as the next paragraph says: The words are those of."""
        for following in self.story.passages[passage.number + 1 :]:
            if passage.ending != "carried":
                break
            passage = following
        block = self.story.blocks[passage.block]
        places = [(passage.outer_end, block.end)]
        places += [b.extent for b in self.story.blocks[passage.block + 1 :][:1]]
        for start, end in places:
            begin = end - len(self.story.outside[start:end].lstrip())
            if led := self.words_of.match(self.story.outside, begin, end):
                return self.clauses.sources.after(led.end(), end)
        return None
