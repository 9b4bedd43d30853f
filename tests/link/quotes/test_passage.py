"""What stands between outer marks."""

import pytest

SHAPES = {
    "a nest that ends a sentence of what is never closed": (
        "Nina Kerr said: “A boy told us, ‘She came. She did.’ It leaked.\n\n“Never.”",
        [("A boy told us, ‘She came. She did.’ It leaked. Never.", "Nina Kerr")],
    ),
    "a single mark for a double one": (
        "Nina Kerr said: “It leaked, ‘all of it’, in March.’",
        [("It leaked, ‘all of it’, in March.", "Nina Kerr")],
    ),
    "single marks and apostrophes": (
        "Nina Kerr said: 'The officers' work wasn't seen, and that's that.'",
        [("The officers' work wasn't seen, and that's that.", "Nina Kerr")],
    ),
    "doubled single marks": (
        "''It leaked,'' Nina Kerr said. ''Nobody helped.''",
        [("It leaked, Nobody helped.", "Nina Kerr")],
    ),
    "guillemets": (
        "Nina Kerr said: «It leaked.»",
        [("It leaked.", "Nina Kerr")],
    ),
    "curly to open, straight to close": (
        'Nina Kerr said: “It leaked."',
        [("It leaked.", "Nina Kerr")],
    ),
    "quoted inside the quote": (
        "Nina Kerr said: “He told me ‘go home’ twice.”",
        [("He told me ‘go home’ twice.", "Nina Kerr")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_passage_ends_where_its_outer_mark_closes(quoted, text, expected):
    assert quoted(text) == expected


NO_QUOTES = {
    "apostrophes alone": "The officers' dogs' kennels weren't cleaned in the '90s.",
    "letters left out": "Rock 'n' roll, 'em and 'twas open nothing here.",
}


@pytest.mark.parametrize("text", NO_QUOTES.values(), ids=NO_QUOTES)
def test_apostrophes_open_no_passage(quoted, text):
    assert quoted(text) == []
