"""Whose words they are by a line below, beside or after them."""

import pytest

SPEAKERS = {
    "a name after a dash": (
        "“It leaked us in March.” – Nina Kerr",
        ("Nina Kerr", None, None),
    ),
    "under a picture": (
        "The ward was shut.\n\n“I never once felt heard”: Ann Reed with her son Arlo",
        ("Ann Reed", None, None),
    ),
    "the words are those of": (
        "“It failed us all in March.”\n\nThe words are those of Coun Ann Reed.",
        ("Ann Reed", None, None),
    ),
    "those were the words of, in the same paragraph": (
        "“It failed us all in March.” Those were the words of Cllr Ann Reed.",
        ("Ann Reed", None, None),
    ),
    "a line below that says whose child it is": (
        "“Mum is so happy here. What else?”\n\nDaughter of a resident\n\nIt is so.",
        (None, "Daughter of a resident", None),
    ),
    "an office and a name below a line in marks": (
        (
            "It was hard.\n\n“It shows where we have far more to do for all people in "
            "this part of Saltby”\n\nSaltby PFCC Ann Reed\n\nNobody came."
        ),
        ("Ann Reed", "PFCC", "Saltby"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_a_line_of_its_own_names_the_speaker(speaker, text, expected):
    assert speaker(text) == expected
