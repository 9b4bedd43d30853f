"""Which grades on a tape stand: vetoes first, then now or earlier.

A veto's words are data (`cues/vetoes.toml`), as are the words of an earlier inspection
(`cues/previous.toml`); here is only how far they reach.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from pipeline.document import Extent
from pipeline.findings import Tense
from pipeline.link.standing import moments, past, times
from pipeline.link.standing.times import BORDERS
from pipeline.link.tape import GRADE_SIGNS, GRADES, Sign, Tape

PLAIN_FOLLOWERS = frozenset("xwAaSTr")
"""Signs that make a label before them an adjective: "good work"."""
STRETCHES = ",&k;:.()-"
"""Signs that end a stretch of a clause."""
PASSED_OVER = frozenset(("category", "following", "here", "it", "they", "we"))
"""Followers that do not make an adjective: "up from the good it was given"."""
_ANOTHER = re.compile("NS")
_BODIES = re.compile("Nx?m")
_AMONG = re.compile("(?<=[,bsv-])Ni[xSNiHV]{0,4}(?=[Xm])")
"""As in "the force, one of the few forces that required improvement"."""
_BECAME = re.compile("[Sx]b?v?(?P<nth>[xn])x?[SX]{1,2}[sr]{1,2}[bVv]")
_NTH = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|latest|newest|last)\b")
"""As in "has become the 11th council in England to be rated poor"."""
_ONLY = re.compile("bX[xSi]{0,3}[sr][bVv]")
"""As in "Norshire was the only force to be rated good"."""
CLAUSES = ("-&", ":S", ":b", ":H", ":R", ":N", ":xb")
"""What begins a clause after an aside or a colon: no wish before it governs it."""
FIRST = 4
"""Signs at the start of a sentence that govern all of it."""
LONGEST = 400
"""Signs of a tape; what is longer is no sentence, and no rule should walk it."""
MANY = 5
"""From here on a number of bodies is a statistic."""
FEWEST = 3
"""Grades of the shortest scale."""
_SPANNED = re.compile(r"(?<![vVx])NM,?(?P<from>p[GqU][xk,]{0,3}[GqU])")
"""As in "five grades, from good down to poor"."""
_OF_WHAT = re.compile("x[bK]{1,2}$")
_ANY_BODY = re.compile("[HxS]{1,2}r")
_INDEFINITE = re.compile(r"(?:an?|any|every)\s", re.IGNORECASE)
_NUMBERED = re.compile(r"N[bs]?[(:\-]?[GqU]\)?(?:[,;&]{1,2}N[bs]?[(:\-]?[GqU]\)?){3,}")
"""As in "6 is excellent, 5 very good, 4 good and 3 adequate"."""
_SCALE = re.compile(r"[GqU](?:[,&o]+[GqU]){2,}")


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


def standings(tape: Tape, text: str, today: date | None) -> dict[int, Standing]:
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
    scale = _scales(tape)
    found: dict[int, Standing] = {}
    for place in places:
        vetoed = scale.get(place) or _veto(tape, place, text)
        if vetoed:
            found[place] = vetoed
            continue
        found[place] = _told(tape, place, text, today)
    return found


def _vetoed(veto: str, by: Sign | Extent) -> Standing:
    """No grade, by an entry of the data and its words."""
    return Standing(veto=veto, by=by if isinstance(by, Extent) else by.extent)


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


def _scales(tape: Tape) -> dict[int, Standing]:
    """Grades of a sentence that lists or explains the scale."""
    kinds = tape.kinds
    found: dict[int, Standing] = {}
    for place, sign in enumerate(tape.signs):
        if sign.kind != "D":
            continue
        if not sign.value.startswith("means"):
            vetoed = _vetoed("definition", sign)
            return {p: vetoed for p, kind in enumerate(kinds) if kind in GRADES}
        # "Good means that ...", not "It means that"
        found[place - 1] = _vetoed("definition", sign)
    for match in _SPANNED.finditer(kinds):
        number = tape.signs[match.start()]
        if int(number.value) < FEWEST:
            continue  # "up two grades, from poor to good"
        vetoed = _vetoed("definition", number)
        found |= dict.fromkeys(range(*match.span("from")), vetoed)
    for match in _NUMBERED.finditer(kinds):
        numbers = [s for s in tape.signs[match.start() : match.end()] if s.kind == "N"]
        if _step_by_step([int(sign.value) for sign in numbers]):
            vetoed = _vetoed("definition", numbers[0])
            found |= dict.fromkeys(range(*match.span()), vetoed)
    for match in _SCALE.finditer(kinds):
        row = kinds[match.start() : match.end()]
        if "L" not in kinds or "o" in row:
            first, last = tape.signs[match.start()], tape.signs[match.end() - 1]
            vetoed = _vetoed("definition", Extent(first.start, last.end))
            found |= dict.fromkeys(range(*match.span()), vetoed)
    return found


def _step_by_step(numbers: list[int]) -> bool:
    """Whether numbers are the steps of a scale, one after the other."""
    steps = {after - before for before, after in pairwise(numbers)}
    return steps in ({1}, {-1})


def _veto(tape: Tape, place: int, text: str) -> Standing | None:
    """What takes a grade's force: a wish, a condition, a neighbour, plain English."""
    signs, kinds = tape.signs, tape.kinds
    other = _elsewhere(tape, place)
    if other is not None:
        return _vetoed("many_bodies" if other.kind == "m" else "elsewhere", other)
    if (supposed := _supposed(tape, place, text) or _needed(tape, place)) is not None:
        return _vetoed("condition", supposed)
    reach = place - 1
    denied = True
    while reach >= 0 and kinds[reach] not in BORDERS and kinds[reach] != ",":
        kind = kinds[reach]
        if kinds.startswith(CLAUSES, reach):  # a clause of its own
            break
        if kind in "WCZ" and times.in_relative(tape, reach, place):
            reach -= 1
            continue
        if kind == "W":
            return _vetoed("wish", signs[reach])
        if kind == "C":
            return _vetoed("condition", signs[reach])
        if kind == "Z" and denied:
            return _vetoed("negation", signs[reach])
        denied = denied and kind not in GRADES and kind not in "&:"
        reach -= 1
    return _degree(tape, place) or _plain_english(tape, place, text)


