"""What is known of words: said once of each, looked for where one begins."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from pipeline.document import lowered
from pipeline.words.phrases import words_of

T = TypeVar("T")

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
        lower, words = lowered(text), words_of(text)
        reached = 0
        for at in words.among(self.firsts):
            begin = words[at].start
            match = self.match(lower, begin) if begin >= reached else None
            if match:
                reached = match.end()
                yield match
