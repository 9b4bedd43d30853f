"""Words of speaking."""

import re
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import knowledge
from pipeline.document import lowered
from pipeline.mentions.factory import component
from pipeline.mentions.lexicon import alternation
from pipeline.mentions.text import text_of

KINDS = ("say", "saying", "call", "according-to", "noun")
"""Cues of `speech.toml` that are marked; a word of two kinds is of the first."""

_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?:\n\"'“”‘’)]\s*)$")


@component("cues")
class Cues:
    """Writes `doc.spans["cues"]`: `label_` the kind, `kb_id_` the word as data."""

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        known = knowledge.load(*map(Path, folders))
        self.kinds = {
            word: kind
            for kind in reversed(KINDS)
            for word in known.words("speech", kind)
        }
        words = alternation(self.kinds)
        self.pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        spans = []
        text = text_of(doc)
        for match in self.pattern.finditer(lowered(text)):
            named = text[match.start()].isupper()
            word = " ".join(match.group().replace("’", "'").split())
            kind = self.kinds[word]
            if named and kind != "saying" and not _begins_sentence(text, match):
                continue
            span = doc.char_span(
                *match.span(),
                label=kind,
                kb_id=word,
                alignment_mode="expand",
            )
            if span is not None:
                spans.append(span)
        doc.spans["cues"] = spans
        return doc


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    """A word of speaking with a capital is a noun or a name anywhere else."""
    return bool(_BEFORE_SENTENCE.search(text, max(0, match.start() - 3), match.start()))
