"""Words of speaking, vetoes and other cue words of data/cues."""

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import knowledge
from pipeline.mentions.factory import component


@component("cues")
class Cues:
    """Writes `doc.spans["cues"]`."""

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        self.known = knowledge.load(*map(Path, folders))

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        doc.spans["cues"] = []
        return doc
