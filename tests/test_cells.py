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
    ("text", "parts"),
    [
        ("gwent/leadership", ("", "gwent/leadership", "gwent")),
        ("article.txt#gwent", ("article.txt", "gwent", "gwent")),
        ("a#b.txt#quote/12", ("a#b.txt", "quote/12", "")),
        ("document/title", ("", "document/title", "")),
    ],
    ids=["a cell of any", "of one", "a # in the source", "no body"],
)
def test_an_address_names_document_cell_and_body(text, parts):
    address = Address.parse(text)

    assert (address.document, address.cell, address.body) == parts
