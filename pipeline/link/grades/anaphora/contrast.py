"""What a clause leaves out that turns to another body: "A is good at X and B poor"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.document import Extent
from pipeline.link.grades.claims import Claim, has_whole
from pipeline.link.grades.thread import Sentence
from pipeline.link.syntax import G

_CLAUSE = re.compile(
    rf"(?P<join>[,;:]?[&k]|[,;])(?P<s>[xS])(?P<verb>[bVvsn]{{0,4}})(?P<g>{G})M?(?=[.;,]|$)"
)
"""As in ", whereas B was found to be poor", "and B merely adequate"."""


def of_the_other(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with those of clauses that turn to another body and name no area.

    "Whereas B was poor" may be of B as a whole, where a body has such a grade.
    """
    found = list(claims)
    if len(sentence.page.scope.inspections) > 1:
        for claim in _turned(sentence, claims):
            found = [each for each in found if each.grade != claim.grade]
            found.append(claim)
    return found


def _turned(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Claim]:
    tape, scope = sentence.tape, sentence.page.scope
    dialect = sentence.page.dialect(tape.extent.start)
    for match in _CLAUSE.finditer(tape.kinds):
        grade, subject = tape.signs[match.start("g")], tape.signs[match.start("s")]
        standing = sentence.standing.get(match.start("g"))
        if standing is None or not standing.current or _has_area(claims, grade.start):
            continue
        if match["verb"] and (dialect is None or has_whole(dialect)):
            continue
        before = [c for c in claims if c.area and c.grade.end <= subject.start]
        key, then = scope.at(grade.start), before and scope.at(before[-1].grade.start)
        if not before or key is None or then is None or key == then:
            continue
        last = max(before, key=lambda claim: claim.grade.start)
        for each in before:
            if each.grade == last.grade:
                yield replace(
                    each,
                    grade=grade,
                    standing=standing,
                    extent=Extent(subject.start, grade.end),
                    context=(each.extent,),
                    rule="sentence.of_the_other",
                    rivals=(),
                )


def _has_area(claims: Sequence[Claim], start: int) -> bool:
    return any(c.grade.start == start and c.area is not None for c in claims)
