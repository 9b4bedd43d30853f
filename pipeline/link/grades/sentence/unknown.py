"""Grades of areas that no framework has: a new framework announces itself."""

import re
from collections.abc import Iterator

from pipeline.document import Extent
from pipeline.link.grades.claims import Claim
from pipeline.link.page import Page
from pipeline.link.standing import Standings
from pipeline.link.tape import Tape

_UNHEARD = re.compile(r"Vs?(?P<g>[Gq])M?i(?P<words>x(?:[iS&]x?){0,3})(?=[,.;:kr(\-]|$)")
_LONGEST = 60


def areas(tape: Tape, standing: Standings, page: Page) -> Iterator[Claim]:
    """As in "rated good for use of drones": an area that no framework has.

    Args:
        tape: of a sentence in which no other rule found anything for this grade.
        standing: of its grades.
        page: its data has the words that no area's name holds ("second time").
    """
    stops = page.reading.knowledge.cues["area_names"]["not_an_area"].word_set
    for match in _UNHEARD.finditer(tape.kinds):
        place = match.start("g")
        words = tape.signs[match.start("words") : match.end("words")]
        start, end = words[0].start, words[-1].end
        said = {word for sign in words for word in sign.value.split()}
        if not standing[place].current or said & stops:
            continue
        if end - start <= _LONGEST:
            grade = tape.signs[place]
            yield Claim(
                None,
                grade,
                standing[place],
                Extent(grade.start, end),
                "sentence.unheard_of_area",
                named=Extent(start, end),
            )
