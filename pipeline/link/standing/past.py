"""Whether a grade is an earlier inspection's, or this one's and the last one's too.

The words that say so are data (`cues/previous.toml`); here is only how far they reach.
"""

import re
from datetime import date

from pipeline.document import Extent
from pipeline.link.standing import moments, times
from pipeline.link.standing.times import BORDERS
from pipeline.link.tape import GRADE_SIGNS, Tape
from pipeline.link.tape.alphabet import TOLD

NEAR = 4
"""Signs between "from" and the grade it leads to."""
_IS_SAID = re.compile(
    "M?(?:,[^,]{1,8},|\\([^)]{1,8}\\))?(?:i[SxAaPYO]{1,3})?[bBvVs]{1,3}i?"
)
_NOW_AND_WAS = re.compile("n[^;]*[GqU][^;]*[;,(]k?Sb$")
_OPENING = re.compile("k?b?V[Ss]?$")
_NEXT_NOW = re.compile("[GqU][^.;,]{0,6},[^.;,]{1,8}n")
_GLAD = re.compile("n[xS]{0,3}$")
_AS_THEN = re.compile(
    rf"M?(?:b?{times.AREA}),?(?:r[bvxVK]{{1,3}}(?=j))?(?:s(?:[SAaHMT]?[bB]{{0,2}}|x[bB])(?:(?<=B)|v?[xi]{{0,3}}N?[PYy])"
    r"|j[MTsibSBvVxr]{0,7}N?[PYy]|eN?[PYy]|rS?b{1,3}i?N?[PYy])"
)
"""As in "good, as it was in 2019", "good for A, the same grade as last time"."""
_LIKE_THEN = re.compile(
    r"^[sj][SbBix]{0,4}N?[PYy],[^GqU]*$|j[MO]{1,2}s[SbB]{0,2}i?N?[PYy][:,\-]i?$"
)
"""As in "As in 2019, the school was good", "the same rating as in 2019: good"."""
_KEPT = re.compile(
    r"K(?:[pi]?[YPy]|[isxM]){0,4}$|K(?:[rs]Sb,i?|,i)$|K(?:[GqU]M?(?:i[HS]?[AaO](?:[,&]+[Aa])*)?,?&)+$"
    r"|[Aa]K(?:[GqU]M?(?:,&?|&)[HS]?[Aa](?:&[HS]?[Aa])*)+$"
)
"""As in "unchanged from 2019 at good", "kept its good for A and its poor for B"."""
_HELD = re.compile(
    rf"[M)]?(?:[,&]{{1,2}}[AaO](?:\([GqU]\)|,i[GqU]))*{times.AREA},?(?P<b>b)?K(?![^.;]*[GqU])"
)
_NOW_OTHER = re.compile(",?k?b?n")
_GONE = re.compile(rf"M?{times.AREA}(?:(?P<z>z)|v(?=[.,;&k]|$))")


def as_then(tape: Tape, place: int) -> Extent | None:
    """When it was the same, as in "good, as it was in 2019".

    Returns:
        the words of the time, `UNTOLD` if there are none; None if the text does not
        compare so.
    """
    kinds = tape.kinds
    match = _AS_THEN.match(kinds, place + 1)
    if match is None:
        return None
    told = (at for at in range(*match.span()) if kinds[at] in "PYy")
    return next((moments.words(tape, at) for at in told), moments.UNTOLD)


def kept(tape: Tape, place: int) -> bool:
    """Whether a grade is said to be the last one's too: "retained its", "again"."""
    kinds = tape.kinds
    before = kinds[max(0, place - 3) : place]
    held = "K" in before and not set(before[before.index("K") :]) & BORDERS
    held = held or bool(_KEPT.search(kinds[:place])) or _held_after(tape, place)
    return held or _again(tape, place) or bool(_LIKE_THEN.search(kinds[:place]))


def _held_after(tape: Tape, place: int) -> bool:
    """As in "Its good grade for A was retained", "A (good) has not changed"."""
    match = _HELD.match(tape.kinds, place + 1)
    if match is None:
        return False
    sign = tape.signs[match.end() - 1]
    return match["b"] is not None or sign.value.endswith("changed")


def _again(tape: Tape, place: int) -> bool:
    """Whether "again" or "for the second time running" speaks of a grade.

    "Again" alone stands before it: what is "good again" may have been poor meanwhile.
    """
    if not tape.asides:
        return False
    kinds, signs = tape.kinds, tape.signs
    first = max(kinds.rfind(sign, 0, place) for sign in "k;.()?GqU")
    comma = max(first, kinds.rfind(",", 0, place))
    last = _next(kinds, place, "k;.()?GqU,")
    opened = signs[first].end if first >= 0 else tape.extent.start
    clause = signs[comma].end if comma >= 0 else tape.extent.start
    closed = signs[last].start if last < len(signs) else tape.extent.end
    for aside in tape.asides:
        if aside.kind == TOLD:
            continue
        alone = aside.value in tape.cues.told["once_more"]
        leads = aside.end <= signs[0].start
        since = clause if alone and not leads else opened
        until = signs[place].start if alone else closed
        if since <= aside.start and aside.end <= until:
            return True
    return False


