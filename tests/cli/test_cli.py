"""Arguments in, exit status out: each command as a user calls it."""

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import knowledge
from pipeline._version import __version__
from pipeline.cli import main

STORY = "Westmarch Police is good at preventing crime, inspectors said on Tuesday.\n"


@pytest.fixture
def inbox(tmp_path, monkeypatch):
    """A folder to work in, with two documents of which one cannot be read."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text(f"{STORY}“Zoë.”\n", "utf-8")
    (tmp_path / "inbox" / "empty.txt").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("inbox")
class TestExtract:
    def test_prints_a_record_a_line(self, capsys):
        assert main(["extract", "inbox/a.txt"]) == 0

        (line,) = capsys.readouterr().out.splitlines()
        assert json.loads(line)["document"]["text"] == f"{STORY}“Zoë.”\n"

    def test_names_what_it_skips_with_cause_and_remedy(self, capsys):
        assert main(["extract", "nothing.txt", "inbox"]) == 1

        output = capsys.readouterr()
        assert len(output.out.splitlines()) == 1
        assert output.err.splitlines() == [
            "skipped nothing.txt: no such file; check the path",
            "skipped inbox/empty.txt: the file is empty; fetch it again",
        ]

    @pytest.mark.parametrize("options", [["extract"], ["run", "--to", "a.db"]])
    def test_names_a_folder_that_it_may_not_read(self, monkeypatch, capsys, options):
        (Path("inbox") / "shut").mkdir()
        scan = os.scandir

        def scandir(path):
            if Path(path).name == "shut":
                raise PermissionError(13, "Permission denied", str(path))
            return scan(path)

        monkeypatch.setattr(os, "scandir", scandir)
        Path("inbox/empty.txt").unlink()
        command, *others = options
        assert main([command, "inbox", *others]) == 1

        assert (
            "skipped inbox/shut: a folder that cannot be read (Permission denied); "
            "change its permissions, or leave it out"
        ) in capsys.readouterr().err.splitlines()

    def test_writes_utf8_whatever_the_locale(self, monkeypatch):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr(sys, "stdout", stream)

        assert main(["extract", "inbox/a.txt"]) == 0
        assert "“Zoë.”".encode() in stream.buffer.getvalue()

    def test_shows_a_table_to_eyes(self, capsys):
        assert main(["extract", "--format", "table", "inbox/a.txt"]) == 0

        assert "inbox/a.txt" in capsys.readouterr().out


@pytest.mark.usefixtures("inbox")
class TestRun:
    def test_stores_records_and_failures_and_sums_up(self, capsys):
        status = main(["run", "inbox", "--to", "new/a.db", "--to", "new/a.jsonl"])

        output = capsys.readouterr()
        with sqlite3.connect("new/a.db") as database:
            counts = "select (select count(*) from documents), count(*) from failures"
            assert database.execute(counts).fetchone() == (1, 1)
        assert status == 1
        assert "skipped inbox/empty.txt: the file is empty" in output.err
        assert "documents    1" in output.out
        assert "failures     1 (1 the file is empty)" in output.out
        assert "new: a new folder\n" in output.err
        assert "new/a.db, new/a.jsonl" in output.out

    def test_twice_is_once(self):
        main(["run", "inbox", "--to", "a.jsonl"])
        with open("a.jsonl", "rb") as first:  # noqa: PTH123
            before = first.read()
        main(["run", "inbox", "--to", "a.jsonl"])

        with open("a.jsonl", "rb") as second:  # noqa: PTH123
            assert second.read() == before

    @pytest.mark.parametrize(
        ("arguments", "problem"),
        [
            (["--to", "a.odt"], "a.odt: nothing here writes .odt; known: .db"),
            (["--to", "a.db", "--data", "none"], "none: no such folder"),
            (["a.db", "--to", "a.db"], "a.db: it is an input and a target of this run"),
            ([], "--to"),
            (["--to", "a.db", "--odd"], "--odd"),
        ],
        ids=[
            "an unknown target",
            "no such data",
            "a target among the inputs",
            "no target",
            "an unknown option",
        ],
    )
    def test_says_what_is_wrong_before_it_starts(self, capsys, arguments, problem):
        assert main(["run", "inbox", *arguments]) == 2

        output = capsys.readouterr()
        assert problem in output.err
        assert "Traceback" not in output.err
        assert output.out == ""


@pytest.mark.parametrize("target", ["mine.jsonl", "mine.csv"])
def test_a_refused_target_leaves_nothing_behind(inbox, capsys, target):
    foreign = inbox / ("mine.jsonl" if target == "mine.jsonl" else "mine.grades.csv")
    foreign.write_text("mine\n", "utf-8")
    before = sorted(inbox.iterdir())

    assert main(["run", "inbox", "--to", target]) == 2
    assert "no earlier run has written it; move it away" in capsys.readouterr().err
    assert (sorted(inbox.iterdir()), foreign.read_text("utf-8")) == (before, "mine\n")


def test_a_dry_run_refuses_what_a_run_would(inbox, capsys):
    (inbox / "mine.jsonl").write_text("mine\n", "utf-8")
    (inbox / "file").touch()
    before = sorted(inbox.iterdir())

    for target, problem in (
        ("mine.jsonl", "no earlier run has written it"),
        ("file/a.db", "file is no folder; choose another place"),
    ):
        assert main(["run", "inbox", "--to", target, "--dry-run"]) == 2
        assert problem in capsys.readouterr().err
    assert sorted(inbox.iterdir()) == before


@pytest.mark.usefixtures("inbox")
def test_a_second_run_tells_again_what_gave_no_record(capsys):
    main(["run", "inbox", "--to", "a.db"])
    capsys.readouterr()

    assert main(["run", "inbox", "--to", "a.db"]) == 1
    told = capsys.readouterr()
    assert told.err == (
        "skipped inbox/empty.txt: the file is empty; fetch it again "
        "(unchanged since; --redo tries again)\n"
    )
    assert "skipped      2 unchanged, 1 of them without record" in told.out


def test_databases_in_one_folder_keep_their_numbers(inbox, capsys):
    for target, inputs in (("a.db", "inbox"), ("b.db", "inbox/a.txt"), ("a.db", ".")):
        main(["run", inputs, "--to", target, "--redo"])

    numbers = {
        path.name: json.loads(path.read_text("utf-8"))
        for path in inbox.glob("*run.json")
    }
    assert {name: each["databases"] for name, each in numbers.items()} == {
        "run.json": ["a.db"],
        "b.db.run.json": ["b.db"],
    }
    assert "b.db.run.json" in capsys.readouterr().out
    (inbox / "a.db").unlink()
    main(["run", "inbox/a.txt", "--to", "b.db", "--redo"])
    newest = json.loads((inbox / "run.json").read_text("utf-8"))
    assert newest["databases"] == ["b.db"]


def test_extract_prints_the_lines_that_a_run_stores(inbox, capsys):
    text = f"{STORY}Inspectors said Westmarch Police was inadequate at catering.\n"
    (inbox / "inbox" / "a.txt").write_text(text, "utf-8")
    main(["run", "inbox/a.txt", "--to", "a.jsonl"])
    capsys.readouterr()
    main(["extract", "inbox/a.txt"])

    assert capsys.readouterr().out == (inbox / "a.jsonl").read_text("utf-8")


def test_score_says_how_much_was_gained_and_lost(inbox, capsys):
    gold = {
        "id": "a",
        "file": "a.txt",
        "document": {"kind": "news_article", "published": None},
        "inspections": [],
        "quotes": [],
        "issues": [],
    }
    (inbox / "inbox" / "a.json").write_text(json.dumps(gold), "utf-8")
    main(["extract", "inbox/a.txt"])
    (inbox / "before.jsonl").write_text(capsys.readouterr().out, "utf-8")

    assert main(["score", "inbox", "--before", "before.jsonl"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "0 gained, 0 lost since before.jsonl"
    for name, cause in (
        ("none.jsonl", "check the path"),
        ("inbox/a.json", "no records"),
    ):
        assert main(["score", "inbox", "--before", name]) == 2
        assert cause in capsys.readouterr().err


def test_broken_data_is_one_line_for_each_problem(inbox, capsys):
    (inbox / "data" / "frameworks").mkdir(parents=True)
    for name in ("a", "b"):
        (inbox / "data" / "frameworks" / f"{name}.toml").write_text("slug =", "utf-8")

    assert main(["extract", "--data", "data", "inbox/a.txt"]) == 2
    assert [line.split(":")[0] for line in capsys.readouterr().err.splitlines()] == [
        "data/frameworks/a.toml",
        "data/frameworks/b.toml",
    ]


def test_schema_writes_every_shape(inbox, capsys):
    assert main(["schema", "--to", "shapes"]) == 0

    written = sorted(str(path) for path in (inbox / "shapes").iterdir())
    assert len(written) == 4
    assert sorted(capsys.readouterr().out.split()) == [
        os.path.relpath(path, inbox) for path in written
    ]


def test_schemas_replace_older_ones_and_nothing_else(inbox, capsys):
    shapes = inbox / "shapes"
    assert main(["schema", "--to", "shapes"]) == main(["schema", "--to", "shapes"]) == 0
    (shapes / "tables.sqlite.sql").write_text("mine", "utf-8")
    (shapes / "record.schema.json").write_text('{"title": "Record"}', "utf-8")
    capsys.readouterr()

    assert main(["schema", "--to", "shapes"]) == 2
    assert capsys.readouterr().err == (
        "shapes/tables.sqlite.sql: a file stands there that is not ours; "
        "choose another name, or move it away\n"
    )
    assert len((shapes / "record.schema.json").read_text("utf-8")) < 100  # none is


@pytest.mark.parametrize("value", ["0.1.0", "1"])
@pytest.mark.parametrize("name", ["VERSION", "HELP", "FRAMEWORKS_HELP"])
def test_the_environment_asks_for_no_version_or_help(monkeypatch, capsys, name, value):
    monkeypatch.setenv(f"GRADEWRIGHT_{name}", value)

    assert main(["frameworks", "list"]) == 0
    assert "peel-2021-22" in capsys.readouterr().out


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"gradewright {__version__}\n"


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_nothing_heavy_is_imported_for(argument):
    program = f"""
