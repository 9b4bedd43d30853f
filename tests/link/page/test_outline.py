"""Sections as their headings stand over each other."""

import pytest

from pipeline.document import Section, SectionKind
from pipeline.link.page.outline import Outline

LEVELS = (None, 1, 2, 3, 2, 1)
"""Of sections of ten characters each: the first is what no heading opens."""
SECTIONS = [
    Section(
        SectionKind.OTHER, 10 * place, 10 * place + 10, (place, place + 1), level=level
    )
    for place, level in enumerate(LEVELS)
]


@pytest.mark.parametrize(
    ("section", "over"),
    [(0, None), (1, None), (2, 1), (3, 2), (4, 1), (5, None)],
    ids=[
        "what no heading opens",
        "the first heading",
        "a level below",
        "two levels below",
        "back to the level above",
        "a heading of the highest level",
    ],
)
def test_the_heading_over_another(section, over):
    found = Outline(SECTIONS).above(SECTIONS[section])
    assert found is (None if over is None else SECTIONS[over])


def test_a_place_belongs_to_the_section_that_began_last():
    outline = Outline(SECTIONS[1:])
    assert outline.at(5) is None
    assert outline.at(19) is SECTIONS[1]
    assert outline.at(20) is SECTIONS[2]
