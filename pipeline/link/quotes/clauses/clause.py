"""A reporting clause: a cue, who it makes speak, and on which side the words stand."""

from dataclasses import dataclass

from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.reading import Mention


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause.

    Attributes:
        source: None where the subject cannot be found.
        inverted: the subject follows the verb, and the words stand before both.
    """

    cue: Mention
    source: Source | None
    inverted: bool = False

    @property
    def start(self) -> int:
        """Where the clause begins."""
        if self.source is None:
            return self.cue.start
        return min(self.cue.start, self.source.start)

    @property
    def end(self) -> int:
        """Where it ends, without what else follows."""
        if self.source is None:
            return self.cue.end
        return max(self.cue.end, self.source.end)
