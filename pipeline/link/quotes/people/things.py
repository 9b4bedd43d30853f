"""What "it" and "the firm" stand for: the report or the organisation named last."""

from pipeline.link.quotes.clauses.noun_phrases import ROLES
from pipeline.link.quotes.people.offices import Offices
from pipeline.link.quotes.people.pronouns import Known
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.reading import Mention

_BEFORE_SUBJECT = frozenset({"", "The", "According to the"})


class Things:
    """Voices and organisations of a story, as pronouns need them."""

    def __init__(self, story: Story, offices: Offices) -> None:
        self.story = story
        self.offices = offices

    def named_last(self, offset: int) -> Known:
        """The report or the organisation named last in this block or the one before."""
        block = max(self.story.block_at(offset) - 1, 0)
        found = self.story.people_in(self.story.blocks[block].start, offset)
        voices = [m.key for m in found if m.label == "voice"]
        if voices:
            return Known(None, voices[-1], self.offices.organisation(voices[-1]))
        names = [m.key for m in found if m.label == "organisation"]
        return Known(organisation=names[-1] if names else None)

    def subject_before(self, offset: int) -> Known | None:
        """As in "The RQIA does not rate homes. It said": the one just spoken of."""
        start, _ = self.story.sentence(offset)
        block = self.story.blocks[self.story.block_at(offset)].start
        if start <= block or not self._opens(start, offset):
            return None
        before, _ = self.story.sentence(start - 1)
        found = self.story.people_in(before, start)[:2]
        if not found or (
            self.story.text[before : found[0].start].strip() not in _BEFORE_SUBJECT
        ):
            return None
        if found[0].label == "voice":
            voice = found[0].key
            return Known(None, voice, self.offices.organisation(voice))
        apposed = found[0].label in ROLES and self._is_apposed(found[-1])
        subject = found[-1] if apposed else found[0]
        named = subject.label == "organisation"
        return Known(organisation=subject.key) if named else None

    def _opens(self, start: int, offset: int) -> bool:
        """Whether a sentence begins with "it", or with what it says."""
        return start == offset or COVER in self.story.outside[start:offset]

    def _is_apposed(self, name: Mention) -> bool:
        """Whether a name stands between commas, after what it is."""
        beside = self.story.outside[name.start - 2], self.story.outside[name.end]
        return beside == (",", ",")

    def organisation_before(self, offset: int) -> str | None:
        """What "the firm" stands for: the one that was named just before."""
        block = self.story.block_at(offset)
        for first in (block, block - 1):
            start = self.story.blocks[max(first, 0)].start
            found = self.story.people_in(start, offset)
            names = {m.key for m in found if m.label == "organisation"}
            if names:
                return names.pop() if len(names) == 1 else None
        return None
