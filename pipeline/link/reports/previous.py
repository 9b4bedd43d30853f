"""What reports and letters say of earlier inspections."""

import re
from collections.abc import Iterator

from pipeline.document import BlockType, Extent
from pipeline.findings import GradeFinding, Tense, Trace
from pipeline.link.reports.judgements import Report
from pipeline.link.reports.phrasebook import grade_key, plain
from pipeline.words.months import WRITTEN_FULL

_WHEN = re.compile(rf"(?:(?:{WRITTEN_FULL})\s+)?(?:19|20)\d\d")
_PREVIOUSLY_INSPECTED = re.compile(
    r"\binspection\s+of\s+(?:the\s+local\s+authority|the\s+council|[A-Z][\w ]{2,40}?)"
    r"['’]s?\s+(?P<area>[a-z][\w ,’'-]{5,120}?)\s+(?:was|were|took|\(|in\s+[A-Z\d])"
)
_SENTENCE = re.compile(r"[^.!?]+")
_SUBJECT = 20
_PREVIOUS_CUE = "cues/reports.toml#previous-grade"
_OVERALL = "overall"


def earlier_grades(report: Report) -> Iterator[GradeFinding]:
    """Grades of earlier inspections."""
    yield from _under_heading(report)
    yield from _in_passing(report)


def _under_heading(report: Report) -> Iterator[GradeFinding]:
    """What earlier inspections found, under the heading that says so.

    An earlier framework may have had another scale and looked at less: "the local
    authority's safeguarding arrangements", which is then the area, in its own words.
    """
    overall = report.framework.area_by_slug.get(_OVERALL)
    under = False
    for block in report.whole:
        text = report.words(block)
        if block.type is BlockType.HEADING:
            under = plain(text) in report.phrasebook.previous_headings
            continue
        if not under or not overall:
            continue
        for match in report.phrasebook.previous.finditer(text):
            subject = _PREVIOUSLY_INSPECTED.search(text, 0, match.start())
            when = list(_WHEN.finditer(text, 0, match.start()))
            grade = report.phrasebook.grades.get(grade_key(match["grade"]))
            if subject and when and grade:
                yield GradeFinding(
                    inspection=0,
                    area=None,
                    area_label=subject["area"],
                    grade=grade,
                    grade_label=match["grade"],
                    evidence=(block.extent,),
                    trace=Trace("reports.under_heading", (_PREVIOUS_CUE,)),
                    tense=Tense.PREVIOUS,
                    when=when[-1].group(),
                )


def _in_passing(report: Report) -> Iterator[GradeFinding]:
    """An earlier overall grade in a sentence about an earlier inspection.

    A letter grades nothing and may still say: "Since the last inspection in 2022, when
    services were judged to be good, ...".
    """
    grades = report.phrasebook.grades
    for block in report.front:
        for sentence in _SENTENCE.finditer(
            report.document.text, block.start, block.end
        ):
            words = sentence.group()
            match = report.phrasebook.previous.search(words)
            grade = grades.get(grade_key(match["grade"])) if match else None
            subject = words[: match.start()] if match else ""
            if (
                match
                and grade
                and report.phrasebook.earlier.search(words)
                and report.phrasebook.services.search(subject[-_SUBJECT:])
            ):
                when = _WHEN.search(subject)
                yield GradeFinding(
                    inspection=0,
                    area=_OVERALL
                    if _OVERALL in report.framework.area_by_slug
                    else None,
                    area_label="Overall effectiveness",
                    grade=grade,
                    grade_label=match["grade"],
                    evidence=(Extent(sentence.start(), sentence.end()),),
                    trace=Trace("reports.in_passing", (_PREVIOUS_CUE,)),
                    tense=Tense.PREVIOUS,
                    when=when.group() if when else None,
                )
