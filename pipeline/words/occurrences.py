"""Where a text has some words, asked often: a long text is not read each time."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

_LONG = 100_000
"""Characters of a text whose words are looked up, not looked for time and again."""
_MANY = 32
"""Of so many words that begin or end alike nothing is gained."""
_WORD = re.compile(r"\w+")


class Occurrences:
    """The places of words in a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, words: str) -> Iterator[int]:
        """Where the words stand, be it inside others: each place once, in no order."""
        likely = self._likely(words)
        if likely is not None:
            yield from (at for at in likely if self.text.startswith(words, at))
            return
        start = self.text.find(words)
        while start >= 0:
            yield start
            start = self.text.find(words, start + 1)

    def first(self, words: str) -> int:
        """Where the words stand first; -1 where they do not."""
        likely = self._likely(words)
        if likely is None:
            return self.text.find(words)
        found = (at for at in likely if self.text.startswith(words, at))
        return min(found, default=-1)

    def _likely(self, words: str) -> Sequence[int] | None:
        """Where they may begin, by the one of them that stands in the fewest places.

        The first of them may end a longer word of the text, the last may begin one.
        None: a look-up would not tell, or not be worth it.
        """
        if len(self.text) <= _LONG:
            return None
        found = list(_WORD.finditer(words))
        if len(found) <= 1:
            return None
        first, *inner, last = found
        begin = _alike(self._forms, last.group())
        end = _alike(self._mirrored, first.group()[::-1])
        choices = (
            *([(word.group(), word.start())] for word in inner),
            [(form, last.start()) for form in begin],
            [(form[::-1], first.end() - len(form)) for form in end],
        )
        rarest = min(filter(None, choices), key=self._count, default=None)
        if rarest is None:
            return None
        places = (
            (at, before) for w, before in rarest for at in self._starts.get(w, ())
        )
        return [at - before for at, before in places if at >= before]

    def _count(self, choice: Sequence[tuple[str, int]]) -> int:
        """In how many places one of these words stands."""
        return sum(len(self._starts.get(word, ())) for word, _ in choice)

    @cached_property
    def _starts(self) -> Mapping[str, Sequence[int]]:
        """By each word of the text where it begins."""
        starts: dict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(self.text):
            starts[word.group()].append(word.start())
        return starts

    @cached_property
    def _forms(self) -> Sequence[str]:
        """All words of the text, sorted."""
        return sorted(self._starts)

    @cached_property
    def _mirrored(self) -> Sequence[str]:
        """All words of the text spelt backwards, sorted."""
        return sorted(form[::-1] for form in self._starts)


def _alike(forms: Sequence[str], beginning: str) -> Sequence[str]:
    """The sorted forms that begin so; none where they are many."""
    first = bisect_left(forms, beginning)
    found = [f for f in forms[first : first + _MANY] if f.startswith(beginning)]
    return found if len(found) < _MANY else ()
