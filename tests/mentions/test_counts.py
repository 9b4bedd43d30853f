"""Small numbers count areas, in words or digits."""

import pytest


@pytest.fixture
def counts(nlp):
    """The numbers in a text."""

    def of(text):
        doc = nlp(text)
        return [int(span.kb_id_) for span in doc.spans["counts"]]

    return of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two areas", [2]),
        ("Nine of the 11 themes", [9, 11]),
        ("a pair of ratings", [2]),
        ("half a dozen grades", [6]),
        ("another area", [1]),
        ("05 areas", [5]),
    ],
)
def test_a_number_is_found_in_words_and_in_digits(text, expected, counts):
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text", ["in 2023", "1,200 calls", "300 calls", "none", "both", "first"]
)
def test_years_thousands_and_zero_counts_are_none(text, counts):
    assert counts(text) == []
