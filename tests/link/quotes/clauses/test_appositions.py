"""Subjects with something between commas beside them."""

import pytest

SPEAKERS = {
    "the force's rank, name": (
        "The force's chief constable, Idris Penhallow, said: “It leaked.”",
        ("Idris Penhallow", "chief constable", None),
    ),
    "a name after what else she is": (
        "Its founder, former nurse Ann Reed, came. “I began with one bed,” she said.",
        ("Ann Reed", "former nurse", None),
    ),
    "a name after who wrote the report": (
        "The inspector who wrote it, Sir Tom Lo, smiled. It was, he writes, “a mess”.",
        ("Tom Lo", None, None),
    ),
    "for whom something is, of whom more is told": (
        "For Ann Reed, whose son died there, it is too late. “They lie,” she said.",
        ("Ann Reed", None, None),
    ),
    "a group with a name of its own": (
        "The union, Care Workers Together, is cross. “It failed us,” it said.",
        (None, None, "Care Workers Together"),
    ),
    "another, whose name follows": (
        "Tom Lo was cross. Another, Ann Reed, said: “It is fine.”",
        ("Ann Reed", None, None),
    ),
    "a missing second comma": (
        "Ann Reed, Chair of Saltby Fire Authority said: “It leaked.”",
        ("Ann Reed", "Chair", "Saltby Fire Authority"),
    ),
    "a conjunction before an office, more of it after": (
        "But the head, who joined in May, said it was “hard to love”.",
        (None, "head", None),
    ),
    "a conjunction before somebody unnamed": (
        "Yet one former pupil, who gave no name, said it was “a place for the brave”.",
        (None, "former pupil", None),
    ),
    "a party before the name between commas": (
        "Cllr Ford's successor, Labour's Joy Reed, said: “No.”",
        ("Joy Reed", None, None),
    ),
    "another, whose son": (
        "Another, whose son is in Year 9, said: “It rains in.”",
        (None, None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_a_name_between_commas_is_whose_the_words_are(speaker, text, expected):
    assert speaker(text) == expected


TWO = {
    "two with one voice": (
        "Head Ann Reed and chair Tom Lo said in a joint statement: “It leaked.”",
        ("Ann Reed and Tom Lo", "Head and chair", None),
    ),
    "two with one voice, each with an office after the name": (
        "Ann Reed, chief nurse, and Tom Lo, head of care, said: “It leaked.”",
        ("Ann Reed and Tom Lo", "chief nurse and head of care", None),
    ),
    "two with one voice, of whom more is told": (
        "Dr Ann Reed and Dr Tom Lo, who took over in May, said: “It works.”",
        ("Ann Reed and Tom Lo", None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), TWO.values(), ids=TWO)
def test_two_may_speak_as_one(speaker, text, expected):
    assert speaker(text) == expected
