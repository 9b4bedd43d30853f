"""Lines that hold an area and its grade, and nothing else: what we read for."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from pipeline import knowledge
from pipeline.document import BlockType
from pipeline.readers.html.page.blocks import LINKED, Candidate
from pipeline.words.patterns import any_of

_LONGEST = 120
"""Characters of a graded line."""
_LAST_WORD = re.compile(r"\w+(?=\W*$)")
_MARKS = " .,;:!?…'\"’”»)]*–—|-"
_TOGETHER = 2
"""Graded lines that follow each other and are no accident."""


_VERBS = (
    r"\b(?:rated|graded|judged|given|named|told|found|is|was|are|were|be|as|still|remains"
    r"|gets|got|falls|drops|rises|stays|among|called|branded|says)\b"
)
"""What makes a headline of it: "Nursery in Eastmere rated outstanding"."""


class _Patterns(NamedTuple):
    """How graded lines are told.

    Attributes:
        line: one such as "Safe – Good" or "Safe Good".
        marked: the former alone.
        label: a grade alone.
        named: a line as `area` and its grade.
        ends: the last words of grades.
    """

    line: re.Pattern[str]
    marked: re.Pattern[str]
    label: re.Pattern[str]
    named: re.Pattern[str]
    ends: tuple[str, ...]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    wordings = {
        wording.lower()
        for framework in knowledge.load().frameworks.values()
        for grade in framework.scale
        for wording in (grade.label, *grade.wordings)
    }
    grades = any_of(wordings)
    marked = rf"\w[^.!?]{{2,80}}?\s*[\t:–—|-]\s*(?:{grades})\W*"
    bare = rf"(?!.*{_VERBS})\w[^.!?]{{2,60}}?\s(?:{grades})\W*"
    ends = {_LAST_WORD.findall(wording)[-1] for wording in wordings}
    label = re.compile(rf"\W*(?:{grades})\W*")
    line = re.compile(rf"{marked}|{bare}")
    named = re.compile(rf"(?P<area>.*?)\s*[\t:–—|-]?\s*(?:{grades})\W*")
    return _Patterns(line, re.compile(marked), label, named, tuple(ends))


@lru_cache(maxsize=1)
def _areas() -> frozenset[str]:
    """What areas are called, in small letters."""
    return frozenset(
        wording.lower().rstrip("?")
        for framework in knowledge.load().frameworks.values()
        for area in framework.areas
        for wording in (area.question or "", *area.all_wordings)
    )


def is_area(text: str) -> bool:
    """Whether a line is the name of an area and nothing else."""
    return text.lower().rstrip("?: ") in _areas()


def names_area(text: str) -> bool:
    """Whether a graded line is of an area, and not of some body."""
    graded = _patterns().named.fullmatch(text.lower())
    return graded is not None and is_area(graded["area"])


def is_grade(text: str) -> bool:
    """Whether a line is a grade and nothing else."""
    return _patterns().label.fullmatch(text.lower()) is not None


def _is_graded(text: str, known: _Patterns) -> bool:
    """Whether a line is an area and its grade; few end in the letters of one."""
    words = text.rstrip(_MARKS)
    if words[-1:].isalnum() and not words.endswith(known.ends):
        return False
    return known.line.fullmatch(text) is not None


def graded_runs(candidates: Sequence[Candidate]) -> Iterator[list[int]]:
    """Indices of unlinked graded lines: two or more together, or one as a heading."""
    known = _patterns()
    graded = [
        len(candidate.text) <= _LONGEST
        and candidate.link_share <= LINKED
        and _is_graded(candidate.text.lower(), known)
        for candidate in candidates
    ]
    for is_graded, run in groupby(range(len(graded)), key=graded.__getitem__):
        members = list(run)
        first = candidates[members[0]]
        if is_graded and (
            len(members) >= _TOGETHER
            or (
                first.type is BlockType.HEADING
                and first.level != 1
                and known.marked.fullmatch(first.text.lower())
            )
        ):
            yield members
