"""The days of the visit."""

from datetime import date, timedelta

from pipeline.link.scene import Scene, Sentence

_DAYS = 200
"""A visit is reported within this time."""


def visited(scene: Scene) -> tuple[date, date] | None:
    """First and last day, where days stand in a sentence about the inspection."""
    for sentence in scene.sentences:
        if not _is_event(scene, sentence):
            continue
        for mention in scene.reading.inside("dates", sentence[:2]):
            if mention.label == "days":
                first, last = mention.key.split("/")
                days = _day(first, scene.published), _day(last, scene.published)
                if days[0] and days[1] and days[0] <= days[1]:
                    return days[0], days[1]
    return None


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
