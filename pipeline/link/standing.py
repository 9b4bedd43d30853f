"""Which grades on a tape stand: vetoes first, then now or earlier.

A veto's words are data (`cues/vetoes.toml`), as are the words of an earlier inspection
(`cues/previous.toml`); here is only how far they reach.
"""

import re
from dataclasses import dataclass

from pipeline.document import Extent
from pipeline.findings import Tense
from pipeline.link.tape import Sign, Tape

GRADES = "GqU"
BORDERS = frozenset("k;.()?")
"""Signs that end a clause for most purposes."""
PLAIN_FOLLOWERS = frozenset("xwAaSTr")
"""Signs that make a label before them an adjective: "good work"."""
GRADE_SIGNS = frozenset(GRADES)
PASSED_OVER = frozenset(("following", "it", "they", "we"))
"""Followers that do not make an adjective: "up from the good it was given"."""
NEAR = 4
"""Signs between "from" and the grade it leads to."""
_BODIES = re.compile("Nx?m")
FIRST = 4
"""Signs at the start of a sentence that govern all of it."""
LONGEST = 400
"""Signs of a tape; what is longer is no sentence, and no rule should walk it."""
MANY = 5
"""From here on a number of bodies is a statistic."""
_SCALE = re.compile(r"[GqU](?:[,&o]+[GqU]){2,}")
_FRAGMENT = re.compile(r"[GqU][MO]?,iY[.]?")
"""As in "Good overall, in 2018.", which has no verb that could be of now."""
_MONTHS = frozenset(
    word[:length]
    for word in (
        "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december",
    )
    for length in (3, 4, len(word))
)  # fmt: skip
RECENT = 1
"""Years back that may still be this inspection's."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a grade counts.

    Attributes:
        veto: the entry of the data that takes its force, None where it stands.
        by: the words of that entry.
        when: the words that say which earlier inspection, where given.
        kept: this inspection's grade and the last one's too.
        choice: one of several grades joined by "or".
    """

    tense: Tense = Tense.CURRENT
    veto: str | None = None
    when: str | None = None
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


def standings(tape: Tape, text: str, year: int | None) -> dict[int, Standing]:
    """The standing of each grade on a tape, by its place.

    Args:
        tape: of a sentence, a heading or a line.
        text: the document's.
        year: of publication, to tell an earlier year from this inspection's.
    """
    kinds = tape.kinds
    places = [place for place, kind in enumerate(kinds) if kind in GRADES]
    if not places or len(kinds) > LONGEST:
        return {}
    scale = _scales(tape)
    found: dict[int, Standing] = {}
    for place in places:
        vetoed = scale.get(place) or _veto(tape, place)
        if vetoed:
            found[place] = vetoed
            continue
        since = _earlier(tape, place, text, year)
        if since and _kept(kinds, place) and not set(kinds[:place]) & set("PBp"):
            found[place] = Standing(when=since, kept=True)
            continue
        found[place] = Standing(
            Tense.CURRENT if since is None else Tense.PREVIOUS,
            when=since or None,
            kept=since is None and _kept(kinds, place),
            choice=_choice(tape, place),
        )
    return found


def _vetoed(veto: str, by: Sign | Extent) -> Standing:
    """No grade, by an entry of the data and its words."""
    return Standing(veto=veto, by=by if isinstance(by, Extent) else by.extent)


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
    for match in _SCALE.finditer(kinds):
        row = kinds[match.start() : match.end()]
        if "L" not in kinds or "o" in row:
            first, last = tape.signs[match.start()], tape.signs[match.end() - 1]
            vetoed = _vetoed("definition", Extent(first.start, last.end))
            found |= dict.fromkeys(range(*match.span()), vetoed)
    return found


