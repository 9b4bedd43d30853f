"""Lines that say who wrote a story."""

import pytest

from pipeline.readers.bylines import bylines, is_byline


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Anna Field", ("Anna Field",)),
        ("By Anna Field, Local Democracy Reporter", ("Anna Field",)),
        ("By Anna Field, Vale Evening Mail", ("Anna Field",)),
        ("By Anna Field and Tom Reed", ("Anna Field", "Tom Reed")),
        (
            "By Anna Field, Ian Moss and Tom Reed",
            ("Anna Field", "Ian Moss", "Tom Reed"),
        ),
        ("Words by Anna Field", ("Anna Field",)),
        ("EXCLUSIVE by Anna Field", ("Anna Field",)),
        ("Reporter: Anna Field, The Vale Post", ("Anna Field",)),
        ("By our own reporter", ()),
        ("By Jean", ()),
        ("By Staff Reporter", ()),
        ("A fall by Anna Field was no surprise.", ()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_that_begins_with_by_names_authors_in_full(known, line, authors):
    assert bylines(known).authors_of(line) == authors


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Anna Field", True),
        ("Updated 3 May 2024", True),
        ("3 May 2024", True),
        ("By Anna Field was the book that inspectors had praised.", False),
        ("Inspectors praise Anna Field", False),
    ],
)
def test_a_byline_says_nothing_else(line, expected):
    assert is_byline(line) is expected
