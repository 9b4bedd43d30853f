"""What stands in marks and is not said: labels of grades and areas, titles, terms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.knowledge import Area, Knowledge, once
from pipeline.words.patterns import any_of


@dataclass(frozen=True)
class Labels:
    """The labels of the frameworks, and the words around titles and terms."""

    grades: frozenset[str]
    areas: frozenset[str]
    title_before: re.Pattern[str]
    term_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    terms: frozenset[str]


@once
def labels(known: Knowledge) -> Labels:
    """The labels of the loaded data."""
    return Labels(
        _grade_labels(known),
        _area_labels(known),
        re.compile(rf"\b(?:{_either(known, 'before-a-title')}),?\s*$", re.IGNORECASE),
        re.compile(rf"\b(?:{_either(known, 'before-a-term')})\s*$", re.IGNORECASE),
        re.compile(rf"\s*(?:{_either(known, 'after-a-title')})\b", re.IGNORECASE),
        frozenset(known.words("titles", "terms")),
    )


def _either(known: Knowledge, name: str) -> str:
    """Any of the words of a cue about titles."""
    return any_of(known.words("titles", name))


def _grade_labels(known: Knowledge) -> frozenset[str]:
    return frozenset(
        word.lower()
        for framework in known.frameworks.values()
        for grade in framework.scale
        for word in (grade.label, *grade.wordings)
    )


def _area_labels(known: Knowledge) -> frozenset[str]:
    """What areas are called, in two words or more; one word may be said of anything."""
    return frozenset(
        label
        for framework in known.frameworks.values()
        for area in framework.areas
        for label in (area.label.lower(), area.name.lower(), *_questions(area))
        if " " in label
    )


def _questions(area: Area) -> Iterator[str]:
    """The questions that an area answers: "how good are outcomes"."""
    for words in (area.question or "", *area.wordings):
        if words.lower().startswith(("how ", "what ")):
            yield words.lower().rstrip("?")
