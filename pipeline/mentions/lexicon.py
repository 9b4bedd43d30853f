"""Many words → one regular expression that reads each character once."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from pipeline.document import lowered
from pipeline.phrases import words_of

T = TypeVar("T")

_Trie = dict[str, "_Trie"]
_END = ""

REMEMBERED = 20_000
"""Words of which something is kept in a process."""
_LONGEST = 50
"""Characters of a word that may come again."""


class Remembered(dict[str, T]):
    """What is said of each word, said once; kept for so many words as most texts have.

    Args:
        say: what is to be said of a word.
    """

    def __init__(self, say: Callable[[str], T]) -> None:
        super().__init__()
        self.say = say

    def __missing__(self, word: str) -> T:
        """Say it of a new word."""
        said = self.say(word)
        if len(self) >= REMEMBERED:
            self.clear()
        if len(word) <= _LONGEST:
            self[word] = said
        return said


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, as a tree of their prefixes.

    A space in a word stands for any white space, an apostrophe for either kind.
    """
    root: _Trie = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    if not root:
        raise ValueError("an empty alternation would match everywhere")
    return _pattern(root)


class Vocabulary:
    """Phrases that begin with a word, looked for where such a word begins.

    Many times as fast as to try a pattern at every character.

    Args:
        phrases: what the pattern's matches begin with.
        pattern: for a text in lower case.
    """

    def __init__(self, phrases: Iterable[str], pattern: str) -> None:
        self.firsts = frozenset(words_of(phrase)[0].norm for phrase in phrases)
        self.match = re.compile(pattern).match

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text, in order, without overlaps."""
        lower = lowered(text)
        reached = 0
        for norm, start, _ in words_of(text):
            if norm in self.firsts and start >= reached:
                match = self.match(lower, start)
                if match:
                    reached = match.end()
                    yield match


def _pattern(node: _Trie) -> str:
    branches = [
        _letter(char) + _pattern(child)
        for char, child in sorted(node.items())
        if char != _END
    ]
    if not branches:
        return ""
    one = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if _END not in node:
        return one
    return f"(?:{one})?"


def _letter(char: str) -> str:
    if char == " ":
        return r"\s+"
    if char in "'’":
        return "['’]"
    if char == "-":
        return r"[-\s‑]"
    return re.escape(char)
