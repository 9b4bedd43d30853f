"""Whose full name another may be."""

import pytest

from pipeline.link.quotes.namesakes import Namesakes

FITTING = {
    "the same": ("Mara Voss", "Mara Voss"),
    "with more before the surname": ("Mara Voss", "Mara Jane Voss"),
    "a headline goes on": ("Mara Voss", "Mara Voss Hammers Council"),
    "a headline went on": ("Mara Voss Hammers Council", "Mara Voss"),
    "an initial for a first name": ("Mara Voss", "M. Voss"),
    "a first name for an initial": ("M Voss", "Mara Voss"),
}
STRANGE = {
    "another first name": ("Mara Voss", "Maud Voss"),
    "another surname": ("Mara Voss", "Mara Lind"),
    "another initial": ("Mara Voss", "A. Voss"),
    "a name that begins alike": ("Mara Voss", "Mara Vossberg Lind"),
}


@pytest.mark.parametrize(("known", "other"), FITTING.values(), ids=FITTING.keys())
def test_names_that_may_be_one_persons(known, other):
    names = Namesakes()
    names.add("Tam Reed")
    number = names.add(known)
    assert names.first(other) == number


@pytest.mark.parametrize(("known", "other"), STRANGE.values(), ids=STRANGE.keys())
def test_names_that_are_of_two(known, other):
    names = Namesakes()
    names.add(known)
    assert names.first(other) is None


def test_of_several_the_one_named_first_is_meant():
    names = Namesakes()
    first, _ = names.add("M. Voss"), names.add("Mara Jane Lind Voss")
    assert names.first("Mara Voss") == first


def test_what_somebody_was_called_before_is_forgotten():
    names = Namesakes()
    number = names.add("Mara Voss Hammers Council")
    names.call(number, "Mara Voss")
    assert names.first("Ann Council") is None
    assert names.first("Mara Council") is None