import sys
from pipeline.cli import main
main([{argument!r}])
loaded = {{name.partition(".")[0] for name in sys.modules}}
heavy = "spacy thinc numpy pydantic sqlalchemy trafilatura lxml pypdfium2 rich"
sys.exit(" ".join(loaded & set(heavy.split())) or 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_has_seen_enough_breaks_nothing(inbox):
    names = [str(inbox / "inbox" / "a.txt")]
    for number in range(200):
        (inbox / "inbox" / f"{number}.txt").write_text(STORY * 40, "utf-8")
        names.append(str(inbox / "inbox" / f"{number}.txt"))
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", *names],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
        assert process.wait() == 128 + signal.SIGPIPE  # not all of it was done


@pytest.fixture
def interruptible():
    """Interrupts are heeded, even where whoever started the tests ignores them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("inbox", "interruptible")
def test_an_interrupt_ends_a_command_that_is_still_starting(monkeypatch, capsys):
    monkeypatch.setattr(
        knowledge, "load", lambda *_: os.kill(os.getpid(), signal.SIGINT)
    )

    assert main(["explain", "a.db", "gwent"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has it")  # noqa: PTH110
@pytest.mark.parametrize(
    "arguments", [["extract", "inbox/a.txt"], ["frameworks", "list"]]
)
def test_an_output_without_room_is_told_in_a_line(inbox, arguments):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", *arguments],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=inbox,
        )  # fmt: skip

    assert done.returncode == 2
    assert done.stderr == (
        "the output: No space left on device; check the path, its permissions "
        "and the space on the disk\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "inbox"], "Missing option '--to'. A database (.db, postgresql://)"),
        (["extract"], "Missing argument 'PATH'. Files, folders or globs"),
        (["explain", "a.db"], "Missing argument 'CELL'. Of a record, as gwent/"),
    ],
    ids=["an option", "an argument", "a second argument"],
)
def test_what_is_missing_is_told_with_what_it_would_be(capsys, arguments, told):
    assert main(arguments) == 2
    assert told in capsys.readouterr().err
