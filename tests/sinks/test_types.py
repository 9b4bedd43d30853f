"""Columns that hold the same values in either database."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from pipeline.sinks import types

DAY = date(2024, 1, 31)
MOMENT = datetime(2024, 1, 31, 12, 30, tzinfo=UTC)
COLUMNS = [
    (types.IsoDate(), DAY),
    (types.Moment(), MOMENT),
    (types.Json(), {"a": [1, "é"]}),
]


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])
@pytest.mark.parametrize(("column", "value"), COLUMNS)
def test_a_value_comes_back_as_it_went_in(column, value, dialect):
    stored = column.process_bind_param(value, dialect)

    assert column.process_result_value(stored, dialect) == value


def test_a_strict_table_holds_text():
    stored = [
        column.process_bind_param(value, sqlite.dialect()) for column, value in COLUMNS
    ]

    assert stored[0] == "2024-01-31"
    assert stored[2] == '{"a": [1, "é"]}'


def test_no_date_is_none():
    assert types.IsoDate().process_bind_param(None, sqlite.dialect()) is None
    assert types.IsoDate().process_result_value(None, sqlite.dialect()) is None
