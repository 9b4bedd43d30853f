"""A reporting clause: a cue, who it makes speak, and on which side the words stand."""

from dataclasses import dataclass

from pipeline.link.quotes.clauses.noun_phrases import Source
from pipeline.link.reading import Mention


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause.

    Attributes:
        cue: what makes somebody speak; its label is the entry of `cues/speech.toml`
            that has it, and empty for a colon, or a verb that nobody has listed.
        source: None where the subject cannot be found.
        inverted: the subject follows the verb, and the words stand before both.
        like: the entry as whose words it governs, where that is another one: "her view
            is that" as a verb does.
    """

    cue: Mention
    source: Source | None
    inverted: bool = False
    like: str = ""

    @property
    def kind(self) -> str:
        """The entry whose words govern as this one does."""
        return self.like or self.cue.label

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
