"""What linkers read: the document and its mentions."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.document import Document, Mention
from pipeline.knowledge import Knowledge

__all__ = ["Mention", "Reading", "covered", "within"]


@dataclass(frozen=True)
class Reading:
    """A document with its mentions by group, each group sorted by start."""

    document: Document
    knowledge: Knowledge
    groups: Mapping[str, tuple[Mention, ...]]

    def inside(self, group: str, extent: tuple[int, int]) -> Sequence[Mention]:
        """The mentions of a group that lie wholly inside an extent."""
        mentions = self.groups.get(group)
        if not mentions:
            return ()
        start, end = extent
        starts = self.starts[group]
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()
        last = bisect_left(starts, end, first)
        return [m for m in mentions[first:last] if m.end <= end]

    @cached_property
    def starts(self) -> Mapping[str, Sequence[int]]:
        """Where the mentions of each group start."""
        return {name: [m.start for m in group] for name, group in self.groups.items()}


def within(mentions: Sequence[Mention], extent: tuple[int, int]) -> Sequence[Mention]:
    """Of sorted mentions those that lie wholly inside an extent."""
    start, end = extent
    first = bisect_left(mentions, (start,))
    last = bisect_left(mentions, (end,), first)
    return [m for m in mentions[first:last] if m.end <= end] if first < last else ()


def covered(mentions: Sequence[Mention]) -> int:
    """How many characters sorted mentions take up, overlaps counted once."""
    length = reached = 0
    for mention in mentions:
        length += max(0, mention.end - max(mention.start, reached))
        reached = max(reached, mention.end)
    return length
