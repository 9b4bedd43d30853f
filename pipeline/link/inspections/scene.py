"""All that the questions about a document's inspections are put to."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from pipeline.document import Origin, Role
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.bodies.cast import Cast, cast_of
from pipeline.link.inspections.bodies.services import outside
from pipeline.link.inspections.dating import published_of
from pipeline.link.inspections.signals import Signals, signals_of
from pipeline.link.reading import Mention, Reading, within
from pipeline.wordings import lexicon
from pipeline.words.patterns import any_of

_BEFORE = 40
_TELLING = 160
"""Characters before a verb in which somebody may be told what it says."""
_RELATIVE = re.compile(r"\b(?:which|that|who|whose)(?:\s+\w+){0,4}\s+$")
_EARLIER = re.compile(r"\bhad\s+(?:(?:also|once|been|previously)\s+){0,2}$")
_AFTER_COMMA = re.compile(r",\s+$")
_PARTICIPLE = re.compile(r"(?:rated|graded|judged|deemed|ranked|branded|classed)\b")
_THE = re.compile(r"The (?<=[\w,]\sThe )(\w+)")
_LEAD_LEAST, _LEAD_MOST = 3, 6
"""So many sentences say what a story is about, at most half of them."""
_LINE = 60
"""Up to so many characters it is a byline, a caption or a cross-head."""


class Sentence(NamedTuple):
    """A sentence of the story; `block` is the index of its block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True)
class Scene:
    """A document, its cast, its signals and its sentences, furniture left out.

    Attributes:
        lead: where the sentences end that say what the story is about.
        published: also where only the text tells it; `dated` is how then.
    """

    reading: Reading
    cast: Cast
    signals: Signals
    sentences: tuple[Sentence, ...]
    lead: int
    published: date | None
    dated: Origin | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.document.text

    @cached_property
    def types(self) -> frozenset[str]:
        """The types of all bodies named."""
        return frozenset(subject.type for subject in self.cast.subjects)

    @cached_property
    def area_keys(self) -> frozenset[str]:
        """Keys of all areas that frameworks for the bodies named have."""
        return _area_keys(self.reading.knowledge, self.types)

    @cached_property
    def after_the(self) -> Mapping[str, Sequence[int]]:
        """By the word after it, where "The" stands inside a sentence."""
        found: dict[str, list[int]] = {}
        for match in _THE.finditer(self.text):
            found.setdefault(match[1], []).append(match.start())
        return found

    def bodies(self, extent: tuple[int, int]) -> Sequence[Mention]:
        """Mentions of bodies and inspectorates inside an extent, sorted."""
        found = self.reading.inside("bodies", extent)
        if not self.cast.rows:
            return found
        rows = within(self.cast.rows, extent)
        return outside(self.cast.services.mentions, sorted([*rows, *found]))


@lru_cache(maxsize=100)
def _area_keys(known: Knowledge, types: frozenset[str]) -> frozenset[str]:
    """Keys of all areas for some types of body; the same few types recur."""
    areas = lexicon(known).areas
    return frozenset(
        key
        for framework in known.frameworks.values()
        if not types.isdisjoint(framework.inspects)
        for key in areas[framework.slug]
    )


def scene_of(reading: Reading) -> Scene:
    """Set the scene."""
    sentences = _sentences(reading)
    whole = [s for s in sentences if s.end - s.start > _LINE]
    lead = min(_LEAD_MOST, max(_LEAD_LEAST, len(whole) // 2))
    ends = [sentence.end for sentence in whole] or [len(reading.document.text)]
    return Scene(
        reading,
        cast_of(reading),
        signals_of(reading),
        sentences,
        ends[min(lead, len(ends)) - 1],
        *(published_of(reading) or (None,)),
    )


def _sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The story's sentences with their blocks; a block where nothing marked them."""
    blocks = reading.document.blocks
    marked = reading.groups.get("sentences") or [b.extent for b in blocks]
    starts = [block.start for block in blocks]
    found = []
    for sentence in marked:
        place = bisect_right(starts, sentence[0]) - 1
        if place >= 0 and blocks[place].role is Role.BODY:
            found.append(Sentence(sentence[0], sentence[1], place))
    return tuple(found)


def is_aside(scene: Scene, offset: int) -> bool:
    """Whether a verb of rating is not what its sentence says.

    It only adds to a name (", which was rated good", ", rated good") or tells what had
    been before ("had been rated good", unless somebody "was told that it had").
    """
    before = scene.text[max(0, offset - _BEFORE) : offset]
    if _EARLIER.search(before):
        told = _told(scene.reading.knowledge)
        return told.search(scene.text, max(0, offset - _TELLING), offset) is None
    if _RELATIVE.search(before):
        return True
    return _AFTER_COMMA.search(before) is not None and (
        _PARTICIPLE.match(scene.text, offset) is not None
    )


@once
def _told(known: Knowledge) -> re.Pattern[str]:
    """As in "they were told that it", before "had been rated"."""
    words = any_of(known.words("previous", "reported"))
    return re.compile(rf"\b(?:{words})\b[^.;:\n]{{0,40}}?\bthat\b[^.;:\n]*$")
