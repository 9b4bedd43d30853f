"""Areas that are not on the scale: "safeguarding standards were met"."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pipeline.document import Extent, Mention
from pipeline.findings import GradeFinding, Trace
from pipeline.knowledge import Area, Grade
from pipeline.link.page import Page
from pipeline.link.tape import Tape

_REACH = 70
"""Characters beside an area in which its mark may stand."""
_NOUN = r"(?: (?:standards?|requirements?|judge?ments?))?"
_GIVEN = (
    r"(?: ?[:–—-] ?| (?:was|were|is|are|has been|have been|had been|as)"
    r"(?: (?:also|all|both|judged|found|rated|graded|considered|deemed|marked|being|"
    r"to be|as|to have been))* )"
)
_IS_STANDARD = re.compile(r"[\w-]+ (?:standards?|requirements?)\b", re.IGNORECASE)
_VETOES = frozenset("WCPBD")
"""Signs of a wish, a condition, an earlier inspection, the scale's definition."""


def find(page: Page) -> Iterator[GradeFinding]:
    """The marks of the document's inspections."""
    for key, framework in page.scope.frameworks.items():
        for area in framework.areas:
            if area.marks:
                yield from _marks(key, area, page)


def _marks(key: int, area: Area, page: Page) -> Iterator[GradeFinding]:
    text = page.document.text
    before, after = _patterns(area.marks)
    dialect = page.dialect_of(key)
    meant = dialect.areas if dialect is not None else {}
    for line in page.lines:
        for tape in line.sentences:
            for mention in page.reading.inside("areas", tape.extent):
                here = area.slug in meant.get(mention.key, ())
                if not here or page.scope.at(mention.start) != key:
                    continue
                until = min(mention.end + _REACH, tape.extent.end)
                said = after.match(text, mention.end, until)
                if said is None and _IS_STANDARD.match(text, mention.start, until):
                    said = before.search(text, tape.extent.start, mention.start)
                if said is not None and not _is_vetoed(tape, mention):
                    yield _finding(key, area, mention, said, page)


def _is_vetoed(tape: Tape, mention: Mention) -> bool:
    return any(
        sign.kind in _VETOES and sign.start < mention.end + _REACH
        for sign in tape.signs
    )


def _finding(
    key: int, area: Area, mention: Mention, said: re.Match[str], page: Page
) -> GradeFinding:
    slug = next(mark.slug for mark in area.marks if said[f"_{mark.slug}"])
    extent = Extent(min(mention.start, said.start()), max(mention.end, said.end()))
    entry = f"frameworks/{page.scope.frameworks[key].slug}.toml#{area.slug}"
    return GradeFinding(
        inspection=key,
        area=area.slug,
        area_label=area.name,
        grade=slug,
        grade_label=said[f"_{slug}"],
        evidence=(extent,),
        trace=Trace("grades.marks.given", (entry,)),
    )


@lru_cache
def _patterns(marks: tuple[Grade, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What gives a mark before an area's name, and after it."""
    before = _either({mark.slug: mark.wordings for mark in marks})
    after = _either({mark.slug: (mark.label.lower(),) for mark in marks})
    return (
        re.compile(rf"\b{before} (?:\w+ ){{0,3}}$", re.IGNORECASE),
        re.compile(rf"{_NOUN}{_GIVEN}[‘'“\"]?{after}\b", re.IGNORECASE),
    )


def _either(words: Mapping[str, tuple[str, ...]]) -> str:
    groups = (f"(?P<_{slug}>{'|'.join(each)})" for slug, each in words.items() if each)
    return f"(?:{'|'.join(groups)})"
