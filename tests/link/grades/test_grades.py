"""Every wording says exactly what its row says, and nothing else.

`wordings/` holds the rows by what they specify: each has a text, and all that it says.
A text that is given no grades, previous grades, tallies or issues must yield none. All
bodies and people are invented.
"""

import tomllib
from pathlib import Path

import pytest

from pipeline.findings import GradeFinding, TallyFinding, Tense
from pipeline.issues import Issue

TABLES = {
    table.stem: tomllib.loads(table.read_text(encoding="utf-8"))["wordings"]
    for table in sorted(Path(__file__).parent.glob("wordings/*.toml"))
}
WORDINGS = [wording for table in TABLES.values() for wording in table]
LETTERS = {"lists": "L", "headings": "H", "bodies": "M", "quotations": "Q"} | {
    "tallies": "T", "areas_after": "S1", "areas_before": "S2", "sentences": "S",
    "moves": "C1", "earlier": "C2", "then": "C2 then:", "now": "C5",
    "comparisons": "C", "nations": "N", "traps": "X", "turns": "",
}  # fmt: skip
"""How the ids of a table's rows begin."""

PATTERNS = {"T": 11, "L": 10, "S": 12, "H": 10, "C": 11, "M": 9, "Q": 11, "X": 25}
"""Patterns of each letter: each has a text that says it, and one that does not."""
IDS = [f"{kind}{n}" for kind, last in PATTERNS.items() for n in range(1, last + 1)]
FOUND = ("grades", "previous", "tallies", "issues")


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording["id"])
def test_a_wording_says_what_it_says_and_no_more(wording, said):
    found = said(wording["framework"], wording["text"])

    graded = [f for f in found if isinstance(f, GradeFinding)]
    current = {
        f.area or f.area_label: f.grade for f in graded if f.tense is Tense.CURRENT
    }
    previous = {
        f.area or f.area_label: f.grade for f in graded if f.tense is Tense.PREVIOUS
    }
    counted = {
        f.grade: f.count for f in found if isinstance(f, TallyFinding) and f.grade
    }
    issues = tuple(f.code.value for f in found if isinstance(f, Issue))

    assert current == wording.get("grades", {})
    assert previous == wording.get("previous", {})
    assert counted == wording.get("tallies", {})
    assert issues == tuple(wording.get("issues", ()))


@pytest.mark.parametrize("pattern", IDS)
def test_a_pattern_is_shown_by_what_it_says_and_by_what_it_does_not(pattern):
    rows = [row for row in WORDINGS if row["id"].split()[0].rstrip("a") == pattern]

    said = [any(row.get(key) for key in FOUND) for row in rows]

    assert set(said) == {True, False}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_holds_rows_of_its_own_patterns(table):
    begun = LETTERS[table]

    assert [row["id"] for row in TABLES[table] if not row["id"].startswith(begun)] == []


def test_every_wording_has_a_name_of_its_own():
    names = [wording["id"] for wording in WORDINGS]

    assert len(names) == len(set(names))
