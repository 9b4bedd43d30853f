"""Reported speech without marks: She said the plan was late.

Only where a clear verb of speaking with a subject of its own governs a clause with a
subject of its own; beliefs, wishes and rulings are no speech.
"""

import re
from collections.abc import Collection, Iterator

from pipeline.findings import QuoteKind
from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses.clause import Clause
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.passage import Passage
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.quotes.turns.turn import Turn
from pipeline.words.patterns import any_of

_SUBJECT = re.compile(
    r"(?:the|an?|his|her|its|their|our|my|this|these|those|there|he|she|it|they|we|i|"
    r"you|one|two|three|some|many|most|more|all|both|every|each|no|nobody|nothing|"
    r"everyone|everybody|people|[A-Z][\w’'-]*|\w+(?:s|ing))\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s*+(?:[\w’' -]{0,60}?\s)??that\s+")
_ABOUT = re.compile(r"(?:about|of|on|in|to|for|at)\s")
"""What was said about something is not told."""
_FEWEST_WORDS = 4


def reported(story: Story, clauses: Clauses, turns: Collection[Turn]) -> Iterator[Turn]:
    """The reported clauses of a story that no quotation is part of."""
    used = {turn.clause.cue.start for turn in turns if turn.clause is not None}
    cues = story.reading.knowledge.cues["speech"]
    verbs = cues["indirect"].word_set
    bare = cues["indirect-without-that"].word_set
    told = 0  # what is told in it is told by the same turn
    for clause in clauses.all:
        if clause.cue.key not in verbs or clause.cue.start in used:
            continue
        content = _content(story, clause, bare) if clause.cue.start >= told else None
        if content is not None:
            told = content.end
            turn = Turn(
                QuoteKind.INDIRECT, [content], clause, clause.source, "reported", "cue"
            )
            yield turn


def _content(story: Story, clause: Clause, bare: Collection[str]) -> Passage | None:
    """What a clause reports: from after "that", or a `bare` verb, to its end."""
    source = clause.source
    if source is None or source.kind == "phrase" or clause.inverted:
        return None
    _, end = story.sentence(clause.cue.start)
    that = _THAT.match(story.outside, clause.cue.end, end)
    start = that.end() if that else clause.cue.end + 1
    stop = _ends(story.reading.knowledge).search(story.outside, start, end)
    end = stop.start() if stop else end
    words = story.outside[start:end]
    if story.is_heading(story.block_at(start)) or _ABOUT.match(words):
        return None
    if COVER in words or len(words.split()) < _FEWEST_WORDS:
        return None
    if not that and (clause.cue.key not in bare or not _SUBJECT.match(words)):
        return None
    end = start + len(words.rstrip(" \n\t.,;:"))
    number, block = -1, story.block_at(start)
    return Passage(start, end, start, end, "reported", "closed", block, number)


@once
def _ends(known: Knowledge) -> re.Pattern[str]:
    """What ends the words that are told: a clause of saying that follows them."""
    following, beside = (
        any_of(known.words("speech", name)) for name in ("said-next", "said-beside")
    )
    return re.compile(
        rf"(?:,|(?<!\s))\s++(?:and|but)\s+(?:{following})\b|,\s+(?:{beside})\b|;"
    )
