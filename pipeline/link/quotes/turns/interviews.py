"""Whom an interview asks: its answers need no clause that says who speaks."""

import re

from pipeline.knowledge import Knowledge, once
from pipeline.link.quotes.clauses.clauses import Clauses
from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.quotes.story import COVER, Story
from pipeline.link.reading import Mention
from pipeline.words.patterns import any_of

_LEAD = 5
"""Blocks in which an interview says who is interviewed."""
_BYLINE = "by "


def interviewed(story: Story, clauses: Clauses) -> Source | None:
    """Whom the lead says is asked: Ann Reed talks to us; we put it to Ann Reed."""
    blocks = story.blocks[:_LEAD]
    end = blocks[-1].end if blocks else 0
    asked = _asked(story.reading.knowledge).search(story.outside, 0, end)
    if asked is None:
        return _only_person(story)
    start, stop = story.sentence(asked.start())
    if asked.group("to"):
        found = clauses.sources.after(asked.end(), stop)
    else:
        found = clauses.sources.before(start, asked.start())
    named = found is not None and found.kind == "person"
    return found if named else _only_person(story)


@once
def _asked(known: Knowledge) -> re.Pattern[str]:
    """Who is asked: Ann Reed talks to us; `to`: we put our questions to Ann Reed."""
    interviewed = any_of(known.words("interviews", "interviewed"))
    return re.compile(
        rf"\b(?:{interviewed})\b"
        r"|\b(?P<to>put|puts|putting)\b[^.]{0,60}?\bquestions\s+to\s+"
    )


def _only_person(story: Story) -> Source | None:
    """The one person whom the blocks before the first question name."""
    lead = 0
    for block in story.blocks:
        if story.outside[block.start : block.end].rstrip(COVER).endswith("?"):
            break
        lead = block.end
    named: dict[str, Mention] = {}
    for mention in story.people_in(0, lead):
        begin = max(0, mention.start - len(_BYLINE))
        byline = story.text[begin : mention.start].lower() == _BYLINE
        if mention.label == "person" and " " in mention.key and not byline:
            named.setdefault(mention.key, mention)
    if len(named) != 1:
        return None
    (head,) = named.values()
    return Source(*head.extent, "person", head, head.end)
