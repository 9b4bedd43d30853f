"""Counts with a grade: "good in two areas", "two areas were good"."""

import re
from collections.abc import Iterator

from pipeline.document import Extent
from pipeline.findings import (
    Finding,
    TallyFinding,
    Trace,
)
from pipeline.link import vetoes
from pipeline.link.page import Page
from pipeline.link.page.entries import entries_of
from pipeline.link.standing import Standings
from pipeline.link.syntax import G
from pipeline.link.tallies import totals
from pipeline.link.tape import GRADES, Tape
from pipeline.link.tape.alphabet import QUOTES

OF = "(?:i[HRS]?N)"
STOP = r"(?=[TMR,;.&k:\-()Eir?nd]|$)"
ASIDE = "(?:[,(-]r?I?[AaHiSx]{1,2}(?:[,&]*[HiSx]{0,2}[Aa])*[,)-])?"
"""Areas named between a count and its grade: "one area, A, was good"."""
_GRADE_FIRST = re.compile(
    rf"(?P<g>{G})\)?,?M?(?:[SO]|O,?&)?(?:[bH]?i|[:\-(])[HRn]{{0,2}}(?P<n>N)(?:{OF}|N)?(?![NxwSF]){STOP}"
)
"""As in "good in two areas", "good (two)"."""
_COUNT_FIRST = re.compile(
    rf"(?P<n>N)(?:i[HR]?N|N)?(?:iS|iH)?[Rn]?{ASIDE}(?:[TM](?:i[xST])?{ASIDE}(?:[xVv]?,)?)?"
    rf"(?:r?[bVvSsHrn]{{0,7}}(?:x[bVs])?)(?:i|&(?=[GqU](?!{G})))?(?P<g>{G})(?!i[HRn]?N)"
)
"""As in "two areas were rated good", "two are good"."""
_OF_THOSE = re.compile(rf"Ni(?P<n>N)T?r[bSvV]{{0,2}}(?P<g>{G})")
"""As in "three of the four that require improvement": it is four."""
_RISEN = re.compile(rf"[TM]V?(?P<g>{G})M?[bVv]{{1,3}}p(?P<from>N)T?(?P<n>N)(?!x)")
"""As in "the number of areas rated good has risen from two to five"."""
_PREPOSED = re.compile(
    rf"(?:^|[,&;k])[k&]?i(?:HR|R)?(?P<n>N)(?:i[HR]?N)?(?:iS|T(?:r[xSvb]{{1,3}})?)?(?:\([Nx]{{1,3}}\))?{ASIDE},?"
    rf"(?:bS|[SM][bv]{{1,2}}[nVs]{{0,2}}|Svx?Mi|S(?=q))(?P<g>{G})(?=[,;.&k]|$)"
)
"""As in "in four of them the force was good"."""
_TIMES = re.compile(rf"(?P<n>N)x(?P<g>{G})")
"""As in "4 x good"."""
_ONE_OF = re.compile("NiNT?(?:r?V|r[SbVvsn]{1,5}[GqU])")
_ALL_BUT = re.compile(r"(?:^|[,;k&])i?H?EN[^GqUk,;]*G|G[^GqUk,;]*HN[TM]?EN")
"""As in "all but one of the nine were good", "good in all nine areas but two"."""
_BODIES = re.compile("N[xS]?[mSx](?:i[xS]{1,3})?[,:-]")
"""As in "two police forces, one ...", "three schools in town: two ..."."""
FEW = 3
"""Signs after a count in which its exception may stand."""
PARTS = ("o", "oi")
"""Before a number of which only a part is meant: "half of the eight areas"."""
MULTIPLIERS = ("x", "times")
_IS_ONE = re.compile("[Aa][bv]{1,2}NT$")
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("grade_first", _GRADE_FIRST),
    ("risen", _RISEN),
    ("times", _TIMES),
    ("preposed", _PREPOSED),
    ("of_those", _OF_THOSE),
    ("count_first", _COUNT_FIRST),
)
BESIDE = 2
"""Characters between a grade, its mark and the next word."""


