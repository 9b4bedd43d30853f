"""A document as linkers walk through it: block by block, each with its tapes."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance.Indel import normalized_similarity as ratio

from pipeline.document import (
    Block,
    BlockType,
    Extent,
    Role,
    Section,
    SectionKind,
    lowered,
)
from pipeline.link import tape as signs_
from pipeline.link.inspections import Scope
from pipeline.link.inspections.subjects import NAMES
from pipeline.link.page.dialect import Dialect, dialects
from pipeline.link.page.outline import Outline
from pipeline.link.reading import Mention, Reading, covered, within
from pipeline.link.standing import Standing, standings
from pipeline.link.tape import Sign, Tape, own_areas, tape_of
from pipeline.link.tape.alphabet import alphabet
from pipeline.wordings import Lexicon, key_of, lexicon

OVERALL = "overall"
SHORT = 140
"""Characters of a line that may be a label, and no sentence."""
MOST = 0.5
"""More of a longer line its areas fill where it lists them."""
ALIKE = 2 / 3
"""So many of its words a line shares with the area that it means."""
LONGER = 12
"""Characters that a quotation holds beside a grade, or else it is the grade's own."""
SEVERAL = 3
"""Areas with a count that make a list."""
NAME = 120
"""Characters of a body's name at most."""
NEARBY = 60
"""So near after "next door" stands the body that it brings in."""
NEIGHBOURS = 6
"""Signs after one that may overlap it."""
MISTYPED = 0.8
"""So alike are a word and what it was meant to be."""
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
        named = self._named(extent)
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

    def nearest_area(self, extent: Extent) -> str | None:
        """Key of the one area whose wording shares most words with a line.

        Labels are shortened and mistyped in lists; a line that shares two thirds of
        its words with one area, and fewer with any other, means that one.
        """
        dialect = self.dialect(extent.start)
        words = key_of(
            self.document.words(extent), self.lexicon.families, self.lexicon.fillers
        ).split()
        if dialect is None or len(words) < 2:  # noqa: PLR2004 - one word says little
            return None
        scores: dict[tuple[str, ...], tuple[float, str]] = {}
        said = set(words)
        for key, slugs in dialect.areas.items():
            meant = key.split()
            if said.isdisjoint(meant):
                continue
            score = _shared(said, set(meant))
            scores[slugs] = max(scores.get(slugs, (0.0, "")), (score, key))
        if not scores:
            return None
        best, *rest = sorted(scores.values(), reverse=True)
        clear = not rest or best[0] > rest[0][0]
        return best[1] if best[0] >= ALIKE and clear else None

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

    def _named(self, extent: Extent) -> list[Sign]:
        """Signs of areas, grades and counts, the longest where they overlap."""
        dialect = self._dialect_in(extent)
        if dialect is None:
            return []
        found = [*self._areas(extent, dialect), *self._grades(extent, dialect)]
        found += (
            Sign(signs_.COUNT, m.start, m.end, m.key)
            for m in self.reading.inside("counts", extent)
        )
        found += self._bodies(extent)
        found.sort(key=lambda sign: (sign.start, -(sign.end - sign.start)))
        return list(_apart(found))

    def _bodies(self, extent: Extent) -> Iterator[Sign]:
        """Names whose words would be read: "Good Hope Hospital" wishes nothing."""
        for mention in self.reading.inside("bodies", extent):
            if mention.id in NAMES:
                name = self.lower[mention.start : mention.end]
                if not self.cues.misread.isdisjoint(name.split()):
                    yield Sign("S", mention.start, mention.end, name)
        for start, end, *_ in within(self.scope.services, extent):
            yield Sign("S", start, end, self.lower[start:end])

    def _areas(self, extent: Extent, dialect: Dialect) -> Iterator[Sign]:
        text = self.document.text
        grades = {m.start: m.end for m in self.reading.inside("grades", extent)}
        mentions = self.reading.inside("areas", extent)
        own = [m for m in mentions if m.key in dialect.areas]
        then = (
            any(m.key in dialect.pillars or m.key in dialect.labels for m in mentions)
            and self.cues.recalling.search(self.lower, *extent) is not None
        )
        recalled = then and any(m.key in dialect.pillars for m in mentions)
        ungraded = bool(grades) and not dialect.framework.scale
        for mention in mentions:
            single = " " not in mention.key
            slugs = dialect.areas.get(mention.key)
            noun = self.lower[mention.end : mention.end + 9].split(maxsplit=1)
            sums_up = (
                mention.key in dialect.pillars
                or not self.cues.pillars.isdisjoint(noun[:1])
            )
            if slugs is None and (
                (single and not (sums_up and recalled) and not ungraded)
                or mention.key not in dialect.kin
                or _inside(own, mention) > (then and mention.key in dialect.labels)
            ):
                continue
            end = grades.get(mention.start)
            if end is not None and end < mention.end:
                following = text[end : mention.end].split(maxsplit=1)[0].lower()
                if following in self.cues.fillers:
                    continue  # "good in its use of resources" is a grade and an area
            kind = signs_.SINGLE if single else signs_.AREA
            if dialect.overall and (
                dialect.overall in (slugs or ()) or self._is_all(mention)
            ):
                kind = "O"
            yield Sign(kind, mention.start, mention.end, mention.key)

    def _is_all(self, area: Mention) -> bool:
        """Whether it is all that a body does: the care at Saltby Surgery."""
        led = self.cues.all_of_it.match(self.lower, area.start)
        starts = self.reading.starts.get("bodies", ())
        return led is not None and led.end() in starts

    def _grades(self, extent: Extent, dialect: Dialect) -> Iterator[Sign]:
        text = self.document.text
        for mention in self.reading.inside("grades", extent):
            slug = dialect.grades.get(mention.key)
            if mention.key in self.cues.in_capitals and (
                not text[mention.start : mention.end].isupper()
            ):
                continue
            if slug is None:
                strange = mention.start and mention.key in self.cues.labels
                if strange and text[mention.start - 1] in "'‘“\"":
                    yield Sign(signs_.UNKNOWN, mention.start, mention.end, mention.key)
                continue
            verbal = mention.key.partition(" ")[0] in self.cues.verbal
            kind = signs_.VERBAL if verbal else signs_.GRADE
            yield Sign(kind, mention.start, mention.end, slug)


def _inside(own: Sequence[Mention], mention: Mention) -> int:
    """How many areas are named inside the name of one."""
    return len(
        {m.key for m in own if mention.start <= m.start and m.end <= mention.end}
    )


def _shared(words: set[str], others: set[str]) -> float:
    """How much of the longer of two wordings the other shares, from 0 to 1."""
    most = max(len(words), len(others))
    left, missing = words - others, others - words
    same = len(words) - len(left)
    if (same + len(left)) / most < ALIKE or (same + len(missing)) / most < ALIKE:
        return same / most
    same += sum(any(ratio(word, o) >= MISTYPED for o in missing) for word in left)
    return same / most


def _apart(found: Sequence[Sign]) -> Iterator[Sign]:
    """Without overlaps: the first that starts, and of these the longest."""
    reached = -1
    for place, sign in enumerate(found):
        if sign.start >= reached:
            best = _shorter(found, place) or sign
            yield best
            reached = best.end


def _shorter(found: Sequence[Sign], place: int) -> Sign | None:
    """As in "leadership and managing offenders": two areas, not one and a half."""
    sign = found[place]
    rest = found[place + 1 : place + NEIGHBOURS]
    for other in rest:
        if sign.start < other.start < sign.end < other.end:
            same = (s for s in rest if s.start == sign.start and s.end <= other.start)
            return next(same, None)
    return None
