# ruff: noqa: E501 - a row of a table is a line
"""Tables that hold data, and definitions."""

import pytest

AREAS = "<tr><th>Area</th><th>2022</th><th>2024</th></tr>"


def rows(document):
    return [
        ([document.words(cell) for cell in block.cells], list(block.headers))
        for block in document.blocks
        if block.cells
    ]


def test_a_data_table_is_rows_with_cells_and_column_headers(page):
    document = page(f"<table>{AREAS}<tr><td>Crime<td>Good<td>Inadequate</table>")
    assert rows(document) == [
        (["Area", "2022", "2024"], []),
        (["Crime", "Good", "Inadequate"], ["Area", "2022", "2024"]),
    ]


def test_an_empty_cell_leaves_its_header_out_too(page):
    document = page(
        f"<table>{AREAS}<tr><td>Crime</td><td></td><td>Good</td></tr></table>"
    )
    assert rows(document)[1] == (["Crime", "Good"], ["Area", "2024"])


def test_a_wide_cell_takes_as_many_columns(page):
    head = "<tr><th colspan=2>Area</th><th>Grade</th></tr>"
    document = page(
        f"<table>{head}<tr><td>A</td><td>Crime</td><td>Good</td></tr></table>"
    )
    assert rows(document)[1] == (["A", "Crime", "Good"], ["Area", "", "Grade"])


def test_cells_with_a_rating_class_are_kept(page):
    row = '<tr><th scope="row">Safe</th><td class="rating inadequate">Inadequate</td></tr>'
    assert rows(page(f"<table>{row}</table>")) == [(["Safe", "Inadequate"], [])]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><h2>Findings</h2><p>So it was.</p></td><td>Menu</td></tr></table>",
        "<table role='presentation'><tr><td>One</td><td>So it was.</td></tr></table>",
        "<table><tr><td>So it was.</td></tr><tr><td>So it is.</td></tr></table>",
        "<table><tr><td><table><tr><td>So it was.</td></tr></table></td><td>x</td></tr></table>",
    ],
    ids=["a heading in a cell", "said by its role", "a single column", "a table in it"],
)
def test_a_table_that_only_arranges_is_no_table(page, table):
    assert rows(page(table)) == []


def test_a_term_and_its_definition_are_one_item(blocks):
    markup = "<dl><dt>Safe<dd>Good<dt>Caring<dd>Inadequate</dl>"
    assert blocks(markup) == [
        ("list_item", 1, "Safe\tGood"),
        ("list_item", 1, "Caring\tInadequate"),
    ]


def test_a_term_with_several_definitions_leads_into_them(blocks):
    markup = "<dl><dt>Good</dt><dd>Preventing fires</dd><dd>Leadership</dd></dl>"
    assert blocks(markup) == [
        ("paragraph", None, "Good"),
        ("list_item", 1, "Preventing fires"),
        ("list_item", 1, "Leadership"),
    ]


def test_a_line_with_a_picture_credit_is_a_caption(blocks):
    markup = "<p>Officers on their way to a call (Image: Eastmere Echo)</p>"
    assert blocks(markup)[0][0] == "caption"


def test_a_figure_whose_end_was_forgotten_is_no_caption(blocks):
    long = (
        "<p>Inspectors also looked at how the force protects its own people.</p>" * 12
    )
    assert {kind for kind, _, _ in blocks(f"<figure>{long}")} == {"paragraph"}


CARD = "<div><div>{}</div><div>{}</div></div>"


def test_an_area_and_its_grade_in_an_element_of_their_own_are_one_item(blocks):
    cards = CARD.format("Safe", "Good") + CARD.format("Caring", "Outstanding")
    assert blocks(f"<div class='card'>{cards}</div>") == [
        ("list_item", 1, "Safe\tGood"),
        ("list_item", 1, "Caring\tOutstanding"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        CARD.format("Safe", "Good"),
        CARD.format("The Limes", "Good") + CARD.format("Fen Lodge", "Good"),
        "<div><div>Safe</div><div>Good</div><div>Caring</div><div>Good</div></div>",
    ],
    ids=["one alone", "no areas", "in no element of their own"],
)
def test_other_pairs_of_lines_are_no_items(blocks, markup):
    assert not [block for block in blocks(markup) if block[0] == "list_item"]