def _veto(tape: Tape, place: int) -> Standing | None:
    """What takes a grade's force: a wish, a condition, a neighbour, plain English."""
    signs, kinds = tape.signs, tape.kinds
    other = _elsewhere(tape, place)
    if other is not None:
        return _vetoed("many_bodies" if other.kind == "m" else "elsewhere", other)
    reach = place - 1
    denied = True
    while reach >= 0 and kinds[reach] not in BORDERS and kinds[reach] != ",":
        kind = kinds[reach]
        if kind == "W":
            return _vetoed("wish", signs[reach])
        if kind == "C" and signs[reach].value != "whether":
            return _vetoed("condition", signs[reach])
        if kind == "Z" and denied:
            return _vetoed("negation", signs[reach])
        denied = denied and kind not in GRADES and kind not in "&:"
        reach -= 1
    return _degree(tape, place) or _plain_english(tape, place)


def _elsewhere(tape: Tape, place: int) -> Sign | None:
    """The words of other bodies or the whole country that govern a grade, if any.

    At the start of a sentence they govern all of it ("Nationally, ...", "Of the 79
    schools inspected, ..."), elsewhere the stretch between two commas.
    """
    kinds = tape.kinds
    start = max(kinds.rfind(sign, 0, place) for sign in ",&k;.()") + 1
    ends = [kinds.find(sign, place) for sign in ",&k;.()"]
    end = min((end for end in ends if end >= 0), default=len(kinds))
    if "bNiN" in kinds[start:place]:
        return None  # the body "is one of only two prisons in England to be good"
    if "X" in kinds.lstrip("iN")[:2]:
        return tape.signs[kinds.index("X")]
    if "X" in kinds[start:end]:
        return tape.signs[kinds.index("X", start)]
    for match in _BODIES.finditer(kinds):
        first = match.start()
        governs = first < end and (first < FIRST or first >= start)
        if governs and int(tape.signs[first].value) >= MANY:
            return tape.signs[match.end() - 1]
    return None


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


def _plain_english(tape: Tape, place: int) -> Standing | None:
    """As in "good work", "requires improvements to its desk"."""
    kinds, sign = tape.kinds, tape.signs[place]
    rated = kinds[max(0, place - 1) : place] == "V"
    if sign.quoted or rated or kinds[max(0, place - 2) : place] == "Vs":
        return None
    if sign.kind == "q":
        moved = kinds[place + 1 : place + 2] in GRADE_SIGNS  # "from ... to good"
        plain = sign.after == "to" and not moved
        return _vetoed("plain_english", sign) if plain else None
    if kinds[place + 1 : place + 2] in PLAIN_FOLLOWERS:
        following = tape.signs[place + 1]
        if following.start - sign.end == 1 and following.value not in PASSED_OVER:
            return _vetoed("plain_english", following)
    return None


def _choice(tape: Tape, place: int) -> bool:
    """Whether "or" joins it to another grade: neither is stated."""
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


def _kept(kinds: str, place: int) -> bool:
    """Whether "retained its" stands before it."""
    before = kinds[max(0, place - 3) : place]
    return "K" in before and not set(before[before.index("K") :]) & BORDERS


def _earlier(tape: Tape, place: int, text: str, year: int | None) -> str | None:
    """Which earlier inspection gave it, "" if not said; None if this one did."""
    signs, kinds = tape.signs, tape.kinds
    reach = _before(kinds, place)
    others = 0
    if "c" in kinds:
        return _when_after(tape, place, text, year)
    while reach >= 0 and kinds[reach] not in ";.()?":
        kind = kinds[reach]
        since = kind == "k" and signs[reach].value == "since"
        if since and not others and "," not in kinds[reach:place]:
            return _when_after(tape, place, text, year)  # "since it was judged poor"
        if kind == "n" or (kind == "k" and others):
            break
        if kind == "p" and not others and _leads(tape, reach, place):
            return _when_after(tape, place, text, year)
        if kind in "BPY" and _in_aside(kinds, reach, place):
            reach -= 1
            continue
        if kind == "B" and "n" not in _rest_of_clause(kinds, place):
            return _when_after(tape, place, text, year)
        if _is_then(tape, reach, year) and _forward(kinds, reach):
            after = _when_after(tape, place, text, year)
            words = _words(tape, reach, text)
            return after if after.isdigit() and not words.isdigit() else words
        if kind in GRADES:
            others += 1
        reach -= 1
    return _when_trailing(tape, place, text, year)


