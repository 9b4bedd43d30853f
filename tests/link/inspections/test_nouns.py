"""Each noun of a body that the data has means bodies wherever nouns of bodies count."""

import pytest

from pipeline import knowledge
from pipeline.knowledge.nouns import types_by_noun
from pipeline.link.inspections.nouns import generic_types, nouns_of
from pipeline.words.plurals import several

KNOWN = knowledge.load()
NOUNS = sorted(types_by_noun(KNOWN.cues["body_generics"], KNOWN.bodies.values()))
HOMES = (
    "Mill House and Rowan Court, two care homes, were inspected by the CQC.\n"
    "Mill House was rated good. Rowan Court was rated inadequate.\n"
)
LIBRARY = """\
[[cues]]
name = "library"
why = "A kind of body that we do not ship."
words = ["the library"]
"""


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize(
    "sentence",
    ["Both {many} are splendid.", "Two local {many} are splendid."],
    ids=["both", "two"],
)
def test_several_are_those_of_the_story(about, sentence, noun):
    _, (owners,) = about(HOMES + sentence.format(many=several(noun)), "splendid")

    assert set(owners) == {"Mill House", "Rowan Court"}


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize(
    "sentence",
    [
        "She moved to a room at St Ina’s, a {one} that is splendid.",
        "Its sister {one} is splendid.",
        "Her old {one} is splendid.",
    ],
    ids=["with a name of its own", "a sister", "of somebody's past"],
)
def test_one_brought_in_from_elsewhere_is_none_of_them(about, sentence, noun):
    _, (owners,) = about(HOMES + sentence.format(one=noun), "splendid")

    assert owners == []


@pytest.mark.parametrize("noun", NOUNS)
def test_whoever_has_several_owns_them(about, noun):
    text = HOMES + f"One of Mill House’s {several(noun)}, Rowan Court, is splendid."

    assert about(text, "splendid")[1] == [["Rowan Court"]]


def test_a_noun_and_its_plural_are_found_however_they_are_written(known):
    types = nouns_of(known).types

    assert types["pre school"] == types["pre schools"] == ("nursery",)
    assert generic_types(known)["the home"] == ("childrens_home", "care_home")


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Both libraries are splendid.", {"Mill House", "Rowan Court"}),
        ("Two Saltby libraries are splendid.", {"Mill House", "Rowan Court"}),
        ("She is at St Ina’s, a library that is splendid.", set()),
        ("Its sister library is splendid.", set()),
    ],
    ids=["both", "two of a place", "with a name of its own", "a sister"],
)
def test_a_folder_of_data_brings_its_nouns(about, loaded, sentence, owners):
    data = loaded(cues__body_generics=LIBRARY)

    assert set(about(HOMES + sentence, "splendid", data=data)[1][0]) == owners
