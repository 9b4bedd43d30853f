"""Months have one number, whatever the language."""

import re

import pytest

from pipeline.words.months import ALL_MONTHS, ENGLISH, MONTHS, WRITTEN, month_of


@pytest.mark.parametrize(
    ("name", "number"),
    [("march", 3), ("mar", 3), ("sept", 9), ("sep", 9), ("ebrill", 4), ("août", 8)],
)
def test_a_name_or_a_short_name_has_the_months_number(name, number):
    assert ALL_MONTHS[name] == number


def test_a_number_has_names_that_begin_alike():
    beginnings = {(number, name[:3]) for name, number in MONTHS.items()}

    assert len(beginnings) == len(set(MONTHS.values())) == 12


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (ENGLISH, "Marchbank", None),
        (ENGLISH, "sept 2023", "sept"),
        (WRITTEN, "may", None),
        (WRITTEN, "May 2023", "May"),
    ],
    ids=["a name that begins with one", "the longest", "a verb", "with its capital"],
)
def test_patterns_find_whole_names(pattern, text, found):
    match = re.match(rf"(?:{pattern})\b", text)

    assert (match and match[0]) == found


@pytest.mark.parametrize(
    ("word", "number"),
    [("May", 5), ("JULY", 7), ("août", 8), ("Auguſt", 8), ("Maybe", None)],
    ids=["written", "in capitals", "in French", "with a long s", "no month"],
)
def test_a_month_has_its_number(word, number):
    assert month_of(word) == number
