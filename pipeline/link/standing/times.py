"""Words of time in a sentence: which are earlier, and of which words they are."""

import re
from datetime import date

from pipeline.link.tape import GRADE_SIGNS, Tape
from pipeline.words.months import ENGLISH, MONTHS, month_of

BORDERS = frozenset("k;.()?")
"""Signs that end a clause for most purposes."""
RECENT = 1
"""Years back that may still be this inspection's."""
LATE = 7
"""Months back that may still be this inspection's."""
_GIVEN_THEN = re.compile("[bVv]y(?:s|V|G|q)")
"""As in "was found last November to be poor"."""
TIME_SIGNS = ("Y", "P", "y")
_MONTH = re.compile(rf"\b(?:{ENGLISH})\b", re.IGNORECASE)
AREA = r"(?:O|i[HSxb]{0,3}[AaO](?:(?:,&?|&)[HSxb]{0,2}[Aa])*)?"
_DIRECTLY = re.compile(rf"M?(?:{AREA}|i[jr]?T)(?:x(?:\(x\))?(?=i))?(?:i?x?)$")
"""Between a grade and "last year", "by its inspectors in April last year"."""
_RATING = re.compile(r"^[^GqU]{0,6}M(?:i[HS]?[Aa])?$")
"""Before a time: "its rating for staffing last year was good"."""
_PURE = re.compile("[iNPYxy]{0,1}[NPYxy]{0,2}")
"""Between two commas nothing but a time."""
_OPENED = re.compile("x[xiS]{0,4}")
_GIVEN_IN = re.compile("[GqU]M?O?i$")
AFTER = ("after", "on from")


def is_of_now(tape: Tape, place: int) -> bool:
    """Whether the verb that gives a grade is in the present: "is", "has been rated"."""
    kinds = tape.kinds
    first = place
    while first and kinds[first - 1] in "bVvsnSHxO":
        first -= 1
    verbs = [sign for sign in tape.signs[first:place] if sign.kind == "b"]
    return any(sign.value in tape.cues.told["lasting"] for sign in verbs)


def is_over(tape: Tape, cue: int, place: int, text: str) -> bool:
    """Whether a time is of other words that end before a grade."""
    if tape.kinds[cue + 1] == "," and when_follows(tape, cue + 1, text):
        return False  # "a far cry from 2022, when it was good"
    return (
        _in_aside(tape, cue, place, text)
        or _since_then(tape, cue, place, text)
        or in_relative(tape, cue, place)
        or _compared(tape, cue)
    )


_MAIN = re.compile(r"(?<![Sr,&bvV])b(?=[xnV]{0,2}[bVvn]|[GqU])")
"""The verb that goes on after a relative clause: it has no subject of its own."""
FINITE = frozenset(["is", "are", "was", "were", "has", "have", "has been", "have been"])


def in_relative(tape: Tape, cue: int, place: int) -> bool:
    """Whether a clause that only describes ends between a sign and a grade.

    As in "A home where three had been left alone has been rated poor".
    """
    kinds = tape.kinds
    opened = max(kinds.rfind(sign, 0, cue) for sign in ",k;.()?GqU") + 1
    relative = kinds.find("r", opened, cue)
    if relative < 1 or kinds[relative - 1] not in "xwSAa":
        return False  # "said that it had been ..."
    verbs = _MAIN.finditer(kinds, cue + 1, place + 1)
    return any(tape.signs[verb.start()].value in FINITE for verb in verbs)


def _in_aside(tape: Tape, cue: int, place: int, text: str) -> bool:
    """Whether a time stands in a clause between commas that ends before a grade.

    As in "The school, which was last inspected in 2016, is rated good", "The school,
    founded in 1965, was rated good"; but "which was last inspected in 2016, when it was
    good" goes on, and "The school, in 2019, was good" tells when.
    """
    kinds = tape.kinds
    opened = kinds.rfind(",", 0, cue)
    closed = kinds.find(",", cue, place)
    if closed < 0 or when_follows(tape, closed, text):
        return False
    if opened < 0:
        return _participle(tape, cue)
    described = "r" in kinds[opened:cue]
    named = kinds[opened - 1 : opened] in ("S", "x") and kinds[closed + 1] in "bVvKn"
    graded = not GRADE_SIGNS.isdisjoint(kinds[cue:closed])  # "the school, poor then,"
    pure = _PURE.fullmatch(kinds, opened + 1, cue) is not None and not graded
    return described or (named and not pure)


def _participle(tape: Tape, cue: int) -> bool:
    """As in "Having opened in 2019, the school was good", not "Inspected in 2019".

    And not in "When Ofsted last called, the school was good", for all its ending.
    """
    if not _OPENED.fullmatch(tape.kinds, 0, cue):
        return False
    word = tape.signs[0].value.split()[0]
    named = word in tape.cues.told["inspecting"] or word in tape.cues.inspectorates.next
    return word.endswith(("ed", "ing")) and not named


def _since_then(tape: Tape, cue: int, place: int, text: str) -> bool:
    """As in "rated good since 2013, it is now poor": a span began at that time."""
    kinds = tape.kinds
    began = kinds.rfind("k", 0, cue)
    if began < 0 or tape.signs[began].value != "since":
        return False
    between = kinds[began + 1 : cue]
    ends = [end for sign in ",&" if (end := kinds.find(sign, cue, place)) >= 0]
    if not ends:
        return not set(between) - set("PixN")
    closed = min(ends)
    return "," not in between and not when_follows(tape, closed, text)


