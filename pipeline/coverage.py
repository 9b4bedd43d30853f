"""Possible misses: sentences with a grade word or a quotation that no record uses.

What was stored is compared with what stands in the text, so that a reviewer looks
where the rules may have been blind. A sentence with a grade word is *near* a grade
where it also speaks of rating, puts the word in quotation marks, or is nothing else
(the cell of a table). A document about no inspection is searched for near ones only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.knowledge import Framework, Knowledge
from pipeline.records import Record

_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])|\n+")
_QUOTATION = re.compile(r"“[^”\n]+|\"[^\"\n]+|(?<!\w)‘[^’\n]+")
_SENTENCE_VETOES = frozenset(
    {"wish", "condition", "negation", "definition", "elsewhere", "degree"}
)
"""Cues that say of a whole sentence why it gives no grade."""
_UNQUOTED = frozenset({"inspection_report", "inspection_letter"})
"""Kinds of documents whose words in quotation marks nobody is quoted with."""
_SHORT = 2
"""Words in quotation marks up to this many are a term or a title, no quotation."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A sentence that may hold something that the record lacks.

    Attributes:
        sentence: half-open characters into the document's text.
        hits: the grade words or quotations in it, as extents.
        near: whether it speaks of rating too; a quotation always does.
        vetoes: words in it that forbid a grade, each under the name of its cue.
    """

    kind: Literal["grade", "quotation"]
    sentence: tuple[int, int]
    hits: tuple[tuple[int, int], ...]
    near: bool
    vetoes: tuple[tuple[str, str], ...] = ()


def possible_misses(record: Record, known: Knowledge) -> list[Miss]:
    """The sentences worth a look, in the order of the text.

    A heading, a definition of the scale and furniture are no sentences of the story.
    """
    text = record.document.text
    used = _Cover([(span.start, span.end) for span in record.spans()])
    aside = _Cover(_asides(record))
    labels, rating = _patterns(record, known)
    found: list[Miss] = []
    for start, end in sentences(record):
        if used.meets(start, end) or aside.meets(start, end):
            continue
        hits = tuple(match.span() for match in labels.finditer(text, start, end))
        if hits:
            near = _alone(hits, start, end) or _quoted(text, hits)
            near = near or rating.search(text, start, end) is not None
            if near or record.inspections:
                vetoes = tuple(_vetoes(text[start:end], known))
                found.append(Miss("grade", (start, end), hits, near, vetoes))
        spoken = tuple(
            match.span()
            for match in _QUOTATION.finditer(text, start, end)
            if match.group().count(" ") >= _SHORT
        )
        if spoken and record.document.kind not in _UNQUOTED:
            found.append(Miss("quotation", (start, end), spoken, near=True))
    return found


def sentences(record: Record) -> Iterator[tuple[int, int]]:
    """Extents of the sentences, cut at marks and at the borders of blocks."""
    text = record.document.text
    blocks = [(block.start, block.end) for block in record.document.blocks]
    for start, end in blocks or [(0, len(text))]:
        begin = start
        for match in _SENTENCE_END.finditer(text, start, end):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
        yield from _trimmed(text, begin, end)


def sentence_at(record: Record, offset: int) -> tuple[int, int]:
    """The sentence that an offset stands in; the offset itself where none does."""
    for start, end in sentences(record):
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
    return hits[0][0] == start and hits[-1][1] >= end - 1


def _quoted(text: str, hits: Sequence[tuple[int, int]]) -> bool:
    return any(start and text[start - 1] in "'‘\"“" for start, _ in hits)


def _vetoes(sentence: str, known: Knowledge) -> Iterator[tuple[str, str]]:
    for name, cue in known.cues["vetoes"].items():
        match = (
            _any_of(cue.words).search(sentence) if name in _SENTENCE_VETOES else None
        )
        if match:
            yield name, match.group()


def _patterns(
    record: Record, known: Knowledge
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    slugs = {each.framework for each in record.inspections if each.framework}
    mine = {word for slug in slugs for word in _labels(known.frameworks.get(slug))}
    # some programmes give no grades, and their letters may still mention some
    every = (word for each in known.frameworks.values() for word in _labels(each))
    words = tuple(sorted(mine or set(every)))
    return _any_of(words), _any_of(known.words("coverage", "rating"))


def _labels(framework: Framework | None) -> Iterator[str]:
    for grade in framework.scale if framework else ():
        for wording in (grade.label, *grade.wordings):
            if not wording.isdigit():
                yield wording.lower()


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE
    )
