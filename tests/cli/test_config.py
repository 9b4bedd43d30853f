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
        ('jobs = "many"', "gradewright.toml: run.jobs: 'many': "),
        ("jobs = 0", "gradewright.toml: run.jobs: 0: "),
        ('time-limit = "long"', "gradewright.toml: run.time-limit: 'long': "),
        ("jbos = 1", "gradewright.toml: run.jbos: no such option; known: inputs, to,"),
        ("[walk]", "gradewright.toml: walk: no such table; known: run"),
        ("jobs =", "gradewright.toml: not TOML: "),
    ],
)
def test_what_is_wrong_is_said_with_key_and_value(place, capsys, line, problem):
    configure(place, 'to = "a.db"', line)

    assert main(["run", "inbox"]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith(problem)
    assert not (place / "a.db").exists()


def test_every_problem_is_said_at_once(place, capsys):
    configure(place, "jobs = 0", "jbos = 1", "limit = 0")

    assert main(["run", "inbox", "--to", "a.db"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


@pytest.mark.usefixtures("place")
def test_a_file_that_is_not_there_is_said(capsys):
    assert main(["run", "inbox", "--to", "a.db", "--config", "none.toml"]) == 2
    assert "none.toml: cannot be read: No such file" in capsys.readouterr().err


@pytest.mark.usefixtures("place")
def test_a_wrong_variable_is_said(capsys, monkeypatch):
    monkeypatch.setenv("GRADEWRIGHT_RUN_JOBS", "many")

    assert main(["run", "inbox", "--to", "a.db"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("GRADEWRIGHT_RUN_JOBS: 'many': Input should be a valid")
