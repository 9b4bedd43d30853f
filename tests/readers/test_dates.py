from datetime import date

import pytest

from pipeline.readers.dates import first_date, machine_date

DAY = date(2023, 4, 3)


@pytest.mark.parametrize(
    "written",
    [
        "3 April 2023",
        "3rd Apr. 2023",
        "3rd of April, 2023",
        "Monday, April 3, 2023",
        "Apr 3rd 2023",
        "03/04/2023",
        "3.4.2023",
        "03-04-2023",
        "2023-04-03",
        "2023-04-03T23:30:00+01:00",
        "2023/04/03",
        "3-Apr-2023",
        "45/45/2023, or rather 3 April 2023",
    ],
)
def test_a_date_is_read_in_british_order(written):
    assert first_date(written) == DAY


def test_what_can_only_be_the_american_order_is_read_so():
    assert first_date("04/13/2023 - 10:00") == date(2023, 4, 13)


@pytest.mark.parametrize(
    "written",
    [
        "3 Ebrill 2023", "3. April 2023", "le 3 avril 2023", "3 de abril de 2023",
        "3 aprile 2023", "3 april 2023", "3 kwietnia 2023",
    ],
)  # fmt: skip
def test_months_of_other_languages_are_known(written):
    assert first_date(written) == DAY


@pytest.mark.parametrize(
    "written",
    [
        "April 2023",
        "31 February 2023",
        "13/13/2023",
        "3 April 23",
        "1 May 1889",
        "14 and 15 March 2023",
        "14–15 March 2023",
        "14 to 16 March 2023",
        "120230403",
    ],
)
def test_no_day_is_made_up(written):
    assert first_date(written) is None


@pytest.mark.parametrize("stamp", ["20230403", "20230403T101500Z", " 2023-04-03 "])
def test_time_stamps_of_machines_are_read_too(stamp):
    assert machine_date(stamp) == DAY
