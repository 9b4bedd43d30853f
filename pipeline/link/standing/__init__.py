"""Which grades on a tape stand: vetoes first, then now or earlier.

A veto's words are data (`cues/vetoes.toml`), as are the words of an earlier inspection
(`cues/previous.toml`); here is only how far they reach.

    force      a wish, a condition, a denial, plain English take a grade's force
    elsewhere  so do words of another body
    scales     and sentences that explain a scale
    past       whether a grade is an earlier inspection's, or the last one's too
    moments    when it was given, by the words that tell it
    times      which words of time are over, and of which words they are
"""

from dataclasses import dataclass, replace
from datetime import date

from pipeline.document import Extent
from pipeline.findings import Tense
from pipeline.link.standing import moments, past
from pipeline.link.standing.force import veto_of
from pipeline.link.standing.scales import steps_of_scales
from pipeline.link.tape import GRADE_SIGNS, GRADES, Tape

LONGEST = 400
"""Signs of a tape; what is longer is no sentence, and no rule should walk it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a grade counts.

    Attributes:
        veto: the entry of the data that takes its force, None where it stands.
        by: the words of that entry.
        when: the words that say which earlier inspection, where given.
        told: where these stand, if in the text itself.
        kept: this inspection's grade and the last one's too.
        choice: one of several grades joined by "or".
    """

    tense: Tense = Tense.CURRENT
    veto: str | None = None
    when: str | None = None
    told: Extent | None = None
    kept: bool = False
    choice: bool = False
    by: Extent | None = None

    @property
    def current(self) -> bool:
        """Whether this inspection gave it."""
        return self.veto is None and self.tense is Tense.CURRENT and not self.choice

    @property
    def previous(self) -> bool:
        """Whether an earlier inspection gave it."""
        return self.veto is None and (self.tense is Tense.PREVIOUS or self.kept)

    def with_time(self, evidence: tuple[Extent, ...]) -> tuple[Extent, ...]:
        """The words that say it, and those that say when where these stand apart."""
        told = self.told
        if told is None or any(
            words.start <= told.start and told.end <= words.end for words in evidence
        ):
            return evidence
        return (*evidence, told)


Standings = dict[int, Standing]
"""By the place of a grade on its tape."""


def standings(tape: Tape, text: str, today: date | None) -> Standings:
    """The standing of each grade on a tape, by its place.

    Args:
        tape: of a sentence, a heading or a line.
        text: the document's.
        today: the day of publication, to tell an earlier year from this inspection's.
    """
    kinds = tape.kinds
    places = [place for place, kind in enumerate(kinds) if kind in GRADES]
    if not places or len(kinds) > LONGEST:
        return {}
    scale = steps_of_scales(tape)
    found: dict[int, Standing] = {}
    for place in places:
        veto = scale.get(place) or veto_of(tape, place, text)
        found[place] = (
            Standing(veto=veto.entry, by=veto.words)
            if veto is not None
            else _told(tape, place, text, today)
        )
    return found


def _told(tape: Tape, place: int, text: str, today: date | None) -> Standing:
    """Now, earlier, or both, for a grade without a veto."""
    as_then = past.as_then(tape, place)
    since = past.since(tape, place, text, today, after=as_then is None)
    kept = as_then is not None or past.kept(tape, place)
    choice = _choice(tape, place)
    if since is None:
        if not kept:
            return Standing(choice=choice)
        told = as_then or moments.of_kept(tape, place)
        return dated(Standing(kept=True, choice=choice), told, text)
    compares = set(tape.kinds[:place]) & set("PBpf")
    if since != moments.UNTOLD and kept and not compares:
        return dated(Standing(kept=True), since, text)
    return dated(Standing(Tense.PREVIOUS, choice=choice), since, text)


def dated(standing: Standing, told: Extent | None, text: str) -> Standing:
    """A standing with the words that tell its time, if any do."""
    if told is None or told == moments.UNTOLD:
        return standing
    return replace(standing, when=text[slice(*told)], told=told)


def _choice(tape: Tape, place: int) -> bool:
    """As in "good or outstanding": neither is stated."""
    kinds = tape.kinds
    after = kinds[place + 1 : place + 3]
    before = kinds[max(0, place - 2) : place]
    bound = after[:1] == "o" and " " in tape.signs[place + 1].value
    led = before[-1:] == "o" and " " in tape.signs[place - 1].value  # "failing or"
    return (
        bound
        or led
        or (after[:1] == "o" and after[1:] in GRADE_SIGNS)
        or (before[1:] == "o" and before[:1] in GRADE_SIGNS)
    )