def _supposed(tape: Tape, place: int, text: str) -> Sign | None:
    """The "would" of "A home that was rated poor would have to close", if any."""
    start = tape.extent.start
    if not _ANY_BODY.match(tape.kinds) or not _INDEFINITE.match(text, start):
        return None
    later = (sign for sign in tape.signs[place:] if sign.kind == "C")
    first = next(later, None)
    return first if first is not None and first.value.startswith("would") else None


_NEEDED = re.compile("(?P<needs>x)[Mix]{0,3}N[MTix]{0,2}sV?$")


def _needed(tape: Tape, place: int) -> Sign | None:
    """The "needs" of "A council needs 63 points to be rated good", if any."""
    match = _NEEDED.search(tape.kinds[:place])
    needs = tape.signs[match.start("needs")] if match else None
    told = needs is not None and needs.value.split()[-1] in tape.cues.needing
    return needs if told else None


def _elsewhere(tape: Tape, place: int) -> Sign | None:
    """Of another body, or of the whole country: the words that say so, if any.

    At the start of a sentence they govern all of it ("Nationally, ...", "Of the 79
    schools inspected, ..."), elsewhere the stretch between two marks.
    """
    kinds = tape.kinds.replace("uX", "ux")  # "better than many forces" compares
    start, end = _stretch(kinds, place)
    if kinds[max(0, start - 1) : start] == "(":  # of what stands before the bracket
        start = max(kinds.rfind(sign, 0, start - 1) for sign in ",&k;:.()") + 1
    if _is_among_them(tape, start, place):
        return None
    if "X" in kinds.lstrip("iN")[:2]:
        return tape.signs[kinds.index("X")]
    for first, last in ((start, end), _before_aside(kinds, start)):
        if (at := kinds.find("X", first, last)) >= 0:
            return tape.signs[at]
    for match in _ANOTHER.finditer(kinds, 0, end):
        if match.start() >= start and tape.signs[match.start()].word == "another":
            return tape.signs[match.start()]
    for match in _BODIES.finditer(kinds):
        first = match.start()
        governs = first < end and (first < FIRST or first >= start)
        if governs and int(tape.signs[first].value) >= MANY:
            return tape.signs[match.end() - 1]
    return None


