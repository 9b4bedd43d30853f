"""A document as linkers walk through it: block by block, each with its tapes."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.document import (
    Block,
    BlockType,
    Extent,
    Role,
    Section,
    SectionKind,
    lowered,
)
from pipeline.link.inspections import Scope
from pipeline.link.inspections.subjects import NAMES
from pipeline.link.page.dialect import Dialect, dialects
from pipeline.link.page.names import Names
from pipeline.link.page.outline import Outline
from pipeline.link.reading import Mention, Reading, covered, within
from pipeline.link.standing import Standing, standings
from pipeline.link.tape import Sign, Tape
from pipeline.link.tape.alphabet import alphabet
from pipeline.link.tape.compounds import own_areas
from pipeline.link.tape.writing import tape_of
from pipeline.wordings import Lexicon, lexicon

OVERALL = "overall"
SHORT = 140
"""Characters of a line that may be a label, and no sentence."""
MOST = 0.5
"""More of a longer line its areas fill where it lists them."""
LONGER = 12
"""Characters that a quotation holds beside a grade, or else it is the grade's own."""
SEVERAL = 3
"""Areas with a count that make a list."""
NAME = 120
"""Characters of a body's name at most."""
NEARBY = 60
"""So near after "next door" stands the body that it brings in."""
SILENT = (SectionKind.FURNITURE, SectionKind.DEFINITIONS)
"""Sections in which no grade is this body's."""


@dataclass(frozen=True)
class Line:
    """A block with its tapes.

    Attributes:
        whole: the tape of the whole block.
        sentences: the tapes of its sentences; the same one where it has but one.
    """

    index: int
    block: Block
    section: Section | None
    whole: Tape
    sentences: tuple[Tape, ...]


