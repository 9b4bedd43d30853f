"""QuoteFinding → records.Quote: joined text, section, and what repeats what."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import cast, get_args

from pipeline.document import Document
from pipeline.findings import QuoteFinding
from pipeline.reconcile.spans import span
from pipeline.records import Quote, ResolvedBy, SpeakerRecord

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHARED = 0.8
"""So much of the shorter of two quotes must stand in the other, word by word."""
_FEWEST = 5
"""Shorter quotes repeat each other by chance."""


def quote_records(document: Document, findings: Iterable[QuoteFinding]) -> list[Quote]:
    """The quotes of a document in the order of the text."""
    ordered = sorted(findings, key=lambda finding: finding.parts)
    texts = [_joined(document, finding) for finding in ordered]
    repeats = _repeats(texts)
    return [
        _record(document, finding, text, earlier)
        for finding, text, earlier in zip(ordered, texts, repeats, strict=True)
    ]


def _joined(document: Document, finding: QuoteFinding) -> str:
    parts = (" ".join(document.words(part).split()) for part in finding.parts)
    return " ".join(parts)


def _record(
    document: Document, finding: QuoteFinding, text: str, repeats: int | None
) -> Quote:
    speaker = finding.speaker
    return Quote(
        kind=finding.kind.value,
        text=text,
        parts=[span(document, part) for part in finding.parts],
        cue=span(document, finding.cue) if finding.cue else None,
        speaker=SpeakerRecord(
            name=speaker.name,
            role=speaker.role,
            organisation=speaker.organisation,
            mention=span(document, speaker.mention) if speaker.mention else None,
            resolved_by=_resolved_by(finding),
        )
        if speaker
        else None,
        section=_section(document, finding.parts[0].start),
        repeats=repeats,
        rule=finding.trace.rule,
    )


def _resolved_by(finding: QuoteFinding) -> ResolvedBy:
    for known in get_args(ResolvedBy):
        if known == finding.resolved_by:
            return cast("ResolvedBy", known)
    raise ValueError(f"a speaker without a way to it: {finding}")


def _section(document: Document, offset: int) -> int | None:
    place = bisect_right(document.sections, offset, key=lambda section: section.start)
    return place - 1 if place else None


def _repeats(texts: Sequence[str]) -> list[int | None]:
    """For each text the latest earlier one whose words it says again, or None."""
    words = [
        [word.lower().replace("’", "'") for word in _WORD.findall(t)] for t in texts
    ]
    return [
        next((e for e in reversed(range(number)) if _says_again(words[e], later)), None)
        for number, later in enumerate(words)
    ]


def _says_again(earlier: Sequence[str], later: Sequence[str]) -> bool:
    short, long = sorted((earlier, later), key=len)
    if len(short) < _FEWEST:
        return False
    grams = {tuple(long[i : i + 4]) for i in range(len(long) - 3)}
    told = [tuple(short[i : i + 4]) in grams for i in range(len(short) - 3)]
    return sum(told) >= _SHARED * len(told)
