"""How texts refer to bodies by their type, and by which nouns."""

from pipeline.knowledge import Body, Cue
from pipeline.knowledge.nouns import types_by_noun, types_by_reference

GENERICS = {
    "school": Cue(name="school", why="x", words=("the school", "her school")),
    "nursery": Cue(name="nursery", why="x", words=("the nursery", "the school")),
}
REEVE = Body(id="northby", name="Northby Harbour", type="harbour", noun="harbour")


def test_words_may_refer_to_bodies_of_several_types():
    found = types_by_reference(GENERICS, [])

    assert found["the school"] == ("school", "nursery")
    assert found["her school"] == ("school",)


def test_nouns_are_what_stands_behind_the():
    assert types_by_noun(GENERICS, []).keys() == {"school", "nursery"}


def test_a_body_of_a_register_brings_its_own_noun():
    assert types_by_noun({}, [REEVE]) == {"harbour": ("harbour",)}
