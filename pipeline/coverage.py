"""Possible misses: sentences with a grade word or a quotation that no record uses.

What was stored is compared with what stands in the text, so that a reviewer looks
where the rules may have been blind. A sentence with a grade word is *near* a grade
where it also speaks of rating, puts the word in quotation marks, or is nothing else
(the cell of a table). A document about no inspection is searched for near ones only.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from pipeline.document import lowered
from pipeline.knowledge import Framework, Knowledge
from pipeline.records import Record, Veto, spans_of
from pipeline.words.patterns import any_of

_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])|\n+")
_QUOTATION = re.compile(r"“[^”\n]+|\"[^\"\n]+|(?<!\w)‘[^’\n]+")
_UNQUOTED = frozenset({"inspection_report", "inspection_letter"})
"""Kinds of documents whose words in quotation marks nobody is quoted with."""
_DROPPED = "claims.of_another_cycle"
"""The veto on a grade whose area the framework in force does not have."""
_SHORT = 2
"""Words in quotation marks up to this many are a term or a title, no quotation."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A sentence that may hold something that the record lacks.

    Attributes:
        sentence: half-open characters into the document's text.
        hits: the grade words or quotations in it, as extents.
        near: whether it speaks of rating too; a quotation always does.
        vetoes: what rules did not take in it, and why.
    """

    kind: Literal["grade", "quotation"]
    sentence: tuple[int, int]
    hits: tuple[tuple[int, int], ...]
    near: bool
    vetoes: tuple[Veto, ...] = ()


def possible_misses(record: Record, known: Knowledge) -> list[Miss]:
    """The sentences worth a look, in the order of the text.

    A heading, a definition of the scale and furniture are no sentences of the story.
    """
    text = record.document.text
    read = spans_of(record.by_rules) if record.by_rules else ()  # and then put right
    used = _Cover((s.start, s.end) for s in chain(record.spans(), read))
    aside = _Cover(_asides(record))
    labels, rating = _patterns(record, known)
    lower = lowered(text)
    graded = [match.span() for match in labels.finditer(lower)]
    spoken = _quotations(record)
    vetoed = _vetoes_in(record)
    found: list[Miss] = []
    for start, end in sentences(record):
        hits, said = _inside(graded, start, end), _inside(spoken, start, end)
        if used.meets(start, end):
            hits, said = _dropped(vetoed(start, end)), ()
        if not (hits or said) or aside.meets(start, end):
            continue
        near = _alone(hits, start, end) or _quoted(text, hits)
        near = near or rating.search(lower, start, end) is not None
        near = near or bool(hits and _dropped(vetoed(start, end)))
        if hits and (near or record.inspections):
            against = tuple(v for v in vetoed(start, end) if v.kind != "quote")
            found.append(Miss("grade", (start, end), hits, near, against))
        if said:
            against = tuple(v for v in vetoed(start, end) if v.kind == "quote")
            found.append(
                Miss("quotation", (start, end), said, near=True, vetoes=against)
            )
    return found


def _vetoes_in(record: Record) -> Callable[[int, int], Sequence[Veto]]:
    """Which vetoes begin in a stretch of the text."""
    ordered = sorted(record.vetoes, key=lambda veto: veto.evidence[0].start)
    starts = [veto.evidence[0].start for veto in ordered]
    return lambda start, end: ordered[
        bisect_left(starts, start) : bisect_left(starts, end)
    ]


def _dropped(vetoes: Iterable[Veto]) -> tuple[tuple[int, int], ...]:
    """The grades of another cycle's areas: missed, whatever else the sentence gives.

    As in "It was good for effectiveness, a report of 14 March said": the day is used.
    """
    evidence = (veto.evidence[0] for veto in vetoes if veto.rule == _DROPPED)
    return tuple((span.start, span.end) for span in evidence)


def _quotations(record: Record) -> list[tuple[int, int]]:
    """Words in quotation marks that are more than a term or a title."""
    if record.document.kind in _UNQUOTED:
        return []
    return [
        match.span()
        for match in _QUOTATION.finditer(record.document.text)
        if match.group().count(" ") >= _SHORT
    ]


def _inside(
    extents: Sequence[tuple[int, int]], start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """The sorted extents that begin in `start:end`, cut at its end."""
    first, last = bisect_left(extents, (start,)), bisect_left(extents, (end,))
    return tuple((a, min(b, end)) for a, b in extents[first:last])


def sentences(record: Record) -> Iterator[tuple[int, int]]:
    """Extents of the sentences, cut at marks and at the borders of blocks."""
    text = record.document.text
    blocks = [(block.start, block.end) for block in record.document.blocks]
    yield from _sentences(text, blocks or [(0, len(text))])


def _sentences(
    text: str, blocks: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    for start, end in blocks:
        begin = start
        for match in _SENTENCE_END.finditer(text, start, end):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
        yield from _trimmed(text, begin, end)


def sentence_at(record: Record, offset: int) -> tuple[int, int]:
    """The sentence that an offset stands in; the offset itself where none does."""
    blocks = [(block.start, block.end) for block in record.document.blocks]
    place = bisect_right(blocks, (offset, len(record.document.text) + 1)) - 1
    within = blocks[max(place, 0) : place + 1] or [(0, len(record.document.text))]
    for start, end in _sentences(record.document.text, within):
        if start <= offset < end:
            return start, end
    return offset, offset


class _Cover:
    """Extents that can be asked whether one of them meets a stretch of text."""

    def __init__(self, extents: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.reach: list[int] = []
        for start, end in sorted(extents):
            self.starts.append(start)
            self.reach.append(max(end, self.reach[-1] if self.reach else 0))

    def meets(self, start: int, end: int) -> bool:
        """Whether any extent shares a character with `start:end`."""
        place = bisect_right(self.starts, end - 1)
        return place > 0 and self.reach[place - 1] > start


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _asides(record: Record) -> Iterator[tuple[int, int]]:
    for block in record.document.blocks:
        if block.role != "body" or block.type == "heading":
            yield block.start, block.end
    for section in record.sections:
        if section.kind in {"definitions", "furniture"}:
            yield section.start, section.end


def _alone(hits: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return bool(hits) and hits[0][0] == start and hits[-1][1] >= end - 1


def _quoted(text: str, hits: Sequence[tuple[int, int]]) -> bool:
    return any(start and text[start - 1] in "'‘\"“" for start, _ in hits)


def _patterns(
    record: Record, known: Knowledge
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    slugs = {each.framework for each in record.inspections if each.framework}
    mine = {word for slug in slugs for word in _labels(known.frameworks.get(slug))}
    # some programmes give no grades, and their letters may still mention some
    every = (word for each in known.frameworks.values() for word in _labels(each))
    words = tuple(sorted(mine or set(every)))
    return _words(words), _words(known.words("coverage", "rating"))


def _labels(framework: Framework | None) -> Iterator[str]:
    for grade in framework.scale if framework else ():
        for wording in (grade.label, *grade.wordings):
            if not wording.isdigit():
                yield wording.lower()


@lru_cache(maxsize=64)
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words)})\b")
