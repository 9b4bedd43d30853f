"""Which description goes with a name."""

import pytest

SPEAKERS = {
    "rank before the name": (
        "Chief Constable Idris Penhallow said: “It leaked.”",
        ("Idris Penhallow", "Chief Constable", None),
    ),
    "force, rank and name": (
        "Westmarch Police chief constable Idris Penhallow said: “It leaked.”",
        ("Idris Penhallow", "chief constable", "Westmarch Police"),
    ),
    "name, rank of force": (
        "Idris Penhallow, chief constable of Westmarch Police, said: “It leaked.”",
        ("Idris Penhallow", "chief constable", "Westmarch Police"),
    ),
    "accents and small words": (
        "“It leaked,” said Siobhán Ní Dhuibhne, chair of governors.",
        ("Siobhán Ní Dhuibhne", "chair of governors", None),
    ),
    "particles and two barrels": (
        "“It leaked,” said Dr Anneliese van den Hoek-Reed.",
        ("Anneliese van den Hoek-Reed", None, None),
    ),
    "letters after the name, an honour before": (
        "Dame Oriel Fanshawe DBE, HM Inspector of Constabulary, said: “It leaked.”",
        ("Oriel Fanshawe", "HM Inspector of Constabulary", "HMICFRS"),
    ),
    "a bracket and an age": (
        "Tom Reed (Con, Abbey), 61, opposition leader, said: “It leaked.”",
        ("Tom Reed", "opposition leader", None),
    ),
    "of an organisation": (
        "Bev Reed, of Saltby Women's Centre, said: “It leaked.”",
        ("Bev Reed", None, "Saltby Women's Centre"),
    ),
    "who took over as": (
        "Ann Reed, who took over as head this spring, said: “It leaked.”",
        ("Ann Reed", "head", None),
    ),
    "a numbered paragraph": (
        "2.3 HM Inspector of Fire and Rescue Services, Per Lund, wrote: “It is so.”",
        ("Per Lund", "HM Inspector of Fire and Rescue Services", "HMICFRS"),
    ),
    "letters that are a seat": (
        "Ann Reed MSP said: “It leaked.”",
        ("Ann Reed", "MSP", None),
    ),
    "a rank, where nothing else is told": (
        "Det Ch Supt Ann Reed said: “It leaked.”",
        ("Ann Reed", "Det Ch Supt", None),
    ),
    "a predicate in the relative clause": (
        "But Tom Reed, who teaches and is branch secretary of the NEU, said: “No.”",
        ("Tom Reed", "branch secretary", "NEU"),
    ),
    "an organisation between office and name": (
        "Deputy chief constable of Northshire Police Ann Reed said: “It leaked.”",
        ("Ann Reed", "Deputy chief constable", "Northshire Police"),
    ),
    "an organisation, a bracket, an office and a name": (
        "Lowick Medical Centre (pictured) practice manager Ann Reed said: “No.”",
        ("Ann Reed", "practice manager", "Lowick Medical Centre"),
    ),
    "two people with an office each": (
        (
            "Ann Reed, the manager of Lowick Lodge in Saltby, Kent, and Jane Kerr, the "
            "owner, wept. Ms Reed said: “It leaked.”"
        ),
        ("Ann Reed", "manager", "Lowick Lodge in Saltby"),
    ),
    "abbreviated ranks": (
        "Dpt Ch Cons Alan Reed said: “It leaked.”",
        ("Alan Reed", "Dpt Ch Cons", None),
    ),
    "a line before an office": (
        "Protecting vulnerable people\nChief Constable Ann Reed said: “It leaked.”",
        ("Ann Reed", "Chief Constable", None),
    ),
    "an officer of a force": (
        "Inspector Dev Pillai of Saltby Police said he was “chastened”.",
        ("Dev Pillai", "Inspector", "Saltby Police"),
    ),
    "somebody of a union": (
        "“It's a scandal,” according to Pat Quill of Unite.",
        ("Pat Quill", None, "Unite"),
    ),
    "a member of a parliament by her place": (
        "Saltby’s MP, Ann Reed, came on Friday. She told Saltby Live: “It failed us.”",
        ("Ann Reed", "MP", "Saltby"),
    ),
    "a seat": (
        "Ann Reed, Saltby MP, disagreed. She said: “It leaked.”",
        ("Ann Reed", "MP", "Saltby"),
    ),
    "who an office is said to be": (
        "Our chair is Mrs Ann Reed.\n\nShe writes: “It worked.”\n\nTom Lo\nHead",
        ("Ann Reed", "chair", None),
    ),
    "the lead inspector, by name in another sentence": (
        (
            "The lead inspector was Ann Reed. It was cold. The lead inspector writes: "
            "“Children spoke of it warmly.”"
        ),
        ("Ann Reed", "lead inspector", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_a_role_stands_before_the_name_or_after_it(speaker, text, expected):
    assert speaker(text) == expected
