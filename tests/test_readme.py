"""What the README shows is what happens."""

import json
import re
import shlex
from pathlib import Path

import pytest

import pipeline
from pipeline.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
OUTSIDE = ("make", "gradewright serve")
"""Commands that set up, or that wait for people."""


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def commands():
    lines = [line for block in blocks("console") for line in block.splitlines()]
    typed = [line.removeprefix("$ ").partition(" # ")[0].strip() for line in lines]
    return [line for line in typed if not line.startswith(OUTSIDE)]


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("workplace")
def test_every_command_runs(capsys):
    assert len(commands()) >= 9
    for command in commands():
        name, *arguments = shlex.split(command)
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


@pytest.mark.usefixtures("workplace")
def test_every_python_example_runs(capsys):
    for block in blocks("python"):
        exec(block, {})  # noqa: S102 - our own words
    assert "Responding to the public - inadequate" in capsys.readouterr().out


@pytest.mark.usefixtures("workplace")
def test_the_record_is_a_true_one():
    (excerpt,) = blocks("json")
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


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_every_link_leads_somewhere(link):
    assert (ROOT / link).exists()
