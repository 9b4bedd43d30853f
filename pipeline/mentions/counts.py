"""Small numbers in words or digits: what a text may count areas with."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline import knowledge
from pipeline.mentions.factory import component
from pipeline.mentions.lexicon import Remembered

LARGEST = 99
"""Nobody grades a hundred areas of one body."""
_LONGEST = 4
"""Digits; Python refuses to read thousands of them as one number."""


@component("counts")
class Counts:
    """Writes `doc.spans["counts"]`: `label_` is "count", `kb_id_` the number."""

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        cues = knowledge.load(*map(Path, folders)).cues["counts"]
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for cue in cues.values():
            for phrase in cue.words:
                first, *rest = phrase.split()
                entry = (tuple(rest), cue.name.removeprefix("n"))
                self.phrases.setdefault(first, []).append(entry)
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.codes = Remembered(self._code)

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        orths: list[int] = doc.to_array("LOWER").tolist()
        label = self.vocab.strings.add("count")
        doc.spans["counts"] = [
            Span(doc, start, end, label=label, kb_id=value)
            for start, end, value in self._matches(orths)
        ]
        return doc

    def _code(self, orth: int) -> str:
        """The word, if it is a number or begins one; else ""."""
        word = self.vocab.strings[orth]
        digits = word.isascii() and word.isdigit() and len(word) < _LONGEST
        number = digits and int(word) <= LARGEST
        return word if word in self.phrases or number else ""

    def _matches(self, orths: list[int]) -> Iterator[tuple[int, int, str]]:
        words = self.vocab.strings
        reached = 0
        for start, code in enumerate(map(self.codes.__getitem__, orths)):
            if not code or start < reached:
                continue  # "a dozen" in "half a dozen"
            if code.isdigit():
                yield start, start + 1, str(int(code))
                continue
            for rest, value in self.phrases[code]:
                end = start + 1 + len(rest)
                if tuple(words[o] for o in orths[start + 1 : end]) == rest:
                    yield start, end, value
                    reached = end
                    break
