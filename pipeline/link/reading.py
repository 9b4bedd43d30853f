"""What linkers read: the document and its mentions."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.document import Document, Mention
from pipeline.knowledge import Knowledge

__all__ = ["Mention", "Reading", "within"]


@dataclass(frozen=True)
class Reading:
    """A document with its mentions by group, each group sorted by start."""

    document: Document
    knowledge: Knowledge
    groups: Mapping[str, tuple[Mention, ...]]

    def inside(self, group: str, extent: tuple[int, int]) -> Sequence[Mention]:
        """The mentions of a group that lie wholly inside an extent."""
        mentions = self.groups.get(group)
        return within(mentions, extent) if mentions else ()


def within(mentions: Sequence[Mention], extent: tuple[int, int]) -> Sequence[Mention]:
    """Of sorted mentions those that lie wholly inside an extent."""
    start, end = extent
    first = bisect_left(mentions, (start,))
    last = bisect_left(mentions, (end,), first)
    return [m for m in mentions[first:last] if m.end <= end] if first < last else ()
