"""The days of the visit, and of the report."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.document import Extent
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.scene import Scene, Sentence
from pipeline.link.reading import Mention
from pipeline.patterns import any_of

_NEAR = 30
"""Between a verb of visiting and its day, in characters."""
_DAYS = 200
"""A visit is reported within this time."""


class _Words(NamedTuple):
    """Words of `cues/tenses.toml`.

    Attributes:
        before: what stands before the days of an earlier visit.
        today: that the report appeared on the day of the story.
    """

    before: re.Pattern[str]
    today: re.Pattern[str]


@once
def _words(known: Knowledge) -> _Words:
    earlier, today, published = (
        any_of(known.words("tenses", name))
        for name in ("earlier", "today", "published")
    )
    return _Words(
        re.compile(
            rf"\b(?:{earlier})\s+(?:\w+\s+){{0,2}}?(?:inspect|visit)\w*"
            r"(?:\s+\w+){0,4}\s*$"
        ),
        re.compile(
            rf"\b(?:{today})\b.{{0,80}}\b(?:{published})\b"
            rf"|\b(?:{published})\b.{{0,60}}\b(?:{today})\b"
        ),
    )


class Visit(NamedTuple):
    """First and last day of a visit, and the words that give them."""

    first: date
    last: date
    extent: Extent


def visited(scene: Scene) -> Visit | None:
    """First and last day, where days stand in a sentence about the inspection.

    A single day counts only right after a verb of visiting: others are days of reports,
    deadlines and meetings.
    """
    before = _words(scene.reading.knowledge).before
    for sentence in scene.sentences:
        if not _is_event(scene, sentence):
            continue
        for mention in scene.reading.inside("dates", sentence[:2]):
            if before.search(scene.text, sentence.start, mention.start):
                continue
            first, _, last = mention.key.partition("/")
            if mention.label == "days" or (
                mention.label == "day" and _follows(scene, "visit", sentence, mention)
            ):
                begun = _day(first, scene.published)
                ended = _day(last or first, scene.published)
                if begun and ended and begun <= ended:
                    return Visit(begun, ended, Extent(mention.start, mention.end))
    return None


def month_visited(scene: Scene) -> date | None:
    """The first day of the month in which inspectors came, where only that is told."""
    before = _words(scene.reading.knowledge).before
    for sentence in scene.sentences:
        for mention in scene.reading.inside("dates", sentence[:2]):
            if mention.label != "month" or not (
                _follows(scene, "visit", sentence, mention)
                or _follows(scene, "inspection", sentence, mention)
            ):
                continue
            if not before.search(scene.text, sentence.start, mention.start):
                return date.fromisoformat(f"{mention.key}-01")
    return None


def reported(scene: Scene) -> Extent | None:
    """Where the story says that the report appeared on its own day."""
    today = _words(scene.reading.knowledge).today
    for sentence in scene.sentences:
        if sentence.start > scene.lead:
            break
        found = today.search(scene.text, sentence.start, sentence.end)
        if found:
            return Extent(*found.span())
    return None


def _follows(scene: Scene, sign: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a date stands right after a word for a visit, or for an inspection."""
    return any(
        mention.start - end <= _NEAR
        and "publish" not in scene.text[end : mention.start]
        for _, end in scene.signals.within(sign, sentence.start, mention.start)
    )


def _is_event(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence speaks of the inspection as something that took place."""
    return (
        scene.signals.has("inspection", *sentence[:2])
        or scene.signals.has("visit", *sentence[:2])
        or any(m.label == "inspectorate" for m in scene.bodies(sentence[:2]))
    )


def _day(value: str, published: date | None) -> date | None:
    """The day; without a year, the last such day before publication."""
    if not value.startswith("-"):
        return date.fromisoformat(value)
    if published is None:
        return None
    for year in (published.year, published.year - 1):
        try:
            day = date.fromisoformat(f"{year}{value[1:]}")
        except ValueError:  # 29 February in another year
            continue
        if timedelta() <= published - day <= timedelta(days=_DAYS):
            return day
    return None
