"""Inspected bodies and inspectorates."""

from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.mentions.component import Component, Found, component
from pipeline.mentions.text import Text
from pipeline.names import names_in


@component("bodies")
class Bodies(Component):
    """Finds bodies.

    The label is `inspectorate`, `generic` ("the force"), `sign` ("pupils") or the type
    of body; the key the inspectorate's slug, the words of the generic reference, the
    type that a sign speaks for, or the body's id in its register, else a slug of its
    name without the type noun; the id says how it was found. Where a name may mean
    several bodies each gets a mention.
    """

    def __init__(self, known: Knowledge) -> None:
        self.known = known
        names_in(self.known, "")  # made now, not with the first document

    def find(self, text: Text) -> Iterator[Found]:
        """The bodies and inspectorates that a text names."""
        for start, end, meaning in names_in(self.known, text.written):
            yield start, end, meaning.label, meaning.key, meaning.how
