"""The day of publication, where only the text tells it."""

import re
from datetime import date

from pipeline.document import Role
from pipeline.link.reading import Reading

_EVENT = re.compile(r"\b(?:inspect|visit)", re.IGNORECASE)
"""A date beside these is that of the inspection."""
_FEW = 40
"""A line no longer than this holds a date and little else."""


def published_of(reading: Reading) -> date | None:
    """What the source says of itself, else a dateline in the first or last lines."""
    meta = reading.document.meta.published
    if meta:
        return meta
    blocks = [b for b in reading.document.blocks if b.role is not Role.FURNITURE]
    for block in (*blocks[:6], *blocks[-3:]):
        for mention in reading.inside("dates", block.extent):
            if mention.label == "day" and not mention.key.startswith("-"):
                words = reading.document.words(block.extent)
                if _EVENT.search(words):
                    continue
                if block.role is Role.DATELINE or len(words) < _FEW:
                    return date.fromisoformat(mention.key)
                if mention.start - block.start <= 6 and words.startswith("date"):  # noqa: PLR2004 - the word itself
                    return date.fromisoformat(mention.key)
    return None
