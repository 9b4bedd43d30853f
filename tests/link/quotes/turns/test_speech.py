"""What in marks is no speech."""

import pytest

NO_QUOTES = {
    "a title": 'Her report, entitled "Keeping Northshire Safe", runs to nine pages.',
    "a title with a noun": 'They run the "Safer Streets" campaign in Saltby.',
    "a programme": 'He spoke on "Farming Today", as he does each week.',
    "a term": "It entered what officers know as 'Closer Watch' in spring.",
    "a term before a noun": 'An "opt-out" movement has begun in the town.',
    "a long term before a noun": 'Nina Kerr runs a "pay what you can" café in Saltby.',
    "a nickname": 'Mark "Jonesy" Jones, 51, drives the bus.',
    "a cross-head": "Nina Kerr was cross.\n\n'Left at risk'\n\nNobody came.",
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_marks_alone_make_no_quote(quoted, text):
    assert quoted(text) == []


def test_a_line_in_marks_of_the_storys_own_family_may_be_a_cross_head(quoted):
    story = 'Nina Kerr said: "It leaked."\n\n"No child should be scared"\n\nHe left.'

    assert quoted(story) == [("It leaked.", "Nina Kerr")]
