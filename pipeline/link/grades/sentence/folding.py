"""A sentence without what only describes, and without what is left out of "all"."""

import re

from pipeline.link.standing import Standings
from pipeline.link.tape import Tape

_ASIDE = re.compile(
    r"""
      (?<=b[Aa])r[xSv]{1,6},&r(?=[bB]V)  # "is A where it did well, and which was"
    | ,[xS]v(?=,&?[bVv])                             # "A, inspectors found, was good"
    | ,r(?!I)[^GqU.;:()?#]{1,40}?(?:,(?=[bVvKBn]))   # "A, which is new, was good"
    | (?<=[AaSx]),(?:&N?|i)[NxwSi]{1,8},(?=[bVvKBn])  # "A, with its view of B, was"
    | (?<=[bVviAaSx])N,o(?=[GqU])                    # "was given a three, or adequate"
    | (?<=[AaO]),[xN]i[xHN]{0,2}T(?=,)  # "A, one of the three areas, was good"
    | ,r(?!I)[^GqUAaO.;:()?#]{1,40}?,(?=q)  # "A, which is new, requires improvement"
    | (?<=[AaO])-[^GqUAaO.;:?-]{1,14}-(?=[bVvKnq])   # "A – a worry once – is now good"
    """,
    re.VERBOSE,
)
_PLACED = re.compile(
    r"V[SxwHi]{1,5}(?P<place>,(?:i?[xw]|[NxwS]{1,3}(?:i[xw]{1,2})?)(?:,i?[xw]){0,2},)"
    r"(?=s?[GqU])"
)
"""As in "has rated Elm House, in Saltby, Norshire, good", ", a home in Saltby,"."""


def folded(tape: Tape, standing: Standings) -> tuple[Tape, Standings]:
    """Without clauses that only describe: "A, which Ofsted judges apart, was good"."""
    if "," not in tape.kinds and "-" not in tape.kinds:
        return tape, standing
    spans = [match.span() for match in _ASIDE.finditer(tape.kinds)]
    spans += [match.span("place") for match in _PLACED.finditer(tape.kinds)]
    if not spans:
        return tape, standing
    left = [
        place
        for place in range(len(tape.signs))
        if not any(start <= place < end for start, end in spans)
    ]
    where = {place: at for at, place in enumerate(left)}
    signs = tuple(tape.signs[place] for place in left)
    return (
        Tape(tape.extent, signs, tape.cues, tape.asides),
        {where[p]: stands for p, stands in standing.items() if p in where},
    )


_EXCEPTED = re.compile(
    r"(?:H[TM]?[kE]|E)(?P<areas>[HiSb]{0,2}[Aa](?:(?:,&?|&)[HiSb]{0,2}[Aa])*)(?=[bVvK])"
    r"|^E(?P<first>[HiSb]{0,2}[Aa](?:(?:,&?|&)[HiSb]{0,2}[Aa])*)(?=,(?!r)[^;.]*H)"
)
"""As in "Everything but A was good", "Bar A, everything was good"."""


def without_excepted(tape: Tape) -> Tape:
    """The tape on which areas that are left out of what is said of all are read."""
    if "H" not in tape.kinds and "E" not in tape.kinds:
        return tape
    taken = [
        place
        for match in _EXCEPTED.finditer(tape.kinds)
        if tape.signs[match.start()].value != "but for"
        for place in range(*match.span(match.lastgroup or 0))
        if tape.kinds[place] in "Aa"
    ]
    return tape.without(taken)