def stated(
    tape: Tape, standing: Standings, used: set[int], page: Page
) -> Iterator[Finding]:
    """The counts of a sentence, and what looked like one.

    Args:
        tape: of the sentence.
        standing: of its grades.
        used: gets the places of counts and grades that were read.
        page: the document.
    """
    for name, match in _matches(tape):
        count, grade = _counted(tape, match), match.start("g")
        if {count, grade} & used:
            continue
        veto = _veto(tape, standing, match, name)
        if _of_places(tape, match, page.document.text):
            veto = "of_places"
        if len(page.scope.inspections) > 1 and page.quoted(tape.signs[grade]):
            veto = "said_in_a_roundup"  # whose areas somebody counts is not certain
        if veto:
            yield vetoes.of_tally(tape, (count, grade), veto, standing)
            continue
        used |= {count, grade}
        yield from _tally(tape, count, grade, name, page)
        yield from totals.beside(tape, count, page)


def is_elsewhere(tape: Tape) -> bool:
    """Whether a sentence counts other bodies, or those of the whole country."""
    return "X" in tape.kinds.replace("uX", "") and "bNiN" not in tape.kinds


def _matches(tape: Tape) -> Iterator[tuple[str, re.Match[str]]]:
    """What may be a count with its grade, by the rules in order of trust."""
    for name, pattern in PATTERNS:
        for match in pattern.finditer(tape.kinds):
            count = tape.signs[match.start("n")]
            following = tape.signs[match.start("n") + 1 : match.start("n") + 2]
            if name == "times" and following[0].value not in MULTIPLIERS:
                continue
            if name == "preposed" and (
                following[0].kind in "SM" and following[0].start - count.end < BESIDE
            ):
                continue  # "at two hospitals were good"
            if not tape.kinds[: match.start("n")].endswith(PARTS) and not (
                _ALL_BUT.search(tape.kinds, 0, match.end() + FEW)
            ):
                yield name, match


def _counted(tape: Tape, match: re.Match[str]) -> int:
    """The place of the count: of all in "one of three areas rated good".

    And the second of "another two", but the first of "two of those six".
    """
    count = match.start("n")
    if tape.kinds.startswith("NN", count) and tape.signs[count].word == "another":
        return count + 1
    return count + 2 if _ONE_OF.match(tape.kinds, count) else count


def _veto(
    tape: Tape,
    standing: Standings,
    match: re.Match[str],
    rule: str,
) -> str | None:
    """What forbids a count with its grade: a veto of the grade, or one of its own."""
    count, grade = match.start("n"), match.start("g")
    if is_elsewhere(tape) or _OF_BODIES.search(tape.kinds[:count]):
        return "elsewhere"
    if not _stands(tape, standing, grade, rule) and not _is_given(
        tape, standing, match
    ):
        return "stands"
    if _shares_out_bodies(tape, min(count, grade)):
        return "of_bodies"
    if grade - count == 1 and _before_a_noun(tape, grade):
        return "before_a_noun"
    if _one_of_many(tape, match):
        return "one_of_many"
    return "moved_or_out_of" if _moved_or_out_of(tape, match) else None


def _shares_out_bodies(tape: Tape, place: int) -> bool:
    """As in "two police forces, one good and one poor": what is counted are bodies."""
    many = tape.cues.many
    return any(
        not many.isdisjoint(sign.value.split()[-1:])
        for match in _BODIES.finditer(tape.kinds, 0, place)
        for sign in tape.signs[match.start() + 1 : match.end() - 1]
    )


def _is_given(tape: Tape, standing: Standings, match: re.Match[str]) -> bool:
    """As in "We hope to turn those three poor grades round": they have been given."""
    count, grade = match.start("n"), match.start("g")
    stands = standing.get(grade)
    supposed = stands is not None and stands.veto in ("wish", "condition")
    return (
        supposed
        and grade == count + 1
        and (tape.signs[count].before in tape.cues.definite)
    )


_OWN = re.compile("i[HSx]?[Aa]")
_OF_BODIES = re.compile(r"mX?,(?:N[bvV]{0,2}[GqU][,&]{1,2})*$")
"""As before a count in "one of eleven councils, four of which are good"."""


def _one_of_many(tape: Tape, match: re.Match[str]) -> bool:
    """As in "one of 12 rated good": a count of bodies, not of areas."""
    if match.re is _COUNT_FIRST:
        start = match.start("n")
        led = start > 0 and tape.kinds[start - 1] == "i"
        apart = match.start("g") - start > 1
        if led and apart and tape.signs[start - 1].value == "of":
            return True  # "in the last of the four tests, safety, it was good"
        after = tape.kinds[match.end("g") :]
        if led and "S" in match.group() and _OWN.match(after):
            return True  # "In our four tests outcomes were poor for safety"
        if led and apart and "T" not in match.group():
            return True  # "the smallest of the three was good"
    kinds = tape.kinds[match.start("n") : match.start("g")]
    if _IS_ONE.search(tape.kinds[: match.start("n") + 2]):
        return True  # "A was the one area to be graded good" names it
    one = tape.signs[match.start("n")]
    alone = one.value == "1"
    if alone and one.before in tape.cues.which_one:
        return True  # "The last one was outstanding", of four advisers
    return alone and kinds.startswith("NiN") and not set(kinds) & set("Tb")


