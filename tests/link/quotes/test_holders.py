"""Whose office a description means."""

from types import SimpleNamespace

import pytest

from pipeline.link.quotes.cast import Person
from pipeline.link.quotes.holders import Holders


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
    assert list(Holders(cast).of(noun)) == ([person] if held else [])


def test_a_role_told_later_is_held_from_then_on():
    ann, tom = Person("Ann Reed", role="head"), Person("Tom Lind")
    cast = SimpleNamespace(people=[ann, tom], described=[ann, tom])
    holders = Holders(cast)
    assert list(holders.of("chair")) == []
    holders.tell(tom, "chair of governors")
    assert list(holders.of("chair")) == [tom]
    assert list(holders.of("head")) == [ann]
