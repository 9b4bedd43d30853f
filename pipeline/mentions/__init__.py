"""Doc → Doc: where things are named. Each component writes span groups of its name.

Span groups keep several readings: `label_` is the kind, `kb_id_` the canonical value,
`id_` a further key. No `Doc` or `Span` extensions: values of `Span._` are shared by
all spans over the same characters.
"""

from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.document import Document
from pipeline.errors import AlignmentError
from pipeline.mentions import (  # noqa: F401 - registers the factories
    areas,
    bodies,
    counts,
    cues,
    dates,
    grades,
    people,
    quotes,
    sentences,
)
from pipeline.mentions.factory import PREFIX
from pipeline.mentions.tokens import blank, tokenised

ORDER: tuple[str, ...] = (
    "sentences",
    "bodies",
    "areas",
    "grades",
    "counts",
    "dates",
    "people",
    "quotes",
    "cues",
)
"""The components, in the order in which they run."""


@lru_cache(maxsize=4)
def build_nlp(*folders: Path) -> Language:
    """A blank English pipeline with all components of `ORDER`.

    Args:
        folders: further data folders, as for `knowledge.load`.
    """
    nlp = blank()
    for name in ORDER:
        config = {"folders": [str(folder) for folder in folders]}
        nlp.add_pipe(PREFIX + name, name=name, config=config)
    return nlp


def mark(nlp: Language, document: Document) -> Doc:
    """Tokenise the canonical text, project its blocks, and run the components.

    Raises:
        AlignmentError: a block does not fall on token borders.
    """
    doc = tokenised(nlp, document.text)
    doc.spans["blocks"] = [
        _span(doc, block.start, block.end, block.type) for block in document.blocks
    ]
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    span = doc.char_span(start, end, label=label)
    if span is None:
        raise AlignmentError(start, end, doc.text[start:end])
    return span
