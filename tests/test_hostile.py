"""Texts that nobody writes: each gives a record, in a time that grows with its length.

What would take time that grows with the square of the length takes minutes here, so
that whoever runs the tests will know. Nothing is timed; but calls are counted, which
are the same on every machine: a text four times as long may make hardly more than four
times as many.
"""

from cProfile import Profile
from dataclasses import replace
from itertools import islice, product
from string import ascii_lowercase

import pytest

import pipeline
from pipeline.readers import read_bytes
from pipeline.run import record_of
from tests.benchmarks.growth import SHAPES

LONG = 20_000
"""Characters; short enough for the suite, long enough to notice a square."""

UNITS = {
    "a cue of rating": "was rated ",
    "a cue of speech": "said ",
    "opening marks": "“",
    "marks in marks": "“‘",
    "straight marks in marks": "\"'",
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


MARKED = (
    *("quotes never closed", "marks never closed", "marks in marks"),
    *(
        "straight marks in marks",
        "sentences in marks in marks",
        "one paragraph of quotes",
    ),
)
BRIEF = 2_000
SHORT = 5_000
TIMES, AT_MOST = 4, 5
GROWING = (
    *("sentences with a grade", "one paragraph of grades", "a list", "a table"),
    *("areas unheard of", "quotes of many", "one paragraph of quotes", "pronouns"),
    *("names", "one surname", "offices", "indirect quotes", "rows of bodies"),
    *("many forces", "many inspections", "described bodies", "sections", "counts"),
)


def calls(text):
    """How many functions are called to read a text."""
    profile = Profile()
    profile.runcall(pipeline.process, text.encode())
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("shape", GROWING)
def test_calls_grow_with_the_length_alone(shape):
    short, long = (SHAPES[shape](SHORT * n)[: SHORT * n] for n in (1, TIMES))
    pipeline.process(long.encode())  # what is remembered is, for both
    assert calls(long) < AT_MOST * calls(short)


class Counted(str):
    """A text that counts the characters that are taken from it.

    Attributes:
        taken: of all such texts.
    """

    __slots__ = ()
    taken = 0

    def __getitem__(self, where):
        part = super().__getitem__(where)
        Counted.taken += len(part)
        return part


def taken(text):
    """How many characters are copied out of a text while it is read."""
    document = read_bytes(text.encode(), "hostile.txt")
    before = Counted.taken
    record_of(replace(document, text=Counted(document.text)))
    return Counted.taken - before


@pytest.mark.parametrize("shape", MARKED)
def test_what_is_copied_grows_with_the_length_alone(shape):
    short, long = (SHAPES[shape](BRIEF * n)[: BRIEF * n] for n in (1, TIMES))
    assert taken(long) < AT_MOST * taken(short)
