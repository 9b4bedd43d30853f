"""Wordings of graded areas, of every framework."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline import knowledge
from pipeline.mentions.factory import component
from pipeline.mentions.lexicon import Remembered
from pipeline.mentions.text import text_of
from pipeline.wordings import JOINED, Lexicon, Node, lexicon, parts

FILLERS = 5
"""How many words may stand between two words of an area."""
JOINS = 2
"""How many marks and words may join two parts of a label: ", and"."""

_OTHER, _FILLER, _JOINED = "", ".", ","
"""Codes of words that are no content word of any area: no stem looks like these."""


@component("areas")
class Areas:
    """Writes `doc.spans["areas"]`: `label_` is "area", `kb_id_` the wording's key.

    All matches are kept, also one inside another: which is the longest depends on
    the framework, and that is decided late.
    """

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        self.lexicon: Lexicon = lexicon(knowledge.load(*map(Path, folders)))
        self.codes = Remembered(self._code)
        self.starts = frozenset(self.lexicon.root.next)

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        words = list(map(self.codes.__getitem__, doc.to_array("LOWER").tolist()))
        if "ell-being" in text_of(doc):
            _join_wellbeing(words, doc)
        label = self.vocab.strings.add("area")
        doc.spans["areas"] = [
            Span(doc, start, end, label=label, kb_id=key)
            for start, end, key in self._matches(words)
        ]
        return doc

    def _code(self, orth: int) -> str:
        """The stem of a token, if any area has it; else how it is passed over."""
        return self._read(self.vocab.strings[orth])

    def _read(self, word: str) -> str:
        if word in JOINED:
            return _JOINED
        if word in self.lexicon.fillers or word in "-‑'’":
            return _FILLER
        part = " ".join(parts(word, self.lexicon.families))
        if part in self.lexicon.alphabet or " " in part:
            return part
        if word.endswith("ly"):
            return _FILLER
        return _OTHER

    def _matches(self, words: list[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and key of every wording, tokens counted half-open."""
        for start, word in enumerate(words):
            if word in self.starts or " " in word:
                yield from _walk(self.lexicon.root, words, start)


def _join_wellbeing(words: list[str], doc: Doc) -> None:
    """Make one word of "well-being", which the tokenizer takes apart."""
    for place, word in enumerate(words[:-2]):
        if word == "well" and doc[place : place + 3].text.lower() == "well-being":
            words[place] = "wellbeing"


def _walk(node: Node, words: list[str], start: int) -> Iterator[tuple[int, int, str]]:
    passed, joined = 0, 0
    for place in range(start, len(words)):
        word = words[place]
        if word == _FILLER and passed < FILLERS:
            passed += 1
        elif word == _JOINED and joined < JOINS and place > start:
            joined += 1
        else:
            for part in word.split(" "):
                if part not in node.next or (joined and part not in node.joinable):
                    return
                node, joined = node.next[part], 0
            passed = 0
            if node.key is not None:
                yield start, place + 1, node.key
