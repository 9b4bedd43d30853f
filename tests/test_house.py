"""The house keeps its own rules: layers, names, sizes, shapes, words for its users."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from packaging.specifiers import SpecifierSet

import pipeline
from pipeline.cli import COMMANDS, main
from pipeline.cli.schema import schemas

ROOT = Path(__file__).parents[1]
MODULES = sorted(ROOT.glob("pipeline/**/*.py"))
README = (ROOT / "README.md").read_text("utf-8")

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


POSSESSIVE = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
"""A group that gives nothing back, in a regular expression."""
TESTS = ROOT / "tests"
ELSEWHERE = {
    "batch/engines/unit.py": "batch/engines/test_local.py",
    "batch/engines/warm.py": "batch/engines/test_local.py",
    "batch/engines/worker.py": "batch/engines/test_local.py",
    "inputs/input.py": "inputs/test_files.py",
    "batch/ledger.py": "batch/test_batch.py",
    "link/page/entries.py": "test_explain.py",
    "link/page/names.py": "link/grades/test_grades.py",
    "link/standing/elsewhere.py": "link/standing/test_standing.py",
    "link/standing/force.py": "link/standing/test_standing.py",
    "link/standing/scales.py": "link/standing/test_standing.py",
    "link/syntax.py": "link/grades/test_grades.py",
    "link/tape/compounds.py": "link/tape/test_writing.py",
    "link/tape/trimming.py": "link/tape/test_writing.py",
    "readers/identity.py": "readers/test_readers.py",
    "segment/neighbours.py": "segment/test_lines.py",
    "segment/runs.py": "segment/test_lines.py",
    "segment/vocabulary.py": "segment/test_shapes.py",
    "sinks/rows.py": "sinks/test_database.py",
    "sinks/servers.py": "sinks/test_database.py",
    "sinks/tables.py": "sinks/test_database.py",
}
"""Modules whose behaviour is told with another's."""
TOLD_AS_ONE = {
    "cli",
    "corrections",
    "explain",
    "link/grades",
    "link/inspections",
    "link/reports",
    "link/tallies",
    "names",
    "readers/html",
    "readers/pdf",
    "reconcile",
    "score",
    "sinks/exports",
    "sinks/migrations",
}
"""Rooms with one test of all that happens in them, besides the tests of modules."""
ONLY_SHAPES = {"findings.py", "link/reading.py"}
"""Modules that hold what others fill, and do nothing."""


def in_a_fresh_process(program):
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )


