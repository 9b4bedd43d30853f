"""Every part of a record has an address, and an address one part."""

import pytest

from pipeline.cells import Address, cells
from tests.factories import grade, inspection, marlshire, record


@pytest.fixture
def said():
    return {cell.address: cell for cell in cells(marlshire())}


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("marlshire", "peel-2021-22"),
        ("marlshire/responding_to_the_public", "inadequate"),
        ("marlshire/responding_to_the_public/previous", "good"),
        ("marlshire/tally/adequate", "2"),
        ("marlshire/published", None),
        ("document/published", "2023-04-13"),
        ("issue/0", "nothing says whose words these are"),
    ],
)
def test_an_address_names_a_part_of_the_record(said, address, value):
    assert said[address].value == value


def test_a_quote_is_addressed_by_where_its_words_start_and_says_who_speaks(said):
    first, second = (cell for cell in said.values() if cell.kind == "quote")

    assert first.address == f"quote/{first.evidence[0].start}"
    assert first.value == "Ada Thorne | chief constable | Marlshire Police"
    assert [span.text for span in first.evidence[1:]] == [
        "said",
        "Chief Constable Ada Thorne",
    ]
    assert second.value is None


def test_the_second_of_an_address_is_numbered():
    text = "Leadership was good. Leadership was poor."
    twice = marlshire().inspections[0].grades[0].evidence[0].model_copy(
        update={"start": 0, "end": 10, "text": "Leadership"}
    )  # fmt: skip
    force = inspection(
        "Lunnshire", [grade(None, "good", twice, label="Leadership")] * 2
    )
    addresses = [cell.address for cell in cells(record(text, [force]))]

    assert "lunnshire/leadership" in addresses
    assert "lunnshire/leadership~2" in addresses
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("marlshire", True),
        ("article.txt#marlshire", True),
        ("inbox/article.txt#marlshire", True),
        ("other.txt#marlshire", False),
        ("sha256:{digest}#marlshire", True),
        ("{digest}#marlshire", True),
    ],
    ids=["any", "end of the source", "source", "another", "id", "digest's start"],
)
def test_a_document_is_named_before_the_cell(text, named):
    document = marlshire().document
    digest = document.id.removeprefix("sha256:")[:12]
    address = Address.parse(text.format(digest=digest))

    assert address.cell == "marlshire"
    assert address.names(document) is named