def _compared(tape: Tape, cue: int) -> bool:
    """As in "Unlike at its last inspection, ...", "three years after the last one"."""
    kinds = tape.kinds
    first = cue
    while first and kinds[first - 1] in "iNY":
        first -= 1
    before = tape.signs[first - 1] if first else None
    if before is None or before.kind not in "puB" or kinds[cue] == "B":
        return False
    return before.kind != "B" or before.value.endswith(AFTER)


def when_follows(tape: Tape, comma: int, text: str) -> bool:
    """Whether "when" begins what stands after a comma."""
    following = tape.signs[comma + 1 : comma + 2]
    between = text[tape.signs[comma].end : following[0].start] if following else ""
    return "when" in between.split()


_SAID_THEN = re.compile(",r[vV]$")
"""As in ", which said in 2020 that it was poor"."""
_NEVER = re.compile("Zx?[Vv]{1,2}$")
"""As in "never rated before"."""


def is_then(tape: Tape, place: int, text: str, today: date | None) -> bool:
    """Whether a sign names an earlier time."""
    sign = tape.signs[place]
    if sign.kind == "y":
        month = MONTHS.get(sign.value.removeprefix("last "))
        if month is not None and not _is_long_ago(month, today):
            return False
        given = month is not None and _GIVEN_THEN.match(tape.kinds, place - 1)
        return bool(given) or _of_last_year(tape, place, text)
    if sign.kind != "Y":
        return sign.kind == "P" and not _NEVER.search(tape.kinds, 0, place)
    if today is None:  # "in 2020, when it was good"
        follows = tape.kinds.startswith(",", place + 1)
        when = follows and when_follows(tape, place + 1, text)
        return when or _is_not_now(tape.kinds, place)
    return _is_over_by(tape, place, text, today) or (
        int(sign.value[:4]) < today.year and _is_not_now(tape.kinds, place)
    )


_NOW_AFTER = re.compile(r"x?[,;&k]{1,2}[SxHbB]{0,3}n")
"""After a year: "poor in 2019, is now good"."""
_NOW_BEFORE = re.compile(r"n[^;.]{0,30}[GqU][^;.]{0,20},[rk]S?[bV]{1,2}[GqU]M?i$")
"""Before a year: "is now good for A, which was poor in"."""
_NOTED = re.compile(
    r"[GqU][^();.]{0,30}\((?:[GqU]M?i?x?(?=Y\))|(?=Y[:,\-]?[GqU]\)))", re.DOTALL
)
"""What a bracket adds to a grade: "good for A (poor in 2019)", "good (2019: poor)"."""


def _is_not_now(kinds: str, place: int) -> bool:
    """Whether the sentence itself tells a year from now, whatever the day is."""
    if "n" in kinds and (
        _NOW_AFTER.match(kinds, place + 1) or _NOW_BEFORE.search(kinds, 0, place)
    ):
        return True
    return "(" in kinds and any(
        match.end() == place for match in _NOTED.finditer(kinds)
    )


def _is_over_by(tape: Tape, place: int, text: str, today: date) -> bool:
    """Whether a year is an earlier inspection's, on the day of publication."""
    written = int(tape.signs[place].value[:4])
    before = tape.signs[place - 1] if place else None
    if before is not None and before.value.startswith("between"):
        return False
    if _until_now(tape, place):
        return written < today.year
    if written != today.year - RECENT or before is None:
        return written < today.year - RECENT
    dated = _MONTH.search(text, before.start, tape.signs[place].start)
    if dated and (month := month_of(dated.group())):
        return today.month >= month and before.value in tape.cues.told["dating"]
    return before.value in ("in", "back in") and (
        place == 1 or tape.signs[place - 2].kind in BORDERS | {",", "&"}
    )


def _until_now(tape: Tape, place: int) -> bool:
    """As in "was rated good in 2022 and has been rated good": that year is over."""
    if not _GIVEN_IN.search(tape.kinds[:place]):
        return False
    after = tape.signs[place + 1 : place + 3]
    joined = [sign.kind for sign in after[:1]] in (["&"], ["k"])
    return joined and after[-1].value in tape.cues.told["lasting"]


def _is_long_ago(month: int, today: date | None) -> bool:
    """Whether "last November" is before this inspection: reports take half a year."""
    return today is not None and ((today.month - month) % 12 or 12) > LATE


def _of_last_year(tape: Tape, place: int, text: str) -> bool:
    """Whether "last year" tells when a grade was given: it opens a sentence or ends it.

    This inspection may have been then too: "An inspection last year found ...".
    """
    kinds = tape.kinds
    if place and kinds[place - 1] == "x":
        return False
    opened = max(kinds.rfind(sign, 0, place) for sign in ",;.()") + 1
    if re.fullmatch("i?x?", kinds[opened:place]):
        return True
    if _RATING.search(kinds, opened, place):
        return True
    grade = max(kinds.rfind(sign, 0, place) for sign in GRADE_SIGNS)
    if grade < 0 or not _DIRECTLY.match(kinds[grade + 1 : place]):
        return False
    between = tape.signs[grade].end, tape.signs[place].start
    return tape.cues.visiting.search(text, *between) is None


def forward(kinds: str, place: int) -> bool:
    """Whether a time governs what follows it: it stands first in its clause."""
    start = place
    while start and kinds[start - 1] in "ixNYPSb":
        start -= 1
    before = kinds[:start]
    clause = before[max(before.rfind(border) for border in "k;.(") + 1 :]
    opens = before.endswith((",", "&", ":")) or _SAID_THEN.search(before)
    return not set(clause) & GRADE_SIGNS or bool(opens)
