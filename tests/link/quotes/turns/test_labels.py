"""Labels of the frameworks stand in marks and are not said."""

import pytest

NO_QUOTES = {
    "a grade label": "Northshire Police was graded ‘requires improvement’ overall.",
    "a status": "The force has been in 'special measures' since May.",
    "the name of an area": (
        "Inspectors found ‘behaviour and attitudes’ and ‘quality of education’ good."
    ),
    "the question of an area": "It answers ‘How good are outcomes?’ in its report.",
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_a_label_is_no_quote(quoted, text):
    assert quoted(text) == []
