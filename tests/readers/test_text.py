from datetime import date

import pytest

from pipeline.document import Role
from pipeline.errors import EmptyInput, LimitExceeded, ReadError
from pipeline.readers import read_bytes

STORY = "Eastmere Police has been told to improve."


def read(words):
    return read_bytes(words.encode("utf-8"), "story.txt")


@pytest.mark.parametrize(
    ("received", "canonical"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("\ufeffone", "one"),
        (" one \n\n two\t", " one \n\n two\t"),
        ("“one” – it’s\u00a0two\u200b", "“one” – it’s\u00a0two\u200b"),
        ("one\x0ctwo\u2028three", "one\x0ctwo\u2028three"),
    ],
    ids=[
        "line ends are folded",
        "the byte order mark goes",
        "white space stays",
        "marks, dashes and invisible characters stay",
        "other separators are no line ends",
    ],
)
def test_the_canonical_text_is_the_input(received, canonical):
    assert canonical == read(received).text


def test_each_line_with_words_is_a_block_without_the_space_around_it():
    document = read("  one two \n\n \t \n- three;\n")
    assert [document.words(b.extent) for b in document.blocks] == [
        "one two",
        "- three;",
    ]


@pytest.mark.parametrize(
    ("received", "dateline"),
    [
        (f" date 2023-04-13 {STORY}", "date 2023-04-13"),
        (f"date: 2023-04-13\n{STORY}", "date: 2023-04-13"),
        (f"Published: Apr 13 2023\n\n{STORY}", "Published: Apr 13 2023"),
        (
            f"A headline\nPublished 13th Apr 2023 Last updated 14th Apr 2023\n{STORY}",
            "Published 13th Apr 2023 Last updated 14th Apr 2023",
        ),
        (
            f"PUBLISHED: 09:49 13 April 2023 | UPDATED: 10:00 14 April 2023\n{STORY}",
            "PUBLISHED: 09:49 13 April 2023 | UPDATED: 10:00 14 April 2023",
        ),
        (f"Thursday 13 April 2023\n17.1 C\n{STORY}", "Thursday 13 April 2023"),
        (f"By Ada Finch, 13/04/2023\n{STORY}", "By Ada Finch, 13/04/2023"),
        (f"{STORY}\nPosted: April 13, 2023 5:00 am", "Posted: April 13, 2023 5:00 am"),
    ],
    ids=[
        "a scraper's header before the first sentence",
        "a scraper's header on its own line",
        "labelled, month first",
        "labelled, and updated later",
        "labelled, with clocks",
        "a bare day, and the weather",
        "after the byline, British order",
        "labelled, at the end",
    ],
)
def test_a_line_that_only_says_when_gives_the_date(received, dateline):
    document = read(received)
    assert date(2023, 4, 13) == document.meta.published
    marked = [b for b in document.blocks if b.role is Role.DATELINE]
    assert [dateline] == [document.words(block.extent) for block in marked]


@pytest.mark.parametrize(
    "received",
    [
        "The force was inspected on 13 April 2023 by three inspectors.",
        "13 April 2023 was the day on which inspectors came.",
        "Inspection dates: 13 April 2023",
        "Report published: 13 April 2023",
        "Published: 31 April 2023",
        "13 April 1823",
        "\n".join([STORY] * 20 + ["13 April 2023"] + [STORY] * 20),
    ],
    ids=[
        "in a sentence",
        "at the start of a sentence",
        "the inspection's",
        "the report's",
        "no such day",
        "history",
        "in the middle of a story",
    ],
)
def test_other_dates_are_not_the_articles(received):
    document = read(received)
    assert document.meta.published is None
    assert all(block.role is Role.BODY for block in document.blocks)


def test_a_header_wins_over_a_label_and_a_label_over_a_bare_day():
    words = "12 April 2023\nPublished: 13 April 2023\n" + STORY
    assert date(2023, 4, 13) == read(words).meta.published
    assert date(2023, 4, 14) == read("date 2023-04-14 " + words).meta.published


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"\xe2\x80\x8b \n".replace(b"\xe2\x80\x8b", b"\xc2\xa0"), EmptyInput),
        (b"one\0two, and then some more words so that it is text", ReadError),
        (b"word " * 10_000_000, LimitExceeded),
    ],
    ids=["only spaces that do not break", "NUL characters", "50 MB"],
)
def test_what_is_no_story_is_a_clear_error(data, error):
    with pytest.raises(error, match=r"story\.txt: .+; .+"):
        read_bytes(data, "story.txt")
