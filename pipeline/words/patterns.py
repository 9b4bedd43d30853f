"""Many words → one regular expression that reads each character once."""

import re
from collections.abc import Iterable

_Trie = dict[str, "_Trie"]
_END = ""
_GAP = "..."
_PIECE = re.compile(r"\.\.\. *|.")
_BETWEEN = re.compile(r"[-‑\s]+")
_OTHER_CASES = str.maketrans("İıſK’", "iisk'")
"""What `re.IGNORECASE` takes for a letter and `str.lower` does not turn into it."""


def any_of(words: Iterable[str], *, gap: str = "") -> str:
    """A pattern for any of the words, the longest first, as a tree of their prefixes.

    A space in a word stands for any white space, an apostrophe for either kind.

    Args:
        words: one or more.
        gap: a pattern for what `...` in a word stands for.
    """
    root: _Trie = {}
    for word in words:
        node = root
        for char in _PIECE.findall(word) if gap else word:
            node = node.setdefault(char, {})
        node[_END] = {}
    if not root:
        raise ValueError("an empty alternation would match everywhere")
    return _pattern(root, gap)


def alike(words: str) -> str:
    """What all have in common that `any_of` takes for the same words.

    A dictionary in which a match is looked up has such keys: as words are listed, the
    hyphen, the space and the apostrophe need not be those that a writer used.
    """
    return _BETWEEN.sub(" ", words.translate(_OTHER_CASES).lower())


def _pattern(node: _Trie, gap: str) -> str:
    branches = [
        (gap if char.startswith(_GAP) else _letter(char)) + _pattern(child, gap)
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
