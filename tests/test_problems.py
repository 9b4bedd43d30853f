"""What is wrong with data, in words for who wrote it: never those of a library."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.problems import invalid

SLUG = Annotated[str, Field(pattern="^[a-z]+$")]


class Inner(BaseModel):
    """A table."""


class Data(BaseModel):
    """One of each kind of value that files have."""

    model_config = ConfigDict(strict=True, extra="forbid")

    word: str = ""
    slug: SLUG = "a"
    whole: int = 1
    least: Annotated[int, Field(ge=0)] = 0
    share: float = 1.0
    switch: bool = True
    day: date = date(2024, 1, 31)
    kind: Literal["high", "low"] = "low"
    some: Annotated[list[str], Field(min_length=1, max_length=2)] = ["a"]
    table: Inner = Inner()
    named: dict[str, str] = {}
    own: str = ""

    @field_validator("own")
    @classmethod
    def _own(cls, value):
        if value:
            raise ValueError("nothing may stand here")
        return value


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("word", 1, "1: words between quotation marks are wanted"),
        (
            "slug",
            "A b",
            "'A b': small letters and digits, joined by - or _, are wanted",
        ),
        ("whole", "1", "'1': a whole number is wanted"),
        ("least", -1, "-1: 0 or more is wanted"),
        ("share", "x", "'x': a number is wanted"),
        ("switch", "yes", "'yes': true or false is wanted"),
        ("day", "soon", "'soon': a day is wanted, as 2024-01-31"),
        ("kind", "odd", "'odd': one of 'high' or 'low' is wanted"),
        ("some", "a", "'a': a list is wanted, as [1, 2]"),
        ("some", [], "[]: at least 1 is wanted"),
        ("some", ["a"] * 3, "['a', 'a', 'a']: at most 2 are wanted"),
        ("table", 1, "1: a table is wanted"),
        ("named", 1, "1: a table is wanted"),
        ("own", "x", "'x': nothing may stand here"),
        ("owm", "x", "there is no such key; check its spelling, or remove it"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_problem_names_file_key_value_and_what_is_wanted(key, value, problem):
    with pytest.raises(ValidationError) as caught:
        Data.model_validate({key: value})

    assert invalid(Path("a.toml"), caught.value).problems == (
        f"a.toml: {key}: {problem}",
    )