_ASIDE = re.compile(r",r[^,;:.()GqU]{1,40},(?=[bVvKn])")


def _before_aside(kinds: str, start: int) -> tuple[int, int]:
    """Whose the verb is that begins a stretch: "neighbouring A, which is new, was"."""
    for aside in _ASIDE.finditer(kinds, 0, start + 1):
        if aside.end() == start:
            return _stretch(kinds, aside.start() - 1)[0], aside.start()
    return 0, 0


def _stretch(kinds: str, place: int) -> tuple[int, int]:
    """Where the stretch of a clause begins and ends that a sign stands in."""
    start = end = place
    while start and kinds[start - 1] not in STRETCHES:
        start -= 1
    while end < len(kinds) and kinds[end] not in STRETCHES:
        end += 1
    return start, end


def _is_among_them(tape: Tape, start: int, place: int) -> bool:
    """As in "is one of only two prisons in England to be good": the body itself is."""
    kinds = tape.kinds
    if "bNiN" in kinds[start:place] or _ONLY.search(kinds, start, place):
        return True
    nth = _BECAME.search(kinds, 0, place)
    if nth and _NTH.search(tape.signs[nth.start("nth")].value):
        return True
    among = _AMONG.search(kinds, max(0, start - 1), place)
    return among is not None and tape.signs[among.start()].value == "1"


def _degree(tape: Tape, place: int) -> Standing | None:
    """As in "consistently good": a label takes no degree."""
    before = tape.signs[place - 1] if place else None
    sign = tape.signs[place]
    after = tape.signs[place + 1] if place + 1 < len(tape.signs) else None
    if after is not None and after.kind == "d" and " " in after.value:
        return _vetoed("degree", after)  # "outstanding in some cases"
    if sign.quoted or before is None or before.kind != "d":
        return None
    return _vetoed("degree", before) if before.value == sign.before else None


def _plain_english(tape: Tape, place: int, text: str) -> Standing | None:
    """As in "good work", "requires improvements to its desk"."""
    kinds, sign = tape.kinds, tape.signs[place]
    if sign.before == "how":
        return _vetoed("plain_english", sign)  # "How good are outcomes?"
    told = tape.cues.told
    due = sign.value == "outstanding" and sign.before in told["undone"]
    if due and (sign.after in told["from_then"] or _is_of_things(tape, place, text)):
        return _vetoed("plain_english", sign)  # "still outstanding from last year"
    rated = kinds[max(0, place - 1) : place] == "V"
    if sign.quoted or rated or kinds[max(0, place - 2) : place] == "Vs":
        return None
    if sign.kind == "q":
        moved = kinds[place + 1 : place + 2] in GRADE_SIGNS  # "from ... to good"
        plain = sign.after == "to" and not moved
        return _vetoed("plain_english", sign) if plain else None
    if kinds[place + 1 : place + 2] in PLAIN_FOLLOWERS:
        following = tape.signs[place + 1]
        close = following.start - sign.end == 1 and following.value not in PASSED_OVER
        # not "A and B are the two good areas"
        definite = following.value in tape.cues.graded and _is_definite(tape, place)
        return _vetoed("plain_english", following) if close and not definite else None
    return None


def _is_definite(tape: Tape, place: int) -> bool:
    """As in "the two good areas", "the only good area"."""
    counted = tape.kinds[max(0, place - 1) : place] == "N"
    if counted and tape.signs[place - 1].before in tape.cues.definite:
        return True
    return tape.signs[place].before in tape.cues.told["sole"]


def _is_of_things(tape: Tape, place: int, text: str) -> bool:
    """As in "the library books remain outstanding": several, and no body."""
    match = _OF_WHAT.search(tape.kinds, 0, place)
    if match is None:
        return False
    things = tape.signs[match.start()]
    noun = text[things.start : things.end].rsplit(maxsplit=1)[-1]
    return noun[0].islower() and noun.endswith("s") and noun not in tape.cues.bodies


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
