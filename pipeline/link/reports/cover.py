"""What stands on a report's cover: title, body, days, publication, who led.

A cover says it with a label at the start of a printed line, or in a table's cell
beside the label. Where the lines run on, the next label ends a value.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.document import Block, BlockType, Document, Extent, Role
from pipeline.knowledge import Framework, Knowledge
from pipeline.link.reports.periods import Period, period, periods_in
from pipeline.link.reports.phrasebook import (
    Phrasebook,
    Title,
    letters,
    phrasebook,
    titles_of,
)

_TITLE_BLOCKS = 40
"""A title stands among the first so many blocks."""
_PRINTED_TITLE = 8
"""Among so many blocks of a printed document a title is its own."""
_COVER_BLOCKS = 60
_COVER_PAGES = 2
"""A field is looked for on the title's page and on the next."""
_TITLE_LENGTH = 400
_DAY_LABEL = len("Wednesday, ")
"""What may stand beside a letter's date on its line."""
_OPENING = 12
"""A letter says in its first blocks when the visit was."""
_FIRST = 2
"""Its first two are about that and nothing else."""
_SIGNATURE = 4
"""So many blocks after its greeting, a letter is signed."""
_SENTENCE = re.compile(r"[^.!?]+")
_UNMISTAKABLE = 60
"""A title with so many letters is one also where its block says more."""
_PARTS = 3
"""A title may be broken into so many blocks."""
_NAME = re.compile(
    r"[^\W\d_][\w’'.-]*(?:\s+(?:(?:de|la|le|van|von|der|den|di|da|el|al|bin|ap|mac)\s+)*"
    r"[^\W\d_][\w’'.-]*){1,4}"
)
_BETWEEN_NAMES = re.compile(r"[;,/&\n|]|\band\b|\bwith\b|\s[–-]\s")
_SEVERAL = re.compile(r"\band\b|&")
_BRACKETS = re.compile(r"\([^()]*\)")
_TITLED = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+")


