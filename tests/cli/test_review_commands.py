"""Commands that look at what was stored: by what they print, write and return."""

import json
import socket
import sys
import tomllib

import pytest

from pipeline.cli import main
from pipeline.sinks.stored import stored
from tests.factories import marlshire

PUBLIC = "marlshire/responding_to_the_public"
WHO = ["--reason", "misread", "--reviewer", "A. Reader"]
ARTICLE = """\
date 2023-04-13 Gwent Police is inadequate at responding to the public, HMICFRS says.

HMICFRS graded Gwent Police in several areas:

Responding to the public - inadequate;

Preventing crime - good.
"""


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def records(here):
    path = here / "records.jsonl"
    path.write_text(marlshire().model_dump_json() + "\n", encoding="utf-8")
    return path.name


def test_review_writes_a_page(records, here, capsys):
    assert main(["review", records, "-o", "new/page.html"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[-1] for line in lines] == ["1", "1", "1", "new/page.html"]
    assert "Marlshire Police" in (here / "new/page.html").read_text("utf-8")


def test_review_replaces_a_page_of_its_own_and_nothing_else(records, here, capsys):
    (here / "mine.html").write_text("<title>Mine</title>", "utf-8")
    assert main(["review", records, "-o", "page.html"]) == 0
    assert main(["review", records, "-o", "page.html"]) == 0
    capsys.readouterr()

    assert main(["review", records, "-o", "mine.html"]) == 2
    assert capsys.readouterr().err == (
        "mine.html: a file stands there that is not ours; "
        "choose another name, or move it away\n"
    )
    assert (here / "mine.html").read_text("utf-8") == "<title>Mine</title>"


def test_explain_prints_text_or_json(records, capsys):
    assert main(["explain", records, "marlshire", "preventing_crime"]) == 0
    assert capsys.readouterr().out.startswith("Preventing crime: good (stated)")

    assert main(["explain", records, f"article.txt#{PUBLIC}", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["value"] == "inadequate"


def test_explain_tells_of_a_body_that_a_correction_took_out(records, capsys):
    assert main(["correct", records, "marlshire", "--remove", *WHO]) == 0
    capsys.readouterr()

    assert main(["explain", records, "marlshire"]) == 0
    assert capsys.readouterr().out.startswith(
        "Marlshire Police: nothing\nA. Reader took it out: misread\n"
    )

    back = ["correct", records, "marlshire", "--value", "peel-2021-22", *WHO]
    assert main(back) == 0
    (record,) = stored(records)
    assert record.inspections == marlshire().inspections


def test_explain_tells_why_an_area_has_no_grade(records, capsys):
    assert main(["explain", records, "marlshire/investigating_crime"]) == 0
    assert capsys.readouterr().out.startswith("Investigating crime: nothing\n")


def test_explain_says_where_there_is_nothing_to_explain(records, capsys):
    assert main(["explain", records, "nobody/else"]) == 2
    assert capsys.readouterr().err == (
        f"{records}: no record has a cell 'nobody/else'; the bodies are: marlshire\n"
    )


@pytest.mark.parametrize("command", [["explain"], ["correct", *WHO]])
def test_the_nearest_cells_are_named_where_there_is_no_such_one(
    records, capsys, command
):
    cell = "marlshire-police/responding_to_the_public"

    assert main([command[0], records, cell, *command[1:]]) == 2
    problem = f"no record has a cell '{cell}'; the nearest: {PUBLIC}"
    assert problem in capsys.readouterr().err


def test_an_empty_file_is_told_from_one_without_the_cell(tmp_path, capsys):
    path = tmp_path / "empty.jsonl"
    path.touch()

    assert main(["explain", str(path), "gwent"]) == 2
    assert "holds no records" in capsys.readouterr().err


def test_corrections_are_checked_when_they_are_loaded(records, here, capsys):
    assert main(["correct", records, PUBLIC, "--value", "good", *WHO]) == 0
    (path,) = (here / "corrections").iterdir()
    path.write_text(path.read_text("utf-8").replace('"good"', '"splendid"'), "utf-8")

    for command in (
        ["run", records, "--to", "a.db"],
        ["score", "--corrections", "corrections"],
    ):
        assert main(command) == 2
        assert f"{path.relative_to(here)}: value: 'splendid' is no grade; known: " in (
            capsys.readouterr().err
        )


@pytest.mark.parametrize(
    "arguments",
    [
        ["correct", "records.jsonl", PUBLIC, *WHO, "--remove", "--value", "good"],
        ["run", ".", "--to", "a.db", "--engine", "local", "--scheduler", "tcp://a:1"],
        ["score", ".", "--corrections", "corrections"],
        ["frameworks", "list", "peel"],
    ],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.usefixtures("records")
def test_options_that_exclude_each_other_are_refused(here, capsys, arguments):
    before = sorted(here.rglob("*"))

    assert main(arguments) == 2
    assert "Usage: " in capsys.readouterr().err
    assert sorted(here.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "package", "name"),
    [
        (["serve", "records.jsonl"], "uvicorn", "review"),
        (["review", "records.jsonl", "--plots", "plots"], "matplotlib", "plots"),
    ],
    ids=["serve", "plots"],
)
@pytest.mark.usefixtures("records")
def test_an_extra_that_is_not_installed_is_named(
    capsys, monkeypatch, arguments, package, name
):
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "pipeline.review.plots", raising=False)

    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert error == f"{package} is missing; pip install 'gradewright[{name}]'\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["serve", "none.db"], "none.db: there is no such file"),
        (
            ["serve", "records.jsonl", "--port", "{busy}"],
            "--port {busy}: another program has it; name another",
        ),
        (["review", "records.jsonl", "-o", "file/page.html"], "file"),
        (["schema", "--to", "file"], "file: File exists; check"),
        (
            ["diff", "http://a.example/", "records.jsonl"],
            "no database of http is written",
        ),
        (["diff", "://", "records.jsonl"], "no address of a database"),
    ],
)
@pytest.mark.usefixtures("records")
def test_what_cannot_be_opened_is_told_in_a_line(here, capsys, arguments, problem):
    (here / "file").touch()
    with socket.create_server(("127.0.0.1", 0)) as other:
        busy = other.getsockname()[1]

        assert main([argument.format(busy=busy) for argument in arguments]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert problem.format(busy=busy) in output.err
    assert len(output.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["review", "explain", "correct", "diff"])
def test_what_is_not_there_is_told_with_a_remedy(command, capsys):
    rest = {"explain": ["x"], "correct": ["x", *WHO], "diff": ["nothing.db"]}

    assert main([command, "nothing.db", *rest.get(command, [])]) == 2
    assert "gradewright run" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "value"),
    [(["--value", "good"], "good"), (["--remove"], None), ([], "inadequate")],
    ids=["put right", "taken out", "accepted"],
)
def test_correct_writes_a_file_and_the_record(records, here, options, value):
    assert main(["correct", records, PUBLIC, *options, *WHO]) == 0

    (path,) = (here / "corrections").glob("*.toml")
    saved = tomllib.loads(path.read_text("utf-8"))
    assert (saved["was"], saved.get("value")) == ("inadequate", value)
    (record,) = stored(records)
    grades = {each.area: each.grade for each in record.inspections[0].grades}
    assert grades.get("responding_to_the_public") == value


