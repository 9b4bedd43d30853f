"""Roles told by what somebody does: Ann Reed, who chairs the trust."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from pipeline.knowledge import Knowledge, once
from pipeline.words.patterns import any_of

WHO = r"\s*+,?\s*+who"
"""Possessive: plain text keeps its blanks, however many follow a name."""


class Deeds(NamedTuple):
    """Words of `cues/deeds.toml`, and what `cues/roles.toml` has beside them.

    Attributes:
        who_does: "who chairs the trust".
        roles: by the verb the role.
        led_it: "who led the inspection".
        led: whoever leads the opposition is the opposition leader.
    """

    who_does: re.Pattern[str]
    roles: Mapping[str, str]
    led_it: re.Pattern[str]
    led: frozenset[str]


@once
def deeds(known: Knowledge) -> Deeds:
    """The deeds of the loaded data."""
    does = any_of(known.words("deeds"))
    led_it = any_of(known.words("roles", "leading-an-inspection"))
    return Deeds(
        re.compile(
            rf"{WHO}\s+(?P<does>{does})\s+(?!there|here|at\b|in\b|and\b)"
            r"(?:the\s+)?(?:charity\s+)?"
        ),
        {
            verb: name.replace("-", " ")
            for name, cue in known.cues["deeds"].items()
            for verb in cue.words
        },
        re.compile(rf"{WHO}\s+(?:{led_it})\b"),
        known.cues["roles"]["led"].word_set,
    )
