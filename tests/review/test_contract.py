"""The page's script and what it is given agree, key by key."""

import re
from importlib.resources import files

import pytest

from pipeline.review import contract
from pipeline.review.payload import Index, take
from tests.factories import marlshire

SHAPES = {
    name: set(each.__annotations__)
    for name, each in vars(contract).items()
    if hasattr(each, "__total__")
}


@pytest.fixture(scope="module")
def scripts():
    folder = files("pipeline.review") / "static"
    return "\n".join(
        file.read_text("utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".js")
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_the_script_reads_every_key(scripts, shape):
    unread = {
        key
        for key in SHAPES[shape]
        if not re.search(rf"\.{key}\b|[{{,] *{key} *[,}}:]", scripts)
    }

    assert unread == set()


def test_a_document_has_all_keys_that_it_must_have_and_no_others(known):
    index = Index()
    detail = take(marlshire(), known, index)
    (entry,), (framework,) = index.documents, index.frameworks.values()
    found = {
        "Detail": [detail],
        "Inspected": detail["bodies"],
        "Shown": detail["cells"],
        "ShownMiss": detail["misses"],
        "ShownVeto": detail["vetoes"],
        "Entry": [entry],
        "ListedInspection": entry["inspections"],
        "ListedGrade": entry["inspections"][0]["grades"],
        "Person": entry["people"],
        "Framework": [framework],
    }

    for shape, parts in found.items():
        needed = getattr(contract, shape).__required_keys__
        assert parts
        assert all(needed <= set(part) <= SHAPES[shape] for part in parts)
