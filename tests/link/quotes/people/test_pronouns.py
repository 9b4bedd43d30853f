"""Whom a pronoun stands for."""

import pytest

from pipeline.link.quotes.people.cast import Person
from pipeline.link.quotes.people.pronouns import (
    BOTH,
    UNSURE,
    Known,
    antecedent,
    may_be,
    others,
)

ANN = Known(Person("Ann Reed", "f"))
TOM = Known(Person("Tom Lo", "m"))
JO = Known(Person("Jo Kerr", ""))
FORD = Known(Person("Ford", UNSURE))
PAIR = Known(Person("Ann and Tom Reed", BOTH))
REPORT = Known(None, "report", thing=True)
INSPECTORS = Known(None, "inspectors")
MUM = Known(None, "mum", individual=True)
NOBODY = Known()

ANTECEDENTS = {
    "who fits, not who spoke last": ("she", [ANN, TOM], ANN),
    "who spoke last, where nothing tells": ("she", [ANN, JO], JO),
    "who is surely a person, first": ("he", [TOM, FORD], TOM),
    "who may be one, where nobody else is": ("he", [ANN, FORD], FORD),
    "one without a name": ("she", [TOM, MUM], MUM),
    "no mum is he": ("he", [MUM], NOBODY),
    "two people": ("they", [PAIR], PAIR),
    "several without a name": ("they", [INSPECTORS, ANN], INSPECTORS),
    "a report is never they": ("they", [REPORT], NOBODY),
    "a report is it": ("it", [REPORT, ANN], REPORT),
    "several are not it": ("it", [INSPECTORS], NOBODY),
    "nobody spoke": ("she", [], NOBODY),
}


@pytest.mark.parametrize(
    ("pronoun", "history", "meant"), ANTECEDENTS.values(), ids=ANTECEDENTS
)
def test_a_pronoun_stands_for_the_last_that_fits(known, pronoun, history, meant):
    assert antecedent(pronoun, history, known) is meant or (
        antecedent(pronoun, history, known) == meant == NOBODY
    )


@pytest.mark.parametrize(
    ("pronoun", "role", "may"),
    [
        ("he", "spokeswoman", False),
        ("she", "spokesman", False),
        ("she", "spokeswoman", True),
        ("he", "head", True),
        ("they", "mum", True),
        ("she", None, True),
    ],
)
def test_a_role_may_tell_a_gender(known, pronoun, role, may):
    assert may_be(pronoun, role, known) is may


def test_rivals_are_told_with_why_they_are_not_meant():
    assert list(others("she", ANN, [JO, ANN, TOM])) == [
        "Tom Lo was spoken of later, but “she” does not fit",
        "Jo Kerr was spoken of before Ann Reed",
    ]
