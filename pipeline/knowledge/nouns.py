"""How texts refer to bodies by their type: "the school", and the noun of that."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.knowledge.entries import Body, Cue

_THE = "the "


def types_by_reference(
    generics: Mapping[str, Cue], bodies: Iterable[Body]
) -> Mapping[str, tuple[str, ...]]:
    """By words the types of body that they may refer to, in the order of the data.

    Args:
        generics: by type of body, how a text refers to one.
        bodies: of the registers, each of which may have a noun of its own.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for kind, cue in generics.items():
        for words in cue.words:
            found[words][kind] = None
    for body in bodies:
        if body.noun:
            found[f"{_THE}{body.noun}"][body.type] = None
    return {words: tuple(kinds) for words, kinds in found.items()}


def types_by_noun(
    generics: Mapping[str, Cue], bodies: Iterable[Body]
) -> Mapping[str, tuple[str, ...]]:
    """The same for the nouns alone: "school", of "the school"."""
    return {
        words.removeprefix(_THE): kinds
        for words, kinds in types_by_reference(generics, bodies).items()
        if words.startswith(_THE)
    }
