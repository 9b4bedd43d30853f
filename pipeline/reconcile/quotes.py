"""QuoteFinding → records.Quote: joined text, section, and what repeats what."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import cast, get_args

from pipeline.document import Document, lowered
from pipeline.findings import QuoteFinding, QuoteKind
from pipeline.reconcile.spans import Spans
from pipeline.records import Quote, ResolvedBy, SpeakerRecord, Trace

Gram = tuple[str, str, str, str]

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SHARED = 0.8
"""So much of the shorter of two quotes must stand in the other, in runs of words."""
_FEWEST = 5
"""Shorter quotes repeat each other by chance."""
_REMEMBERED = 50
"""So many of the quotes that share four words are compared, the latest."""


def quote_records(document: Document, findings: Iterable[QuoteFinding]) -> list[Quote]:
    """The quotes of a document in the order of the text."""
    ordered = sorted(findings, key=lambda finding: finding.parts)
    spans = Spans(document)
    texts = [_joined(document, finding) for finding in ordered]
    repeats = _repeats(ordered, texts)
    return [
        _record(spans, finding, text, earlier)
        for finding, text, earlier in zip(ordered, texts, repeats, strict=True)
    ]


def _joined(document: Document, finding: QuoteFinding) -> str:
    parts = (" ".join(document.words(part).split()) for part in finding.parts)
    return " ".join(parts)


def _record(
    spans: Spans, finding: QuoteFinding, text: str, repeats: int | None
) -> Quote:
    speaker = finding.speaker
    return Quote(
        kind=finding.kind.value,
        text=text,
        parts=[spans(part) for part in finding.parts],
        cue=spans(finding.cue) if finding.cue else None,
        speaker=SpeakerRecord(
            name=speaker.name,
            role=speaker.role,
            organisation=speaker.organisation,
            mention=spans(speaker.mention) if speaker.mention else None,
            resolved_by=_resolved_by(finding),
        )
        if speaker
        else None,
        section=_section(spans.document, finding.parts[0].start),
        repeats=repeats,
        rule=finding.trace.rule,
        trace=Trace(data=list(finding.trace.data), rivals=list(finding.trace.rivals)),
    )


def _resolved_by(finding: QuoteFinding) -> ResolvedBy:
    for known in get_args(ResolvedBy):
        if known == finding.resolved_by:
            return cast("ResolvedBy", known)
    raise ValueError(f"a speaker without a way to it: {finding}")


def _section(document: Document, offset: int) -> int | None:
    place = bisect_right(document.sections, offset, key=lambda section: section.start)
    return place - 1 if place else None


def _repeats(
    findings: Sequence[QuoteFinding], texts: Sequence[str]
) -> list[int | None]:
    """For each quote the latest earlier one whose words it says again, or None."""
    heard: dict[Gram, tuple[int, ...]] = {}
    sizes: list[int] = []
    repeats: list[int | None] = []
    for number, (finding, text) in enumerate(zip(findings, texts, strict=True)):
        direct = finding.kind is not QuoteKind.INDIRECT
        grams = _grams(text) if direct else set()
        known = heard.keys() & grams
        shared = Counter(chain.from_iterable(heard[gram] for gram in known))
        again = [
            e for e, n in shared.items() if n >= _SHARED * min(sizes[e], len(grams))
        ]
        repeats.append(max(again, default=None))
        sizes.append(len(grams))
        heard.update(dict.fromkeys(grams - known, (number,)))
        for gram in known:
            heard[gram] = (*heard[gram][-_REMEMBERED:], number)
    return repeats


def _grams(text: str) -> set[Gram]:
    """Four words in a row, wherever they stand; none of a text that is too short."""
    words = _WORD.findall(lowered(text).replace("’", "'"))
    if len(words) < _FEWEST:
        return set()
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))
