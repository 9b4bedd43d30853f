"""The cue words of lines, headings and lists, compiled once for each knowledge."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.knowledge import Knowledge, once
from pipeline.words.patterns import any_of

_GAP = r"(?:(?!not\b)[^\s?]+\s+){0,5}?"
"""What `...` stands for in a cue: up to five words, none of them a denial."""
_EDGES = " \t-–—*•·:|>_#=~"
"""Marks that may stand around the words of a line."""
_ATTRIBUTES = ("furniture_openings", "captions", "not_headings")


@dataclass(frozen=True)
class Vocabulary:
    """What lines, headings and lists are told by.

    Attributes:
        openings: matches the start of a folded line; `lastgroup` names the cue.
        opening_starts: the first two letters of all openings, to ask less often.
        kinds: finds what a folded heading says; `lastgroup` is a section kind.
        neutral: finds what takes a heading's polarity away.
        furniture: whole headings.
        furniture_openings: how headings begin that have a few words more.
        furniture_lines: whole lines.
        grades: labels and wordings of all scales.
        areas: labels and wordings of all frameworks.
        graded: a line `Area - grade`; group 1 is the area.
    """

    openings: re.Pattern[str]
    opening_starts: frozenset[str]
    kinds: re.Pattern[str]
    neutral: re.Pattern[str]
    furniture: frozenset[str]
    furniture_openings: tuple[str, ...]
    furniture_lines: frozenset[str]
    questions: tuple[str, ...]
    asking: tuple[str, ...]
    speaking: tuple[str, ...]
    leads: tuple[str, ...]
    closing_leads: tuple[str, ...]
    looks_back: tuple[str, ...]
    statement: re.Pattern[str]
    no_statement: re.Pattern[str]
    grades: frozenset[str]
    areas: frozenset[str]
    graded: re.Pattern[str]


@once
def vocabulary(known: Knowledge) -> Vocabulary:
    """Compile the vocabulary of `cues/{lines,headings,lists,statements}.toml`."""
    grades = _grades(known)
    openings = {name: known.words("lines", name) for name in _ATTRIBUTES}
    kinds = ("recommendations", "definitions", "weaknesses", "strengths")
    return Vocabulary(
        openings=_named(openings, end=""),
        opening_starts=frozenset(w[:2] for ws in openings.values() for w in ws),
        kinds=_named({kind: known.words("headings", kind) for kind in kinds}, r"\b"),
        neutral=re.compile(rf"\b(?:{_any(known.words('headings', 'neutral'))})\b"),
        furniture=frozenset(known.words("headings", "furniture", "contents")),
        furniture_openings=tuple(
            f"{word} " for word in known.words("headings", "furniture") if " " in word
        ),
        furniture_lines=frozenset(known.words("lines", "furniture_lines")),
        questions=tuple(f"{word} " for word in known.words("lines", "questions")),
        asking=tuple(f"{word} " for word in known.words("lines", "asking")),
        speaking=tuple(f" {word}" for word in known.words("lines", "speaking")),
        leads=tuple(f" {word}" for word in known.words("lists", "before")),
        closing_leads=tuple(
            f" {word}." for word in known.words("lists", "before") if " " in word
        ),
        looks_back=known.words("lists", "after"),
        statement=_statement(known),
        no_statement=re.compile(_any(known.words("statements", "vetoes"))),
        grades=grades,
        areas=_areas(known),
        graded=re.compile(
            r"(.{2,120}?)\s*(?:[-–—:,(]|\s)\s*['\"‘“’]?"
            rf"(?:{_any(tuple(grades))})['\"’”]?[\s*†).;,]*"
        ),
    )


def folded(line: str) -> str:
    """A line in lower case with plain marks, without bullets or rules at its ends."""
    return line.casefold().replace("’", "'").replace("‘", "'").strip(_EDGES)


def _grades(known: Knowledge) -> frozenset[str]:
    """Labels and safe wordings that are words: a digit alone says nothing here."""
    return frozenset(
        wording.casefold()
        for framework in known.frameworks.values()
        for grade in framework.scale
        for wording in (grade.label, *grade.wordings)
        if len(wording) > 1
    )


def _areas(known: Knowledge) -> frozenset[str]:
    return frozenset(
        wording.casefold()
        for framework in known.frameworks.values()
        for area in framework.areas
        for wording in area.all_wordings
    )


def _any(words: Iterable[str]) -> str:
    """Any of some words; `...` is a gap."""
    return any_of(words, gap=_GAP)


def _named(groups: dict[str, tuple[str, ...]], end: str) -> re.Pattern[str]:
    start = r"\b" if end else ""
    return re.compile(
        "|".join(
            rf"(?P<{name}>{start}(?:{_any(words)}){end})"
            for name, words in groups.items()
        )
    )


def _statement(known: Knowledge) -> re.Pattern[str]:
    """A statement heading; `whose`, `from` or `owner` is the words that name whose.

    Its three forms: "Chief Constable Ada Finch's full response", "Statement from Ada
    Finch in full", "Council response".
    """
    nouns = _any(known.words("statements", "nouns"))
    owners = _any(known.words("statements", "owners"))
    adjective = rf"(?:{_any(known.words('statements', 'adjectives'))})\s+"
    tail = (
        r"(?:\s+(?:in full|to|on|following|after|about|regarding|in response)\b|[:.]?$)"
    )
    return re.compile(
        r"^(?:in full:?\s+|read:?\s+|full text:?\s+)?(?:"
        rf"(?P<whose>[^?:]{{2,70}}?)(?:['’]s|s['’])\s+(?:{adjective})?(?:{nouns}){tail}"
        rf"|(?:a\s+|the\s+)?(?:{adjective})?(?:{nouns})\s+(?:from|by)\s+"
        rf"(?P<from>.{{2,80}}?){tail}"
        rf"|(?:the\s+)?(?P<owner>(?:[\w&'’-]+\s+){{0,4}}?(?:{owners}))\s+"
        rf"(?:{adjective})?(?:{nouns}){tail}"
        r")",
        re.IGNORECASE,
    )