def test_correct_puts_in_what_was_missed_with_its_words(records):
    missed = ["marlshire/leadership", "--value", "good", "--evidence"]

    assert main(["correct", records, *missed, "We will do better", *WHO]) == 0
    (record,) = stored(records)
    assert record.inspections[0].grades[-1].evidence[0].text == "We will do better"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["nobody/leadership", "--value", "good"], "no record has a cell"),
        (
            [PUBLIC, "--value", "splendid"],
            "'splendid' is not on the scale: outstanding",
        ),
        ([PUBLIC, "--value", "poor"], "'poor' is not on the scale: outstanding"),
        (
            [PUBLIC, "--evidence", "no such words"],
            f"#{PUBLIC}: --evidence 'no such words': nowhere in inbox/article.txt; cop",
        ),
        ([PUBLIC, "--evidence", "Marlshire"], "2 times in inbox/article.txt; give mor"),
        (["marlshire/leadership", "--value", "good"], "the words that prove it (--ev"),
        (["marlshire/tally/good", "--value", "many"], "'many' is no count; write a"),
        (["document/published", "--value", "soon"], "'soon' is no day; write it as 20"),
        (["document/kind", "--value", "leaflet"], "one of 'news_article', 'press_rel"),
        (["marlshire", "--value", "frs-round3"], "not for police force; fit: "),
    ],
)
def test_correct_refuses_what_does_not_fit(records, here, capsys, arguments, problem):
    assert main(["correct", records, *arguments, *WHO]) == 2

    assert problem in capsys.readouterr().err
    assert not (here / "corrections").exists()


def test_correct_asks_which_document_where_several_have_the_cell(here, capsys):
    path = here / "two.jsonl"
    both = (marlshire(), marlshire(source="inbox/second.txt", id="sha256:second"))
    path.write_text("".join(r.model_dump_json() + "\n" for r in both), "utf-8")

    assert main(["correct", path.name, PUBLIC, *WHO]) == 2
    assert "'inbox/second.txt#marlshire/" in capsys.readouterr().err
    assert main(["correct", path.name, f"second.txt#{PUBLIC}", *WHO]) == 0


