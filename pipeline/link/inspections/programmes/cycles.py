"""Which cycle of a programme a text says it is about: "PEEL 2023-25", "Round 3"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.knowledge import Framework, Knowledge, once
from pipeline.link.reading import Reading
from pipeline.words.patterns import any_of

_RECALLED = 60
"""Characters before a cycle in which words of an earlier inspection may stand."""
_YEARS = re.compile(r"(\d{4})\s?[-–/]\s?(\d{2})?(\d{2})")
_NUMBERED = re.compile(r"\bround\s(\d)\b", re.IGNORECASE)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_ROUND = re.compile(
    rf"\b(?:[Rr]ound\s(?P<number>\d|{any_of(_NUMBERS)})"
    rf"|(?P<nth>{any_of(_ORDINALS)})\sround)\b(?!\sof\sapplause)"
)


class _Words(NamedTuple):
    """Words of the cues, as they stand before a cycle.

    Attributes:
        earlier: of an inspection before this one.
        recalled: of a grade that it gave.
    """

    earlier: re.Pattern[str]
    recalled: re.Pattern[str]


@once
def _words(known: Knowledge) -> _Words:
    earlier, inspection = (
        any_of(known.words("tenses", name)) for name in ("earlier", "inspection")
    )
    recalled = any_of(
        known.words(
            "previous", "from", "compared_with", "former", "pluperfect", "spell"
        )
    )
    return _Words(
        re.compile(
            rf"\b(?:{earlier}) (?:\w+ )?(?:{inspection})\b[^.;]*$", re.IGNORECASE
        ),
        re.compile(rf"\b(?:{recalled})\b[^.;]*$", re.IGNORECASE),
    )


def is_recalled(reading: Reading, offset: int) -> bool:
    """Whether what stands there is of an inspection before: "the previous one of"."""
    start = max(0, offset - _RECALLED)
    words = _words(reading.knowledge)
    return words.earlier.search(reading.document.text, start, offset) is not None


def of_named_cycle(
    reading: Reading, candidates: Sequence[Framework]
) -> list[Framework]:
    """Those whose cycle the text names; of several the latest, as it recalls others."""
    said = set(_said(reading))
    named = [framework for framework in candidates if said & names_of(framework.cycle)]
    latest: dict[str, int] = {}
    for each in named:
        known = latest.get(each.programme, each.first_year)
        latest[each.programme] = max(known, each.first_year)
    return [each for each in named if each.first_year == latest[each.programme]]


def names_of(cycle: str) -> set[str]:
    """What a cycle may be called: `2023-25`, `round 3`."""
    years = {f"{first}-{last}" for first, _, last in _YEARS.findall(cycle)}
    return years | {f"round {number}" for number in _NUMBERED.findall(cycle)}


def _said(reading: Reading) -> Iterator[str]:
    """The names of the cycles in a text that are told as this inspection's."""
    text = reading.document.text
    recalled = _words(reading.knowledge).recalled
    found = [
        (mention.start, name)
        for mention in reading.groups.get("dates", ())
        if mention.label == "cycle"
        for name in names_of(mention.key)
    ]
    if "ound" in text:
        found += [(match.start(), _round(match)) for match in _ROUND.finditer(text)]
    for start, name in found:
        before = max(0, start - _RECALLED)
        if not (is_recalled(reading, start) or recalled.search(text, before, start)):
            yield name


def _round(match: re.Match[str]) -> str:
    number = match["number"] or _ORDINALS[match["nth"]]
    return f"round {_NUMBERS.get(number, number)}"
