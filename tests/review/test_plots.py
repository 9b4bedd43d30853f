"""Figures of grades by area over bodies, and of change."""

import pytest

from tests.factories import marlshire

pytest.importorskip(
    "matplotlib", reason="no matplotlib: pip install gradewright[plots]"
)

from pipeline.review.plots import grades_by_area, moves, write_plots


def test_each_framework_has_its_figures(tmp_path, known):
    names = [path.name for path in write_plots([marlshire()], known, tmp_path / "new")]

    assert names == ["peel-2021-22-grades.svg", "peel-2021-22-changes.svg"]


def test_the_same_records_give_the_same_bytes(tmp_path, known):
    first, second = (
        [path.read_bytes() for path in write_plots([marlshire()], known, tmp_path / n)]
        for n in "ab"
    )

    assert first == second


def test_bars_are_bodies_by_grade_in_the_frameworks_order(known):
    framework = known.frameworks["peel-2021-22"]
    (axes,) = grades_by_area(marlshire().inspections, framework).axes

    assert [label.get_text() for label in axes.get_yticklabels()] == [
        "Preventing crime",
        "Responding to the public",
        "Managing offenders",
        "Good use of resources",
    ]
    assert sum(bar.get_width() for bars in axes.containers for bar in bars) == 4


def test_a_move_counts_steps_up_the_scale(known):
    framework = known.frameworks["peel-2021-22"]

    assert [tuple(move) for move in moves(marlshire().inspections, framework)] == [
        ("Marlshire Police", "responding_to_the_public", -3)
    ]
