"""A body that a document names, and what the data says of bodies of its type."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.document import Extent
from pipeline.knowledge import Framework, Knowledge, once
from pipeline.link.reading import Mention

NAMES = frozenset({"name", "alias", "form", "house", "governed", "placed"})
"""How a mention was found that by itself names a body."""

OWNER = re.compile(r"\b(?:run|managed|operated|owned) by (?:the )?$")
"""What stands before the name of a body that runs another."""


@dataclass(eq=False)
class Subject:
    """A body that the document names.

    Attributes:
        type: its kind, as in the registers.
        key: its id in the register, or a slug of its name.
        mentions: all of them in order, short names included.
        titles: how the document's title names it, if it does.
    """

    type: str
    key: str
    mentions: list[Mention] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    @property
    def ways(self) -> set[str]:
        """How its mentions were found."""
        formal = (title.split()[-1][0].isupper() for title in self.titles)
        titles = {"name" if each else "described" for each in formal}
        return titles | {mention.id for mention in self.mentions}

    @property
    def first(self) -> int:
        """Where it is first named; 0 where the title alone names it."""
        return self.mentions[0].start if self.mentions else 0

    @property
    def named(self) -> list[Mention]:
        """The mentions that give its name in full."""
        return [mention for mention in self.mentions if mention.id in NAMES]


@once
def inspected_types(known: Knowledge) -> Mapping[str, set[str]]:
    """Type of body to the inspectorates whose frameworks cover it."""
    found: dict[str, set[str]] = defaultdict(set)
    for framework in known.frameworks.values():
        for kind in framework.inspects:
            found[kind].add(framework.inspectorate)
    return found


@once
def frameworks_for(known: Knowledge) -> Mapping[str, Sequence[Framework]]:
    """Type of body to the frameworks that cover it."""
    found: dict[str, list[Framework]] = defaultdict(list)
    for framework in known.frameworks.values():
        for kind in framework.inspects:
            found[kind].append(framework)
    return found


def extents(mentions: Iterable[Mention]) -> tuple[Extent, ...]:
    """Where mentions stand."""
    return tuple(mention.extent for mention in mentions)
