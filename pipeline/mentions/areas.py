"""Wordings of graded areas, of every framework."""

from collections.abc import Iterator, Sequence

from pipeline.knowledge import Knowledge
from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.lexicon import Remembered
from pipeline.mentions.text import Text
from pipeline.wordings import JOINED, Lexicon, Node, lexicon, parts

FILLERS = 5
"""How many words may stand between two words of an area."""
JOINS = 2
"""How many marks and words may join two parts of a label: ", and"."""

_OTHER, _FILLER, _JOINED = "", ".", ","
"""Codes of words that are no content word of any area: no stem looks like these."""


_OWNS = ("'s ", "’s ")
_PAIR = 2


def _begins_anew(written: str, starts: Sequence[int], first: int) -> bool:
    """As in "fires and other emergencies Responding to": a list that lost its lines."""
    return written[starts[first]].islower() and written[starts[first + 1]].isupper()


@component("areas")
class Areas(Component):
    """Finds areas: the label is "area", the key the wording's.

    All matches are kept, also one inside another: which is the longest depends on
    the framework, and that is decided late.
    """

    def __init__(self, known: Knowledge) -> None:
        self.lexicon: Lexicon = lexicon(known)
        self.codes = Remembered(self._code)
        self.starts = frozenset(self.lexicon.root.next)

    def find(self, text: Text) -> Iterator[Found]:
        """The areas that a text names."""
        words = list(map(self.codes.__getitem__, text.tokens.words))
        if "ell-being" in text.written:
            _join_wellbeing(words, text)
        starts, ends = text.tokens.starts, text.tokens.ends
        for first, after, key in self._matches(words):
            if after - first == 1 and text.written.startswith(_OWNS, ends[first]):
                continue  # "people's homes"
            if after - first == _PAIR and _begins_anew(text.written, starts, first):
                continue
            yield starts[first], ends[after - 1], "area", key, ""

    def _code(self, word: str) -> str:
        """The stem of a token, if any area has it; else how it is passed over."""
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


def _join_wellbeing(words: list[str], text: Text) -> None:
    """Make one word of "well-being", which the tokenizer takes apart."""
    for place, word in enumerate(words[:-2]):
        start, end = text.tokens.starts[place], text.tokens.ends[place + 2]
        if word == "well" and text.written[start:end].lower() == "well-being":
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