class Page:
    """A reading in the light of its scope."""

    def __init__(self, reading: Reading, scope: Scope) -> None:
        self.reading = reading
        self.document = reading.document
        self.lower = lowered(reading.document.text)
        self.plain = self.lower.replace("’", "'")
        self.outline = Outline(reading.document.sections)
        self.scope = scope
        self.lexicon: Lexicon = lexicon(reading.knowledge)
        self.cues = alphabet(reading.knowledge)
        published = scope.published or reading.document.meta.published or scope.since
        self.published = published
        self.year = published.year if published else None
        self._names = Names(reading, self.lower, scope.services)
        self._standings: dict[Tape, dict[int, Standing]] = {}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The blocks of the story that hold an area, a grade or a count."""
        return tuple(self._lines())

    @cached_property
    def notes(self) -> tuple[Line, ...]:
        """The blocks of notes and definitions, which may recall an earlier grade."""
        sections = self.document.sections
        if all(section.kind is not SectionKind.DEFINITIONS for section in sections):
            return ()
        return tuple(self._lines((SectionKind.DEFINITIONS,)))

    @cached_property
    def by_block(self) -> Mapping[int, Line]:
        """Lines by the index of their block."""
        return {line.index: line for line in self.lines}

    def dialect(self, offset: int) -> Dialect | None:
        """How words at this offset are read."""
        key = self.scope.at(offset)
        if key is None:
            key = 0 if self.scope.inspections else None
        if key is None or key not in self.scope.frameworks:
            return None
        return self.dialect_of(key)

    @cached_property
    def _has_many_dialects(self) -> bool:
        return len({each.slug for each in self.scope.frameworks.values()}) > 1

    def _dialect_in(self, extent: Extent) -> Dialect | None:
        """How a stretch is read: as its last words are, where bodies differ in that."""
        if self._has_many_dialects:
            key = self.scope.at(extent.end - 1)
            if key is not None:
                return self.dialect_of(key)
        return self.dialect(extent.start)

    def dialect_of(self, key: int) -> Dialect | None:
        """How the words of an inspection are read."""
        framework = self.scope.frameworks.get(key)
        if framework is None:
            return None
        return dialects(self.reading.knowledge)[framework.slug]

    def quoted(self, sign: Sign) -> bool:
        """Whether a sign stands inside somebody's words, not just in marks itself."""
        return any(
            quote.start <= sign.start
            and sign.end <= quote.end
            and quote.end - quote.start > sign.end - sign.start + LONGER
            for quote in self._quotes_near(sign.start)
        )

    def tape(self, extent: Extent) -> Tape:
        """The tape of any stretch of the text."""
        dialect = self._dialect_in(extent)
        named = [] if dialect is None else self._names.signs(extent, dialect)
        tape = tape_of(self.document.text, self.plain, extent, named, self.cues)
        if "XT" in tape.kinds:  # "its other areas" are none of another body
            tape = replace(tape, signs=tuple(own_areas(tape)))
        if len(self.scope.inspections) > 1 and "X" in tape.kinds:
            return self._at_home(tape)
        return tape

    def _at_home(self, tape: Tape) -> Tape:
        """As in "Next door, Mill House was rated good", where that is inspected too."""
        signs = tuple(
            sign._replace(kind="x")
            if sign.kind == "X" and self._leads_to_a_body(sign)
            else sign
            for sign in tape.signs
        )
        return replace(tape, signs=signs)

    def _leads_to_a_body(self, sign: Sign) -> bool:
        near = (sign.start, sign.end + NEARBY)
        return any(
            self.named_at(mention.start) is not None
            for mention in self.reading.inside("bodies", near)
            if mention.id in NAMES
        )

    def named_at(self, offset: int) -> Extent | None:
        """The name of an inspected body, or of a service of one, that begins here."""
        extent = (offset, offset + NAME)
        for mention in within(self.scope.services, extent):
            if mention.start == offset:
                return mention.extent
        for mention in self.reading.inside("bodies", extent):
            key = self.scope.at(mention.start)
            if mention.start == offset and key is not None:
                named = self.scope.inspections[key]
                if mention.label == named.body_type:
                    return mention.extent
        return None

    def names_its_body(self, heading: Extent, below: Block) -> bool:
        """Whether a heading begins with the name of the body that is told of below."""
        key = self.scope.at(below.start)
        if key is None:
            return False
        name = (self.scope.inspections[key].body_name or "").lower()
        head = self.lower[heading.start : heading.end]
        return bool(name) and head.removeprefix("the ").startswith(
            name.removeprefix("the ")
        )

    def standings(self, tape: Tape) -> dict[int, Standing]:
        """The standing of each grade on a tape, by its place; nobody changes it."""
        if tape not in self._standings:
            found = standings(tape, self.document.text, self.published)
            self._standings[tape] = found
        return self._standings[tape]

    def _quotes_near(self, offset: int) -> Iterable[Mention]:
        quotes = self.reading.groups.get("quotes", ())
        last = bisect_right(quotes, (offset + 1,))
        return quotes[max(0, last - 3) : last]

    def _lines(self, silent: Collection[SectionKind] = ()) -> Iterator[Line]:
        """The blocks that speak: of silent sections if named, else of all others."""
        for index, block in enumerate(self.document.blocks):
            if block.role is not Role.BODY:
                continue
            section = self.outline.at(block.start)
            kind = section.kind if section is not None else SectionKind.OTHER
            if kind not in silent if silent else kind in SILENT:
                continue
            if block.type is not BlockType.TABLE_ROW and not self._speaks(block):
                continue
            yield self._line(index, block, section)

    def _speaks(self, block: Block) -> bool:
        """Whether there is anything in a block that rules could read.

        A grade; areas that make most of a line; several of them with a count ("The
        five were ..."); or a count or areas beside a word for areas ("nine areas of
        policing", "The areas were ...").
        """
        inside, extent = self.reading.inside, block.extent
        if inside("grades", extent):
            return True
        areas = inside("areas", extent)
        length = block.end - block.start
        if areas and (length <= SHORT or covered(areas) > MOST * length):
            return True
        counts = inside("counts", extent)
        if not areas and not counts:
            return False
        if counts and len(areas) >= SEVERAL:
            return True
        return self.cues.counted.search(self.lower, *extent) is not None

    def _line(self, index: int, block: Block, section: Section | None) -> Line:
        inside = self.reading.inside("sentences", block.extent)
        whole = self.tape(block.extent)
        if len(inside) < 2:  # noqa: PLR2004 - one sentence is the block itself
            return Line(index, block, section, whole, (whole,))
        if self._has_many_dialects:  # a sentence may turn to another inspectorate's
            sentences = tuple(self.tape(sentence.extent) for sentence in inside)
        else:
            sentences = tuple(whole.part(sentence.extent) for sentence in inside)
        return Line(index, block, section, whole, sentences)
