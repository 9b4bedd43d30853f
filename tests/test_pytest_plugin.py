"""Corrections run as tests of pytest, in any project that has them."""

import re
import subprocess
import sys
from datetime import date

import pytest

from pipeline.corrections import Filed, retire, save
from pipeline.records import Correction
from pipeline.run import process

RULES_SAY = "2023-04-13"
ELSE = "2023-04-20"
DATE = "document/published"
GRADE = "gwent/preventing_crime"
CASES = {
    "holds": (DATE, RULES_SAY, RULES_SAY, False, "PASSED"),
    "not_yet_learned": (DATE, RULES_SAY, ELSE, False, "XFAIL"),
    "learned_and_lost": (DATE, RULES_SAY, ELSE, True, "FAILED"),
    "accepted_and_lost": (DATE, ELSE, ELSE, False, "FAILED"),
    "on_no_scale": (GRADE, "good", "weak", False, "FAILED"),
}
"""The cell, what the rules said, what is right, whether retired; and the outcome."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """What pytest says of one correction for each case."""
    root = tmp_path_factory.mktemp("project")
    for name, (cell, was, value, retired, _) in CASES.items():
        source = root / f"{name}.txt"
        source.write_text(
            f" date {RULES_SAY} {name}: HMICFRS rated Gwent Police good at preventing "
            "crime.",
            encoding="utf-8",
        )
        made = Correction(
            document=process(source).document.id,
            source=str(source),
            cell=cell,
            was=was,
            value=value,
            reason=name,
            reviewer="A. Reader",
            date=date(2024, 1, 2),
        )
        saved = save(made, root / "corrections")
        path = saved.rename(saved.with_name(f"{name}.toml"))
        if retired:
            retire(Filed(path, made))
    options = ["-rA", "-p", "no:cacheprovider", "--gradewright-corrections"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "corrections", "corrections"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"^([A-Z]+) \S+::(\w+)", done.stdout, re.MULTILINE)
    return {name: outcome for outcome, name in found}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_correction_is_a_test(outcomes, name):
    assert outcomes[name] == CASES[name][-1]