def _before(kinds: str, place: int) -> int:
    """The place before a grade, and before its number in "up from 3 (adequate)"."""
    return place - 3 if kinds[max(0, place - 2) : place] == "N(" else place - 1


def _rest_of_clause(kinds: str, place: int) -> str:
    """As in "he said it had been graded good this year": told later, given now."""
    rest = kinds[place + 1 :]
    ends = [end for sign in ",;.k" if (end := rest.find(sign)) >= 0]
    return rest[: min(ends, default=len(rest))]


def _in_aside(kinds: str, cue: int, place: int) -> bool:
    """Whether a time stands in a clause between commas that ends before a grade.

    As in "The school, which was last inspected in 2016, is rated good".
    """
    opened = kinds.rfind(",", 0, cue)
    return opened >= 0 and "," in kinds[cue:place] and "r" in kinds[opened:cue]


def _leads(tape: Tape, cue: int, place: int) -> bool:
    """Whether "from" or "its previous" stands close enough before the grade."""
    kinds = tape.kinds
    between = kinds[cue + 1 : place]
    if tape.signs[cue].value.startswith("after being") and not (
        set(kinds[:cue]) & GRADE_SIGNS
    ):
        return False  # "celebrating after being rated good"
    clause = "S" in between and bool(set(between) & set("bVv"))
    return len(between) <= NEAR and not clause and not set(between) & set("k,;&r")


def _is_then(tape: Tape, place: int, year: int | None) -> bool:
    """Whether a sign names an earlier time."""
    sign = tape.signs[place]
    if sign.kind == "P":
        return True
    if sign.kind != "Y":
        return False
    written = int(sign.value[:4])
    before = tape.signs[place - 1] if place else None
    dated = before is not None and any(w in _MONTHS for w in before.value.split())
    if year is None:
        return False
    return written < year - RECENT or (
        written == year - RECENT
        and not dated
        and before is not None
        and before.value in ("in", "back in")
        and (place == 1 or tape.signs[place - 2].kind in BORDERS | {",", "&"})
    )


def _forward(kinds: str, place: int) -> bool:
    """Whether a time governs what follows it: it stands first in its clause."""
    start = place
    while start and kinds[start - 1] in "ixNYPSb":
        start -= 1
    before = kinds[:start]
    clause = before[max(before.rfind(border) for border in "k;.(") + 1 :]
    return not set(clause) & set(GRADES) or before.endswith((",", "&", ":"))


def _when_after(tape: Tape, place: int, text: str, year: int | None) -> str:
    """The time that stands after an earlier grade: "up from good in 2018"."""
    return _when_trailing(tape, place, text, year) or ""


def _when_trailing(tape: Tape, place: int, text: str, year: int | None) -> str | None:
    """The time after a grade in its clause, None where none makes it an earlier one."""
    kinds = tape.kinds
    reach = place + 1
    while reach < len(kinds) and kinds[reach] not in ";.()?npWKre":
        if kinds[reach] == "k" and tape.signs[reach].value not in ("when", "after"):
            break
        if kinds[reach] == "B":
            break
        if _is_then(tape, reach, year) and (
            not _forward(kinds, reach) or _FRAGMENT.fullmatch(kinds, place)
        ):
            return _words(tape, reach, text)
        reach += 1
    return None


def _words(tape: Tape, place: int, text: str) -> str:
    """A time as written, with its count or its year: "two years ago", "2018"."""
    signs, kinds = tape.signs, tape.kinds
    for near in (place, place + 1, place + 2, place + 3, place - 1):
        if 0 <= near < len(signs) and kinds[near] == "Y":
            return text[signs[near].start : signs[near].end]
    start = signs[place].start
    if place and kinds[place - 1] in "Nx" and signs[place - 1].end + 1 == start:
        start = signs[place - 1].start
    return text[start : signs[place].end]
