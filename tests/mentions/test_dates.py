"""Dates as texts write them."""

import pytest

from pipeline.mentions.dates import dates_in


def found(text):
    return [(text[d.start : d.end], d.label, d.value) for d in dates_in(text)]


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("13 April 2023", "day", "2023-04-13"),
        ("13th April 2023", "day", "2023-04-13"),
        ("the 4th of March 2024", "day", "2024-03-04"),
        ("April 13, 2023", "day", "2023-04-13"),
        ("Sep 22 2022", "day", "2022-09-22"),
        ("2023-04-13", "day", "2023-04-13"),
        ("24/09/2024", "day", "2024-09-24"),
        ("14/08/24", "day", "2024-08-14"),
        ("on 14 November", "day", "--11-14"),
        ("10 and 11 September 2024", "days", "2024-09-10/2024-09-11"),
        ("5 to 16 February 2024", "days", "2024-02-05/2024-02-16"),
        ("10, 11 and 12 May 2023", "days", "2023-05-10/2023-05-12"),
        ("May 23 and 24", "days", "--05-23/--05-24"),
        ("May 30 to June 2, 2024", "days", "2024-05-30/2024-06-02"),
        ("August 21 and September 21", "days", "--08-21/--09-21"),
        ("29 April and 3 May", "days", "--04-29/--05-03"),
        ("14 and 22 November", "days", "--11-14/--11-22"),
        ("in September 2020", "month", "2020-09"),
        ("in 2019", "year", "2019"),
        ("PEEL 2021/22", "cycle", "2021/22"),
        ("PEEL 2023–2025", "cycle", "2023-2025"),
    ],
)
def test_a_date_is_read(text, label, value):
    assert [date[1:] for date in found(text)] == [(label, value)]


@pytest.mark.parametrize(
    "text",
    ["31 June 2024", "26/36", "1,100 men", "2019.5 miles", "call 01632 960 123", "A49"],
)
def test_no_date(text):
    assert found(text) == []


def test_offsets_hold_the_words():
    assert found("Inspected on 10 and 11 May 2023.")[0][0] == "10 and 11 May 2023"


def test_hostile_text_is_read_in_linear_time():
    assert list(dates_in("1 " * 50_000)) == []
