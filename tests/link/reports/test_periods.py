"""The days of an inspection, as covers write them."""

from datetime import date

import pytest

from pipeline.link.reports.periods import period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3 March 2031 to 14 March 2031", (2031, 3, 3), (2031, 3, 14)),
        ("3 to 14 March 2031", (2031, 3, 3), (2031, 3, 14)),
        ("24 March to 4 April 2031", (2031, 3, 24), (2031, 4, 4)),
        ("3 – 14 March 2031", (2031, 3, 3), (2031, 3, 14)),
        ("24 March 2031–4 April 2031", (2031, 3, 24), (2031, 4, 4)),
        ("03 March 2031 ─ 04 April 2031", (2031, 3, 3), (2031, 4, 4)),
        ("3/03/2031 – 14/03/2031", (2031, 3, 3), (2031, 3, 14)),
        ("3rd to 14th of March 2031", (2031, 3, 3), (2031, 3, 14)),
        ("Monday 3 to Friday 14 Mar 2031", (2031, 3, 3), (2031, 3, 14)),
        ("3 to 7 March 2031 and 24 to 25 April 2031", (2031, 3, 3), (2031, 4, 25)),
        ("3 and 4 and 10 to 14 March 2031", (2031, 3, 3), (2031, 3, 14)),
        ("28 November to 9 January 2032", (2031, 11, 28), (2032, 1, 9)),
        ("24 March 2031 to 4 April", (2031, 3, 24), (2031, 4, 4)),
        ("14 March 2031", (2031, 3, 14), (2031, 3, 14)),
        ("3 to 14 March 2031 2", (2031, 3, 3), (2031, 3, 14)),
    ],
    ids=[
        "both dates whole",
        "one month",
        "one year",
        "a dash",
        "a dash without spaces",
        "a drawn line for a dash",
        "figures",
        "ordinals",
        "names of days",
        "two periods",
        "single days before a period",
        "over new year",
        "the last without its year",
        "a single day",
        "a page number behind",
    ],
)
def test_a_period_is_read_to_its_days(text, first, last):
    found = period(text)

    assert (found.first, found.last) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text", ["", "to be announced", "31 February 2031", "12 homes"]
)
def test_what_is_no_date_gives_none(text):
    assert period(text) is None


def test_its_extent_is_where_it_is_written():
    found = period("3 to 14 March 2031, with a pause", offset=100)

    assert found.extent == (100, 118)