def _next(kinds: str, place: int, borders: str) -> int:
    """The place of the next sign of some kinds after one, else the end."""
    found = [at for sign in borders if (at := kinds.find(sign, place + 1)) >= 0]
    return min(found, default=len(kinds))


def since(
    tape: Tape, place: int, text: str, today: date | None, *, after: bool = True
) -> Extent | None:
    """Which earlier inspection gave a grade, None if this one did.

    Args:
        tape: of the sentence.
        place: of the grade.
        text: the document's.
        today: the day of publication.
        after: whether a time after the grade counts too.

    Returns:
        the words that say which, `UNTOLD` if none do.
    """
    if "c" in tape.kinds or _no_more(tape, place):
        return moments.after(tape, place, text, today)
    if (joined := _JOINED.search(tape.kinds[:place])) and _was(tape, place, text):
        when = moments.trailing(tape, joined.start(), text, today)
        if when is not None:
            return when
    led = _led(tape, place, text, today)
    if led is not None or not after:
        return led
    row = moments.in_a_row(tape, place)
    if row is not None and since(tape, row[0], text, today) is not None:
        return row[1]
    return moments.trailing(tape, place, text, today)


_NUMBERED = re.compile(r"(?<=N)\([GqU]\)")
"""As in "graded it 2 (weak) for A and 1 (poor) for B"."""
_JOINED = re.compile(
    r"[GqU]M?O?(?:i?x?N?[PYy]),?[&;][HSx]{0,2}[Aa](?:(?:,&?|&)[HS]{0,2}[Aa])*H?b?V?s?$"
)
"""As in "A was poor last time, and B and C were" before a grade: that time too."""


def _was(tape: Tape, place: int, text: str) -> bool:
    """Whether a grade is told in the past: "were good", "required improvement"."""
    verb = next((s.value for s in reversed(tape.signs[:place]) if s.kind == "b"), "")
    start, end = tape.signs[place].extent
    past = text[start:end].lower().startswith(("required", "needed"))
    return past if tape.kinds[place] == "q" else verb in ("was", "were", "had been")


def _led(tape: Tape, place: int, text: str, today: date | None) -> Extent | None:
    """Which earlier inspection the words before a grade name, if one does."""
    kinds = tape.kinds
    others = False
    for reach in range(_before(kinds, place), -1, -1):
        kind = kinds[reach]
        if kind in "()" and _NUMBERED.match(kinds, reach - "()".index(kind) * 2):
            continue
        if kind == ";" and _goes_on_then(tape, place, text):
            continue
        if kind in ";.()?n" or (kind == "k" and others):
            if kind == "n" and _aside_holds(kinds, reach, place):
                continue
            return None
        if kind in "PYy" and times.is_of_now(tape, place):
            continue
        if kind in "BPYy" and times.is_over(tape, reach, place, text):
            continue
        if _governs(tape, reach, place, others=others):
            told = moments.after(tape, place, text, today)
            return told if told != moments.UNTOLD else moments.before(tape, reach)
        if times.is_then(tape, reach, text, today) and (
            times.forward(kinds, reach)
            or _as_well(tape, reach, place)
            or (kinds[reach + 1] == "," and times.when_follows(tape, reach + 1, text))
        ):
            told = moments.after(tape, place, text, today)
            words = moments.words(tape, reach)
            exact = text[slice(*told)].isdigit() and not text[slice(*words)].isdigit()
            return told if exact else words
        others = others or kind in GRADE_SIGNS
    return None


_DATED = re.compile("k?i?[xN]{0,2}[PYy]")
"""A sentence that begins with a time: "When inspectors last called, it ..."."""


def _goes_on_then(tape: Tape, place: int, text: str) -> bool:
    """As in "In 2022 it was good for A; B was poor": the time is of all clauses."""
    kinds = tape.kinds
    return "n" not in kinds and bool(_DATED.match(kinds)) and _was(tape, place, text)


_RELATIVE = re.compile(r",r[^,;.()?GqU]{1,40},")


def _aside_holds(kinds: str, reach: int, place: int) -> bool:
    """As in "Its rating last year, which it has now made public, was poor"."""
    return any(
        match.start() < reach < match.end()
        for match in _RELATIVE.finditer(kinds, 0, place)
    )


_AND_ALSO = re.compile(r"(?<=[bVvs])[GqU][MO]{0,2}i(?P<when>[PY]),?&[bs]?$")


