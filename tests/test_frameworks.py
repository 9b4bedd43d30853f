"""Checking a framework file, and the guide that tells how to write one."""

import re
from pathlib import Path

import pytest

import pipeline
from pipeline import knowledge
from pipeline.cli import main
from pipeline.frameworks import check, example_day, skeleton

GUIDE = Path(pipeline.__file__).parent / "docs" / "frameworks.md"
FILE = re.compile(r"(?ms)^`(?P<path>[\w./-]+\.toml)`:\n\n```toml\n(?P<text>.*?)^```")


@pytest.fixture
def harbours(tmp_path):
    """The folder that the guide builds."""
    for match in FILE.finditer(GUIDE.read_text("utf-8")):
        path = tmp_path / match["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(match["text"], encoding="utf-8")
    yield tmp_path / "harbours"
    knowledge.load.cache_clear()


def framework_in(folder):
    return folder / "frameworks" / "harbours-2020.toml"


def test_the_guides_framework_is_sound(harbours):
    report = check(framework_in(harbours), data=(harbours,))

    assert report.problems == ()
    assert report.examples == 3


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        (
            "Saltby Marina was rated fair for its berths by HARBI.",
            "Saltby Marina",
            None,
        ),
        (
            "HARBI rated the Port of Northby fair for its berths.",
            "Northby Harbour",
            "northby",
        ),
    ],
    ids=["by its form", "by the register"],
)
def test_the_guides_folder_extracts(harbours, text, name, id_):
    (inspection,) = pipeline.process(text, data=(harbours,)).inspections

    assert (inspection.body.name, inspection.body.id) == (name, id_)
    assert inspection.framework == "harbours-2020"
    assert [(g.area, g.grade) for g in inspection.grades] == [("moorings", "fair")]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('{ moorings = "sound" }', '{ moorings = "fair" }', "yields moorings = sound"),
        ('{ lights = "failing" }', "{}", "yields lights = failing, not nothing"),
        ('"sound" }', '"splendid" }', "'splendid' is no grade of it; it has sound, fa"),
        ('"berths"', '"berths", "buoys"', "may mean moorings or lights"),
        ("overall = false", "overal = false", "overal"),
        ('slug = "sound"', "slug = ", "not TOML"),
    ],
    ids=[
        "another grade",
        "a grade too many",
        "a grade that is none",
        "one wording, two areas",
        "a typo",
        "no TOML",
    ],
)
def test_a_problem_has_a_line(harbours, old, new, problem):
    path = framework_in(harbours)
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")

    report = check(path, data=(harbours,))

    assert any(problem in line for line in report.problems), report.problems


def test_each_problem_is_told_once_and_of_the_file_that_has_it(harbours, tmp_path):
    path = framework_in(harbours)
    path.write_text("colour = 1\n" + path.read_text("utf-8"), "utf-8")
    nowhere = tmp_path / "nowhere"
    problems = check(path, data=(nowhere, harbours)).problems

    assert [problem.partition(": ")[0] for problem in problems] == [
        str(nowhere),
        str(path),
    ]


def test_a_file_without_examples_is_not_proved(harbours):
    path = framework_in(harbours)
    path.write_text(path.read_text("utf-8").split("[[examples]]")[0], encoding="utf-8")

    (problem,) = check(path, data=(harbours,)).problems

    assert "no [[examples]]" in problem


def test_the_skeleton_is_sound_as_it_is(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(skeleton("mine"), encoding="utf-8")

    assert check(path).problems == ()


def test_examples_are_read_in_the_middle_of_a_frameworks_time(known):
    for framework in known.frameworks.values():
        assert framework.in_force(example_day(framework))


def test_the_command_lists_checks_and_begins(harbours, tmp_path, capsys):
    sound = str(framework_in(harbours))
    broken = tmp_path / "broken.toml"
    broken.write_text("slug = 1", encoding="utf-8")

    assert main(["frameworks", "list", "--data", str(harbours)]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("harbours-2020 ") for line in listed)
    assert len({re.search(r" +\d+ areas? ", line).end() for line in listed}) == 1
    assert main(["frameworks", "check", sound, "--data", str(harbours)]) == 0
    assert "sound, 3 examples hold" in capsys.readouterr().out
    assert main(["frameworks", "new", "mine"]) == 0
    assert capsys.readouterr().out == skeleton("mine")
    assert main(["frameworks", "check", str(broken)]) == 2
    told = capsys.readouterr()
    assert (f"{broken}: slug: 1: words" in told.err, told.out) == (True, "")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["check"], "check needs a file"),
        (["new"], "new needs a name"),
        (["check", "nowhere.toml"], "there is no file nowhere.toml"),
    ],
)
def test_the_command_says_what_it_lacks(arguments, problem, capsys):
    assert main(["frameworks", *arguments]) == 2
    assert problem in capsys.readouterr().err


@pytest.mark.parametrize("name", ["My Frame", "a/b", "UPPER", "a--b", ""])
def test_a_new_framework_needs_a_slug(capsys, name):
    assert main(["frameworks", "new", name]) == 2
    assert "small letters and digits" in capsys.readouterr().err


def test_one_example_is_one(tmp_path, capsys):
    path = tmp_path / "mine.toml"
    text = skeleton("mine")
    first, second, _ = text.split("[[examples]]")
    path.write_text(f"{first}[[examples]]{second}", encoding="utf-8")

    assert main(["frameworks", "check", str(path)]) == 0
    assert "1 example holds" in capsys.readouterr().out
