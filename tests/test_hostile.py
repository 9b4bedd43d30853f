"""Texts that nobody writes: each gives a record, in a time that grows with its length.

What would take time that grows with the square of the length takes minutes here, so
that whoever runs the tests will know. Nothing is timed.
"""

from itertools import islice, product
from string import ascii_lowercase

import pytest

import pipeline

LONG = 20_000
"""Characters; short enough for the suite, long enough to notice a square."""

UNITS = {
    "a cue of rating": "was rated ",
    "a cue of speech": "said ",
    "opening marks": "“",
    "brackets": "(",
    "a word in marks": '"a" ',
    "an apostrophe": "'a ",
    "a quotation and its speaker": "“a,” said Ann Reed. ",
    "a pronoun's quotation": "“Well,” he said. ",
    "a grade and a comma": "good, ",
    "names in a row": "Abc Def ",
    "single capitals": "A B C ",
    "days": "12 May 2023 ",
    "a rated body": "Northshire Police was rated good. ",
    "an area": "responding to the public ",
    "counts": "good in two areas, ",
    "short lines": "Short line\n",
    "grades as headings": "Good\n\n",
    "items without bullets": "Preventing crime;\n",
    "rows of a table": "Good\tInadequate\n",
    "colons": "a: ",
    "one long line": "The quick force was good at this and ",
    "one long word": "x",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_text_of_one_thing_over_and_over_is_read(unit):
    text = unit * (LONG // len(unit))
    record = pipeline.process(text.encode())
    assert record.document.text == text


def test_a_text_of_ever_other_names_is_read():
    endings = islice(product(ascii_lowercase, repeat=3), LONG // len("Zabc spoke. "))
    text = " ".join(f"Z{''.join(letters)} spoke." for letters in endings)
    record = pipeline.process(text.encode())
    assert record.document.text == text


@pytest.mark.parametrize(
    "before",
    [
        "“It is good news for us,” said Chief Constable Ann Reyes",
        "The force was rated good. Ann Reyes said",
        "The force was rated good, Ann Reyes",
    ],
    ids=["of a speaker", "of one who reports", "alone"],
)
def test_blanks_after_a_name_are_read(before):
    text = f"{before}{' ' * LONG}who it was."
    record = pipeline.process(text.encode())
    assert record.document.text == text
