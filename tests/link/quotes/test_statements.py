"""Statements that need no marks: announced, or answers with labels."""

import pytest

SHAPES = {
    "a statement without any marks": (
        "Nina Kerr said:\n\nI am sorry for what we did.\n\nWe failed.\n\nShe left.",
        [("I am sorry for what we did. We failed.", "Nina Kerr")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_what_is_announced_is_said(quoted, text, expected):
    assert quoted(text) == expected


ANSWERS = {
    "a label before the answer": (
        "Echo: Why?\n\nDr Ann Reed: It leaked.\n\nEcho: When?\n\nDr Ann Reed: In May.",
        ("Ann Reed", None, None),
    ),
    "an A before the answer": (
        "Ann Reed answered us.\n\nQ: Why?\n\nA: It leaked.\n\nQ: When?\n\nA: In May.",
        ("Ann Reed", None, None),
    ),
    "a letter before each answer": (
        "Ann Reed leads.\n\nQ. Why?\n\nA. It leaked.\n\nQ. When?\n\nA. In May.",
        ("Ann Reed", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), ANSWERS.values(), ids=ANSWERS)
def test_what_stands_after_a_label_is_said_by_whom_it_names(speaker, text, expected):
    assert speaker(text) == expected
