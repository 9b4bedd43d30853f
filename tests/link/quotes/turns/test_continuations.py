"""Who goes on: over clauses, paragraphs, pauses."""

import pytest

SHAPES = {
    "interrupted by its clause": (
        '"It leaked," said Nina Kerr. "Nobody helped."',
        [("It leaked, Nobody helped.", "Nina Kerr")],
    ),
    "interrupted inside a sentence": (
        '"If it leaks," Nina Kerr said, "we pay."',
        [("If it leaks, we pay.", "Nina Kerr")],
    ),
    "each paragraph opens, the last closes": (
        "Nina Kerr said: “It leaked.\n\n“Nobody helped.\n\n“Never again.”",
        [("It leaked. Nobody helped. Never again.", "Nina Kerr")],
    ),
    "every paragraph closes": (
        "Nina Kerr said: “It leaked.”\n\n“Nobody helped.”",
        [("It leaked. Nobody helped.", "Nina Kerr")],
    ),
    "a paragraph that she goes on with": (
        "Nina Kerr said: “It leaked.”\n\n“It failed us,” she went on. “We paid.”",
        [("It leaked. It failed us, We paid.", "Nina Kerr")],
    ),
    "a paragraph that she goes on with inside a sentence": (
        "“It leaked,” said Nina Kerr.\n\n“It fell,” she went on, “and we paid.”",
        [("It leaked, It fell, and we paid.", "Nina Kerr")],
    ),
    "a paragraph left open that she goes on with": (
        "Nina Kerr said: “It leaked.\n\n“It failed us,” she went on. “We paid.”",
        [("It leaked. It failed us, We paid.", "Nina Kerr")],
    ),
    "going on before the words begins anew": (
        "Nina Kerr said: “It leaked.”\n\nShe went on: “It failed us.”",
        [("It leaked.", "Nina Kerr"), ("It failed us.", "Nina Kerr")],
    ),
    "what she continues in a paragraph of its own begins anew": (
        "Nina Kerr said: “It leaked.”\n\n“It failed us,” she continued.",
        [("It leaked.", "Nina Kerr"), ("It failed us,", "Nina Kerr")],
    ),
    "going on after a fragment begins anew": (
        "Nina Kerr called it “a sorry state for us”.\n\n“It fell,” she went on. “Now.”",
        [("a sorry state for us", "Nina Kerr"), ("It fell, Now.", "Nina Kerr")],
    ),
    "somebody else goes on": (
        "Nina Kerr said: “It leaked.”\n\n“It failed us,” Tom Reed went on. “We paid.”",
        [("It leaked.", "Nina Kerr"), ("It failed us, We paid.", "Tom Reed")],
    ),
    "then again, after a pause": (
        "“It leaked,” said Nina Kerr. Then, after a bit: “Nobody helped at it.”",
        [("It leaked,", "Nina Kerr"), ("Nobody helped at it.", "Nina Kerr")],
    ),
    "paragraph breaks lost": (
        'Nina Kerr said:\n“It leaked. “Nobody helped. “Never again."',
        [("It leaked. Nobody helped. Never again.", "Nina Kerr")],
    ),
    "paragraph breaks lost, and somebody else after": (
        "Nina Kerr said: “It leaked. “Nobody helped.” Ann Reed said: “No.”",
        [("It leaked. Nobody helped.", "Nina Kerr"), ("No.", "Ann Reed")],
    ),
    "a dash and an ellipsis": (
        "“It leaked…” said Nina Kerr – “and nobody helped.”",
        [("It leaked… and nobody helped.", "Nina Kerr")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_the_speaker_before_goes_on_or_another_begins(quoted, text, expected):
    assert quoted(text) == expected


SPEAKERS = {
    "who said it, not of whom it was said": (
        "Ann Reed said the worst was to get Tom Lo to believe her. “It was hard.”",
        ("Ann Reed", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_sentence_before_tells_who_goes_on(speaker, text, expected):
    assert speaker(text) == expected
