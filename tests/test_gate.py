"""The gate itself, and whether it is open."""

import json

import pytest

from pipeline.score import Outcome, Part, Scores
from tests import gate

PINNED = {"corpus": "then", "floors": {"grades": 90.0, "tallies": 80.0}}


def test_no_floor_is_undercut():
    pinned = json.loads(gate.FLOORS.read_text("utf-8"))
    now = gate.measured(gate.scores())

    assert gate.problems(pinned, gate.digest(gate.CORPUS), now) == []


@pytest.mark.parametrize(
    ("corpus", "now", "expected"),
    [
        ("then", {"grades": 90.0, "tallies": 95.0}, []),
        ("then", {"grades": 89.9, "tallies": 95.0}, ["grades"]),
        ("then", {"grades": 90.0}, ["tallies"]),
        ("now", {"grades": 90.0, "tallies": 80.0}, ["the corpus has changed"]),
    ],
    ids=["held", "undercut", "no longer measured", "another corpus"],
)
def test_what_shuts_the_gate(corpus, now, expected):
    found = gate.problems(PINNED, corpus, now)

    assert len(found) == len(expected)
    assert "".join(found).startswith("".join(expected))


def test_pinning_raises_floors_and_takes_the_new_corpus():
    now = {"grades": 92.0, "tallies": 80.0}

    assert gate.pin(PINNED, "now", now, allow_regression=False) == {
        "corpus": "now",
        "floors": now,
    }


def test_a_floor_falls_only_on_purpose():
    now = {"grades": 92.0, "tallies": 70.0}

    with pytest.raises(ValueError, match=r"tallies: 70\.0 is below"):
        gate.pin(PINNED, "now", now, allow_regression=False)
    assert gate.pin(PINNED, "now", now, allow_regression=True)["floors"] == now


def test_any_change_of_the_corpus_changes_its_digest(tmp_path):
    (tmp_path / "one").write_text("gold", "utf-8")
    before = gate.digest(tmp_path)

    (tmp_path / "one").write_text("Gold", "utf-8")
    changed = gate.digest(tmp_path)
    (tmp_path / "one").rename(tmp_path / "two")

    assert len({before, changed, gate.digest(tmp_path)}) == 3


def test_figures_are_cut_and_not_rounded_up():
    outcome = Outcome(right=("a", "b"), missed=("c",), spurious=("d",))

    assert gate.measured(Scores({"x": {Part.GRADES: outcome}})) == {
        "grades": 66.6,
        gate.PERFECT: 0.0,
    }
