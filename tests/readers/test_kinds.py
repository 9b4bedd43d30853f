import gzip
import io
import zipfile

import pytest

from pipeline.errors import LimitExceeded, ReadError
from pipeline.readers import kinds
from pipeline.readers.kinds import DOCX, HTML, PDF, PLAIN, UNKNOWN, media_type, unpacked


def archive(name):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Eastmere Police is good at <3 areas>.", PLAIN),
        (b"He wrote <b>good</b> on the card.", PLAIN),
        (b"date 2023-04-13 One\0 NUL in a long text is damage, not a format.", PLAIN),
        (b"<!DOCTYPE html><p>x", HTML),
        (b"\xef\xbb\xbf \n<!-- saved from a site -->\n<HTML><body>x", HTML),
        ("<html><p>x</p>".encode("utf-16"), HTML),
        (b"<p>A fragment</p>", HTML),
        (b"<div", HTML),
        (b"It begins in a word.</p><p>And goes on.</p><p>To here.", HTML),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', HTML),
        (b'<?xml version="1.0"?><rss version="2.0"><channel>', "application/xml"),
        (b"%PDF-1.7\n", PDF),
        (b"junk before \n%PDF-1.4\n", PDF),
        (archive("word/document.xml"), DOCX),
        (archive("xl/workbook.xml"), "application/zip"),
        (b"PK\x03\x04 cut off", "application/zip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png"),
        (bytes(range(256)) * 4, UNKNOWN),
    ],
)
def test_the_kind_is_told_from_the_content(data, kind):
    assert media_type(data) == kind


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(b"one two"),
        gzip.compress(gzip.compress(b"one two")),
        gzip.compress(b"one ") + gzip.compress(b"two"),
        gzip.compress(b"one two") + b"\0\0padding",
        b"one two",
    ],
    ids=["once", "twice", "two members", "padding after it", "not packed"],
)
def test_gzip_is_unpacked_in_passing(packed):
    assert unpacked(packed, "a.gz") == b"one two"


@pytest.mark.parametrize(
    ("packed", "error", "cause"),
    [
        (gzip.compress(b"words " * 99)[:-20], ReadError, "cut off"),
        (b"\x1f\x8b\x08junk and more junk", ReadError, "damaged"),
        (gzip.compress(b"0" * 2_000), LimitExceeded, "unpacks to more than"),
        (gzip.compress(b"0" * 999) * 2, LimitExceeded, "unpacks to more than"),
    ],
    ids=["cut off", "damaged", "a bomb", "a bomb in two members"],
)
def test_an_archive_that_cannot_be_unpacked_is_a_clear_error(
    packed, error, cause, monkeypatch
):
    monkeypatch.setattr(kinds, "MAX_BYTES", 1_000)
    with pytest.raises(error, match=cause):
        unpacked(packed, "a.gz")


def test_an_archive_of_archives_is_not_followed_for_ever():
    data = b"one"
    for _ in range(5):
        data = gzip.compress(data)
    with pytest.raises(LimitExceeded, match="packed more than 3 times"):
        unpacked(data, "a.gz")
