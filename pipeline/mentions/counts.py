"""Small numbers in words or digits: what a text may count areas with."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline import knowledge
from pipeline.mentions.factory import component

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
        self.codes: dict[int, str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        orths = doc.to_array("LOWER").tolist()
        label = self.vocab.strings.add("count")
        doc.spans["counts"] = [
            Span(doc, start, end, label=label, kb_id=value)
            for start, end, value in self._matches(orths)
        ]
        return doc

    def _code(self, orth: int) -> str:
        code = self.codes.get(orth)
        if code is None:
            code = self.vocab.strings[orth]
            digits = code.isascii() and code.isdigit() and len(code) < _LONGEST
            number = digits and int(code) <= LARGEST
            self.codes[orth] = code = code if code in self.phrases or number else ""
        return code

    def _matches(self, orths: list[int]) -> Iterator[tuple[int, int, str]]:
        words = self.vocab.strings
        reached = 0
        for start, orth in enumerate(orths):
            if start < reached:
                continue  # "a dozen" in "half a dozen"
            code = self._code(orth)
            if not code:
                continue
            if code.isdigit():
                yield start, start + 1, str(int(code))
                continue
            for rest, value in self.phrases[code]:
                end = start + 1 + len(rest)
                if tuple(words[o] for o in orths[start + 1 : end]) == rest:
                    yield start, end, value
                    reached = end
                    break
