"""Whose full name another may be."""

import pytest

from pipeline.link.quotes.people.namesakes import Namesakes

FITTING = {
    "the same": ("Nina Kerr", "Nina Kerr"),
    "with more before the surname": ("Nina Kerr", "Nina Jane Kerr"),
    "a headline goes on": ("Nina Kerr", "Nina Kerr Hammers Council"),
    "a headline went on": ("Nina Kerr Hammers Council", "Nina Kerr"),
    "an initial for a first name": ("Nina Kerr", "N. Kerr"),
    "a first name for an initial": ("N Kerr", "Nina Kerr"),
}
STRANGE = {
    "another first name": ("Nina Kerr", "Nora Kerr"),
    "another surname": ("Nina Kerr", "Nina Lind"),
    "another initial": ("Nina Kerr", "A. Kerr"),
    "a name that begins alike": ("Nina Kerr", "Nina Kerrberg Lind"),
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
    first, _ = names.add("N. Kerr"), names.add("Nina Jane Lind Kerr")
    assert names.first("Nina Kerr") == first


def test_what_somebody_was_called_before_is_forgotten():
    names = Namesakes()
    number = names.add("Nina Kerr Hammers Council")
    names.call(number, "Nina Kerr")
    assert names.first("Ann Council") is None
    assert names.first("Nina Council") is None
