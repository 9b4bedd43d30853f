"""What an office is of, and whose it is."""

import pytest

SPEAKERS = {
    "a portfolio with commas": (
        "Dev Reed, Lead Member for Children, Young People and Families, said: “No.”",
        ("Dev Reed", "Lead Member for Children, Young People and Families", None),
    ),
    "a post with a capital field": (
        "Domestic Abuse Commissioner Ann Reed said: “It leaked.”",
        ("Ann Reed", "Domestic Abuse Commissioner", None),
    ),
    "a charity by name": (
        "Ann Reed, chief executive of the abuse charity Safe Haven, said: “No.”",
        ("Ann Reed", "chief executive", "Safe Haven"),
    ),
    "for an organisation": (
        "Dr Iain Reed, for Saltby Health Board, said: “It leaked.”",
        ("Iain Reed", None, "Saltby Health Board"),
    ),
    "a party's spokeswoman": (
        "Labour's Home Affairs spokeswoman, Joy Reed, blamed “a decade of doing less”.",
        ("Joy Reed", "Home Affairs spokeswoman", "Labour"),
    ),
    "a party before an office": (
        "Former Saltby Council Tory education spokesman, Cllr Ann Reed, said: “No.”",
        ("Ann Reed", "Tory education spokesman", "Saltby Council"),
    ),
    "an office of young people": (
        "Cllr Imelda Frost, Lead Member for Children and Young People, said: “No.”",
        ("Imelda Frost", "Lead Member for Children and Young People", None),
    ),
    "a row of small words": (
        "Ann Reed, cabinet member for children, youth and families, said: “No.”",
        ("Ann Reed", "cabinet member for children, youth and families", None),
    ),
    "who runs the firm that is named last": (
        "Managing director of the home's operator Vale Care, Ann Reed, said: “No.”",
        ("Ann Reed", "Managing director", "Vale Care"),
    ),
    "two offices of one person before the name": (
        "Principal and CEO Ann Reed said: “It leaked.”",
        ("Ann Reed", "Principal and CEO", None),
    ),
    "two offices of one person after the name": (
        (
            "Ann Reed, chief executive of Vale Trust and principal of Lowick College, "
            "said: “It leaked.”"
        ),
        ("Ann Reed", "chief executive", "Vale Trust"),
    ),
    "a spokesperson for": (
        "A spokesperson for the Home Office said: “It leaked.”",
        (None, "spokesperson", "Home Office"),
    ),
    "an owner's spokesperson": (
        "A spokesperson for the home's owner, Vale Healthcare, said: “It leaked.”",
        (None, "spokesperson", "Vale Healthcare"),
    ),
    "a ministry's spokesperson": (
        "A Department for Education spokesperson said: “It leaked.”",
        (None, "spokesperson", "Department for Education"),
    ),
    "a spokesperson for what runs something": (
        "A spokesperson for the trust which runs it, Vale Futures, said: “It failed.”",
        (None, "spokesperson", None),
    ),
    "its officer": (
        "Unison is angry. Its regional secretary, Wendell Frost, said: “It leaked.”",
        ("Wendell Frost", "regional secretary", "Unison"),
    ),
    "an owner's office of a field, a rare name": (
        "Its Executive Director of Children's Services, Per Lund, said: “No.”",
        ("Per Lund", "Executive Director of Children's Services", None),
    ),
    "a place before kin stays": (
        (
            "We met Cara. She and Saltby mum Cara Dell are one: “It made me sick,” "
            "said Saltby mum Cara Dell."
        ),
        ("Cara Dell", "mum", "Saltby"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_a_description_says_role_and_organisation(speaker, text, expected):
    assert speaker(text) == expected
