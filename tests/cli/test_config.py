"""Options from a file and from the environment, and what is said of wrong ones."""

import json

import pytest

from pipeline.cli import main


@pytest.fixture
def place(tmp_path, monkeypatch):
    (tmp_path / "inbox").mkdir()
    for name in "abc":
        (tmp_path / "inbox" / f"{name}.txt").write_text(f"A story, {name}.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(place, *lines, name="gradewright.toml"):
    (place / name).write_text("\n".join(["[run]", *lines]), "utf-8")


def done(place):
    return json.loads((place / "run.json").read_text("utf-8"))["documents"]


def test_a_file_stands_for_what_is_not_typed(place):
    configure(
        place, 'inputs = "inbox"', 'to = ["a.db", "b.jsonl"]', "limit = 2", "jobs = 1"
    )

    assert main(["run"]) == 0
    assert done(place) == 2
    assert (place / "b.jsonl").exists()


def test_what_is_typed_goes_before_the_environment_and_that_before_the_file(
    place, monkeypatch
):
    configure(place, 'to = "a.db"', "limit = 1", "jobs = 1")
    monkeypatch.setenv("GRADEWRIGHT_RUN_LIMIT", "2")

    assert main(["run", "inbox"]) == 0
    assert done(place) == 2
    assert main(["run", "inbox", "--redo", "--limit", "3"]) == 0
    assert done(place) == 3


def test_a_file_may_have_any_name(place):
    configure(place, 'to = "a.db"', "limit = 1", name="other.toml")

    assert main(["run", "inbox", "--config", "other.toml"]) == 0
    assert done(place) == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('jobs = "many"', "run.jobs: 'many' is not a whole number of 1 or more"),
        ("jobs = 0", "run.jobs: 0 is not a whole number of 1 or more"),
        ("limit = 2.5", "run.limit: 2.5 is not a whole number of 1 or more"),
        ('time-limit = "long"', "run.time-limit: 'long' is not a number of 0.1 or"),
        ("time-limit = true", "run.time-limit: true is not a number of 0.1 or more"),
        ("time-limit = inf", "run.time-limit: inf is not a number of 0.1 or more"),
        ('redo = "maybe"', "run.redo: 'maybe' is not true or false"),
        ('since = "yesterday"', "run.since: 'yesterday' is not a day as 2024-01-31"),
        ('engine = "dusk"', "run.engine: 'dusk' is not one of local, dask"),
        ("scheduler = 1", "run.scheduler: 1 is not words between quotation marks"),
        ("data = [1]", "run.data: 1 is not a path"),
        ("jbos = 1", "run.jbos: no such option; known: inputs, to,"),
        ("[walk]", "walk: no such table; known: run"),
        ("jobs =", "not TOML: "),
    ],
)
def test_what_is_wrong_is_said_with_key_and_value(place, capsys, line, problem):
    configure(place, 'to = "a.db"', line)

    assert main(["run", "inbox"]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith(f"gradewright.toml: {problem}")
    assert not (place / "a.db").exists()


def test_every_problem_is_said_at_once(place, capsys):
    configure(place, "jobs = 0", "jbos = 1", "limit = 0")

    assert main(["run", "inbox", "--to", "a.db"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_a_day_may_be_one_of_the_files_own_kind(place):
    configure(place, 'to = "a.db"', "since = 2099-01-31", "jobs = 1")

    assert main(["run", "inbox"]) == 0
    assert done(place) == 0


@pytest.mark.usefixtures("place")
def test_a_file_that_is_not_there_is_said(capsys):
    assert main(["run", "inbox", "--to", "a.db", "--config", "none.toml"]) == 2
    assert (
        "none.toml: cannot be read: No such file or directory; check the path"
        in capsys.readouterr().err
    )


@pytest.mark.usefixtures("place")
def test_a_variable_of_no_option_is_said(capsys, monkeypatch):
    monkeypatch.setenv("GRADEWRIGHT_RUN_JBOS", "2")

    assert main(["run", "inbox", "--to", "a.db"]) == 2
    assert capsys.readouterr().err.startswith(
        "GRADEWRIGHT_RUN_JBOS: no such option; known after GRADEWRIGHT_RUN_: INPUTS, TO"
    )


@pytest.mark.usefixtures("place")
def test_a_wrong_variable_is_said(capsys, monkeypatch):
    monkeypatch.setenv("GRADEWRIGHT_RUN_JOBS", "many")

    assert main(["run", "inbox", "--to", "a.db"]) == 2
    assert capsys.readouterr().err == (
        "GRADEWRIGHT_RUN_JOBS: 'many' is not a whole number of 1 or more\n"
    )