def test_layers_hold(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    assert lint_imports(is_debug_mode=True) == 0, capsys.readouterr().out


def test_public_names_are_few_sorted_and_there():
    assert pipeline.__all__ == sorted(pipeline.__all__)
    assert len(pipeline.__all__) <= 10
    assert all(getattr(pipeline, name) for name in pipeline.__all__)


def test_public_names_are_the_same_to_the_type_checker():
    tree = ast.parse((ROOT / "pipeline" / "__init__.py").read_text("utf-8"))
    (typed,) = (node for node in tree.body if isinstance(node, ast.If))
    names = [name.name for node in typed.body for name in node.names]

    assert sorted(names) == pipeline.__all__


def test_a_name_that_is_none_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        pipeline.nothing  # noqa: B018 - the look-up is what is tested


def test_importing_the_package_imports_nothing_heavy():
    done = in_a_fresh_process(
        "import pipeline, sys; print(*(name.partition('.')[0] for name in sys.modules))"
    )

    heavy = {"spacy", "pydantic", "sqlalchemy", "typer", "rich", "trafilatura", "lxml"}
    assert heavy.isdisjoint(done.stdout.split())


@pytest.mark.parametrize(
    "first", ["import pipeline.run", "from pipeline.run import run"]
)
def test_run_is_the_function_whoever_imports_its_module_first(first):
    done = in_a_fresh_process(f"{first}\nimport pipeline\nprint(pipeline.run.__name__)")

    assert done.stdout.strip() == "run", done.stderr


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schemas_are_up_to_date(name):
    stored = (ROOT / "schemas" / name).read_text("utf-8")

    assert stored == schemas()[name], "run: gradewright schema"


@pytest.mark.parametrize("command", [command.__name__ for command in COMMANDS])
def test_each_command_has_help_and_stands_in_the_readme(command, capsys):
    assert main([command, "--help"]) == 0

    text = capsys.readouterr().out
    options = re.findall(
        r"^  (--[a-z-]+|[A-Z]+) (.*(?:\n {5,}.*)*)", text, re.MULTILINE
    )
    assert len(options) >= 2
    assert all(len(described.split()) >= 3 for _, described in options), options
    assert f"gradewright {command}" in README


def test_the_plan_of_the_house_names_every_room():
    rooms = {path.name for path in (ROOT / "pipeline").iterdir()}
    unnamed = {room for room in rooms if room not in README}

    assert unnamed <= {"__pycache__", "py.typed", "_version.py", "__main__.py"}


def mirrors(module):
    """Where the tests of a module may stand: its own place, or a whole room's."""
    yield TESTS / module.parent / f"test_{module.name}"
    for room in module.parents[:-1]:
        if str(room) not in TOLD_AS_ONE:
            continue
        yield TESTS / room / f"test_{room.name}.py"
        yield TESTS / room.parent / f"test_{room.name}.py"


def test_every_module_has_its_tests():
    modules = {path.relative_to(ROOT / "pipeline") for path in MODULES}
    own = {module for module in modules if not module.name.startswith("_")}
    untested = {
        str(module) for module in own if not any(p.exists() for p in mirrors(module))
    }

    assert untested == ELSEWHERE.keys() | ONLY_SHAPES
    assert [name for name in ELSEWHERE.values() if not (TESTS / name).exists()] == []


def test_files_are_short():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in MODULES
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_functions_are_short():
    long = {
        f"{path.relative_to(ROOT)}: {node.name}": node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    }
    assert long == {}


def test_only_the_command_line_prints():
    printing = {
        path.parent.name
        for path in MODULES
        if re.search(
            r"\b(print|typer\.echo)\(|sys\.std(out|err)\b", path.read_text("utf-8")
        )
    }
    assert printing == {"cli"}


def test_no_file_names_a_package_registry():
    """Whose registry is asked is the user's choice, made where pip is configured."""
    names = ["pyproject.toml", "constraints.txt", "Makefile", ".ci/run"]
    for name in names:
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"://|--(extra-)?index|--find", text), name


def test_constraints_pin_each_package_once():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = [re.fullmatch(r"([\w.-]+)==[\w.!+-]+", line) for line in lines]

    assert all(pinned)
    assert len({match[1].lower() for match in pinned}) == len(lines)


def test_what_is_pinned_runs_on_the_oldest_python_allowed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=") + ".0"
    pinned = (ROOT / "constraints.txt").read_text("utf-8").lower().splitlines()
    needs = {
        f"{each.name}=={each.version}".lower(): each.metadata.get("Requires-Python")
        for each in distributions()
    }
    newer = [
        name
        for name in pinned
        if not SpecifierSet(needs.get(name) or "").contains(oldest)
    ]

    assert needs.keys() & set(pinned)
    assert newer == []


@pytest.mark.parametrize(
    ("pattern", "is_one"),
    [(r"(?:ab)*+", True), (r"(?>ab)", True), (r"[ab]*+", False), (r"\)+", False)],
)
def test_a_group_repeated_possessively_is_known(pattern, is_one):
    assert bool(POSSESSIVE.search(pattern)) is is_one


def test_no_pattern_repeats_a_group_possessively():
    """Python before 3.11.5 gets it wrong: not all that the group may be is tried."""
    repeating = [path for path in MODULES if POSSESSIVE.search(path.read_text("utf-8"))]
    assert repeating == []
