"""Document → mentions: where things are named. Each component finds one group.

A group keeps several readings of the same words. In a spaCy pipeline a component writes
a span group of its name: `label_` is the kind, `kb_id_` the canonical value, `id_` a
further key. No `Doc` or `Span` extensions: values of `Span._` are shared by all spans
over the same characters.
"""

from functools import lru_cache
from pathlib import Path

from spacy.language import Language

from pipeline.document import Document, Mention
from pipeline.errors import LimitExceeded
from pipeline.knowledge import Knowledge, once
from pipeline.mentions.areas import Areas
from pipeline.mentions.bodies import Bodies
from pipeline.mentions.component import PREFIX, Component
from pipeline.mentions.counts import Counts
from pipeline.mentions.cues import Cues
from pipeline.mentions.dates import Dates
from pipeline.mentions.grades import Grades
from pipeline.mentions.people import People
from pipeline.mentions.quotes import Quotes
from pipeline.mentions.sentences import Sentences
from pipeline.mentions.text import Text
from pipeline.mentions.tokens import blank

COMPONENTS: tuple[type[Component], ...] = (
    Sentences,
    Bodies,
    Areas,
    Grades,
    Counts,
    Dates,
    People,
    Quotes,
    Cues,
)
"""What is found in a document; none reads what another finds."""

LONGEST = 1_000_000
"""Characters of a text that is marked, as many as spaCy takes."""


@once
def components(known: Knowledge) -> tuple[Component, ...]:
    """The components, with what they take from the data."""
    return tuple(component(known) for component in COMPONENTS)


def mark(document: Document, known: Knowledge) -> dict[str, tuple[Mention, ...]]:
    """The mentions of a document by group.

    Raises:
        AlignmentError: a block does not fall on token borders.
        LimitExceeded: the text is too long.
    """
    length = len(document.text)
    if length > LONGEST:
        cause = f"{length:,} characters, more than {LONGEST:,}"
        raise LimitExceeded(document.source, cause, "split it into documents")
    text = Text.of(document)
    return {found.group: found.mentions(text) for found in components(known)}


@lru_cache(maxsize=4)
def build_nlp(*folders: Path) -> Language:
    """A blank English pipeline with all components, for whoever works with spaCy.

    Args:
        folders: further data folders, as for `knowledge.load`.
    """
    nlp = blank()
    config = {"folders": [str(folder) for folder in folders]}
    for component in COMPONENTS:
        nlp.add_pipe(PREFIX + component.group, name=component.group, config=config)
    return nlp
