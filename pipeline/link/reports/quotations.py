"""The few blocks of a report in which somebody is quoted.

A report has a quotation on one page in ten. Marking all of it, as news is marked,
would take ten times as long as everything else that is done with it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.document import SEPARATOR, Document, Extent, Role
from pipeline.findings import QuoteFinding, Speaker, Vetoed
from pipeline.issues import Issue

_QUOTATION = re.compile(
    r"[“\"‘](?:[^\s“”\"‘]+\s+){4,60}?[^\s“”\"‘]*[”\"’](?=[\s.,;:!?)]|$)"
)
"""Five words or more between marks; fewer are terms: ‘front door’."""
_SHORT = 10_000
"""Characters of a letter: nothing is saved by leaving out a part of it."""


@dataclass(frozen=True)
class Excerpt:
    """Some blocks of a document as one of their own, and the way back.

    Attributes:
        starts: where each block starts in the excerpt, in order.
        shifts: by how many characters it stands further on in the whole.
    """

    document: Document
    starts: Sequence[int]
    shifts: Sequence[int]

    def restored(
        self, found: QuoteFinding | Vetoed | Issue
    ) -> QuoteFinding | Vetoed | Issue:
        """A finding with its extents in the whole document."""
        if isinstance(found, Issue):
            return replace(found, spans=tuple(map(self._back, found.spans)))
        if isinstance(found, Vetoed):
            return replace(found, words=self._back(found.words))
        speaker = found.speaker
        return replace(
            found,
            parts=tuple(map(self._back, found.parts)),
            cue=self._back(found.cue) if found.cue else None,
            speaker=self._speaker(speaker) if speaker else None,
        )

    def _speaker(self, speaker: Speaker) -> Speaker:
        mention = self._back(speaker.mention) if speaker.mention else None
        return replace(speaker, mention=mention)

    def _back(self, extent: tuple[int, int]) -> Extent:
        shift = self.shifts[bisect_right(self.starts, extent[0]) - 1]
        return Extent(extent[0] + shift, extent[1] + shift)


def spoken(document: Document) -> Excerpt | None:
    """The blocks that quote somebody, or all of a short document; None for none."""
    short = len(document.text) < _SHORT
    chosen = [
        block
        for block in document.blocks
        if block.role is Role.BODY
        and (short or _QUOTATION.search(document.text, block.start, block.end))
    ]
    if not chosen:
        return None
    starts, shifts, blocks, texts = [], [], [], []
    offset = 0
    for block in chosen:
        shift = block.start - offset
        end = block.end - shift
        starts.append(offset)
        shifts.append(shift)
        blocks.append(replace(block, start=offset, end=end, cells=(), headers=()))
        texts.append(document.words(block.extent))
        offset = end + len(SEPARATOR)
    excerpt = Document(
        document.id,
        document.source,
        document.media_type,
        SEPARATOR.join(texts),
        tuple(blocks),
        document.meta,
    )
    return Excerpt(excerpt, starts, shifts)
