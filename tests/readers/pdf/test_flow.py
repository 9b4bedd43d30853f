"""Which printed lines belong together."""

import pytest

from tests.readers.pdf.printing import Words, body

FULL = "This line goes on as far as a line can go before it reaches the margin, and"
PROSE = "Leaders know their staff well and act on what they are told by families."


def filled(top=740):
    """Running text, so that its size and leading are the usual ones."""
    return body(*[FULL] * 12, "so does this one.", top=top)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            body("Plans are reviewed when children", "move, and they improve."),
            [("paragraph", "Plans are reviewed when children move, and they improve.")],
        ),
        (
            [*body("Plans are reviewed."), *body("Visits are regular.", top=676)],
            [
                ("paragraph", "Plans are reviewed."),
                ("paragraph", "Visits are regular."),
            ],
        ),
        (
            body("Care leavers", size=16),
            [("heading", "Care leavers")],
        ),
        (
            [*body("Care leavers", bold=True), *body("They say so.", top=685.6)],
            [("heading", "Care leavers"), ("paragraph", "They say so.")],
        ),
        (
            body("This bold line is a sentence, and it ends like one.", bold=True),
            [("paragraph", "This bold line is a sentence, and it ends like one.")],
        ),
        (
            body(
                "The experience of children", "who need help: good", size=14, leading=17
            ),
            [("heading", "The experience of children who need help: good")],
        ),
        (
            [
                *body("• Plans that say what has", top=700),
                *body("to change, and when.", top=685.6, left=84),
                *body("• Visits.", top=667),
            ],
            [
                ("list_item", "Plans that say what has to change, and when."),
                ("list_item", "Visits."),
            ],
        ),
        (
            [
                *body("12. Staff are trained by", top=700),
                *body("people who know the work.", top=685.6, left=100),
                *body("13. They stay.", top=660),
            ],
            [
                ("list_item", "12. Staff are trained by people who know the work."),
                ("list_item", "13. They stay."),
            ],
        ),
        (
            body("The council spends on average", "12 million pounds a year."),
            [("paragraph", "The council spends on average 12 million pounds a year.")],
        ),
        (
            body("Published 3 June 2022", "The home was inspected by the regulator."),
            [
                ("paragraph", "Published 3 June 2022"),
                ("paragraph", "The home was inspected by the regulator."),
            ],
        ),
        (
            body("It goes on below", "Published: 3 June 2022"),
            [
                ("paragraph", "It goes on below"),
                ("paragraph", "Published: 3 June 2022"),
            ],
        ),
        (
            body("The home was inspected on", "3 June 2022"),
            [("paragraph", "The home was inspected on 3 June 2022")],
        ),
        (
            body("The number of homes rose to", "12. It had been lower."),
            [("paragraph", "The number of homes rose to 12. It had been lower.")],
        ),
    ],
    ids=[
        "a line's end is a space",
        "a wider gap parts paragraphs",
        "larger words are a heading",
        "a bold line is a heading",
        "a bold sentence is none",
        "a heading may go over two lines",
        "a bullet opens an item and is no part of it",
        "a number opens an item and is part of it",
        "a bare number opens nothing",
        "a line that only gives a day is one of its own",
        "also below another",
        "unless that wants it",
        "a number that ends a sentence opens nothing",
    ],
)
def test_lines_become_blocks(texts, lines, expected):
    assert texts([*filled(), *[w._replace(y=w.y - 200) for w in lines]])[1:] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("a well-", "known team", "a well-known team"),
        (
            "a re-",
            "view of plans; the review was late",
            "a review of plans; the review",
        ),
        (
            "a multi-",
            "agency plan; multi-agency work",
            "a multi-agency plan; multi-agency",
        ),
        ("between 2011-", "2013 it grew", "between 2011-2013 it grew"),
    ],
    ids=[
        "the hyphen is the word's own",
        "unless the word stands whole elsewhere",
        "and never with a hyphen",
        "figures keep theirs",
    ],
)
def test_a_word_that_a_line_cuts_is_whole_again(texts, first, second, expected):
    ((_, text),) = texts(body(f"There was {first}", second))

    assert expected in text


def test_a_page_that_was_written_upwards_is_read_downwards(texts):
    words = body(
        "First comes", "what is above,", "then what is below", "and then the end."
    )

    assert texts(words[::-1]) == texts(words)


def test_a_paragraph_goes_on_over_the_page(texts):
    top = body(FULL, FULL, FULL, top=740)
    rest = body("carries on here.", top=740)

    ((_, text),) = texts(top, [*rest, Words(300, 30, "2")])

    assert text.endswith("margin, and carries on here.")


@pytest.mark.parametrize(
    "following",
    [
        body("• A new item.", top=740),
        body("Care leavers", size=16, top=740),
        body("Another thought begins.", top=740),
    ],
    ids=["an item", "a heading", "a paragraph after a finished one"],
)
def test_a_paragraph_ends_with_its_page(texts, following):
    assert len(texts(filled(), following)) == 2


def test_a_footnote_waits_for_the_end_of_the_paragraph_that_the_page_cuts(texts):
    first = [
        *body(*[FULL] * 20),
        Words(72, 95, "1", 6),
        Words(78, 92, "The authority was shown this part.", 9),
        Words(72, 81, "It has changed it.", 9),
    ]

    assert texts(first, body("goes on here.", top=740))[1:] == [
        ("caption", "1 The authority was shown this part. It has changed it.")
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([Words(72, 500, "The Board"), Words(127, 505, "1", 7)], "The Board"),
        (
            [
                Words(72, 500, "in schools,"),
                Words(131, 505, "2", 7),
                Words(139, 500, "of whom most stay."),
            ],
            "in schools, of whom most stay.",
        ),
        ([Words(72, 500, "Junction B16 was closed.")], "Junction B16 was closed."),
    ],
    ids=["after a word", "inside a sentence", "a figure of the text's own size stays"],
)
def test_a_footnote_s_mark_is_no_part_of_a_word(texts, words, expected):
    assert texts([*filled(), *words])[-1][1] == expected
