import io
import struct
import zipfile

import pytest
from docx import Document

from pipeline.errors import EmptyInput, LimitExceeded, ReadError
from pipeline.inputs import Input, archives, expand


@pytest.fixture
def zipped(tmp_path):
    def make(members, name="a.zip"):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return tmp_path / name

    return make


def test_every_document_in_an_archive_is_one(zipped):
    path = zipped({"b.html": "B", "deep/a.txt": "A", "deep/": ""})

    found = list(expand([path]))
    assert [(f.source, f.data) for f in found] == [
        (f"{path}!/b.html", b"B"),
        (f"{path}!/deep/a.txt", b"A"),
    ]


def test_what_is_no_document_is_passed_over(zipped):
    path = zipped({"a.txt": "A", ".hidden": "", "gold.json": "", "__MACOSX/a.txt": ""})

    assert [f.source for f in expand([path])] == [f"{path}!/a.txt"]


def test_an_archive_is_told_by_its_content(zipped):
    path = zipped({"a.txt": "A"}, name="download")

    assert [f.source for f in expand([path])] == [f"{path}!/a.txt"]


def test_an_office_document_is_no_archive(tmp_path):
    Document().save(str(tmp_path / "a.docx"))

    assert list(expand([tmp_path / "a.docx"])) == [
        Input(str(tmp_path / "a.docx"), tmp_path / "a.docx")
    ]


def test_an_archive_without_documents_is_an_error(zipped):
    (error,) = expand([zipped({"gold.json": ""})])

    assert isinstance(error, EmptyInput)


@pytest.mark.parametrize("name", ["a.zip", "download"])
def test_a_damaged_archive_is_an_error(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"PK\3\4" + bytes(100))

    (found,) = expand([path])
    assert isinstance(found, ReadError if name == "a.zip" else Input)


def test_a_damaged_member_does_not_harm_the_others(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "what is damaged")
        archive.writestr("b.txt", "what is not")
    (tmp_path / "a.zip").write_bytes(
        buffer.getvalue().replace(b"is damaged", b"is damages", 1)
    )

    damaged, sound = expand([tmp_path / "a.zip"])
    assert "cannot be unpacked" in damaged.cause
    assert sound.data == b"what is not"


def test_a_bomb_is_an_error(zipped, monkeypatch):
    monkeypatch.setattr(archives, "MAX_BYTES", 1000)
    (error,) = expand([zipped({"a.txt": "x" * 1001})])

    assert isinstance(error, LimitExceeded)


def test_a_member_whose_packing_is_damaged_does_not_harm_the_others(zipped):
    path = zipped({"a.txt": "what is damaged " * 40, "b.txt": "what is not"})
    data = bytearray(path.read_bytes())
    name, extra = struct.unpack_from("<HH", data, 26)
    start = 30 + name + extra
    data[start : start + 8] = b"\xff" * 8  # a kind of block that deflate has not
    path.write_bytes(data)

    damaged, sound = expand([path])
    assert "cannot be unpacked" in damaged.cause
    assert sound.data == b"what is not"


def test_a_name_that_is_not_what_it_claims_to_be_is_damage(zipped, tmp_path):
    path = zipped({"é.txt": "A"})
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xff\xff"))
    (tmp_path / "b.txt").write_text("B", "utf-8")

    damaged, sound = expand([path, tmp_path / "b.txt"])
    assert "a damaged archive" in damaged.cause
    assert isinstance(sound, Input)
