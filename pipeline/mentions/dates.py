"""Dates, ranges, years and cycles."""

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import knowledge
from pipeline.mentions.factory import component


@component("dates")
class Dates:
    """Writes `doc.spans["dates"]`."""

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        self.known = knowledge.load(*map(Path, folders))

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        doc.spans["dates"] = []
        return doc
