"""Where a noun phrase begins and ends, and who heads it."""

import pytest

SPEAKERS = {
    "a feeling before a name": (
        "Furious Ann Reed, 71, said: “He had the same jumper on.”",
        ("Ann Reed", None, None),
    ),
    "whose statement it is": (
        "A joint statement from the governors of Ford Primary School said: “No.”",
        (None, "governors", "Ford Primary School"),
    ),
    "on whose behalf it is": (
        "A statement issued on behalf of the partners said: “No.”",
        (None, "partners", None),
    ),
    "whose statement it is, after the words": (
        "“We are sorry,” a statement from Saltby Council said.",
        (None, None, "Saltby Council"),
    ),
    "somebody named speaks in a statement from others": (
        "In a statement from the school, Ann Reed said: “No.”",
        ("Ann Reed", None, None),
    ),
    "a name with an article is no person's": (
        "The Lantern Keepers said stalking was “still treated as a nuisance”.",
        (None, None, "Lantern Keepers"),
    ),
    "a title of two words": (
        "“We are whole again,” said Air Commodore Philip Strang.",
        ("Philip Strang", None, None),
    ),
    "a document about somebody": (
        "The report into Lowick Surgery said: “It leaked.”",
        (None, "report", None),
    ),
    "the wife, not the husband": (
        "Tom Lo was calm. Mr Lo's wife Jean nodded: “It rains in.”",
        ("Jean", "wife", None),
    ),
    "a party's councillor": (
        "Said Plaid Lunn councillor Iestyn Rees: “It's good.”",
        ("Iestyn Rees", "councillor", None),
    ),
    "a word that opens the sentence is nobody's organisation": (
        "Fuming mum-of-one Cara Dell said: “It made me sick.”",
        ("Cara Dell", "mum-of-one", None),
    ),
    "kin of any number is a role and no name": (
        "Dad-of-twins Rufus Penn said it was “a hatchet job”.",
        ("Rufus Penn", "Dad-of-twins", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_its_head_says_who_it_is(speaker, text, expected):
    assert speaker(text) == expected
