"""Inspected bodies and inspectorates."""

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import knowledge
from pipeline.mentions.factory import component
from pipeline.mentions.text import text_of
from pipeline.names import names_in


@component("bodies")
class Bodies:
    """Writes `doc.spans["bodies"]`.

    `label_` is `inspectorate`, `generic` ("the force"), `sign` ("pupils") or the type
    of body; `kb_id_` the inspectorate's slug, the words of the generic reference, the
    type that a sign speaks for, or the body's id in its register, else a slug of its
    name without the type noun; `id_` says how it was found. Where a name may mean
    several bodies each gets a span.
    """

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        self.known = knowledge.load(*map(Path, folders))
        names_in(self.known, "")  # made now, not with the first document

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        doc.spans["bodies"] = [
            span
            for start, end, meaning in names_in(self.known, text_of(doc))
            if (
                span := doc.char_span(
                    start,
                    end,
                    label=meaning.label,
                    kb_id=meaning.key,
                    span_id=meaning.how,
                    alignment_mode="expand",
                )
            )
        ]
        return doc
