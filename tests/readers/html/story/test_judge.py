"""Blocks are found again in the wording that trafilatura judged to be content."""

from pipeline.document import BlockType
from pipeline.readers.html.page.blocks import Candidate
from pipeline.readers.html.page.surroundings import Around
from pipeline.readers.html.story.judge import judged, kept, letters

ONE = "The force was graded good at preventing crime."
TWO = "Its chief constable said that more was to come."
HEAD = "How did the inspectors grade it?"


def found(texts, content, around=0):
    blocks = [
        Candidate([], BlockType.PARAGRAPH, None, around, 0, None, None, False, text)  # noqa: FBT003
        for text in texts
    ]
    return kept(blocks, letters(content))


def test_blocks_are_found_whatever_their_marks_and_spaces():
    assert found([ONE, TWO], f"{ONE.replace(' ', '  ')}\n{TWO.upper().title()}")[0]
    assert found([ONE, TWO], f"“{ONE}”") == [True, False]


def test_of_twins_the_one_in_the_order_of_the_story_counts():
    texts = [HEAD, ONE, HEAD, TWO]
    assert found(texts, f"{ONE} {HEAD} {TWO}") == [False, True, True, True]


def test_a_short_block_must_stand_between_its_neighbours():
    assert found(["Good", ONE, "Good", TWO], f"{ONE} Good {TWO}") == [
        False,
        True,
        True,
        True,
    ]


def test_a_block_is_found_by_a_part_of_it():
    long = f"{ONE} {TWO} {HEAD}"
    assert found([long], long[:90]) == [True]
    assert found([long], long[-90:]) == [True]


def test_the_frame_of_a_page_is_never_content():
    assert found([ONE], ONE, Around.NAV) == [False]


def test_nothing_is_judged_of_nothing():
    assert judged("<html></html>") == ""