@pytest.mark.parametrize("missing", ["--reason", "--reviewer", "--reason and --rev"])
def test_correct_names_all_that_it_needs(records, capsys, missing):
    given = [each for each in ("--reason", "--reviewer") if each not in missing]
    options = [part for each in given for part in (each, "x")]

    if missing.endswith("--rev"):
        options = ["--reason", " "]
    assert main(["correct", records, PUBLIC, *options]) == 2
    assert f"a correction needs {missing}" in capsys.readouterr().err


def test_words_that_prove_may_break_elsewhere_in_the_text(records):
    missed = ["marlshire/leadership", "--value", "good", "--evidence", "We  will\ndo"]

    assert main(["correct", records, *missed, *WHO]) == 0
    (record,) = stored(records)
    assert record.inspections[0].grades[-1].evidence[0].text == "We will do"


def test_correct_says_what_has_the_correction_and_what_not_yet(here, capsys):
    (here / "article.txt").write_text(ARTICLE, encoding="utf-8")
    targets = ["--to", "a.db", "--to", "a.jsonl", "--to", "b.csv"]
    main(["run", "article.txt", *targets, "--jobs", "1"])
    capsys.readouterr()

    main(["correct", "a.db", "gwent/preventing_crime", "--value", "adequate", *WHO])
    _, *lines = capsys.readouterr().out.splitlines()
    files = f"{here / 'a.jsonl'}, {here / 'b.csv'}"
    assert lines == [
        "evidence: your reason alone; --evidence gives words of the text",
        "a.db: has it",
        f"{files}: will have it after the next `gradewright run`",
    ]


def test_diff_is_a_gate(records, here, capsys):
    before = here / "before.jsonl"
    before.write_bytes((here / records).read_bytes())

    assert main(["diff", str(before), records]) == 0
    main(["correct", records, PUBLIC, "--value", "good", *WHO])
    assert main(["diff", str(before), records]) == 1
    assert f"{PUBLIC}: inadequate -> good" in capsys.readouterr().out
    assert main(["diff", str(before), records, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["changes"][0]["now"] == "good"


def grade_of(target):
    (record,) = stored(target)
    (grade,) = (
        grade
        for grade in record.inspections[0].grades
        if grade.area == "responding_to_the_public"
    )
    return grade


@pytest.mark.slow
def test_a_correction_survives_every_run_and_fails_when_the_rules_regress(here, capsys):
    (here / "article.txt").write_text(ARTICLE, encoding="utf-8")
    run = ["run", "article.txt", "--to", "all.db", "--to", "all.jsonl", "--jobs", "1"]
    assert main(run) == 0
    assert grade_of("all.db").grade == "inadequate"
    cell = "gwent/responding_to_the_public"

    assert main(["correct", "all.db", cell, "--value", "adequate", *WHO]) == 0
    for again in (run, [*run, "--redo"]):
        assert main(again) == 0
        for target in ("all.db", "all.jsonl"):
            grade = grade_of(target)
            assert (grade.grade, grade.corrected) == ("adequate", True)
    assert "lost" not in capsys.readouterr().out
    replay = ["score", "--corrections", "corrections"]
    assert main(replay) == 0
    assert "needed" in capsys.readouterr().out

    # what a person had accepted, and the rules no longer say
    (path,) = (here / "corrections").glob("*.toml")
    text = path.read_text("utf-8").replace('was = "inadequate"', 'was = "adequate"')
    path.write_text(text, "utf-8")
    assert main(replay) == 1
    assert "regressed" in capsys.readouterr().out

    # what the rules have learned by now
    learned = text.replace('value = "adequate"', 'value = "inadequate"')
    path.write_text(learned, "utf-8")
    assert main(replay) == 0
    assert not path.exists()
    assert len(list((here / "corrections/retired").iterdir())) == 1


def test_a_run_complains_of_corrections_whose_source_changed(here, capsys):
    article = here / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    run = ["run", "article.txt", "--to", "all.db", "--jobs", "1"]
    main(run)
    main(["correct", "all.db", "gwent/preventing_crime", "--value", "adequate", *WHO])
    article.write_text(ARTICLE.replace("Preventing crime - good.", ""), "utf-8")
    capsys.readouterr()
    main(run)

    assert "correction stale: article.txt#gwent/prev" in capsys.readouterr().err


def test_extract_prints_a_page_for_a_browser(here, capsys):
    (here / "article.txt").write_text(ARTICLE, encoding="utf-8")

    assert main(["extract", "article.txt", "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")
