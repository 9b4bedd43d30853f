"""From what trafilatura kept to the whole story: its neighbours in, furniture out.

trafilatura errs in three ways: it stops where a section ends, it drops blocks for the
name of their class, and it lets "READ MORE" and its kind through. All show in where a
block stands among the others, so the rules here look at neighbours, never at sites.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from pipeline.document import BlockType
from pipeline.knowledge import Knowledge
from pipeline.readers.bylines import is_byline
from pipeline.readers.html.page.blocks import LINKED, Candidate, Tree
from pipeline.readers.html.page.graded import graded
from pipeline.readers.html.page.surroundings import FRAME, Around
from pipeline.readers.html.page.tokens import HEADINGS
from pipeline.readers.html.story.furniture import (
    furniture,
)

_SENTENCE = 40
"""Characters; a block that is shorter is no prose, however it ends."""
_PARAGRAPH = 160
"""Characters; a block that is longer is prose, however it ends."""
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_SAYS = re.compile(r"(?:\S+ ){4}\S+[^/]*$|[.!?][\"'”’)]*$")
"""A caption that says something: it ends as a sentence, or has five words."""
_ONLY_CREDIT = re.compile(
    r"\(?(?i:image|photo|picture|pic|credit|source)s?(?i:\s+(?:by|credit))?\s*:"
    r"(?:\s*(?:[A-Z@&][\w'’.@&-]*|for|of|via|and|the|[/,|]))+\W*"
)
"""A caption of names alone: "(Image: Ada Finch / Eastmere Live)"."""
_WORD = 12
"""Characters; a link that is shorter is a word of the line it once stood in."""
_ALL_LINK = 0.9
_MASTHEAD = 8
"""Blocks from the first paragraph on among which names and days may still stand."""
_LABEL = re.compile(r".{,60}:\W*")
"""A line that leads into a list."""
_OUTSIDE = FRAME | Around.PROMOTION | Around.COMMENT | Around.BYLINE
_PREVAILS = 0.4
"""An element with this share of the story's prose is none of its surroundings."""
_NEARLY_ALL = 0.84
_GAIN = 2
"""How much more prose than other words a wider element must add to be the story's."""
_PARTS = HEADINGS.keys() | {
    *("p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "center"),
    *("cite", "footer"),
    *("table", "thead", "tbody", "tr", "td", "th", "caption", "figure", "figcaption"),
}
"""Elements that are parts of a text and not containers of it."""


def is_prose(candidate: Candidate) -> bool:
    """Whether a block reads like sentences of a story."""
    if candidate.credit or candidate.type in {BlockType.HEADING, BlockType.CAPTION}:
        return False
    text = candidate.text
    if len(text) < _SENTENCE or candidate.link_share > LINKED:
        return False
    return len(text) >= _PARAGRAPH or bool(_SENTENCE_END.search(text))


class Story:
    """A page's blocks, what of them is kept so far, and where they stand."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        judgement: Sequence[bool],
        tree: Tree,
        known: Knowledge,
    ) -> None:
        self._words = furniture(known)
        self.candidates = candidates
        self.tree = tree
        self.keep = list(judgement)
        self.left_out = [False] * len(self.keep)
        """What a rule left out on purpose."""
        self.around = [tree.chain(candidate.element) for candidate in candidates]
        self.homes = _homes(tree)
        self.shown = Counter(candidate.text for candidate in candidates)
        self.graded_runs = list(graded(known).runs(candidates))
        self.prose = [is_prose(candidate) for candidate in candidates]
        self.outside = self._outside()
        self.furniture = [
            not outside and not candidate.credit and self._words.holds(candidate)
            for candidate, outside in zip(candidates, self.outside, strict=True)
        ]

    def chosen(self) -> list[bool]:
        """Which blocks are the story's."""
        for index in range(len(self.keep)):
            if self.furniture[index] or self.outside[index]:
                self._leave_out(index)
        if self._prose_kept():
            root = self._root()
            self._take_prose_of(root)
            self._take_neighbours()
            self._take_lead(root)
            self._take_grades()
            self._take_credits()
            self._leave_out_preface()
            self._leave_out_credits()
            self._leave_out_links()
            self._leave_out_end()
        if not any(self.keep):  # no story to be told from its page: all of it is
            self.keep = [not outside for outside in self.outside]
        if not any(self.keep):
            self.keep = [True] * len(self.keep)
        return self.keep

    def _leave_out(self, index: int) -> None:
        self.keep[index] = False
        self.left_out[index] = True

    def _prose_kept(self) -> list[int]:
        return [i for i, keep in enumerate(self.keep) if keep and self.prose[i]]

    def _outside(self) -> list[bool]:
        """For each block whether it stands in an element that is none of a story's.

        An element with much of the prose in it is the story's, whatever its name.
        """
        held = self._held(self._prose_kept())
        most = _PREVAILS * max(held)
        told = {
            serial
            for serial, flags in enumerate(self.tree.flags)
            if flags & _OUTSIDE and (held[serial] < most or not most)
        }
        return [
            not told.isdisjoint(around) and not candidate.credit
            for around, candidate in zip(self.around, self.candidates, strict=True)
        ]

    def _root(self) -> int:
        """The element that holds the story: from its densest part outwards."""
        inside = [i for i, outside in enumerate(self.outside) if not outside]
        kept = [i for i in inside if self.prose[i] and self.keep[i]]
        story = self._held(kept)
        prose = self._held(i for i in inside if self.prose[i])
        other = self._held(i for i in inside if not self.prose[i])
        densest: Counter[int] = Counter()
        for index in kept:
            densest[self._home(index)] += len(self.candidates[index].text)
        root = densest.most_common(1)[0][0]
        whole = max(story)
        while root and self.tree.parents[root]:
            wider = self.tree.parents[root]
            gain = prose[wider] - prose[root]
            cost = other[wider] - other[root]
            holds_all = story[root] >= _NEARLY_ALL * whole
            if holds_all and (gain or cost) and gain <= _GAIN * cost:
                break
            root = wider
        return root

    def _held(self, blocks: Iterable[int]) -> list[int]:
        """By serial how many characters of these blocks an element holds."""
        return self.tree.held(self.candidates[index] for index in blocks)

    def _home(self, index: int) -> int:
        """The container that a block stands in, past lists, tables and paragraphs."""
        return self.homes[self.candidates[index].element]

    def _take_prose_of(self, root: int) -> None:
        """Prose after the story's start that is in its element."""
        for index in range(self._prose_kept()[0], len(self.keep)):
            if (
                self.prose[index]
                and not self.furniture[index]
                and not self.outside[index]
                and (not root or root in self.around[index])
            ):
                self.keep[index] = True

    def _take_lead(self, root: int) -> None:
        """The first paragraphs, where what is kept begins after them.

        A summary in the page's header is none, nor one that the page shows twice.
        """
        first = self._prose_kept()[0]
        title = self._headline(first)
        for index in range(title + 1, first) if title >= 0 else ():
            candidate = self.candidates[index]
            if (
                self.prose[index]
                and not self.furniture[index]
                and not self.outside[index]
                and not candidate.around & Around.HEADER
                and candidate.type is BlockType.PARAGRAPH
                and not is_byline(candidate.text)
                and (not root or root in self.around[index])
            ):
                self.keep[index] = self.shown[candidate.text] == 1

    def _headline(self, first: int) -> int:
        """The last heading of the first level over a block, -1 where there is none."""
        return max(
            (
                index
                for index in range(first)
                if self.candidates[index].type is BlockType.HEADING
                and self.candidates[index].level == 1
            ),
            default=-1,
        )

    def _take_neighbours(self) -> None:
        """Headings, items, rows and lines beside the story's prose.

        And none that stand elsewhere, after its end.
        """
        prose = self._prose_kept()
        homes: Counter[int] = Counter()
        for index in prose:
            home = self._home(index)
            homes.update({home, self.tree.parents[home]})
        tables = {
            candidate.cell[0]
            for candidate, keep in zip(self.candidates, self.keep, strict=True)
            if keep and candidate.cell and candidate.cells
        }
        for index, candidate in enumerate(self.candidates):
            if self.furniture[index] or self.outside[index]:
                continue
            home = self._home(index)
            around = homes[home], homes[self.tree.parents[home]] if home else 0
            in_table = candidate.cell and candidate.cell[0] in tables
            if index > prose[-1] and not any(around) and not in_table:
                self._leave_out(index)
            elif not self.keep[index]:
                between = prose[0] <= index <= prose[-1] or candidate.cells
                linked = candidate.link_share > LINKED
                if in_table or (max(around) > 1 and between and not linked):
                    self.keep[index] = True

    def _take_grades(self) -> None:
        """Lists of graded areas, wherever they stand on the page, if not outside."""
        for run in self.graded_runs:
            for index in run:
                if not self.outside[index] and not self.furniture[index]:
                    self.keep[index] = True

    def _take_credits(self) -> None:
        """Who said a quotation that is kept."""
        for index, candidate in enumerate(self.candidates):
            if candidate.credit:
                beside = range(max(index - 1, 0), min(index + 2, len(self.keep)))
                self.keep[index] = any(
                    self.keep[at] and self.candidates[at].type is BlockType.QUOTE
                    for at in beside
                )

    def _leave_out_preface(self) -> None:
        """The page's title, what stands over it, and the rest of its header."""
        first = self._prose_kept()[0]
        title = self._headline(first)
        for index in range(first):
            if index <= title or self.candidates[index].around & Around.HEADER:
                self._leave_out(index)
        for index in range(title + 1, min(first + _MASTHEAD, len(self.keep))):
            candidate = self.candidates[index]
            if self.keep[index] and not candidate.credit and is_byline(candidate.text):
                self._leave_out(index)

    def _leave_out_credits(self) -> None:
        """Captions that only name a photographer, an agency or a thing."""
        for index, candidate in enumerate(self.candidates):
            if candidate.type is not BlockType.CAPTION:
                continue
            text = candidate.text
            if not _SAYS.search(text) or _ONLY_CREDIT.fullmatch(text):
                self._leave_out(index)

    def _leave_out_links(self) -> None:
        """Blocks that are a link and nothing else; lists of such, and their label."""
        for key, group in groupby(range(len(self.keep)), key=self._list):
            members = list(group)
            if not key:
                left = [index for index in members if self._is_link(index)]
            elif self._is_governed(members[0]):
                left = []
                for index in members:
                    self.keep[index] = not self.outside[index]
            elif self._is_linked(members) or self._is_pointed_to(members[0] - 1):
                left = members
                self._leave_out_label(members[0] - 1)
            else:
                left = []
            for index in left:
                self._leave_out(index)

    def _is_governed(self, first: int) -> bool:
        """Whether the line before a list's first item speaks of grades."""
        return (
            first > 0
            and self.keep[first - 1]
            and self._words.governs(self.candidates[first - 1])
        )

    def _is_link(self, index: int) -> bool:
        candidate = self.candidates[index]
        return (
            not candidate.credit
            and candidate.link_share > (_ALL_LINK if self.prose[index] else LINKED)
            and not candidate.cells
            and len(candidate.text) > _WORD
            and "://" not in candidate.text
        )

    def _is_linked(self, members: Sequence[int]) -> bool:
        """Whether the items of a list are links, most of them."""
        items = [self.candidates[index] for index in members]
        size = sum(len(item.text) for item in items)
        return sum(item.linked for item in items) > LINKED * size

    def _is_pointed_to(self, over: int) -> bool:
        """Whether the line over a list heads other stories: "Latest news"."""
        if over < 0 or self.candidates[over].type is not BlockType.HEADING:
            return False
        after = over > max(self._prose_kept(), default=-1)
        pointing = (
            after and not self.keep[over] and self._words.points(self.candidates[over])
        )
        return self.furniture[over] or pointing

    def _leave_out_label(self, index: int) -> None:
        """The line over a list that is left out, if it is no more than that."""
        if index < 0 or not self.keep[index]:
            return
        candidate = self.candidates[index]
        is_label = candidate.type is BlockType.HEADING or self._words.points(candidate)
        if is_label or _LABEL.fullmatch(candidate.text):
            self._leave_out(index)

    def _list(self, index: int) -> int:
        """The list that an item stands in, 0 for all other blocks."""
        if self.candidates[index].type is not BlockType.LIST_ITEM:
            return 0
        names = self.tree.names
        return next((s for s in self.around[index] if names[s] in {"ul", "ol"}), 0)

    def _leave_out_end(self) -> None:
        """Headings after which nothing of the story comes."""
        for index in range(len(self.keep) - 1, -1, -1):
            if not self.keep[index]:
                continue
            if self.candidates[index].type is not BlockType.HEADING:
                return
            self._leave_out(index)


def _homes(tree: Tree) -> list[int]:
    """By serial the nearest element, itself or around it, that is no part of a text."""
    homes = [0]
    for serial in range(1, len(tree.names)):
        part = tree.names[serial] in _PARTS
        homes.append(homes[tree.parents[serial]] if part else serial)
    return homes
