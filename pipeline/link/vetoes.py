"""Grades and counts that do not stand, each with what forbids them."""

from collections.abc import Iterator, Mapping

from pipeline.document import Extent, SectionKind
from pipeline.findings import Trace, Vetoed, VetoKind
from pipeline.link.page import Page
from pipeline.link.standing import Standing
from pipeline.link.tape import Tape

NO_DATA = frozenset(("plain_english",))
"""Vetoes of the grammar alone."""


def of_standing(standing: Standing) -> Trace:
    """The rule and the entry behind a grade that does not stand."""
    veto = standing.veto
    if veto is None and standing.previous:
        return Trace("standing.earlier")
    if veto is None:
        return Trace("standing.choice", ("cues/grading.toml#or",))
    entry = () if veto in NO_DATA else (f"cues/vetoes.toml#{veto}",)
    return Trace(f"standing.{veto}", entry)


def of_grades(tape: Tape, standings: Mapping[int, Standing]) -> Iterator[Vetoed]:
    """The grades of a sentence that are none."""
    for place, standing in standings.items():
        if standing.veto or standing.choice:
            words = tape.signs[place].extent
            yield Vetoed(VetoKind.GRADE, words, of_standing(standing), standing.by)


def of_tally(
    tape: Tape,
    places: tuple[int, int],
    veto: str,
    standings: Mapping[int, Standing],
) -> Vetoed:
    """A count with a grade that is no tally.

    Args:
        tape: of its sentence.
        places: of the count and of the grade.
        veto: `elsewhere`, `stands` where the grade itself is none, or a rule's name.
        standings: of the sentence's grades.
    """
    first, last = (tape.signs[place] for place in sorted(places))
    words = Extent(first.start, last.end)
    if veto == "elsewhere":
        by = tape.signs[tape.kinds.index("X")].extent
        trace = Trace("standing.elsewhere", ("cues/vetoes.toml#elsewhere",))
        return Vetoed(VetoKind.TALLY, words, trace, by)
    standing = standings.get(places[1])
    if veto == "stands" and standing is not None and not standing.current:
        return Vetoed(VetoKind.TALLY, words, of_standing(standing), standing.by)
    return Vetoed(VetoKind.TALLY, words, Trace(f"tallies.{veto}"))


_DEFINED = Trace("vetoes.of_definitions", ("cues/headings.toml#definitions",))


def of_definitions(page: Page) -> Iterator[Vetoed]:
    """Grades under a heading that explains the scale: they belong to nobody."""
    for section in page.document.sections:
        if section.kind is not SectionKind.DEFINITIONS or section.heading is None:
            continue
        heading = page.document.blocks[section.heading].extent
        inside = Extent(heading.end, max(heading.end, section.end))
        for mention in page.reading.inside("grades", inside):
            yield Vetoed(VetoKind.GRADE, mention.extent, _DEFINED, heading)
