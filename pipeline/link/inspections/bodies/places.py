"""Bodies that a place and a generic noun name: "In Saltby, the constabulary was"."""

import re
from collections.abc import Iterator, Sequence

from pipeline.knowledge import Knowledge, once
from pipeline.link.inspections.nouns import generic_types
from pipeline.link.inspections.subjects import NAMES
from pipeline.link.reading import Mention, Reading
from pipeline.words.patterns import any_of
from pipeline.words.phrases import words_of

PLACED = "placed"
"""How such a mention was found."""
_IN = re.compile(
    r"\b[Ii]n\s+(?P<place>[A-Z][\w'’-]+(?:\s+(?:and\s+)?[A-Z][\w'’-]+){0,3}),?\s+$"
)
_REACH = 60
"""So many characters before the noun the place may begin."""


def placed(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A mention for each place before "the force", where it is no other's place.

    A round-up goes from one body to the next so. Without another body of the type that
    is named in full, a place is only where something happens.

    Args:
        reading: the document.
        mentions: the bodies of its story.
    """
    text = reading.document.text
    known = reading.knowledge
    types = generic_types(known)
    names = known.cues["body_names"]
    no_place = (names["not_a_name"].word_set, names["openers"].word_set)
    named = {m.label for m in mentions if m.id in NAMES}
    parts = {
        (m.label, word.norm)
        for m in mentions
        if m.id in NAMES
        for word in words_of(text[m.start : m.end])
    }
    for mention in mentions:
        kinds = [kind for kind in types.get(mention.key, ()) if kind in named]
        if mention.label != "generic" or len(kinds) != 1:
            continue
        before = _IN.search(text, max(0, mention.start - _REACH), mention.start)
        if before is None:
            continue
        norms = [word.norm for word in words_of(before["place"])]
        if all(words.isdisjoint(norms) for words in no_place) and not any(
            (kinds[0], norm) in parts for norm in norms
        ):
            start, end = before.span("place")
            yield Mention(start, end, kinds[0], "-".join(norms), PLACED)


def name_of_placed(reading: Reading, mention: Mention) -> str:
    """The place, and the noun where bodies are called so: "Saltby Constabulary"."""
    place = " ".join(reading.document.words(mention.extent).split())
    noun = _styled(reading.knowledge).match(reading.document.text, mention.end)
    return f"{place} {noun[1].capitalize()}" if noun else place


@once
def _styled(known: Knowledge) -> re.Pattern[str]:
    """What follows a place and is part of the name of its body."""
    return re.compile(rf",?\s+the\s+({any_of(known.words('kinds', 'styled'))})\b")
