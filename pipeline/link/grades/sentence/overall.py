"""Grades of the body as a whole: "inadequate overall", "the home was rated good"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.document import Extent
from pipeline.link.grades.claims import Claim, claim_of
from pipeline.link.grades.sentence.whole import about_the_body
from pipeline.link.grades.thread import Sentence
from pipeline.link.page import Page
from pipeline.link.standing import Standings
from pipeline.link.syntax import FROM, MOVE, G, grades_of
from pipeline.link.tape import GRADE_SIGNS, READ, Tape

_OVERALL = re.compile(
    rf"""
    (?P<o>O)[Mbvxsn,iSr&()]{{0,16}}?      # "its overall rating is good"
        (?:s[Sb]{{0,2}}i?N?[YPy][:,\-])?  # "the same overall rating as in 2022: good"
        {MOVE}(?P<g>{G})(?!M?i[HSbx]{{0,2}}[AaNT])
    | (?P<from2>[pf]{G}[MxO]{{0,2}})?     # "from good to poor overall"
        (?P<g2>{G})M?[bS,]?(?P<o2>O)      # "good overall"
    """,
    re.VERBOSE,
)
_TELLS_OF_IT = r"""(?:
      (?:^|[,;&k])[Hn](?=q)                        # ", and now requires improvement"
    | (?:V|B(?=[Sx]))(?:[Sx]{0,4}|[Sx]{1,3}i[xS]{1,2})(?:sx?)?(?:N\()?  # "rated it"
    | [vK]S?s                                      # "was found to be good"
    | vj?S?(?=[GqU]M)                              # "was given the same good grade"
    | K                                            # "stays good"
    | [vb]n?(?=[GqU](?:$|[.,;k&)n]))               # "is now good."
    | M[bvK]?i(?=[GqU](?:$|[.,;k&)nbj]|i[.,;k&]))  # "a rating of good"
    )"""
_OF_NO_AREA = r"""(?!
    M?(?:
      [,:\-]?i(?!HT(?![Ei]))[HSbxRrj]{0,2}(?:[AaT]|N(?!x))  # "good for A", "in three"
    | [:\-,]?I?[HN]*[AaT]                          # "good: A", "good, including A"
    | i[xw]                                        # "good at lots of things"
    ))"""
_NOR_ONE_AFTER = "(?!M?i[HSbx]{0,2}(?:[AaT]|N(?!x)))"
_RATED = re.compile(
    rf"""
      {_TELLS_OF_IT}[Hn]?{MOVE}(?P<g>{G}){_OF_NO_AREA}
    | v?[xw,S]{{0,2}}(?P<from3>{FROM})(?P<g3>{G}){_NOR_ONE_AFTER}  # "from good to poor"
    | S(?:i[xS]{{1,3}}){{0,2}}n?(?P<g6>q)(?!M|i(?!N?Y))  # "it requires improvement"
    | ^[xSM:]{{0,5}}S(?P<g7>{G})(?=[,:.&\-]|$)     # "Town school ‘inadequate’"
    | [pf](?P<g4>{G})[MT]                          # "loses its ‘good’ rating"
    | (?:
          [pf]M                                    # "Previous rating: good"
        | [Pn]M?                                   # "Now: good"
        | [hl]Mx?(?=[,:(\-])                       # "the top grade, good"
      )[:\-,(](?P<g5>{G})(?!M?i)
    """,
    re.VERBOSE,
)
"""Six ways to rate a body: each has a group of its own."""


_MARKED = ("g6", "g7")
"""Grades that marks or a verb of telling show to be labels: "told it ‘...’"."""
_FROM = ("g", "g3")


def overall(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "inadequate overall", "the overall rating is good"."""
    if "O" not in tape.kinds:
        return
    for match in _OVERALL.finditer(tape.kinds):
        for name, before in (("g", "from"), ("g2", "from2")):
            if match[name] and match.start(name) in standing:
                whole = tape.signs[match.start("o" if match["o"] else "o2")]
                rule = "sentence.overall"
                yield claim_of(tape, standing, match.start(name), whole, rule)
                for place in grades_of(standing, *match.span(before)):
                    yield claim_of(tape, standing, place, whole, "sentence.moved")


def rated(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "the home was rated good", "fell from good to inadequate": the whole."""
    for match in _RATED.finditer(tape.kinds):
        for name, before in (
            ("g", "from"),
            ("g3", "from3"),
            ("g4", "g4"),
            ("g5", "g5"),
            ("g6", "g6"),
            ("g7", "g7"),
        ):
            place = match.start(name)
            if not match[name] or place not in standing:
                continue
            if name == "g6" and standing[place].previous and READ in tape.kinds[:place]:
                continue  # "A was good, whereas it had been told it required ...": A
            only_said = _unmarked if name in _MARKED else _only_said
            if not about_the_body(tape, place) or only_said(tape, match, place):
                continue
            yield replace(
                claim_of(tape, standing, place, None, "sentence.rated"),
                extent=_with_verb(tape, match, place),
            )
            if name not in _FROM:
                continue
            for earlier in grades_of(standing, *match.span(before)):
                yield claim_of(tape, standing, earlier, None, "sentence.moved")


_WHICH_HAD = re.compile(r"[xS],r(?P<q>q)O?(?=i?[PYy])")


def which_had(tape: Tape, standing: Standings) -> Iterator[Claim]:
    """As in "Mill House, which required improvement last time, is now good"."""
    for match in _WHICH_HAD.finditer(tape.kinds):
        place = match.start("q")
        if place in standing and standing[place].previous:
            yield claim_of(tape, standing, place, None, "sentence.which_had")


def stated(sentence: Sentence) -> Iterator[Claim]:
    """As in "Inspectors found widespread failings": a statement needs no verb.

    Where a sentence compares, as "the best is ...", it explains the scale.
    """
    tape, page = sentence.tape, sentence.page
    dialect = page.dialect(tape.extent.start)
    if dialect is None or dialect.overall is None or set(tape.kinds) & set("hlAa"):
        return
    places = [
        place
        for place, stands in sentence.standing.items()
        if (grade := dialect.framework.grade_by_slug.get(tape.signs[place].value))
        and grade.statement
        and not stands.veto
    ]
    if len(places) == 1:
        (place,) = places
        yield claim_of(tape, sentence.standing, place, None, "sentence.statement")


_THING = re.compile(
    r"(?:^|[,;.k&(])n?(?P<x>x)(?:i[xS]){0,2}b{1,3}[Vv]s?$"
    r"|Mi(?P<of>x)[bvVK]{1,3}(?:NM)?(?:p[GqU])?s?$"
)


def of_a_thing(claim: Claim, tape: Tape, page: Page) -> bool:
    """As in "patient care was rated good": neither a name nor a word for a body.

    Nor has it the grade that such a thing had before: "the rating for parking rose".
    """
    if claim.area is not None or not claim.rule.endswith((".rated", ".moved")):
        return False
    place = tape.signs.index(claim.grade) if claim.grade in tape.signs else 0
    match = _THING.search(tape.kinds[:place])
    if match is None:
        match = _THING.search(tape.kinds[: place - 1])
    if match is None:
        return False
    sign = tape.signs[match.start(match.lastgroup or 0)]
    noun = page.document.words(sign.extent).rsplit(maxsplit=1)[-1]
    return noun[0].islower() and noun not in page.cues.bodies


def _unmarked(tape: Tape, match: re.Match[str], place: int) -> bool:
    """Whether neither marks nor "told it", "found it" make a label of the words."""
    before = tape.kinds[: match.start()]
    clause = max(before.rfind(border) for border in ",;:.k") + 1
    told = match["g6"] is not None and any(
        sign.kind == "V" or sign.value in _TELLING
        for sign in tape.signs[clause : match.start()]
    )
    found = tape.kinds[place] == "q" and _THEY_FOUND.match(tape.kinds, place + 1)
    return not (tape.signs[place].quoted or told or found)


_THEY_FOUND = re.compile(",[xS]v(?=[,.;]|$)")
"""As in "Saltby Council requires improvement, the CQC found"."""
_TELLING = frozenset(("told", "found", "finds"))


def _only_said(tape: Tape, match: re.Match[str], place: int) -> bool:
    """Whether "is good" is somebody's view: no rating verb, no marks, no "now".

    A clause that starts with the body itself is the text's own: "The school is good".
    """
    stretch = tape.kinds[match.start() : place]
    if tape.signs[place].quoted or set(stretch) & set("VvKnpMB"):
        return False
    kinds = tape.kinds[: match.start()]
    if _NAMED.fullmatch(kinds) and tape.kinds[place + 1 :] in ("", "."):
        return False  # "Tollgate Primary School is GOOD."
    border = max(kinds.rfind(border) for border in "k;.(),&")
    clause = kinds[border + 1 :]
    if _NAMED.fullmatch(clause) and kinds[border : border + 1] == "k":
        return not set(kinds[:border]) & GRADE_SIGNS  # "A is poor, whereas B is good"
    return not _OWN.fullmatch(clause)


_NAMED = re.compile("xS{1,2}n?")
"""A body by its name, and nothing else."""


_OWN = re.compile("[Sn]*(?:(?<=S)i[xS]{1,2})?")
"""As in "The school is good", "Services in Pellham are poor"."""


def _with_verb(tape: Tape, match: re.Match[str], place: int) -> Extent:
    first = next(
        (s for s in tape.signs[match.start() : place] if s.kind in "VvKbpf"),
        tape.signs[place],
    )
    return Extent(first.start, tape.signs[place].end)
