import pytest

from pipeline.words.plurals import count, several


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 areas"), (1, "1 area"), (1200, "1,200 areas")]
)
def test_one_is_no_plural(number, told):
    assert count(number, "area") == told


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("care home", "care homes"),
        ("nursery", "nurseries"),
        ("survey", "surveys"),
        ("nursery class", "nursery classes"),
        ("church", "churches"),
        ("children's services", "children's services"),
    ],
    ids=["s", "ies", "a vowel before the y", "ss", "ch", "many already"],
)
def test_the_plural_of_a_noun(one, many):
    assert several(one) == many
