"""Grade labels, of every framework's scale, with their plurals and slips of the pen."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz.distance import OSA
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline import knowledge
from pipeline.mentions.factory import component
from pipeline.mentions.lexicon import Remembered

LONG_ENOUGH = 8
"""Letters of a word of a label before one wrong letter is forgiven."""

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first word: the further words, and the wording they make."""


@component("grades")
class Grades:
    """Writes `doc.spans["grades"]`: `kb_id_` the wording in lower case.

    `label_` is "grade" as listed, "plural" ("three goods") or "typo" ("inadeqaute").
    All matches are kept, also one inside another ("good" in "reasonably good").
    """

    def __init__(self, nlp: Language, name: str, folders: Sequence[str]) -> None:
        self.name = name
        self.vocab = nlp.vocab
        wordings = dict.fromkeys(_wordings(knowledge.load(*map(Path, folders))))
        self.phrases: Phrases = {}
        for wording in wordings:
            first, *rest = (token.text for token in nlp.make_doc(wording))
            self.phrases.setdefault(first, []).append((tuple(rest), wording))
        self.plurals = {f"{word}s": word for word in wordings if word.isalpha()}
        self.plurals = {
            plural: word
            for plural, word in self.plurals.items()
            if plural not in wordings
        }
        self.words = {w for wording in wordings for w in wording.split()}
        self.long = [w for w in self.words if len(w) >= LONG_ENOUGH]
        self.codes = Remembered(self._code)

    def __call__(self, doc: Doc) -> Doc:
        """Add the group to the Doc."""
        codes = list(map(self.codes.__getitem__, doc.to_array("LOWER").tolist()))
        doc.spans["grades"] = [
            Span(doc, start, end, label=label, kb_id=wording)
            for start, end, label, wording in self._matches(codes)
        ]
        return doc

    def _code(self, orth: int) -> tuple[str, str]:
        """The word it is in a wording, or "", and how it comes to be that."""
        return self._read(self.vocab.strings[orth])

    def _read(self, word: str) -> tuple[str, str]:
        if word in self.words:
            return word, "grade"
        if word in self.plurals:
            return self.plurals[word], "plural"
        if len(word) >= LONG_ENOUGH - 1 and word.isalpha():
            for meant in self.long:
                if (
                    word[0] == meant[0]
                    and OSA.distance(word, meant, score_cutoff=1) == 1
                ):
                    return meant, "typo"
        return "", ""

    def _matches(
        self, codes: list[tuple[str, str]]
    ) -> Iterator[tuple[int, int, str, str]]:
        for start, (word, label) in enumerate(codes):
            for rest, wording in self.phrases.get(word, ()) if word else ():
                end = start + 1 + len(rest)
                followed = codes[start + 1 : end]
                if tuple(word for word, _ in followed) == rest:
                    how = {label, *(label for _, label in followed)} - {"grade"}
                    yield start, end, min(how, default="grade"), wording


def _wordings(known: knowledge.Knowledge) -> Iterator[str]:
    """Every wording of every scale in lower case; a bare digit is none."""
    for framework in known.frameworks.values():
        for grade in framework.scale:
            for wording in (grade.label, *grade.wordings):
                if not wording.isdigit():
                    yield wording.lower()
