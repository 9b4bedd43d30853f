"""What bodies are called by their type: "the school", "a care home", "both prisons"."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.knowledge import Knowledge, once
from pipeline.knowledge.nouns import types_by_noun, types_by_reference
from pipeline.words.patterns import alike, any_of
from pipeline.words.plurals import several


class Nouns(NamedTuple):
    """The nouns of the data.

    Attributes:
        one: a pattern for any of them.
        many: a pattern for any of their plurals.
        types: by noun or plural, as `alike` has it, the types that it may mean.
    """

    one: str
    many: str
    types: Mapping[str, tuple[str, ...]]


@once
def nouns_of(known: Knowledge) -> Nouns:
    """The nouns of all types of bodies, and of those that the registers list."""
    types = types_by_noun(known.cues["body_generics"], known.bodies.values())
    plurals = {several(noun): kinds for noun, kinds in types.items()}
    return Nouns(
        any_of(types),
        any_of(plurals),
        {alike(noun): kinds for noun, kinds in {**plurals, **types}.items()},
    )


@once
def generic_types(known: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """Words of a generic reference to the types of body that they may mean."""
    return types_by_reference(known.cues["body_generics"], known.bodies.values())
