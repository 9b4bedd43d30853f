"""A phrase with families in it stands for each product of their words."""

import pytest

from pipeline.knowledge.families import UnknownFamilyError, is_product, multiplied

FAMILIES = {"kin": ("aunt", "uncle"), "number": ("one", "two")}


@pytest.mark.parametrize(
    ("phrase", "products"),
    [
        ("cousin", ["cousin"]),
        ("the {kin}", ["the aunt", "the uncle"]),
        (
            "{kin}-of-{number}",
            ["aunt-of-one", "aunt-of-two", "uncle-of-one", "uncle-of-two"],
        ),
    ],
    ids=["no family", "a word each", "each with each"],
)
def test_a_phrase_is_multiplied(phrase, products):
    assert list(multiplied([phrase], FAMILIES)) == products
    assert is_product(phrase) == (len(products) > 1)


def test_a_family_that_there_is_not_is_named_with_those_that_there_are():
    with pytest.raises(UnknownFamilyError, match=r"'the \{sort\}'.*known: kin, number"):
        list(multiplied(["the {sort}"], FAMILIES))
