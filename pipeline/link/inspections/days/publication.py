"""The day on which the report appeared, as the story says: "published on 14 March"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.document import Extent, lowered
from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.scene import Scene, Sentence
from pipeline.link.reading import Mention
from pipeline.words.months import DAYS, WEEKDAYS
from pipeline.words.patterns import any_of

_BEFORE, _AFTER = 120, 110
"""Characters around a verb of publishing in which its report and its day stand."""
_OPENING = 60
"""Characters in which a day may open a sentence."""
_OLD = timedelta(days=200)
"""A story that is older than its report by more is about another one."""
_COMING = timedelta(days=10)
"""A report may be announced so long before."""
_THIS_WEEK = 5
"""A day of the week without a date is one of the last few, today among them.

A story of a Wednesday that says "on Thursday" was written to appear a day later, or
means last week's: nobody can tell.
"""
_LEADS = re.compile(
    rf"(?:^|\bon|\btoday|\bmorning|\byesterday|\b{WEEKDAYS}|\()[\s,(]*(?:the\s)?$"
)
"""What stands right before the day of a verb."""
_ON_A_DAY = re.compile(rf"\b(?:[Oo]n|[Tt]his)\s(?P<day>{WEEKDAYS})\b")
_YESTERDAY = re.compile(r"\b[Yy]esterday\b")
_OPENS = re.compile(rf"\W*(?:On\s)?(?:{WEEKDAYS},?\s)?(?:the\s)?")
"""What may stand before a day that opens its sentence."""
_BREAKS = re.compile(r"[.;:?!]\s")
_AN_INSPECTION = re.compile(r"\ban?\s(?:[\w-]+\s){0,3}inspection\s(?:on\b[^.]*)?$")
"""As in "published its report into an inspection on": that was its day."""


class _Words(NamedTuple):
    """Words of `cues/tenses.toml`, as patterns over what stands around a verb.

    Attributes:
        verb: what is said of a report that appeared, in lower case.
        subject: the report, before a verb in the passive.
        object: the report, after a verb.
        plain: what may stand between a verb in the passive and its day.
        others: what makes it another report than that of this inspection.
        occasions: what else a day after a verb may be the day of.
        coming: that it has not appeared yet.
        today: that the report appeared on the day of the story.
    """

    verb: re.Pattern[str]
    subject: re.Pattern[str]
    object: re.Pattern[str]
    plain: re.Pattern[str]
    others: re.Pattern[str]
    occasions: re.Pattern[str]
    coming: re.Pattern[str]
    today: re.Pattern[str]


@once
def _words(known: Knowledge) -> _Words:
    today, told, appeared, report, passive, plain, others, occasions, coming = (
        any_of(known.words("tenses", name))
        for name in (
            "today", "published", "appeared", "report", "passive", "at_large",
            "other_report", "occasion", "coming",
        )
    )  # fmt: skip
    return _Words(
        re.compile(rf"\b(?:{told}|{appeared})\b"),
        re.compile(
            rf"\b(?i:{report})\b"
            r"(?:\s(?:of|on|into|about|from|by|for)(?:\s[\w’'&-]+){1,7}?)?"
            rf"(?:[\s,(]+(?:(?:{passive})\b|[A-Z][\w’'&]*))*[\s,(–-]*$"
        ),
        re.compile(rf"(?:[^\w.;:,?!]+[\w’'&-]+){{0,9}}?[^\w.;:,?!]+(?i:{report})\b"),
        re.compile(rf"[\s,(]*(?:(?:{plain}|{WEEKDAYS}|[A-Z]\w*)(?:[\s,(]+|$))*$"),
        re.compile(rf"\b(?i:{others})\b"),
        re.compile(rf"\b(?i:{occasions})\b"),
        re.compile(rf"\b(?i:{coming})\b(?:\W+\w+){{0,3}}\W*$"),
        re.compile(
            rf"\b(?:{today})\b.{{0,80}}\b(?:{told})\b"
            rf"|\b(?:{told}|{appeared})\b.{{0,60}}\b(?:{today})\b"
        ),
    )


class Published(NamedTuple):
    """A day on which a report appeared, or is to appear.

    Attributes:
        extent: the words that say so.
        rule: how it is known.
    """

    day: date
    extent: Extent
    rule: str = "published_days"
    coming: bool = False


def published_days(scene: Scene) -> Sequence[Published]:
    """The days on which reports of this inspection appeared, or are to appear.

    Those to come stand last. Where a day names no year, or is told as that of the
    story or of its week, the story's own day must be known.
    """
    words = _words(scene.reading.knowledge)
    found: list[Published] = []
    starts = [sentence.start for sentence in scene.sentences]
    for verb in words.verb.finditer(lowered(scene.text)):
        place = bisect_right(starts, verb.start()) - 1
        if place < 0 or verb.end() > scene.sentences[place].end:
            continue
        clause = _Clause(scene, scene.sentences[place], verb)
        told = clause.published()
        if told is not None and _fits(told.day, scene.published):
            found.append(told._replace(coming=clause.is_to_come))
    if scene.published is None:  # the latest is this inspection's
        found.sort(key=lambda told: told.day, reverse=True)
    today = published_today(scene)
    if today is not None:
        found.append(today)
    return sorted(found, key=lambda told: told.coming)


def _fits(day: date, story: date | None) -> bool:
    """Whether a story of one day may be about a report of another."""
    return story is None or story - _OLD <= day <= story + _COMING


class _Clause:
    """A verb of publishing in its sentence."""

    def __init__(self, scene: Scene, sentence: Sentence, verb: re.Match[str]) -> None:
        self.scene = scene
        self.sentence = sentence
        self.start, self.end = verb.span()
        self.words = _words(scene.reading.knowledge)
        self.before = scene.text[max(sentence.start, self.start - _BEFORE) : self.start]
        self.after = scene.text[self.end : min(sentence.end, self.end + _AFTER)]

    @property
    def is_to_come(self) -> bool:
        """As in "The report will be published on 3 May"."""
        return self.words.coming.search(self.before) is not None

    def published(self) -> Published | None:
        """The day that is told, if it is one of the report's."""
        return self._behind() or self._ahead()

    def _behind(self) -> Published | None:
        """As in "published its report on Thursday, 3 May 2024"."""
        extent = (self.end, self.end + len(self.after))
        for mention in self.scene.reading.inside("dates", extent):
            between = self.scene.text[self.end : mention.start]
            if mention.label == "day" and _LEADS.search(between):
                day = self._dated(mention) if self._leads_to(between) else None
                if day is None:
                    return None
                return Published(day, Extent(self.start, mention.end))
            break
        told = _ON_A_DAY.search(self.after) or _YESTERDAY.search(self.after)
        if told is None or not self._leads_to(self.after[: told.start()]):
            return None
        day = self._recent(told)
        if day is None:
            return None
        return Published(day, Extent(self.start, self.end + told.end()))

    def _ahead(self) -> Published | None:
        """As in "On Thursday, 3 May 2024, HMICFRS published its report"."""
        told = _ON_A_DAY.match(self.scene.text, self.sentence.start, self.start)
        end = told.end() if told else self.sentence.start
        day = self._recent(told) if told else None
        first = min(self.start, end + _OPENING)
        for mention in self.scene.reading.inside("dates", (end, first)):
            opened = _OPENS.fullmatch(
                self.scene.text, self.sentence.start, mention.start
            )
            if mention.label == "day" and opened:
                day, end = self._dated(mention), mention.end
            break
        if day is None or self.start - end > _BEFORE:
            return None
        between = self.scene.text[end : self.start]
        if _BREAKS.search(between):
            return None
        subject = self.words.subject.search(between)
        about = subject or self.words.object.match(self.after)
        if about is None or self._of_another(between, self.after[: about.end()]):
            return None
        return Published(day, Extent(self.sentence.start, self.end))

    def _leads_to(self, between: str) -> bool:
        """Whether a verb goes with a day behind it and with the report.

        Args:
            between: what stands between verb and day.
        """
        words = self.words
        subject = words.subject.search(self.before)
        if subject is not None and words.plain.match(between):
            near = self.before[max(0, subject.start() - 30) :]
            return not self._of_another(near, "")
        if _BREAKS.search(between) or words.occasions.search(between):
            return False
        if report := words.object.match(between):
            return not (
                _AN_INSPECTION.search(between)
                or self._of_another(self.before[-15:], report.group())
            )
        opens = self.start == self.sentence.start and words.plain.match(between)
        behind = words.object.search(self.after) if opens else None
        return behind is not None and not self._of_another("", behind.group())

    def _of_another(self, *around: str) -> bool:
        """Whether words make the report another one."""
        return any(self.words.others.search(words) for words in around)

    def _dated(self, mention: Mention) -> date | None:
        """The day of a date; without a year, the one that is nearest to the story."""
        if not mention.key.startswith("-"):
            return date.fromisoformat(mention.key)
        story = self.scene.published
        days = (_day(story.year + by, mention.key) for by in (0, -1)) if story else ()
        return next((day for day in days if day and _fits(day, story)), None)

    def _recent(self, told: re.Match[str]) -> date | None:
        """The day that "on Thursday" or "yesterday" is, in the story's own week."""
        story = self.scene.published
        if story is None:
            return None
        named = told.groupdict().get("day")
        back = (story.weekday() - DAYS[named.lower()]) % 7 if named else 1
        return story - timedelta(days=back) if back < _THIS_WEEK else None


def _day(year: int, key: str) -> date | None:
    """A day without a year, in one; None on 29 February of another."""
    try:
        return date.fromisoformat(f"{year}{key[1:]}")
    except ValueError:
        return None


def published_today(scene: Scene) -> Published | None:
    """The story's own day, where it says that the report appeared on it."""
    pattern = _words(scene.reading.knowledge).today
    for sentence in scene.sentences if scene.published else ():
        if sentence.start > scene.lead:
            break
        found = pattern.search(scene.text, sentence.start, sentence.end)
        if found and scene.published:
            extent = Extent(*found.span())
            return Published(scene.published, extent, "published_today")
    return None
