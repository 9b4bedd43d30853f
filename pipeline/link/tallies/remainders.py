"""What is said of all areas, of all but some, or of those that are left."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.document import Extent
from pipeline.findings import Finding, Remainder, Trace
from pipeline.link.page import Page
from pipeline.link.page.dialect import Dialect
from pipeline.link.page.entries import entries_of
from pipeline.link.standing import Standing, Standings
from pipeline.link.syntax import G
from pipeline.link.tallies import earlier
from pipeline.link.tallies.counts import ASIDE
from pipeline.link.tape import Sign, Tape

SOME_AREAS = r"[HiSb]{0,2}[Aa](?:(?:,&?|&)[HiSb]{0,2}[Aa])*"
_BUT = rf"""(?P<but>
    (?:
      (?:,?E(?::(?=[Aa]))?|k(?=[HSib]{{0,2}}[Aa](?![bVvK])))    # "except", "but"
      (?:
        N(?!T?i)                                            # "one"
      | {SOME_AREAS}                                        # "for A and B"
      | (?=[,.;]|$)                                         # "but one."
      )
    )?)"""
_ALL = re.compile(
    rf"""
      (?P<g>{G})M?(?:O,?&|x?,&(?=iHN?T(?:[.;]|$)))?i?      # "good, and in all areas"
        (?P<all>
          H(?P<rest>R)?N?(?:[TM]|S(?=[.,;]|$))?             # "good in all other areas"
        | R(?:NT?|(?=T|[,;.]|$)T?)                          # "good in the other three"
        ){_BUT}
    | (?P<all2>[HN]?(?P<rest2>R)N?[TM]?                     # "the other three areas"
        | HN?(?:i[TM]|[TM])?                                # "all nine areas"
      )(?:[kE]{SOME_AREAS}(?=[bVvK]))?                      # "everything but A"
        [xSin]{{0,2}}(?:(?<=[RT]),[^,.;GqUAaN&]{{1,6}},|{ASIDE})
        (?:[bVvsHnK]+i?|(?<=R)(?:[Nx]{{0,2}}i)?|(?<=[TMHR,])(?=q))(?P<g2>{G})
    """,
    re.VERBOSE,
)
_EXCEPTED = re.compile(rf"(?:E|H[TM]?k){SOME_AREAS}")
"""Areas that a sentence leaves out, wherever that stands: "Bar A, all is good"."""
_SAVE = rf"E(?:N|{SOME_AREAS})"
_ALL_BUT = re.compile(
    rf"""
      (?P<g>{G})M?(?:O,?&)?(?:bv)?(?:ir?)?(?<!H)(?P<but>{_SAVE})  # "in all but two"
        (?:iH?(?P<of>N))?(?=i?[TM]|ix|[,.;)&k]|$)
    | (?:^|[,;&k.])i?(?P<but2>H?{_SAVE})(?:i[HSR]?(?P<of2>N))?   # "All but two of nine"
        (?:iS|i?[TM](?:r[xbvV]{{1,3}})?|ix)?(?:,r[^,.;]{{1,8}}(?=,))?,?
        [xSbvVsHni]{{0,6}}(?:[bVvK]s?|S(?=q))(?P<g2>{G})
    """,
    re.VERBOSE,
)
_SO_ARE = re.compile(
    rf"(?P<g>{G})M?O?,?e[iHS]{{0,2}}(?P<all>H?(?P<rest>R)N?[TM]?|HN?[TM]){_BUT}",
    re.VERBOSE,
)
"""As in "A is poor, and so are the rest", "as are all the other areas bar B"."""
_APART = re.compile(",?E(?:N(?!T?i))?")
"""As in "Every area is good apart from one"."""
_POINTING = frozenset(("these", "those"))
UNNAMED = {"but one": 1, "bar one": 1, "but two": 2}
"""Areas left out without a name, where the words do not stand as a count."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """What a sentence says of all areas, in the light of an inspection.

    Attributes:
        key: of the inspection.
        dialect: how its areas are read.
    """

    tape: Tape
    match: re.Match[str]
    key: int
    dialect: Dialect
    page: Page

    @property
    def place(self) -> int:
        """Of the grade."""
        return self.match.start("g" if self.match["g"] else "g2")

    @property
    def words(self) -> str:
        """The signs that say "all" or "the others"."""
        named = self.match.groupdict()
        return named.get("all") or named.get("all2") or "H"

    @property
    def others(self) -> bool:
        """Whether it is of what is left."""
        named = self.match.groupdict()
        rest = named.get("rest") or named.get("rest2")
        return bool(rest) or self.words.startswith("R")

    def signs(self, *names: str) -> list[Sign]:
        """The signs of some groups of the match."""
        named = self.match.groupdict()
        return [
            sign
            for name in names
            if named.get(name)
            for sign in self.tape.signs[self.match.start(name) : self.match.end(name)]
        ]

    @property
    def left_out(self) -> tuple[str, ...]:
        """The areas for which it does not hold."""
        areas = self.dialect.areas
        out = self.signs("but", "but2")
        for match in _EXCEPTED.finditer(self.tape.kinds):
            out += self.tape.signs[slice(*match.span())]
        slugs = (slug for sign in out for slug in areas.get(sign.value, ()))
        return tuple(dict.fromkeys(slugs))


def left(tape: Tape, standing: Standings, page: Page) -> Iterator[Finding]:
    """As in "good in all areas except A", "the others were poor"."""
    so_are = _SO_ARE.finditer(tape.kinds) if "e" in tape.kinds else ()
    for match in (*_ALL.finditer(tape.kinds), *_all_but(tape), *so_are):
        place = match.start("g" if match["g"] else "g2")
        stands = standing.get(place)
        if stands is None or stands.veto:
            continue
        key = page.scope.at(tape.signs[place].start)
        dialect = page.dialect_of(key) if key is not None else None
        if key is None or dialect is None:
            continue
        saying = _Saying(tape, match, key, dialect, page)
        if not _says_of_what(saying):
            continue
        if stands.previous:
            yield from _then(saying, stands)
        if stands.kept or not stands.previous:
            yield _now(saying, standing)


def _all_but(tape: Tape) -> Iterator[re.Match[str]]:
    """As in "good in all but two of the eight areas", "All but one were good"."""
    if "E" in tape.kinds:
        for match in _ALL_BUT.finditer(tape.kinds):
            but = match.start("but" if match["but"] else "but2")
            words = tape.signs[but].value
            if tape.kinds[but] == "H" or words.startswith("all"):
                yield match


def _says_of_what(saying: _Saying) -> bool:
    """Whether "all" has a noun, a number or an exception, or is "throughout".

    "Each of these areas" are those just named, not all there are.
    """
    words, match, tape = saying.words, saying.match, saying.tape
    spoken = saying.signs("all", "all2")
    if spoken and spoken[0].kind == "H" and _points(spoken, saying.page):
        return False
    if "H" not in words or set(words) & set("TMN") or saying.left_out:
        return True
    named = match.groupdict()
    if "all2" in named and not named["all2"]:
        sign, *them = tape.signs[slice(*match.span("all"))]
        pointed = any(each.value == "them" for each in them)
        return bool(match["but"]) or pointed or sign.value in tape.cues.everywhere
    return match.re is _ALL_BUT


def _points(spoken: Sequence[Sign], page: Page) -> bool:
    """Whether "these" or "those" stands in what speaks of all."""
    extent = Extent(spoken[0].start, spoken[-1].end)
    return not _POINTING.isdisjoint(page.document.words(extent).lower().split())


def _now(saying: _Saying, standing: Standings) -> Remainder:
    """What this inspection says of all, or of the rest."""
    place, signs, match = saying.place, saying.tape.signs, saying.match
    near = (p for p in standing if abs(p - place) <= 2)  # noqa: PLR2004 - "good or adequate"
    places = near if standing[place].choice else (place,)
    spoken, but = saying.signs("all", "all2"), saying.signs("but", "but2")
    spoken += saying.signs("of", "of2")
    counts = [int(sign.value) for sign in spoken if sign.kind == "N"]
    if match["g"] is None and (apart := _APART.match(saying.tape.kinds, match.end())):
        but = [*but, signs[apart.end() - 1]]
    counts += [earlier.BOTH] if any(sign.value == "both" for sign in spoken) else []
    extent = Extent(signs[match.start()].start, signs[match.end() - 1].end)
    return Remainder(
        saying.key,
        frozenset(signs[p].value for p in places),
        (extent,),
        Trace("tallies.remainder", tuple(entries_of((extent,), saying.page))),
        exceptions=saying.left_out,
        others=saying.others,
        count=counts[0] if counts else None,
        unnamed=sum(int(s.value) for s in but if s.kind == "N")
        + sum(UNNAMED.get(s.value, 0) for s in but if s.kind == "E"),
    )


def _then(saying: _Saying, stands: Standing) -> Iterator[Finding]:
    """As in "it had been rated good in all areas in 2021"."""
    told = not stands.kept if saying.others else "T" in saying.words
    if told and not stands.choice:
        spoken = saying.signs("all", "all2")
        said = earlier.Said(saying.tape, spoken, saying.left_out, others=saying.others)
        grade = saying.tape.signs[saying.place]
        yield from earlier.of_all(said, grade, stands, saying.key, saying.page)
