"""Grade labels, of every framework's scale, with their plurals and slips of the pen."""

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from pipeline.knowledge import Knowledge
from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.lexicon import Remembered
from pipeline.mentions.text import Text
from pipeline.mentions.tokens import tokens_of

LONG_ENOUGH = 8
"""Letters of a word of a label before one wrong letter is forgiven."""

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first word: the further words, and the wording they make."""


@component("grades")
class Grades(Component):
    """Finds grades: the key is the wording in lower case.

    The label is "grade" as listed, "plural" ("three goods") or "typo" ("inadeqaute").
    All matches are kept, also one inside another ("good" in "reasonably good").
    """

    def __init__(self, known: Knowledge) -> None:
        wordings = dict.fromkeys(_wordings(known))
        self.phrases: Phrases = {}
        for wording in wordings:
            first, *rest = tokens_of(wording).words
            self.phrases.setdefault(first, []).append((tuple(rest), wording))
        self.plurals = {f"{word}s": word for word in wordings if word.isalpha()}
        self.plurals = {
            plural: word
            for plural, word in self.plurals.items()
            if plural not in wordings
        }
        self.words = {w for wording in wordings for w in wording.split()}
        self.long: dict[str, list[str]] = {}
        for word in self.words:
            if len(word) >= LONG_ENOUGH:
                self.long.setdefault(word[0], []).append(word)
        self.codes = Remembered(self._code)

    def find(self, text: Text) -> Iterator[Found]:
        """The words of a text that are grades of some scale."""
        codes = list(map(self.codes.__getitem__, text.tokens.words))
        starts, ends = text.tokens.starts, text.tokens.ends
        for first, after, label, wording in self._matches(codes):
            yield starts[first], ends[after - 1], label, wording, ""

    def _code(self, word: str) -> tuple[str, str]:
        """The word it is in a wording, or "", and how it comes to be that."""
        if word in self.words:
            return word, "grade"
        if word in self.plurals:
            return self.plurals[word], "plural"
        if len(word) >= LONG_ENOUGH - 1 and word.isalpha():
            for meant in self.long.get(word[0], ()):
                if OSA.distance(word, meant, score_cutoff=1) == 1:
                    return meant, "typo"
        return "", ""

    def _matches(
        self, codes: list[tuple[str, str]]
    ) -> Iterator[tuple[int, int, str, str]]:
        for start in [at for at, (word, _) in enumerate(codes) if word in self.phrases]:
            word, label = codes[start]
            for rest, wording in self.phrases[word]:
                end = start + 1 + len(rest)
                followed = codes[start + 1 : end]
                if tuple(word for word, _ in followed) == rest:
                    how = {label, *(label for _, label in followed)} - {"grade"}
                    yield start, end, min(how, default="grade"), wording


def _wordings(known: Knowledge) -> Iterator[str]:
    """Every wording of every scale in lower case; a bare digit is none."""
    for framework in known.frameworks.values():
        for grade in framework.scale:
            for wording in (grade.label, *grade.wordings):
                if not wording.isdigit():
                    yield wording.lower()
