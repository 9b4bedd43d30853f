"""Where a passage is set: the block before it, a heading, a label of a script."""

import re
from typing import NamedTuple

from pipeline.document import BlockType, Extent, Role
from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses.noun_phrases import NAMES, ROLES, Source
from pipeline.link.quotes.story import Story
from pipeline.words.patterns import any_of

_REACH = 5
"""So far back a passage looks for the block that leads into it."""
_SHORT = 60
_SCRIPT_LABEL = re.compile(
    r"([A-Za-z]+(?:[ -][A-Za-z]+)?)(?: ?\d+)?(?: ?\([^()]*\))?\s*:?"
)


class _Words(NamedTuple):
    """Words of `cues/titles.toml`.

    Attributes:
        statement: in a heading, that somebody's statement follows.
        script: on a line of its own above what is played.
        aside: what the line of a picture or of a button begins with.
        advert: in a short line.
    """

    statement: re.Pattern[str]
    script: frozenset[str]
    aside: re.Pattern[str]
    advert: re.Pattern[str]


@once
def _words(known: Knowledge) -> _Words:
    statement, aside, advert = (
        re.compile(rf"\b(?:{any_of(known.words('titles', name))})\b", re.IGNORECASE)
        for name in ("statement-headings", "asides", "adverts")
    )
    labels = known.cues["titles"]["script-labels"].word_set
    return _Words(statement, labels, aside, advert)


class Setting:
    """What the blocks around the passages of a story are."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.words = _words(story.reading.knowledge)

    def speaker_of_heading(self, heading: Extent) -> Source | None:
        """Whose statement a heading announces, in the words of the heading."""
        told = self.words.statement.search(self.story.text, *heading)
        mentions = self.story.people_in(*heading)
        people = [m for m in mentions if m.label == "person"]
        if people and (told or people[-1].end >= heading.end - 1):
            head = people[0] if told else people[-1]
            return Source(heading.start, head.end, head.label, head, head.end)
        if not told:
            return None
        for kinds in (ROLES - {"voice"}, NAMES):
            for mention in mentions:
                if mention.label in kinds:
                    return Source(*mention.extent, mention.label, mention, mention.end)
        return None

    def is_script_label(self, index: int) -> bool:
        """As in "CLIP:", "SOUNDBITE 2 (0:23):": a script's line, and no speaker."""
        block = self.story.blocks[index]
        if block.end - block.start > _SHORT:
            return False
        label = _SCRIPT_LABEL.fullmatch(self.story.text, *block.extent)
        return label is not None and label[1].lower() in self.words.script

    def is_aside(self, index: int) -> bool:
        """An advert, a caption, a button between two paragraphs of the story."""
        block = self.story.blocks[index]
        if block.type is BlockType.CAPTION or block.role is Role.FURNITURE:
            return True
        if self.words.aside.match(self.story.text, *block.extent):
            return True
        short = block.end - block.start < _SHORT
        return short and bool(self.words.advert.search(self.story.text, *block.extent))

    def block_before(self, index: int) -> int | None:
        """The block before, adverts and captions passed over."""
        for before in range(index - 1, max(index - _REACH, -1), -1):
            if not self.is_aside(before):
                return before
        return None
