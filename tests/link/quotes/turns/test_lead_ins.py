"""What the line above a passage tells of who speaks."""

import pytest

SHAPES = {
    "the clause ends the paragraph before": (
        "Nina Kerr, who leads the council, said:\n\n“It leaked.”",
        [("It leaked.", "Nina Kerr")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_colon_leads_in(quoted, text, expected):
    assert quoted(text) == expected


SPEAKERS = {
    "an item of a list of what was found": (
        "Inspectors found that:\n\n- it was clean\n- staff “sat up all night” again.",
        (None, "Inspectors", None),
    ),
    "under a clip speaks whom the line before is about": (
        (
            "SCRIPT:\n\nCharlotte Amery led the inspection.\n\nCLIP:\n\n“On a "
            "Wednesday we counted the men. It was 71.”"
        ),
        ("Charlotte Amery", None, None),
    ),
    "under a numbered clip speaks whom the line before reports": (
        (
            "SCRIPT:\n\nHead Ann Reed met Mr Tom Orme. Ms Reed told Saltby FM that the "
            "workshops had closed.\n\nSOUNDBITE 2 (0:23):\n\n“I'm not hiding behind "
            "anything, but I can't magic up teachers.”"
        ),
        ("Ann Reed", "Head", None),
    ),
    "a clip with nobody before it has no speaker": (
        "CLIP:\n\n“He's done one course. One. It took him a day.”",
        None,
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_whoever_the_line_above_is_about_speaks(speaker, text, expected):
    assert speaker(text) == expected
