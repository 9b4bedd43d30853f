"""Lines that hold an area and its grade, and nothing else: what we read for."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from pipeline import knowledge
from pipeline.document import BlockType
from pipeline.readers.html.furniture import LINKED, any_of, link_share
from pipeline.readers.html.walk import Candidate

_LONGEST = 120
"""Characters of a graded line."""
_TOGETHER = 2
"""Graded lines that follow each other and are no accident."""


_VERBS = (
    r"\b(?:rated|graded|judged|given|named|told|found|is|was|are|were|be|as|still|remains"
    r"|gets|got|falls|drops|rises|stays|among|called|branded|says)\b"
)
"""What makes a headline of it: "Nursery in Eastmere rated outstanding"."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Lines such as "Safe – Good" or "Safe Good", and the former alone."""
    grades = any_of(
        {
            wording.lower()
            for framework in knowledge.load().frameworks.values()
            for grade in framework.scale
            for wording in (grade.label, *grade.wordings)
        }
    )
    marked = rf"\w[^.!?]{{2,80}}?\s*[\t:–—|-]\s*(?:{grades})\W*"
    bare = rf"(?!.*{_VERBS})\w[^.!?]{{2,60}}?\s(?:{grades})\W*"
    return re.compile(rf"{marked}|{bare}"), re.compile(marked)


def graded_runs(candidates: Sequence[Candidate]) -> Iterator[list[int]]:
    """Indices of unlinked graded lines: two or more together, or one as a heading."""
    line, marked_line = _patterns()
    graded = [
        len(candidate.text) <= _LONGEST
        and link_share(candidate) <= LINKED
        and bool(line.fullmatch(candidate.text.lower()))
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
                and marked_line.fullmatch(first.text.lower())
            )
        ):
            yield members
