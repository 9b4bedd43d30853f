"""What the README and the pages of the docs show is what happens."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

import pipeline
from pipeline.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
PAGES = {
    path.name: path.read_text("utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "pipeline/docs").glob("*.md")))
}
OUTSIDE = re.compile(r"(?!gradewright )|gradewright serve|.*(?:://)")
"""Commands of others, those that wait for people, and those to servers elsewhere."""


def blocks(page, language):
    fenced = rf"^```{language}\n(.*?)^```"
    return re.findall(fenced, PAGES[page], re.DOTALL | re.MULTILINE)


def commands(page):
    lines = [line for block in blocks(page, "console") for line in block.splitlines()]
    typed = [line.removeprefix("$ ").partition(" # ")[0].strip() for line in lines]
    return [line for line in typed if not OUTSIDE.match(line)]


@pytest.fixture(scope="module")
def yesterday(tmp_path_factory):
    """What the pages take for granted: a corpus, an inbox, runs of yesterday."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "corpus").symlink_to(ROOT / "corpus")
    (folder / "inbox").mkdir()
    for name in ("inbox/gwent.txt", "article.txt"):
        shutil.copy(ROOT / "corpus/gwent/gwent.txt", folder / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        targets = ("outputs/gradewright.db", "before.jsonl", "after.jsonl")
        to = [argument for target in targets for argument in ("--to", target)]
        assert main(["run", "inbox", *to]) == 0
    return folder


@pytest.fixture
def workplace(yesterday, tmp_path, monkeypatch):
    """A copy of it for each test, which changes it."""
    shutil.copytree(yesterday, tmp_path, symlinks=True, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", PAGES)
def test_every_command_runs(page, capsys):
    for command in commands(page):
        name, *arguments = shlex.split(command.partition(" > ")[0])
        assert name == "gradewright"
        status = main(arguments)
        output = capsys.readouterr()
        assert (status, output.err) == (0, "") or arguments[0] in {"diff", "run"}, (
            command,
            output,
        )
        assert status in {0, 1}, (command, output)
        assert "an internal error" not in output.err
        assert output.out or arguments[0] == "diff", command


def test_the_readme_shows_every_command():
    shown = {command.split()[1] for command in commands("README.md")}
    assert shown | {"serve"} == {command.__name__ for command in COMMANDS}


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", PAGES)
def test_every_python_example_runs_and_prints_what_it_says(page, capsys):
    for block in blocks(page, "python"):
        exec(block, {})  # noqa: S102 - our own words
        printed = capsys.readouterr().out
        for line in re.findall(r"^# (.+)$", block, re.MULTILINE):
            assert line in printed or "print(" not in block, line


@pytest.mark.usefixtures("workplace")
def test_the_record_is_a_true_one():
    (excerpt,) = blocks("README.md", "json")
    record = pipeline.process("corpus/gwent/gwent.txt").model_dump(mode="json")

    assert_within(json.loads(excerpt), record)


def assert_within(part, whole):
    """Every value shown is there; what is shown of a list is there in that order."""
    if isinstance(part, dict):
        for key, value in part.items():
            assert_within(value, whole[key])
    elif isinstance(part, list):
        rest = iter(whole)
        for value in part:
            assert any(is_within(value, other) for other in rest), value
    else:
        assert part == whole


def is_within(part, whole):
    try:
        assert_within(part, whole)
    except (AssertionError, KeyError, TypeError):
        return False
    return True


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page):
    folder = ROOT if page == "README.md" else ROOT / "pipeline/docs"
    for link in re.findall(r"\]\(([^)#:]+)\)", PAGES[page]):
        assert (folder / link).exists(), link


def test_the_figures_on_accuracy_are_the_floors():
    floors = json.loads((ROOT / "tests/floors.json").read_text("utf-8"))["floors"]
    table = dict(
        re.findall(r"^\| ([a-z ]+) \| ([\d.]+) \|$", PAGES["accuracy.md"], re.MULTILINE)
    )

    assert {part: float(figure) for part, figure in table.items()} == floors
