"""The days of the visit."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.document import Extent
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.scene import Scene, Sentence
from pipeline.link.reading import Mention
from pipeline.words.months import WEEKDAYS
from pipeline.words.patterns import any_of

_NEAR = 30
"""Between a verb of visiting and its day, in characters."""
_WIDE = 80
"""Between other words for it and its day."""
_FAR = 120
"""So far before a day it may be told that it is an earlier visit's."""
_DAYS = 200
"""A visit is reported within this time."""


@once
def _of_before(known: Knowledge) -> re.Pattern[str]:
    """What stands before the days of an earlier visit."""
    earlier = any_of(known.words("tenses", "earlier"))
    return re.compile(
        rf"\b(?:{earlier})\s+(?:\w+\s+){{0,2}}?(?:inspect|visit)\w*"
        r"(?:\s+\w+){0,4}\s*$"
    )


@once
def _came(known: Knowledge) -> re.Pattern[str]:
    """What stands before the single day on which inspectors were there."""
    came, other = (
        any_of(known.words("tenses", n)) for n in ("arriving", "not_arriving")
    )
    return re.compile(
        rf"\b(?:{came})(?:[^\w.;:]+(?!(?:{other})\b)[\w’'-]+){{0,8}}?"
        rf"[^\w.;:]+on\s(?:the\s\w+\sof\s)?(?:{WEEKDAYS},?\s)?(?:the\s)?$"
    )


class Visit(NamedTuple):
    """First and last day of a visit, and the words that give them."""

    first: date
    last: date
    extent: Extent


def visited(scene: Scene, story: date | None) -> Iterator[Visit]:
    """First and last days, where days stand in a sentence about the inspection.

    A single day counts only after a verb of visiting: others are days of reports,
    deadlines and meetings.

    Args:
        scene: what is told.
        story: the day of the story, or else of the report.
    """
    for sentence in scene.sentences:
        if not _is_event(scene, sentence):
            continue
        for mention in scene.reading.inside("dates", sentence[:2]):
            if _is_earlier(scene, sentence, mention):
                continue
            first, _, last = mention.key.partition("/")
            if mention.label == "days" or (
                mention.label == "day" and _is_of_visit(scene, sentence, mention, story)
            ):
                begun = _day(first, story)
                ended = _day(last or first, story)
                if begun and ended and begun <= ended:
                    yield Visit(begun, ended, Extent(mention.start, mention.end))


def _is_of_visit(
    scene: Scene, sentence: Sentence, mention: Mention, story: date | None
) -> bool:
    """Whether a single day is that on which inspectors came."""
    if _follows(scene, "visit", sentence, mention):
        return True
    day = _day(mention.key, story)
    recent = day is not None and (story is None or _recent(day, story))
    start = max(sentence.start, mention.start - _WIDE)
    came = _came(scene.reading.knowledge)
    return recent and came.search(scene.text, start, mention.start) is not None


def _is_earlier(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a day is that of an inspection before: "last inspected on 3 May"."""
    start = max(sentence.start, mention.start - _FAR)
    before = _of_before(scene.reading.knowledge)
    return before.search(scene.text, start, mention.start) is not None


def month_visited(scene: Scene) -> date | None:
    """The first day of the month in which inspectors came, where only that is told."""
    for sentence in scene.sentences:
        for mention in scene.reading.inside("dates", sentence[:2]):
            if mention.label != "month" or not (
                _follows(scene, "visit", sentence, mention)
                or _follows(scene, "inspection", sentence, mention)
            ):
                continue
            if not _is_earlier(scene, sentence, mention):
                return date.fromisoformat(f"{mention.key}-01")
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
        if _recent(day, published):
            return day
    return None


def _recent(day: date, story: date) -> bool:
    """Whether a story may report of a visit on that day."""
    return timedelta() <= story - day <= timedelta(days=_DAYS)
