"""Lines that hold an area and its grade, and nothing else: what we read for."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.document import BlockType
from pipeline.knowledge import Knowledge, once
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


class Graded:
    """How lines of areas and grades are told, by the wordings of all frameworks."""

    def __init__(self, known: Knowledge) -> None:
        wordings = {
            wording.lower()
            for framework in known.frameworks.values()
            for grade in framework.scale
            for wording in (grade.label, *grade.wordings)
        }
        grades = any_of(wordings)
        marked = rf"\w[^.!?]{{2,80}}?\s*[\t:–—|-]\s*(?:{grades})\W*"
        bare = rf"(?!.*{_VERBS})\w[^.!?]{{2,60}}?\s(?:{grades})\W*"
        self._label = re.compile(rf"\W*(?:{grades})\W*")
        self._marked = re.compile(marked)
        """A line such as "Safe – Good"."""
        self._line = re.compile(rf"{marked}|{bare}")
        """Such a line, or "Safe Good"."""
        self._named = re.compile(rf"(?P<area>.*?)\s*[\t:–—|-]?\s*(?:{grades})\W*")
        self._ends = tuple({_LAST_WORD.findall(wording)[-1] for wording in wordings})
        """The last words of grades."""
        self._areas = frozenset(
            wording.lower().rstrip("?")
            for framework in known.frameworks.values()
            for area in framework.areas
            for wording in (area.question or "", *area.all_wordings)
        )

    def is_area(self, text: str) -> bool:
        """Whether a line is the name of an area and nothing else."""
        return text.lower().rstrip("?: ") in self._areas

    def is_grade(self, text: str) -> bool:
        """Whether a line is a grade and nothing else."""
        return self._label.fullmatch(text.lower()) is not None

    def names_area(self, text: str) -> bool:
        """Whether a graded line is of an area, and not of some body."""
        named = self._named.fullmatch(text.lower())
        return named is not None and self.is_area(named["area"])

    def runs(self, candidates: Sequence[Candidate]) -> Iterator[list[int]]:
        """Indices of unlinked graded lines: two or more together, or a heading."""
        are_graded = [self._is_line(candidate) for candidate in candidates]
        for is_graded, run in groupby(range(len(candidates)), are_graded.__getitem__):
            members = list(run)
            first = candidates[members[0]]
            if is_graded and (len(members) >= _TOGETHER or self._heads(first)):
                yield members

    def _is_line(self, candidate: Candidate) -> bool:
        """Whether a block is an area and its grade; few end in the letters of one."""
        text = candidate.text.lower()
        if len(text) > _LONGEST or candidate.link_share > LINKED:
            return False
        words = text.rstrip(_MARKS)
        if words[-1:].isalnum() and not words.endswith(self._ends):
            return False
        return self._line.fullmatch(text) is not None

    def _heads(self, candidate: Candidate) -> bool:
        """Whether a graded line that stands alone is the heading of a section."""
        return (
            candidate.type is BlockType.HEADING
            and candidate.level != 1
            and self._marked.fullmatch(candidate.text.lower()) is not None
        )


@once
def graded(known: Knowledge) -> Graded:
    """The graded lines of these data's frameworks, compiled once."""
    return Graded(known)
