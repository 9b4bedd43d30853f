"""A record as a spaCy `Doc` with a span group, for displaCy and everything like it.

displacy.render(doc_of(record), style="span")
"""

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.cells import cells
from pipeline.records import Record

KEY = "sc"
"""The span group that displaCy draws unless told otherwise."""


def doc_of(record: Record) -> Doc:
    """The document's tokens, and a span for each piece of evidence of each cell.

    `label_` is the kind of cell, `kb_id_` its value, `id_` its address. A piece that
    begins or ends inside a token takes the whole token.
    """
    doc = _blank().make_doc(record.document.text)
    spans: list[Span] = []
    for cell in cells(record):
        for evidence in cell.evidence:
            span = doc.char_span(
                evidence.start,
                evidence.end,
                label=cell.kind,
                kb_id=cell.value or "",
                span_id=cell.address,
                alignment_mode="expand",
            )
            if span is not None:
                spans.append(span)
    doc.spans[KEY] = spans
    return doc


@lru_cache(maxsize=1)
def _blank() -> Language:
    return spacy.blank("en")
