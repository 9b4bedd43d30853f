"""What the blocks around a passage are."""

import pytest

from pipeline.link.quotes.turns.setting import Setting

SHAPES = {
    "an advert between the paragraphs": (
        "Nina Kerr said: “It leaked.\n\n- Advertisement -\n\n“Nobody helped.”",
        [("It leaked. Nobody helped.", "Nina Kerr")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_an_aside_is_passed_over(quoted, text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("CLIP:", True),
        ("SOUNDBITE 2 (0:23):", True),
        ("Ann Reed:", False),
        ("CLIP: “It leaked.”", False),
    ],
)
def test_a_scripts_label_names_what_is_played(story, line, label):
    assert Setting(story(f"{line}\n\nIt rained.")).is_script_label(0) is label


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("- Advertisement -", True),
        ("Screenshot of the council's page", True),
        ("Image: Ann Reed", True),
        ("The council advertised for a new head in May, and nobody came to it.", False),
        ("Nobody saw the image.", False),
    ],
)
def test_adverts_and_captions_are_asides(story, line, aside):
    assert Setting(story(f"It rained.\n\n{line}\n\nIt fell.")).is_aside(1) is aside


@pytest.mark.parametrize(
    ("heading", "who"),
    [
        ("Ann Reed's statement in full", "Ann Reed"),
        ("Statement from the council leader", "leader"),
        ("Council leader Ann Reed", "Ann Reed"),
        ("Ann Reed left the council", None),
    ],
    ids=["a name and a sign", "an office and a sign", "a name at the end", "no sign"],
)
def test_a_heading_may_name_whose_statement_follows(story, heading, who):
    seen = story(f"{heading}\n\nIt rained.")
    source = Setting(seen).speaker_of_heading(seen.blocks[0].extent)

    assert (source and source.head.key) == who
