"""Full names that may be one person's, found by their words however many there are.

"Nina Kerr" is who "Nina Kerr Hammers Council" begins with, and "N. Kerr" may be her:
each of these is a look-up, since a long text names thousands.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

_Entry = tuple[int, str]
"""Somebody's number, and the name by which the entry was made."""


@dataclass(slots=True)
class _Node:
    """A place in the trie of names: whoever is called so, and whoever more than so."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    whole: list[_Entry] = field(default_factory=list)
    below: list[_Entry] = field(default_factory=list)


class Namesakes:
    """Names of two words or more by those that fit them."""

    def __init__(self) -> None:
        self.names: list[str] = []
        """By number: how somebody is called now."""
        self._root = _Node()
        self._by_ends: dict[tuple[str, ...], list[_Entry]] = defaultdict(list)

    def add(self, name: str) -> int:
        """The number of somebody new."""
        self.names.append("")
        self.call(len(self.names) - 1, name)
        return len(self.names) - 1

    def call(self, number: int, name: str) -> None:
        """Let somebody be called so from now on."""
        if self.names[number] == name:
            return
        self.names[number] = name
        entry = number, name
        node = self._root
        for word in name.split(" "):
            if node is not self._root:
                insort(node.below, entry)
            node = node.next.setdefault(word, _Node())
        insort(node.whole, entry)
        for key in _ends(name, known=True):
            insort(self._by_ends[key], entry)

    def first(self, name: str) -> int | None:
        """The number of the first whose name fits."""
        numbers = map(self._first_of, self._fitting(name))
        return min((number for number in numbers if number is not None), default=None)

    def _fitting(self, name: str) -> Iterator[list[_Entry]]:
        """Whoever is called as the name begins, more than it, or may be called so."""
        node: _Node | None = self._root
        for word in name.split(" "):
            if node is not None:
                yield node.whole
                node = node.next.get(word)
        if node is not None:
            yield node.below
        for key in _ends(name, known=False):
            yield self._by_ends.get(key, [])

    def _first_of(self, entries: list[_Entry]) -> int | None:
        """The first that is still called so; others are forgotten."""
        while entries and self.names[entries[0][0]] != entries[0][1]:
            entries.pop(0)
        return entries[0][0] if entries else None


def _ends(name: str, *, known: bool) -> Iterator[tuple[str, ...]]:
    """Under what a name stands, or is looked for: same surname, fitting first name.

    An initial fits every first name that it begins, and the other way round.
    """
    first, *_, last = name.split()
    yield last, first
    letter = last, first[0], ""
    initial = len(first.rstrip(".")) == 1
    if known:
        yield (*letter, "any")
        if initial:
            yield (*letter, "initial")
    else:
        yield (*letter, "any" if initial else "initial")
