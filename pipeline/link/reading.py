"""What linkers read: the document, and the mentions copied out of the Doc once."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from spacy.tokens import Doc

from pipeline.document import Document, Extent
from pipeline.knowledge import Knowledge


class Mention(NamedTuple):
    """A span of a group: `label` its kind, `key` its value, `id` a further key.

    The first two fields are those of an `Extent`: half-open characters.
    """

    start: int
    end: int
    label: str
    key: str
    id: str

    @property
    def extent(self) -> Extent:
        """Where it stands."""
        return Extent(self.start, self.end)


@dataclass(frozen=True)
class Reading:
    """A document with its mentions by group, each group sorted by start."""

    document: Document
    knowledge: Knowledge
    groups: Mapping[str, tuple[Mention, ...]]

    @classmethod
    def of(cls, document: Document, doc: Doc, knowledge: Knowledge) -> Self:
        """Copy the groups out of a marked Doc: iterating one rebuilds each Span."""
        groups = {
            name: tuple(
                sorted(
                    Mention(s.start_char, s.end_char, s.label_, s.kb_id_, s.id_)
                    for s in group
                )
            )
            for name, group in doc.spans.items()
        }
        return cls(document, knowledge, groups)

    def inside(self, group: str, extent: tuple[int, int]) -> Sequence[Mention]:
        """The mentions of a group that lie wholly inside an extent."""
        mentions = self.groups.get(group, ())
        first = bisect_left(mentions, (extent[0],))
        last = bisect_left(mentions, (extent[1],), first)
        if first == last:
            return ()
        return [m for m in mentions[first:last] if m.end <= extent[1]]