def _of_places(tape: Tape, match: re.Match[str], text: str) -> bool:
    """As in "services in three areas of London were rated poor"."""
    noun = tape.kinds.find("Tix", match.start("n"), match.end())
    if noun < 0 or tape.signs[noun + 1].value not in ("of", "in", "across"):
        return False
    place = text[tape.signs[noun + 2].start : tape.signs[noun + 2].end]
    return place[:1].isupper() and not place.endswith(("’s", "'s"))


def _moved_or_out_of(tape: Tape, match: re.Match[str]) -> bool:
    """As in "good grades out of nine": a count of what moved, or of all."""
    place = match.start("g")
    if match.re is not _GRADE_FIRST:  # "jumped two grades to good"
        steps, *then = tape.signs[match.start("n") + 1 : match.start("n") + 3]
        leading = [s.value if s.kind == "s" else s.before for s in then]
        return steps.kind == "M" and "".join(leading).split()[:1] == ["to"]
    from_it = tape.signs[max(0, place - 2)]  # not "celebrating after being rated good"
    moved = from_it.kind in "pf" and not from_it.value.startswith("after being")
    moved &= place > 1
    links = [s for s in tape.signs[place : match.start("n")] if s.kind == "i"]
    return moved or any(sign.value == "of" for sign in links)


def _stands(tape: Tape, standing: Standings, place: int, rule: str) -> bool:
    """Whether a grade counts; "three good" may stand before a word, as a list does."""
    stands = standing.get(place)
    if stands is None or tape.kinds[place] == "U":
        return False
    if stands.veto == "definition" and any(s.extent == stands.by for s in tape.of("N")):
        return False  # a step of the scale by its number
    if tape.kinds[:place].endswith("o"):
        return False  # "rated good, poor or inadequate for each of five questions"
    if stands.veto == "definition" and "D" not in tape.kinds:
        return rule == "grade_first" or tape.kinds[place - 1 : place] == "N"
    return stands.current


def _before_a_noun(tape: Tape, grade: int) -> bool:
    """As in "three ‘good’ reasons": what is counted are no areas."""
    following = tape.signs[grade + 1 : grade + 2]
    return any(
        sign.kind in "xw" and sign.start - tape.signs[grade].end <= BESIDE
        for sign in following
    )


def _tally(
    tape: Tape, counted: int, graded: int, rule: str, page: Page
) -> Iterator[Finding]:
    count, grade = tape.signs[counted], tape.signs[graded]
    for key in page.scope.keys_at(grade.start):
        dialect = page.dialect_of(key)
        if dialect is None or grade.value not in dialect.framework.grade_by_slug:
            continue
        bracketed = tape.kinds[graded + 1 : graded + 4] == "(N)"
        own = dialect.framework.grade_by_slug[grade.value].number
        if bracketed and own == int(count.value):
            continue  # "good (4)": the grade's own number
        number = int(count.value)
        if not 0 < number <= max(len(dialect.framework.areas), 12):
            continue
        extent = _phrase(tape, min(counted, graded), max(counted, graded), page)
        data = (
            f"frameworks/{dialect.framework.slug}.toml#{grade.value}",
            *entries_of((extent,), page),
        )
        trace = Trace(f"tallies.{rule}", tuple(dict.fromkeys(data)))
        yield TallyFinding(key, grade.value, number, (extent,), trace)


def _phrase(tape: Tape, first: int, last: int, page: Page) -> Extent:
    """The whole phrase of a count, its marks and its noun with it."""
    text = page.document.text
    if tape.kinds[last + 1 : last + 2] in ("T", "M"):
        last += 1
    start, end = tape.signs[first].start, tape.signs[last].end
    if tape.signs[first].kind in GRADES and not QUOTES.isdisjoint(
        text[start - 1 : start]
    ):
        start -= 1
    if tape.signs[last].kind in GRADES and not QUOTES.isdisjoint(text[end : end + 1]):
        end += 1
    return Extent(start, end)
