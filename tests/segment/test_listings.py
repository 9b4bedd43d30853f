"""Lists and the lines that lead into them."""

import pytest

PROSE = "The inspectors came in March, spoke to officers and staff, and read 400 files."
ITEMS = ["- Preventing crime", "- Managing offenders"]


def lead_in(document):
    (listing,) = document.listings
    assert [document.words(document.blocks[i].extent) for i in listing.items] == ITEMS
    if listing.lead_in is None:
        return None
    return document.words(document.blocks[listing.lead_in].extent)


@pytest.mark.parametrize(
    "line",
    [
        "The areas graded good were:",
        "It was graded as follows.",
        "The force needs to get better at –",
        "What is Northshire Police doing well?",
        "The areas were",
    ],
    ids=["colon", "as follows", "dash", "heading", "verb"],
)
def test_the_line_before_leads_in(segmented, line):
    assert lead_in(segmented("\n".join([PROSE, line, *ITEMS, PROSE]))) == line


def test_a_sentence_before_a_list_does_not_lead_into_it(segmented):
    assert lead_in(segmented("\n".join([PROSE, *ITEMS, PROSE]))) is None


def test_the_line_after_may_look_back(segmented):
    line = "These were the gradings."

    assert lead_in(segmented("\n".join([PROSE, *ITEMS, line]))) == line


def test_furniture_does_not_part_a_list(segmented):
    lines = ["They were:", ITEMS[0], "- Advertisement -", ITEMS[1], PROSE]

    assert lead_in(segmented("\n".join(lines))) == "They were:"


def test_two_lists_are_two(segmented):
    document = segmented("\n".join([*ITEMS, PROSE, *ITEMS]))

    assert [len(listing.items) for listing in document.listings] == [2, 2]
