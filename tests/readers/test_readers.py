import gzip
import hashlib
import os

import pytest

from pipeline import readers
from pipeline.errors import EmptyInput, LimitExceeded, ReadError, UnsupportedFormat
from pipeline.readers import read, read_bytes, read_text

STORY = b"Eastmere Police has been told to improve."


@pytest.fixture
def file(tmp_path):
    def write(data, name="story.dat"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_a_document_is_known_by_its_bytes_and_not_by_its_name(file):
    first, second = file(STORY, "a.pdf"), file(STORY, "b.html")
    assert (
        read(first).id
        == read(second).id
        == f"sha256:{hashlib.sha256(STORY).hexdigest()}"
    )
    assert read(first).media_type == "text/plain"
    assert read(first).source == str(first)


def test_a_packed_document_is_the_same_document(file):
    assert read(file(gzip.compress(STORY))).id == read_bytes(STORY, "x").id


def test_a_missing_file_is_a_clear_error(tmp_path):
    with pytest.raises(ReadError, match=r"nothing\.txt: no such file; check the path"):
        read(tmp_path / "nothing.txt")


def test_a_folder_is_a_clear_error(tmp_path):
    with pytest.raises(ReadError, match="a folder, not a document"):
        read(tmp_path)


def test_a_name_no_system_takes_is_a_clear_error(tmp_path):
    for name in ("a\0b", "a" * 5_000):
        with pytest.raises(ReadError, match="cannot be opened"):
            read(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_a_clear_error(file):
    path = file(STORY)
    path.chmod(0)
    with pytest.raises(ReadError, match="no permission"):
        read(path)


def test_permission_is_told_from_other_trouble(file, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    path = file(STORY)
    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(ReadError, match="no permission to read it; change"):
        read(path)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "the file is empty"),
        (gzip.compress(b""), "the file is empty"),
        (b" \r\n\t ", "nothing but white space"),
    ],
)
def test_an_empty_file_is_a_clear_error(data, cause, file):
    with pytest.raises(EmptyInput, match=cause):
        read(file(data))


def test_binary_junk_is_a_clear_error(file):
    with pytest.raises(
        UnsupportedFormat, match="neither text nor a known format; convert it"
    ):
        read(file(bytes(range(256)) * 20))


def test_what_is_too_long_is_not_even_read(file, monkeypatch):
    monkeypatch.setattr(readers, "MAX_BYTES", 20)
    with pytest.raises(LimitExceeded, match="more than 20 bytes"):
        read(file(STORY))


def test_a_reader_whose_library_is_missing_names_the_extra(monkeypatch):
    monkeypatch.setitem(readers.READERS, "text/plain", "no_such_module")
    with pytest.raises(
        UnsupportedFormat, match="no_such_module, which reads text/plain"
    ):
        read_bytes(STORY, "x")


def test_a_string_with_lone_surrogates_is_read_with_holes():
    assert (
        read_text("good \ud83d\ude00 \udc80 bad", "<text>").text == "good 😀 \ufffd bad"
    )
