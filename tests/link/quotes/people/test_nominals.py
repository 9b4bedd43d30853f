"""Whom a description stands for."""

import pytest

SPEAKERS = {
    "a group": (
        "Ofsted came in May. Inspectors said: “It leaked.”",
        (None, "Inspectors", "Ofsted"),
    ),
    "a document": (
        "Ofsted came in May. The report said: “It leaked.”",
        (None, "report", "Ofsted"),
    ),
    "an organisation": (
        "The Prison Officers' Association said: “It leaked.”",
        (None, None, "Prison Officers' Association"),
    ),
    "a voice without a name": (
        "One foster carer, who did not want to be named, said: “It leaked.”",
        (None, "foster carer", None),
    ),
    "a letter that is not the inspectors'": (
        "Ofsted inspectors came to Ford School. A letter from the trust said: “No.”",
        (None, "letter", None),
    ),
    "a letter whose writers have a name": (
        "A letter from Saltby Council said: “No.”",
        (None, "letter", "Saltby Council"),
    ),
    "a letter that is the inspectors'": (
        "Ofsted inspectors came to Ford School. A letter from inspectors said: “No.”",
        (None, "letter", "Ofsted"),
    ),
    "one of those before": (
        "It lacks probation officers. One told inspectors: “I count them like sheep.”",
        (None, "probation officer", None),
    ),
    "one of nobody named": (
        "It rained all week. One told Ofsted: “I count them like sheep.”",
        (None, None, None),
    ),
    "one of the parents": (
        "Parents at the gate were cross. “It rains in,” said one, who left.",
        (None, "parent", None),
    ),
    "one after a conjunction": (
        "As one firefighter put it, “nobody asks us”.",
        (None, "firefighter", None),
    ),
    "a group after a conjunction": (
        "It changed after firefighters said: “It leaked.”",
        (None, "firefighters", None),
    ),
    "a deputy of somewhere else": (
        "The head, Ann Reed, spoke. “We wait for it,” said Fenby’s deputy head.",
        (None, "deputy head", "Fenby"),
    ),
    "the retired teacher": (
        "Ann Reed heard of it from a friend.\n\n“It failed,” said the retired teacher.",
        ("Ann Reed", "retired teacher", None),
    ),
    "the mum of four is the one who spoke": (
        (
            "Cara Dell, whose son was there, was cross. “It rains in,” the mum of four,"
            " from Saltby, said."
        ),
        ("Cara Dell", "mum of four", None),
    ),
    "the mother of one prisoner is another": (
        "Ann Reed was calm. The mother of one prisoner said: “It rains in.”",
        (None, "mother of one", None),
    ),
    "the officer, after a chief constable": (
        "Chief Constable Tom Lo said it was hard. The officer added: “We pay.”",
        ("Tom Lo", "Chief Constable", None),
    ),
    "the officer, after somebody else": (
        "Shopkeeper Tom Lo said it was hard. The officer added: “We pay.”",
        (None, "officer", None),
    ),
    "the fund manager is the one who spoke": (
        (
            "Rufus Penn said it was “a hatchet job”.\n\n“The girls adore it,” insisted "
            "the hedge fund manager."
        ),
        ("Rufus Penn", "hedge fund manager", None),
    ),
    "the dad is the one who spoke": (
        (
            "Rufus Penn, 44, said it was “a hatchet job”.\n\n“The girls adore it,” "
            "added the dad."
        ),
        ("Rufus Penn", "dad", None),
    ),
    "the headteacher is whoever the text calls so": (
        (
            "Headteacher Ann Reed said: “We will act.”\n\nTom Lowe said: “I'm "
            "cross.”\n\n“We have a plan,” said the headteacher."
        ),
        ("Ann Reed", "Headteacher", None),
    ),
    "a headteacher whom nobody named is not the parent who spoke": (
        "Tom Lowe said: “I'm cross.”\n\n“We have a plan,” said the headteacher.",
        (None, "headteacher", None),
    ),
    "another mum is not the first": (
        (
            "Mum-of-one Cara Dell said: “It made me sick.”\n\nAnother mum, who gave no "
            "name, said: “It's a secret.”"
        ),
        (None, "mum", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_a_description_is_whoever_fits_it(speaker, text, expected):
    assert speaker(text) == expected
