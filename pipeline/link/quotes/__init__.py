"""Who said what: passages → turns → sources → speakers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from pipeline.findings import QuoteFinding, Trace, Vetoed
from pipeline.issues import Code, Issue
from pipeline.link.inspections import Scope
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import ROLES
from pipeline.link.quotes.people.references import References
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.quotes.turns.attribution import Attribution
from pipeline.link.quotes.turns.indirect_speech import reported
from pipeline.link.quotes.turns.turn import Turn
from pipeline.link.reading import Reading
from pipeline.words.occurrences import Occurrences

_SAYING = frozenset({"say", "saying"})


def find(
    reading: Reading, scope: Scope | None
) -> Iterator[QuoteFinding | Vetoed | Issue]:
    """The quotes in order, each with its speaker; any text: then `scope` is None."""
    story = Story.of(reading)
    clauses = Clauses(story)
    attribution = Attribution(story, clauses)
    turns = attribution.read()
    _give_echoes_their_speakers(story, turns)
    turns += reported(story, clauses, turns)
    turns.sort(key=lambda turn: turn.parts[0].start)
    references = References(story, clauses, scope)
    references.resolve(turns)
    for turn in turns:
        yield _finding(turn, references, clauses)
    yield from attribution.vetoed
    yield from _issues(turns)


def _give_echoes_their_speakers(story: Story, turns: list[Turn]) -> None:
    """A pull quote says again what somebody says in the story."""
    speaking = [turn for turn in turns if turn.source is not None]
    said = [
        " ".join(story.text[part.start : part.end] for part in turn.parts) + COVER
        for turn in speaking
    ]
    ends = list(accumulate(map(len, said)))
    first = cache(Occurrences("".join(said)).first)
    for turn in turns if speaking else ():
        if turn.source is None:
            words = story.text[turn.parts[0].start : turn.parts[0].end].rstrip(".,!?… ")
            if (place := first(words)) >= 0:
                turn.source = speaking[bisect_right(ends, place)].source
                turn.rule, turn.resolved_by = "echoed", "continuation"


def _finding(turn: Turn, references: References, clauses: Clauses) -> QuoteFinding:
    speaker = references.speaker(turn.source) if turn.source is not None else None
    resolved_by = turn.resolved_by
    if turn.source is not None and resolved_by == "cue":
        if turn.source.kind == "pronoun":
            resolved_by = "pronoun"
        elif turn.source.kind == "person" and " " not in turn.source.head.key:
            resolved_by = "surname"
    return QuoteFinding(
        kind=turn.kind,
        parts=tuple(passage.extent for passage in turn.parts),
        cue=turn.clause.cue.extent if turn.clause else None,
        speaker=speaker,
        resolved_by=resolved_by if speaker else None,
        trace=Trace(
            f"quotes.{turn.rule}",
            tuple(_entries(turn)),
            (*references.rivals(turn.source), *_unheard(turn, clauses, references)),
        ),
    )


def _entries(turn: Turn) -> Iterator[str]:
    """The cue that governs a turn, and the kind of word that names its speaker."""
    if turn.clause is not None and turn.clause.cue.label:
        yield f"cues/speech.toml#{turn.clause.cue.label}"
    elif turn.rule == "under_a_heading":
        yield "cues/titles.toml#statement-headings"
    if turn.source is not None and turn.source.kind in ROLES:
        yield f"cues/roles.toml#{turn.source.kind}"


def _unheard(turn: Turn, clauses: Clauses, references: References) -> Iterator[str]:
    """Who speaks in the clauses beside a turn in its paragraph, and why not here."""
    if turn.source is None:
        return
    first = turn.parts[0]
    beside = clauses.by_block[first.block]
    place = bisect_left(beside, first.start, key=lambda clause: clause.cue.start)
    for clause in beside[max(0, place - 1) : place + 2]:
        if clause.source is None or clause.kind not in _SAYING:
            continue
        other, chosen = map(references.named, (clause.source, turn.source))
        if other and chosen and other != chosen:
            yield (
                f"{other} ({clause.cue.key}) speaks in the same paragraph, "
                f"but {chosen} has these words by quotes.{turn.rule}"
            )


def _issues(turns: list[Turn]) -> Iterator[Issue]:
    for turn in turns:
        extents = tuple(passage.extent for passage in turn.parts)
        if turn.last.ending == "unclosed":
            yield Issue(
                Code.UNCLOSED_QUOTE, "a quotation mark is never closed", extents
            )
        if turn.source is None:
            yield Issue(
                Code.UNATTRIBUTED_QUOTE, "nobody is named who says this", extents
            )