def _as_well(tape: Tape, time: int, place: int) -> bool:
    """As in "inadequate overall in 2020, and also poor for A": no verb of its own."""
    match = _AND_ALSO.search(tape.kinds[:place])
    if match is None or match.start("when") != time:
        return False
    return set(_rest_of_clause(tape.kinds, place)).isdisjoint("PYyn")


def _governs(tape: Tape, cue: int, place: int, *, others: bool) -> bool:
    """Whether words make a grade after them an earlier one, whatever the time.

    Args:
        tape: of the sentence.
        cue: their place.
        place: of the grade.
        others: whether another grade stands between.
    """
    kinds = tape.kinds
    if kinds[cue] == "B":
        if tape.signs[cue].value.endswith(times.AFTER) and "," in kinds[cue:place]:
            return False  # "A year after it opened, the school was rated good"
        if _is_news(tape, cue):
            return False
        glad = _GLAD.search(kinds, 0, cue)  # "proud that it had been rated good"
        return glad is None and "n" not in _rest_of_clause(kinds, place)
    if others or kinds[cue] not in "kpf":
        return False
    if kinds[cue] == "k":  # "since it was judged poor"
        apart = set(kinds[cue:place]) & set(",&PYy")
        lately = cue > 0 and kinds[cue - 1] == "b"  # "has since been raised to good"
        since = tape.signs[cue].value == "since" and not apart and not lately
        return since or (tape.signs[cue].value == "after" and _several(tape, cue))
    return _leads(tape, cue, place)


_SEVERAL = re.compile("kN[GqU]M")


def _several(tape: Tape, cue: int) -> bool:
    """As in "is good after two inadequate ratings": with a grade of now before."""
    before = set(tape.kinds[:cue]) & GRADE_SIGNS
    return bool(before) and _SEVERAL.match(tape.kinds, cue) is not None


def _is_news(tape: Tape, cue: int) -> bool:
    """As in "Staff were told that it had been rated poor": no time, so it is now."""
    kinds = tape.kinds
    if tape.signs[cue].value.endswith(times.AFTER):
        return False  # "two years after giving it a good rating"
    if set(kinds[: cue + 1]) & set("PYypk") or set(kinds[cue:]) & set("PYyk"):
        return False
    start = tape.signs[cue].start
    told = any(a.kind == TOLD and a.end < start for a in tape.asides)
    return told or (
        kinds[max(0, cue - 2) : cue] in ("rS", "vS")
        and tape.signs[cue].value.split()[-1] in tape.cues.told["given"]
    )


def _no_more(tape: Tape, place: int) -> bool:
    """As in "It is now good; it was poor", "Rated poor in May, it is now good"."""
    kinds = tape.kinds
    if _NOW_AND_WAS.search(kinds[:place]):
        return tape.signs[place - 1].value in ("was", "were")
    if kinds[:place].endswith("rb") and _NOW_OTHER.match(kinds, place + 1):
        return tape.signs[place - 1].value in ("was", "were")
    if (gone := _GONE.match(kinds, place + 1)) is not None:
        verb = tape.signs[gone.end() - 1].value
        return verb in tape.cues.told["has_gone"] or gone["z"] is not None
    return bool(_OPENING.match(kinds[:place])) and bool(_NEXT_NOW.match(kinds, place))


def _before(kinds: str, place: int) -> int:
    """The place before a grade, and before its number in "up from 3 (adequate)"."""
    return place - 3 if kinds[max(0, place - 2) : place] == "N(" else place - 1


def _rest_of_clause(kinds: str, place: int) -> str:
    """As in "he said it had been graded good this year": told later, given now."""
    rest = kinds[place + 1 :]
    ends = [end for sign in ",;.k" if (end := rest.find(sign)) >= 0]
    return rest[: min(ends, default=len(rest))]


_SO_MANY = re.compile("N[TM]rb[sV]?")


def _leads(tape: Tape, cue: int, place: int) -> bool:
    """Whether "from" or "its previous" stands close enough before the grade."""
    kinds = tape.kinds
    between = kinds[cue + 1 : place]
    if kinds[cue] == "f" and _IS_SAID.fullmatch(between):
        return True  # "its last rating for safety was good"
    if between[:2] == "sV":
        return False  # "back from special measures to be rated good"
    if between[:1] in times.TIME_SIGNS and between:
        return False  # "its good rating from 2020"
    if tape.signs[cue].value.startswith("after being") and not (
        set(kinds[:cue]) & GRADE_SIGNS
    ):
        return False  # "celebrating after being rated good"
    if kinds[cue] == "p" and _SO_MANY.fullmatch(between):
        return True  # "inherited two areas that were poor"
    clause = "S" in between and bool(set(between) & set("bVv"))
    clause |= "xV" in between or "xv" in between  # "inspectors from Estyn rated"
    clause |= kinds[cue] == "f" and "xb" in between  # "in a former mill has been"
    return len(between) <= NEAR and not clause and not set(between) & set("k,;&r")
