"""The day of publication, where only the text tells it."""

import pytest

from pipeline import process

PAPER = """{}

Agenda item 7: Ofsted inspection of Norshire County Council

Report of the director of children's services

Ofsted inspected children's services in July 2024 and judged them good overall.
"""


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("Meeting: 14 November 2024\nReport published: 6 November 2024", "2024-11-06"),
        ("Report published: 6 November 2024\nMeeting: 14 November 2024", "2024-11-06"),
        ("Scrutiny Committee, 14 November 2024", "2024-11-14"),
    ],
    ids=["the meeting first", "the paper first", "nothing else"],
)
def test_the_day_of_a_meeting_gives_way_to_that_of_its_paper(lines, day):
    assert str(process(PAPER.format(lines)).document.published) == day
