"""What is played or read out."""

import pytest

SPEAKERS = {
    "under a clip speaks whose partner it is": (
        (
            "SCRIPT:\n\nSheena's partner has been there since May. We've changed her "
            "name.\n\nCLIP:\n\n“He's done one course. One.”"
        ),
        ("Sheena", None, None),
    ),
    "a paragraph that is read out is the report's": (
        (
            "This is the paragraph that I read out in assembly:\n\n“Pupils look after "
            "one another. Older children notice when someone is alone.”"
        ),
        (None, "paragraph", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_what_is_played_or_read_out_is_theirs(speaker, text, expected):
    assert speaker(text) == expected
