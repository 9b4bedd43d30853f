"""Which characters are quotation marks, and which of them open or close."""

import pytest

from pipeline.mentions.marks import Paragraph, is_single, marks_of

MARKS = {
    "beside words": ("It was “cold”.", ["“ opens", "” closes"]),
    "straight, by the space": ('It was "cold".', ['" opens', '" closes']),
    "the wrong one, by the space": ("It was ”cold“.", ["” opens", "“ closes"]),
    "an apostrophe in a word": ("It wasn’t cold, don't go.", []),
    "letters lost at the start": ("’Twas cold.", []),
    "a decade": ("The ’90s were cold.", []),
    "an owner may close": ("The boys’ room.", ["’ closes"]),
    "nested, a space apart": (
        "‘It was “cold” ’.",
        ["‘ opens", "“ opens", "” closes", "’ closes"],
    ),
    "the outer one, a space apart": (
        "“It was ‘cold’ ”.",
        ["“ opens", "‘ opens", "’ closes", "” closes"],
    ),
    "two characters are one": ("''Cold,'' she said.", ["'' opens", "'' closes"]),
}


@pytest.mark.parametrize(("text", "expected"), MARKS.values(), ids=MARKS)
def test_a_mark_is_read_by_its_sides(text, expected):
    marks = marks_of(text, Paragraph(0, len(text)), frozenset({"twas"}))

    assert [
        f"{m.char} {'opens' if m.opens else 'closes' if m.closes else ''}"
        for m in marks
    ] == expected


@pytest.mark.parametrize("char", "'‘’`‚‛‹›´")
def test_single_marks_are_a_family(char):
    assert is_single(char)


@pytest.mark.parametrize("char", ["''", "``", '"', "“", "»"])
def test_doubled_ones_are_not_of_it(char):
    assert not is_single(char)
