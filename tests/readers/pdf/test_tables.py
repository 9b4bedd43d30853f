"""Table rows, told from where the words stand."""

import pytest

from tests.readers.pdf.printing import Words, body

PROSE = [
    *body("Inspectors were with the council for two weeks, and what", top=760),
    *body("they saw is written down here for everyone to read.", top=745.6),
]


def left(y, text, x=72):
    return Words(x, y, text)


def right(y, text, x=380):
    return Words(x, y, text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([left(600, "Overall"), right(600, "Good")], ["Overall\tGood"]),
        (
            [
                left(600, "The experiences of"),
                left(585.6, "care leavers"),
                right(600, "Good"),
            ],
            ["The experiences of care leavers\tGood"],
        ),
        (
            [
                left(600, "The experiences of"),
                left(585.6, "care leavers"),
                right(592.8, "Good"),
            ],
            ["The experiences of care leavers\tGood"],
        ),
        (
            [
                left(600, "Leaders"),
                right(614.4, "Requires"),
                right(600, "improvement"),
                right(585.6, "to be good"),
                left(560, "Overall"),
                right(560, "Good"),
            ],
            ["Leaders\tRequires improvement to be good", "Overall\tGood"],
        ),
        (
            [
                left(600, "The experiences of"),
                right(600, "Requires"),
                left(585.6, "care leavers"),
                right(585.6, "improvement"),
                left(560, "Overall"),
                right(560, "Good"),
            ],
            ["The experiences of care leavers\tRequires improvement", "Overall\tGood"],
        ),
        (
            [
                left(600, "1. Children who need help"),
                right(600, "Good"),
                left(580, "2.1 Adoption", 125),
                right(580, "Not judged"),
            ],
            ["1. Children who need help\tGood", "2.1 Adoption\tNot judged"],
        ),
        (
            [
                left(600, "The experiences of"),
                left(585.6, "care leavers"),
                left(560, "Leaders"),
                left(535, "Overall"),
                right(600, "Requires"),
                right(585.6, "improvement"),
                right(560, "Inadequate"),
                right(535, "Good"),
            ],
            [
                "The experiences of care leavers\tRequires improvement",
                "Leaders\tInadequate",
                "Overall\tGood",
            ],
        ),
        (
            [right(605, "Requires"), left(598, "Overall"), right(590.6, "improvement")],
            ["Overall\tRequires improvement"],
        ),
        (
            [left(600, "2029"), right(600, "Good", 200), right(600, "Poor", 330)],
            ["2029\tGood\tPoor"],
        ),
    ],
    ids=[
        "two cells on a line",
        "an area over two lines, the grade at its top",
        "an area over two lines, the grade at its middle",
        "a grade over three lines",
        "written line by line across the cells",
        "numbered areas, indented",
        "written column by column",
        "a grade that begins above its area, written from the top",
        "three cells",
    ],
)
def test_cells_are_told_by_their_place(document, words, expected):
    found = document([*PROSE, *words])

    rows = [found.words(b.extent) for b in found.blocks if b.type == "table_row"]
    assert rows == expected


def test_a_table_goes_on_over_the_page_with_its_cells(document):
    found = document(
        [*PROSE, left(100, "Leaders"), right(100, "Good")],
        [left(760, "Overall"), right(760, "Good")],
    )

    rows = [b for b in found.blocks if b.type == "table_row"]
    assert [(found.words(b.extent), b.page) for b in rows] == [
        ("Leaders\tGood", 1),
        ("Overall\tGood", 2),
    ]
    assert [found.words(cell) for cell in rows[1].cells] == ["Overall", "Good"]


def test_a_bold_first_row_names_the_columns(document):
    found = document(
        [
            *PROSE,
            Words(72, 620, "Judgement", bold=True),
            Words(380, 620, "Grade", bold=True),
            left(600, "Overall"),
            right(600, "Good"),
        ]
    )

    assert [b.headers for b in found.blocks][-1] == ("Judgement", "Grade")


def test_a_wide_space_of_justified_text_parts_no_cells(texts):
    words = [left(600, "Staff stay"), right(600, "for long.", 141)]

    assert texts([*PROSE, *words])[1:] == [("paragraph", "Staff stay for long.")]


def test_a_column_s_header_is_no_part_of_the_cell_under_it(texts):
    words = [Words(72, 614, "Judgement", bold=True), left(600, "Overall")]

    assert texts([*PROSE, *words, right(608, "Requires"), right(593.6, "work")])[
        1:
    ] == [
        ("heading", "Judgement"),
        ("table_row", "Overall\tRequires work"),
    ]


def test_a_line_of_very_many_words_far_apart_is_no_row_of_very_many_cells(document):
    words = [Words(5 * i, 600, "x", 1) for i in range(100)]

    cells = [len(block.cells) for block in document([*PROSE, *words]).blocks]
    assert 1 < max(cells) < 50


def test_a_hanging_number_makes_no_cell(texts):
    assert texts([*PROSE, left(600, "3."), right(600, "Staff stay.", 100)])[1:] == [
        ("list_item", "3. Staff stay.")
    ]


def test_contents_with_page_numbers_are_furniture(document):
    entries = [
        ("Summary", 2),
        ("Care leavers", 4),
        ("Leadership and", None),
        ("staff", 9),
    ]
    words = [left(600 - 20 * i, text) for i, (text, _) in enumerate(entries)]
    numbers = [
        right(600 - 20 * i, str(page), 500)
        for i, (_, page) in enumerate(entries)
        if page
    ]
    both = sorted(words + numbers, key=lambda word: (-word.y, word.x))
    found = document([*PROSE, *both])

    assert [b.role for b in found.blocks] == ["body", *["furniture"] * 4]
