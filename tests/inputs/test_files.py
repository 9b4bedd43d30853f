import io
import os
import threading
from pathlib import Path

import pytest

from pipeline.errors import EmptyInput, ReadError
from pipeline.inputs import Input, count, covers, expand, listed


@pytest.fixture
def inbox(tmp_path, monkeypatch):
    """A folder to work in, its documents among other things."""
    for name in (
        "inbox/b.html",
        "inbox/a.txt",
        "inbox/deeper/c.pdf",
        "inbox/deeper/no_suffix",
        "inbox/page_files/style.css",
        "inbox/gold.json",
        "inbox/grades.db-wal",
        "inbox/.hidden.txt",
        "inbox/.git/description.txt",
        "odd[1].txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "sources"),
    [
        (["inbox/a.txt"], ["inbox/a.txt"]),
        (
            ["inbox"],
            [
                "inbox/a.txt",
                "inbox/b.html",
                "inbox/deeper/c.pdf",
                "inbox/deeper/no_suffix",
            ],
        ),
        (["inbox/*.*t*"], ["inbox/a.txt", "inbox/b.html"]),
        (["inbox/**/*.pdf"], ["inbox/deeper/c.pdf"]),
        (["inbox/*[tn]"], ["inbox/a.txt", "inbox/gold.json"]),
        (["inbox/gold.json"], ["inbox/gold.json"]),
        (["odd[1].txt"], ["odd[1].txt"]),
        (["inbox/a.txt", "inbox/../inbox/a.txt", "inbox/*.txt"], ["inbox/a.txt"]),
        (["no such.txt"], ["no such.txt"]),
    ],
    ids=[
        "a file",
        "a folder: documents in it and beneath, in order",
        "a glob",
        "a glob of any depth",
        "a glob takes no folders",
        "a file that is named is tried, whatever it is",
        "a name that looks like a glob",
        "each file once",
        "a missing file is for the reader to report",
    ],
)
@pytest.mark.usefixtures("inbox")
def test_names_stand_for_documents(names, sources):
    assert sources == [found.source for found in expand(names)]


@pytest.mark.parametrize(
    ("name", "error", "cause"),
    [
        ("empty", EmptyInput, "a folder without documents"),
        ("*.odt", EmptyInput, "nothing matches"),
        ("", ReadError, "an empty name"),
        ("a\0b", ReadError, "a name with a NUL in it"),
        ("x" * 5000, ReadError, "cannot be looked up"),
    ],
    ids=[
        "an empty folder",
        "a glob without matches",
        "an empty name is not the folder one stands in",
        "a NUL",
        "a name too long",
    ],
)
@pytest.mark.usefixtures("inbox")
def test_an_input_that_is_none_is_an_error_among_the_others(name, error, cause):
    first, second = expand([name, "inbox/a.txt"])

    assert error is type(first)
    assert cause in first.cause
    assert isinstance(second, Input)


def shut(folder, monkeypatch):
    """Let nobody look into a folder, not even root."""
    scan, access = os.scandir, os.access

    def scandir(path):
        if Path(path) == Path(folder):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(
        os, "access", lambda path, mode: Path(path) != folder and access(path, mode)
    )


@pytest.mark.parametrize(
    "name", ["inbox", "inbox/**/*", "inbox/*/*", "inbox/*/c.pdf", "inbox/deeper/*.pdf"]
)
@pytest.mark.usefixtures("inbox")
def test_a_folder_that_cannot_be_read_is_an_error_of_its_own(name, monkeypatch):
    open_to_all = [one.source for one in expand([name]) if "deeper" not in one.source]
    shut(Path("inbox/deeper"), monkeypatch)
    *others, error = expand([name])

    assert [type(error), error.source] == [ReadError, "inbox/deeper"]
    assert error.cause == "a folder that cannot be read (Permission denied)"
    assert error.remedy == "change its permissions, or leave it out"
    if name == "inbox/**/*":
        assert [one.source for one in others] == open_to_all


@pytest.mark.usefixtures("inbox")
def test_a_shut_folder_that_is_named_is_not_called_empty(monkeypatch):
    shut(Path("empty"), monkeypatch)

    (error,) = expand(["empty"])
    assert "cannot be read" in error.cause


def test_a_link_to_its_own_folder_does_not_go_round(inbox):
    (inbox / "inbox" / "loop").symlink_to(inbox / "inbox")

    assert len(list(expand(["inbox"]))) == 4


def test_a_name_that_is_no_utf8_can_be_stored(inbox):
    Path(os.fsdecode(os.fsencode(inbox) + b"/inbox/caf\xe9.txt")).touch()

    sources = [found.source for found in expand(["inbox"])]
    assert r"inbox/caf\xe9.txt" in sources


def test_a_list_of_names_stands_on_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("a.txt\n\n  b c.txt\n"))

    assert listed(["first", "-", "last"]) == ["first", "a.txt", "b c.txt", "last"]


@pytest.mark.usefixtures("inbox")
def test_names_can_be_counted_without_opening_anything():
    assert count(["inbox", "https://a.example/", "no such.txt"]) == 6


@pytest.mark.parametrize(
    ("name", "covered", "others"),
    [
        ("in", ["in/a.txt", "in/b/c.txt", "in/a.zip!/d/e.txt"], ["inn/a.txt", "a"]),
        ("./in/", ["in/a.txt"], ["a.txt"]),
        (".", ["a.txt", "in/a.txt"], ["/a.txt", "../a.txt"]),
        ("in/*.txt", ["in/a.txt"], ["in/b/a.txt", "in/a.html"]),
        ("in/**/*.txt", ["in/a.txt", "in/b/c/a.txt"], ["in/b/a.html", "a.txt"]),
        ("in/**", ["in/a.txt", "in/b/c.txt"], ["a.txt"]),
        ("in/?[ab].zip", ["in/xa.zip!/y.txt"], ["in/xc.zip!/y.txt"]),
        ("a.zip", ["a.zip!/b.txt"], ["a.zip.txt"]),
        ("a.txt", ["a.txt"], ["b.txt", "https://a.example/a.txt"]),
    ],
)
def test_a_name_covers_what_it_would_stand_for(name, covered, others):
    assert all(covers(name, source) for source in covered)
    assert not any(covers(name, source) for source in others)


def test_a_pipe_is_read_once_to_its_end(inbox):
    os.mkfifo(inbox / "pipe")
    threading.Thread(target=(inbox / "pipe").write_text, args=("A story.",)).start()

    (found,) = expand(["pipe"])
    assert (found.source, found.data, found.path) == ("pipe", b"A story.", None)


def test_a_device_without_end_is_an_error(monkeypatch):
    monkeypatch.setattr("pipeline.inputs.files.MAX_BYTES", 1000)

    (error,) = expand(["/dev/zero"])
    assert "more than 1,000 bytes" in error.cause


@pytest.mark.parametrize("name", ["inbox", "inbox/*"])
def test_a_pipe_that_nobody_named_is_passed_over(inbox, name):
    os.mkfifo(inbox / "inbox" / "pipe")

    assert not [found for found in expand([name]) if found.source.endswith("pipe")]
