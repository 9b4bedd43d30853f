"""The thread of a story: what it has just said, so that a sentence may lean on it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.document import BlockType, Role
from pipeline.link.grades.claims import Claim
from pipeline.link.page import Line, Page
from pipeline.link.standing import Standings
from pipeline.link.tape import Sign, Tape

PROSE = (BlockType.PARAGRAPH, BlockType.QUOTE)
Echoes = Mapping[int, Claim]
"""By where "the same grade" stands, the claim that gave it first."""


@dataclass(slots=True)
class Thread:
    """What the text has said up to a sentence.

    Attributes:
        last: the line before.
        before: the sentence before, if nothing stands between.
        told: the standing of its grades.
        given: what the last sentence with a grade said.
        named: the areas of the sentence before, wherever it stands.
        spoken_of: the areas that "both" or "they" would mean.
        graded: the areas of each sentence with grades.
        counts: by a count what has it; None where two grades do.
        by_area: by an area's key what was said of it last.
    """

    last: Line | None = None
    before: Tape | None = None
    told: Standings = field(default_factory=dict)
    given: list[Claim] = field(default_factory=list)
    named: list[Sign] = field(default_factory=list)
    spoken_of: list[Sign] = field(default_factory=list)
    graded: list[list[Sign]] = field(default_factory=list)
    counts: dict[int, Claim | None] = field(default_factory=dict)
    by_area: dict[str, Claim] = field(default_factory=dict)

    def enter(self, line: Line, page: Page) -> None:
        """Go on to a line; what was said is forgotten where it does not follow."""
        if not self._goes_on_with(line, page):
            self.before, self.told, self.given, self.graded = None, {}, [], []
        if self._turns_to_another(line, page):
            self.named, self.graded, self.counts = [], [], {}
        self.spoken_of = self.named if len(self.named) > 1 else []

    def leave(self, line: Line) -> None:
        """Keep what the next line may lean on, whoever has read this one."""
        self.named = line.sentences[-1].of("Aa")
        self.last = line

    def count(self, counted: Iterable[tuple[int, Claim]]) -> None:
        """Keep what a sentence counts; a number of two grades stands for neither."""
        for number, claim in counted:
            first = self.counts.setdefault(number, claim)
            if first is not None and first.grade.value != claim.grade.value:
                self.counts[number] = None

    def silent(self, tape: Tape) -> None:
        """Go past a sentence without a grade."""
        self.named = tape.of("Aa")
        if len(self.named) > 1:
            self.spoken_of = self.named

    def graded_by(self, tape: Tape, claims: list[Claim]) -> None:
        """Go past a sentence with grades, and keep what it gave."""
        self.given = claims or self.given
        self.by_area.update((claim.area.value, claim) for claim in claims if claim.area)
        areas = [claim.area for claim in claims if claim.area]
        if areas:
            self.graded.append(areas)
            self.spoken_of = areas
        self.named = tape.of("Aa")

    def _turns_to_another(self, line: Line, page: Page) -> bool:
        """Whether a line is about another body than the one before."""
        if self.last is None or len(page.scope.inspections) == 1:
            return False
        ends = self.last.block.end - 1
        return page.scope.at(line.block.start) != page.scope.at(ends)

    def _goes_on_with(self, line: Line, page: Page) -> bool:
        """Whether a line goes on where the last one stopped, both of them prose."""
        last = self.last
        if last is None or not {line.block.type, last.block.type} <= set(PROSE):
            return False
        between = page.document.blocks[last.index + 1 : line.index]
        return not any(block.role is Role.BODY for block in between)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the thread reaches it.

    Attributes:
        tape: its signs, "the same grade" read as the grade that it means.
        standing: of its grades.
        echoes: what gave the grades first that it only repeats.
        before: the sentence before it, if nothing stands between.
        told: the standing of that one's grades.
        opens: whether it is the first of its line.
        thread: all that was said before it.
    """

    tape: Tape
    standing: Standings
    echoes: Echoes
    before: Tape | None
    told: Standings
    opens: bool
    line: Line
    page: Page
    thread: Thread

    @property
    def preceding(self) -> Tape | None:
        """The sentence before it in its own paragraph."""
        return None if self.opens else self.before


LeaningRule = Callable[[Sentence], Iterable[Claim]]
"""What a sentence says in the light of those before it."""
