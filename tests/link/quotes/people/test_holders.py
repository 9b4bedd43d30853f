"""Whose office a description means."""

from types import SimpleNamespace

import pytest

from pipeline.link.quotes.people.cast import Person
from pipeline.link.quotes.people.holders import Holders


@pytest.mark.parametrize(
    ("noun", "role", "held"),
    [
        ("head", "head of Ash Lane School", True),
        ("head", "Head", True),
        ("headteacher", "head", True),
        ("head", "headteacher", False),
        ("teacher", "headteacher", False),
        ("head", None, False),
    ],
    ids=[
        "the role goes on",
        "in capitals",
        "a longer noun that begins so",
        "a longer role that begins so",
        "the end of a word",
        "no role",
    ],
)
def test_an_office_is_held_by_whose_role_is_called_so(noun, role, held):
    person = Person("Ann Reed", role=role)
    cast = SimpleNamespace(people=[person], described=[person])
    assert Holders(cast).one(noun, noun) is (person if held else None)


def test_of_several_it_is_whose_role_is_no_more_than_that():
    first = Person("Ann Reed", role="Assistant Chief Constable")
    second = Person("Tom Lind", role="Chief Constable")
    cast = SimpleNamespace(people=[first, second], described=[first, second])
    holders = Holders(cast)
    assert holders.one("chief constable", "chief constable") is second
    assert holders.one("constable", "constable") is None


def test_a_role_told_later_is_held_from_then_on():
    ann, tom = Person("Ann Reed", role="head"), Person("Tom Lind")
    cast = SimpleNamespace(people=[ann, tom], described=[ann, tom])
    holders = Holders(cast)
    assert holders.one("chair", "chair") is None
    holders.tell(tom, "chair of governors")
    assert holders.one("chair", "chair") is tom
    holders.tell(ann, "chair")
    assert holders.one("chair", "chair") is ann
    assert holders.one("head", "head") is None
