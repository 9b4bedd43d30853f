"""Phrases that are products of words: `{kin}-of-{children}`, "mother-of-two", ...

A cue's phrase may hold the names of families in braces. Each stands for its words in
turn, so that a list of ten times ten phrases is one line, without holes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

_NAME = re.compile(r"\{([a-z0-9_-]+)\}")


class UnknownFamilyError(LookupError):
    """A phrase names a family that there is not."""


def multiplied(
    phrases: Iterable[str], families: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """The phrases with every family in them written out, in order.

    Raises:
        UnknownFamilyError: with the phrase and the families that there are.
    """
    for phrase in phrases:
        match = _NAME.search(phrase)
        if match is None:
            yield phrase
            continue
        if match[1] not in families:
            known = ", ".join(families)
            raise UnknownFamilyError(f"{phrase!r}: no such family; known: {known}")
        head, tail = phrase[: match.start()], phrase[match.end() :]
        yield from multiplied(
            (f"{head}{word}{tail}" for word in families[match[1]]), families
        )


def is_product(phrase: str) -> bool:
    """Whether a phrase holds a family."""
    return "{" in phrase
