"""What is typed becomes a value, and what does not is told in plain words."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest

from pipeline.cli import COMMANDS, main

OWN = (int, float, datetime, StrEnum)
"""Kinds of values whose parsers are here; a bool is an int."""


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ["run", "a", "--to", "a.db", "--jobs", "many"],
            "'--jobs': 'many' is not a wh",
        ),
        (
            ["run", "a", "--to", "a.db", "--limit", "0"],
            "'--limit': '0' is not a whole ",
        ),
        (
            ["run", "a", "--to", "a.db", "--since", "May"],
            "'--since': 'May' is not a day",
        ),
        (
            ["run", "a", "--to", "a.db", "--engine", "x"],
            "'--engine': 'x' is not one of",
        ),
        (
            ["run", "a", "--to", "a.db", "--time-limit", "nan"],
            "'nan' is not a number o",
        ),
        (
            ["extract", "a", "--format", "tabel"],
            "'tabel' is not one of json, table, ht",
        ),
        (
            ["serve", "a.db", "--port", "99999"],
            "'99999' is not a whole number from 0 t",
        ),
        (["run", "", "--to", "a.db"], "'INPUT': '' is not a name or an address"),
        (["extract", "a", " "], "'PATH': ' ' is not a name or an address"),
        (["review", ""], "'RECORDS': '' is not a name or an address"),
        (["frameworks", "chekc"], "'chekc' is not one of list, check, new"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[-2],
)
def test_a_value_that_does_not_hold_is_told_with_what_would(capsys, arguments, problem):
    assert main(arguments) == 2

    assert problem in capsys.readouterr().err


@pytest.mark.parametrize("name", ["--json", "--errors", "--remove"])
def test_a_switch_in_the_environment_is_true_or_false(capsys, monkeypatch, name):
    command, rest = {
        "--json": ("diff", ["a.db", "b.db"]),
        "--errors": ("score", ["."]),
        "--remove": ("correct", ["a", "b", "--reason", "c", "--reviewer", "d"]),
    }[name]
    variable = f"GRADEWRIGHT_{command}_{name.strip('-')}".upper()
    monkeypatch.setenv(variable, "maybe")

    assert main([command, *rest]) == 2
    assert "'maybe' is not true or false" in capsys.readouterr().err


def test_no_command_leaves_it_to_others_to_tell_what_does_not_hold():
    left = {
        f"{command.__name__} {name}"
        for command in COMMANDS
        for name, hint in get_type_hints(command, include_extras=True).items()
        if get_origin(hint) is Annotated
        and (wanted := {get_args(hint)[0], *get_args(get_args(hint)[0])})
        and any(issubclass(each, OWN) for each in wanted if isinstance(each, type))
        and get_args(hint)[1].parser is None
    }

    assert left == set()
