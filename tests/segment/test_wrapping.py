"""Texts that were broken into lines of one width."""

import textwrap

import pytest

PARAGRAPHS = """
Northshire Police has work to do, the inspectorate said on Thursday, after a visit \
that took in three stations and the control room, where it sat on two Friday nights.
They found that officers were kind to the people whom they met, and slow to meet them. \
One caller in five had rung off before anybody answered, and one in ten had not rung \
again.
The chief constable, Ada Finch, said that she would answer for all of it in time.
""".strip().split("\n")


@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_broken_by_width_are_one_paragraph(segmented, width):
    paragraphs = [*PARAGRAPHS, PARAGRAPHS[0]]
    text = "\n\n".join(textwrap.fill(words, width) for words in paragraphs)
    document = segmented(text)

    found = [document.words(block.extent).split() for block in document.blocks]

    assert document.text == text
    assert found == [words.split() for words in paragraphs]


def test_paragraphs_of_one_line_each_stay_apart(segmented):
    text = "\n".join(PARAGRAPHS)

    assert len(segmented(text).blocks) == 3


def test_short_lines_that_were_not_broken_stay_apart(segmented):
    lines = ["Fire safety", "Call handling", "Training", "Culture and values", "Money"]
    text = "\n".join([*lines, "That was the inspectors' list, in the order of report."])

    assert len(segmented(text).blocks) == 6