@dataclass(frozen=True)
class Cover:
    """A document that has an official report's title, and that title.

    Attributes:
        title: where it stands.
        blocks: indices of the title's blocks.
        frameworks: those whose reports are headed like this.
        body: where the title itself names the body, else None.
    """

    document: Document
    phrasebook: Phrasebook
    title: Extent
    blocks: tuple[int, int]
    frameworks: tuple[Framework, ...]
    body: Extent | None

    @cached_property
    def is_letter(self) -> bool:
        """Whether it is one that greets those who were inspected."""
        text = self.document.text
        return any(
            self.phrasebook.letter.match(text, block.start, block.end)
            for block in self.front
        )

    @cached_property
    def front(self) -> Sequence[Block]:
        """The blocks of the cover, tables of contents and running lines apart."""
        page = self.document.blocks[self.blocks[0]].page
        last = self.blocks[1] + _COVER_BLOCKS
        return [
            block
            for block in self.document.blocks[:last]
            if block.role is not Role.FURNITURE
            and (page is None or (block.page or 0) < page + _COVER_PAGES)
        ]

    @cached_property
    def inspected(self) -> Period | None:
        """The days of the inspection: labelled, or in a letter's own sentence."""
        found = self._period("inspection-dates")
        return found or (self._visited() if self.is_letter else None)

    def _visited(self) -> Period | None:
        opening = [b for b in self.front if b.start >= self.title.end][:_OPENING]
        for place, block in enumerate(opening):
            for sentence in _SENTENCE.finditer(
                self.document.text, block.start, block.end
            ):
                words = sentence.group()
                own = place < _FIRST or self.phrasebook.visited.search(words)
                if own and not self.phrasebook.earlier.search(words):
                    for found in periods_in(words, sentence.start()):
                        return found
        return None

    @cached_property
    def published(self) -> Period | None:
        """The day of publication: labelled, or a letter's own date."""
        found = self._period("published")
        if found or not self.is_letter:
            return found
        for block in self.front:
            starts = [*self._line_starts(block), block.end]
            for start, end in pairwise(starts):
                line = self.document.text[start:end].strip()
                day = period(line, start)
                if day and day.extent.end - day.extent.start > len(line) - _DAY_LABEL:
                    return day
        return None

    def _period(self, label: str) -> Period | None:
        for value in self._values(self.phrasebook.labels[label], self.front):
            found = period(self.document.words(value), value.start)
            if found:
                return found
        return None

    @cached_property
    def lead_inspectors(self) -> tuple[tuple[str, ...], Extent] | None:
        """Who led, and where it says so: labelled, else "..., lead inspector"."""
        label = self.phrasebook.labels["lead-inspector"]
        named = [*self.front, *self._blocks_with(self.phrasebook.leads)]
        for value in self._values(label, named):
            words = self.document.words(value)
            found = names(words, self.phrasebook)
            if found:
                several = _SEVERAL.search(words)
                return tuple(found if several else found[:1]), value
        for block in named:
            for cell in block.cells or (block.extent,):
                name = self._with_role(self.document.words(cell))
                if name:
                    return (name,), cell
        return self._signed() if self.is_letter else None

    def _signed(self) -> tuple[tuple[str, ...], Extent] | None:
        """The inspector whose name stands under a letter."""
        blocks = self.document.blocks
        ends = self.phrasebook.letter_ends
        for index in range(len(blocks) - 1, -1, -1):
            if ends.match(self.document.text, blocks[index].start, blocks[index].end):
                last = min(index + _SIGNATURE, len(blocks) - 1)
                extent = Extent(blocks[index].start, blocks[last].end)
                words = ends.sub(";", self.document.words(extent))
                role = self.phrasebook.signs.search(words)
                found = names(words[: role.start()], self.phrasebook) if role else []
                return (tuple(found[-1:]), extent) if found else None
        return None

    def _with_role(self, words: str) -> str | None:
        """Who has the role in a cell: "Ana Reyes, lead inspector"."""
        role = self.phrasebook.leads.search(words)
        if not role or words[: role.start()].rstrip().lower().endswith("deputy"):
            return None
        before = names(words[: role.start()].split(",", maxsplit=1)[0], self.phrasebook)
        colon = words[role.end() :].lstrip().startswith(":")
        found = before or (names(words[role.end() :], self.phrasebook) if colon else [])
        return found[0] if found else None

    def _blocks_with(self, pattern: re.Pattern[str]) -> list[Block]:
        """The body's blocks in which a pattern is found."""
        found: list[Block] = []
        blocks = iter(self.document.blocks)
        block = next(blocks, None)
        for match in pattern.finditer(self.document.text):
            while block and block.end < match.end():
                block = next(blocks, None)
            if block and block.start <= match.start() and (block not in found[-1:]):
                found.append(block)
        return [block for block in found if block.role is not Role.FURNITURE]

    def _values(
        self, label: re.Pattern[str], blocks: Sequence[Block]
    ) -> Iterator[Extent]:
        """What stands after a label, up to the next label or the block's end."""
        text = self.document.text
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            starts = self._line_starts(block)
            for start in starts:
                match = label.match(text, start, block.end)
                if not match:
                    continue
                stop = min(
                    (
                        other
                        for other in starts
                        if other >= match.end()
                        and self.phrasebook.any_label.match(text, other, block.end)
                    ),
                    default=block.end,
                )
                if text[match.end() : stop].strip():
                    yield Extent(match.end(), stop)
                elif following:
                    yield following.extent

    def _line_starts(self, block: Block) -> list[int]:
        """Where the printed lines and the cells of a block begin."""
        starts = {block.start, *(cell.start for cell in block.cells)}
        starts |= self._starts_by_block.get(block.start, set())
        return sorted(starts)

    @cached_property
    def _starts_by_block(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        lines = iter(self.document.lines)
        line = next(lines, None)
        for block in self.document.blocks:
            while line and line.start < block.start:
                line = next(lines, None)
            while line and line.start < block.end:
                found.setdefault(block.start, set()).add(line.start)
                line = next(lines, None)
        return found


def names(text: str, phrasebook: Phrasebook) -> list[str]:
    """The names in a value, in order, without roles, ranks and what is in brackets."""
    text = phrasebook.roles.sub(" ; ", _BRACKETS.sub(" ", text))
    found: list[str] = []
    for part in _BETWEEN_NAMES.split(text):
        words = _TITLED.sub("", part.strip(" .:-–")).split()
        if _NAME.fullmatch(" ".join(words)) and all(
            word[0].isupper() for word in (words[0], words[-1])
        ):
            found.append(" ".join(words))
    return found


def cover_of(document: Document, known: Knowledge) -> Cover | None:
    """The cover of an official report; None for any other document."""
    every = titles_of(known)
    blocks = document.blocks[:_TITLE_BLOCKS]
    whole = len(blocks) == len(document.blocks)
    opening = letters(document.text if whole else document.text[: blocks[-1].end])
    said = {part for part in every.letters if part in opening}
    titles = [title for title in every.all if said >= title.letters]
    for first, block in enumerate(blocks if titles else ()):
        if block.role is Role.FURNITURE or block.type is BlockType.TABLE_ROW:
            continue
        for last in range(first, min(first + _PARTS, len(document.blocks))):
            extent = Extent(block.start, document.blocks[last].end)
            if extent.end - extent.start > _TITLE_LENGTH:
                break
            fitting = list(_fitting(titles, document.words(extent), one=last == first))
            if fitting:
                place = first, last + 1
                cover = _titled(document, phrasebook(known), extent, place, fitting)
                if _is_official(cover):
                    return cover
    return None


def _fitting(
    titles: Iterable[Title], words: str, *, one: bool
) -> Iterator[tuple[Title, re.Match[str]]]:
    """The titles that some words are; `one`: that stand in one block."""
    for title in titles:
        within = one and title.weight > _UNMISTAKABLE
        match = (
            title.pattern.search(words) if within else title.pattern.fullmatch(words)
        )
        if match:
            yield title, match


def _titled(
    document: Document,
    phrasebook: Phrasebook,
    extent: Extent,
    blocks: tuple[int, int],
    fitting: Sequence[tuple[Title, re.Match[str]]],
) -> Cover:
    best, match = fitting[0]
    start, end = 0, len(match.string[: match.start()].rstrip())  # what is before it
    if "body" in best.pattern.groupindex:
        start, end = match.span("body")
    body = Extent(extent.start + start, extent.start + end) if end > start else None
    alike = [title.framework for title, _ in fitting if title.weight == best.weight]
    frameworks = {framework.slug: framework for framework in alike}
    return Cover(document, phrasebook, extent, blocks, tuple(frameworks.values()), body)


def _is_official(cover: Cover) -> bool:
    """Whether it is the report itself: an article may have the title, and no more."""
    printed = cover.document.lines and cover.blocks[0] < _PRINTED_TITLE
    return bool(printed) or cover.is_letter or cover.inspected is not None
