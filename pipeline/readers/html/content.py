"""From what trafilatura kept to the whole story: its neighbours in, furniture out.

trafilatura errs in three ways: it stops where a section ends, it drops blocks for the
name of their class, and it lets "READ MORE" and its kind through. All show in where a
block stands among the others, so the rules here look at neighbours, never at sites.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.document import BlockType
from pipeline.readers.html.furniture import LINKED, is_furniture, link_share
from pipeline.readers.html.surroundings import FRAME, Around
from pipeline.readers.html.walk import Candidate

_SENTENCE = 40
"""Characters; a block that is shorter is no prose, however it ends."""
_PARAGRAPH = 160
"""Characters; a block that is longer is prose, however it ends."""
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_WORD = 12
"""Characters; a link that is shorter is a word of the line it once stood in."""
_OUTSIDE = FRAME | Around.PROMOTION | Around.COMMENT | Around.BYLINE
_PREVAILS = 0.4
"""A flag that this share of the story's prose carries says nothing about it."""
_GAIN = 2
"""How much more prose than other words a wider element must add to be the story's."""


def is_prose(candidate: Candidate) -> bool:
    """Whether a block reads like sentences of a story."""
    if candidate.type in {BlockType.HEADING, BlockType.CAPTION}:
        return False
    text = candidate.text
    if len(text) < _SENTENCE or link_share(candidate) > LINKED:
        return False
    return len(text) >= _PARAGRAPH or bool(_SENTENCE_END.search(text))


class Story:
    """A page's blocks, what of them is kept so far, and where they stand."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        judgement: Sequence[bool],
        parents: Sequence[int],
    ) -> None:
        self.candidates = candidates
        self.parents = parents
        self.keep = list(judgement)
        self.prose = [is_prose(candidate) for candidate in candidates]
        self.furniture = [is_furniture(candidate) for candidate in candidates]
        self.outside = self._outside()

    def chosen(self) -> list[bool]:
        """Which blocks are the story's."""
        self._leave_out_furniture()
        if self._prose_kept():
            self._take_prose_of(self._root())
            self._take_neighbours()
            self._leave_out_preface()
            self._leave_out_links()
            self._leave_out_bare_headings()
        return self.keep

    def _outside(self) -> int:
        """The flags that put a block outside, less those the story itself carries."""
        carried: Counter[int] = Counter()
        total = 0
        for index in self._prose_kept():
            candidate = self.candidates[index]
            total += len(candidate.text)
            carried[candidate.around & _OUTSIDE] += len(candidate.text)
        outside = _OUTSIDE
        for bit in (1 << place for place in range(_OUTSIDE.bit_length())):
            size = sum(count for flags, count in carried.items() if flags & bit)
            if size > _PREVAILS * total:
                outside &= ~bit
        return outside

    def _prose_kept(self) -> list[int]:
        return [i for i, keep in enumerate(self.keep) if keep and self.prose[i]]

    def _around(self, index: int) -> Iterator[int]:
        """Serials of the elements that a block is in, nearest first."""
        serial = self.candidates[index].path[0]
        while serial:
            yield serial
            serial = self.parents[serial]

    def _is_outside(self, index: int) -> bool:
        return bool(self.candidates[index].around & self.outside)

    def _leave_out_furniture(self) -> None:
        for index in range(len(self.keep)):
            if self.furniture[index] or self._is_outside(index):
                self.keep[index] = False

    def _root(self) -> int:
        """The element that holds the story: from its densest part outwards."""
        densest: Counter[int] = Counter()
        story, prose, other = Counter[int](), Counter[int](), Counter[int]()
        for index, candidate in enumerate(self.candidates):
            if self._is_outside(index):
                continue
            size = len(candidate.text)
            around = list(self._around(index))
            if not self.prose[index]:
                other.update(dict.fromkeys(around, size))
                continue
            prose.update(dict.fromkeys(around, size))
            if self.keep[index]:
                story.update(dict.fromkeys(around, size))
                densest[around[min(1, len(around) - 1)] if around else 0] += size
        root = densest.most_common(1)[0][0]
        whole = max(story.values(), default=0)
        while root and self.parents[root]:
            wider = self.parents[root]
            gain = prose[wider] - prose[root]
            cost = other[wider] - other[root]
            holds_all = story[root] >= (1 - _PREVAILS / 4) * whole
            if holds_all and (gain or cost) and gain <= _GAIN * cost:
                break
            root = wider
        return root

    def _take_prose_of(self, root: int) -> None:
        """Prose after the story's start that is in its element."""
        first = self._prose_kept()[0]
        for index in range(first, len(self.keep)):
            if (
                self.prose[index]
                and not self.furniture[index]
                and not self._is_outside(index)
                and root in self._around(index)
            ):
                self.keep[index] = True

    def _take_neighbours(self) -> None:
        """Headings, items, rows and lines beside the story's prose."""
        prose = self._prose_kept()
        homes = Counter(
            serial for index in prose for serial in self.candidates[index].path[:2]
        )
        rows = {
            candidate.cell[0]
            for candidate, keep in zip(self.candidates, self.keep, strict=True)
            if keep and candidate.cell and candidate.cells
        }
        for index, candidate in enumerate(self.candidates):
            if self.keep[index] or self.furniture[index] or self._is_outside(index):
                continue
            at_home = any(homes[serial] > 1 for serial in candidate.path[:3])
            in_table = bool(candidate.cell and candidate.cell[0] in rows)
            between = prose[0] <= index <= prose[-1] or candidate.cells
            if in_table or (at_home and between and link_share(candidate) <= LINKED):
                self.keep[index] = True

    def _leave_out_preface(self) -> None:
        """The page's title, and what stands over it."""
        first = self._prose_kept()[0]
        title = max(
            (
                index
                for index in range(first)
                if self.candidates[index].type is BlockType.HEADING
                and self.candidates[index].level == 1
            ),
            default=-1,
        )
        for index in range(title + 1):
            self.keep[index] = False

    def _leave_out_links(self) -> None:
        """Blocks that are a link and nothing else, alone or in lists of such."""
        for index, candidate in enumerate(self.candidates):
            if (
                self.keep[index]
                and link_share(candidate) > LINKED
                and not candidate.cells
                and len(candidate.text) > _WORD
            ):
                self.keep[index] = False

    def _leave_out_bare_headings(self) -> None:
        """Headings after which nothing of the story comes."""
        for index in range(len(self.keep) - 1, -1, -1):
            if not self.keep[index]:
                continue
            if self.candidates[index].type is not BlockType.HEADING:
                return
            self.keep[index] = False
