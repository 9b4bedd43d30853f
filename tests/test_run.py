"""Every kind of bad input gives a clear error or a correct record; the rest goes on."""

import gc
import gzip
from pathlib import Path

import pytest

import pipeline
from pipeline.errors import DataError, EmptyInput, ReadError
from pipeline.records import Failure, Record
from pipeline.run import process, run

STORY = "Westmarch Police is good at preventing crime, inspectors said on Tuesday.\n"
PAGE = f"<!doctype html><html><body><article><p>{STORY}</p></article></body></html>"


@pytest.fixture
def inbox(tmp_path):
    """Puts a file between two sound ones; returns the folder."""

    def put(content):
        (tmp_path / "a.txt").write_text(STORY, "utf-8")
        (tmp_path / "b").write_bytes(content)
        (tmp_path / "c.txt").write_text(STORY + "More.\n", "utf-8")
        return tmp_path

    return put


def texts(outcomes):
    return [o.document.text if isinstance(o, Record) else o for o in outcomes]


@pytest.mark.parametrize(
    ("content", "error", "cause"),
    [
        (b"", "EmptyInput", "empty"),
        (b" \n\r\n\t", "EmptyInput", "nothing but white space"),
        (bytes(range(256)) * 40, "UnsupportedFormat", "nor a known format"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "UnsupportedFormat", "png"),
        (STORY.encode() * 700_000, "LimitExceeded", "1,000,000"),
        (f"{STORY}\0{STORY}".encode(), "ReadError", "a NUL character"),
        (gzip.compress(STORY.encode())[:40], "ReadError", "gzip"),
        (gzip.compress(b" " * 300_000_000), "LimitExceeded", "more than"),
    ],
    ids=[
        "an empty file",
        "white space alone",
        "binary junk",
        "a picture",
        "50 MB of text",
        "a NUL",
        "gzip cut off",
        "a gzip bomb",
    ],
)
def test_what_cannot_be_read_is_a_failure_and_the_rest_goes_on(
    inbox, content, error, cause
):
    before, failure, after = run([inbox(content)])

    assert isinstance(failure, Failure)
    assert failure.source.endswith("b")
    assert (error, True) == (failure.error, cause in failure.cause), failure
    assert failure.remedy
    assert texts([before, after]) == [STORY, STORY + "More.\n"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"It \xff\xfe\xfa was \xe2\x80 good.", None),
        (
            "“Good,” said Zoë – at last.\n".encode("cp1252"),
            "“Good,” said Zoë – at last.\n",
        ),
        ("“Good,” said Zoë.\n".encode("utf-16"), "“Good,” said Zoë.\n"),
        ("“Good,” said Zoë.\n".encode("utf-8-sig"), "“Good,” said Zoë.\n"),
        (b"It was \xed\xa0\x80 good.\n", None),
        (b"One.\r\nTwo.\rThree.\nFour.\r\n", "One.\nTwo.\nThree.\nFour.\n"),
        (gzip.compress(STORY.encode()), STORY),
    ],
    ids=[
        "broken UTF-8",
        "Windows-1252",
        "UTF-16 with a mark",
        "UTF-8 with a mark",
        "half a surrogate pair",
        "mixed line ends",
        "gzip",
    ],
)
def test_what_can_be_read_is_read(inbox, content, text):
    before, record, after = run([inbox(content)])

    assert isinstance(record, Record), record
    assert text in {None, record.document.text}
    assert "good" in record.document.text.lower() or text
    assert texts([before, after]) == [STORY, STORY + "More.\n"]


@pytest.mark.parametrize("end", ["</p", "<a href='x", "<!-- never", "<p>And &amp"])
def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes(inbox, end):
    pytest.importorskip("pipeline.readers.html")
    cut = PAGE.removesuffix("</p></article></body></html>") + end
    _, record, _ = run([inbox(cut.encode())])

    assert isinstance(record, Record), record
    assert STORY.strip() in record.document.text


def test_a_missing_file_and_an_empty_folder_are_failures(tmp_path):
    (tmp_path / "empty").mkdir()
    missing, empty = run([tmp_path / "nothing.txt", tmp_path / "empty"])

    assert (missing.error, missing.cause) == ("ReadError", "no such file")
    assert (empty.error, empty.cause) == ("EmptyInput", "a folder without documents")


def test_a_bug_of_ours_ends_one_document_and_not_the_batch(inbox, monkeypatch):
    def broken(document, known):
        if "odd" in document.text:
            raise RuntimeError("no\nway")
        return whole(document, known)

    whole = process.__globals__["segment"]
    monkeypatch.setitem(process.__globals__, "segment", broken)
    before, failure, after = run([inbox(b"odd")])

    assert failure.cause == "an internal error (no way)"
    assert isinstance(before, Record)
    assert isinstance(after, Record)


def test_data_that_does_not_hold_stops_the_start(tmp_path):
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "odd.toml").write_text("slug = ", "utf-8")

    with pytest.raises(DataError, match=r"odd\.toml: not TOML"):
        next(run([tmp_path], data=(tmp_path,)))


@pytest.mark.parametrize("wrap", [str, Path, Path.read_bytes])
def test_a_document_is_a_path_a_name_or_bytes(tmp_path, wrap):
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")

    assert process(wrap(path)).document.text == STORY


def test_a_text_is_a_document_itself():
    assert process(STORY).document.text == STORY


def test_a_text_may_hold_half_a_surrogate_pair():
    assert process("It was \ud83d good.").document.text == "It was \ufffd good."


def test_a_name_may_hold_a_space(tmp_path):
    path = tmp_path / "a story.txt"
    path.write_text(STORY, "utf-8")

    assert process(str(path)).document.source == str(path)


def test_one_document_raises_what_a_batch_reports(tmp_path):
    with pytest.raises(ReadError, match="no such file; check the path"):
        process(tmp_path / "nothing.txt")


def test_records_are_let_go_one_by_one(tmp_path):
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(f"{STORY}{number}\n", "utf-8")
    alive = [
        sum(isinstance(thing, Record) for thing in gc.get_objects())
        for _ in run([tmp_path])
    ]

    assert max(alive) - alive[0] <= 1


def test_a_document_leaves_nothing_that_only_a_search_for_garbage_would_free():
    story = STORY + "“We will improve,” said Ada Holm. It was good in two areas.\n"
    process(story)
    gc.collect()
    gc.disable()
    try:
        process(story)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_function_and_not_the_module_is_public():
    assert pipeline.run is run


def test_no_text_at_all_is_empty_and_no_folder():
    with pytest.raises(EmptyInput):
        process("")


@pytest.mark.parametrize(
    "before", ["\ufeff", "\r\n", "\ud800", "<p>"], ids=["mark", "pair", "half", "tag"]
)
def test_quotes_have_offsets_in_the_string_that_was_given(before):
    text = f"{before}A chief spoke.\r\n“We will improve,” said Ms Ada Reyes."
    (quote,) = pipeline.quotes(text)
    assert [text[p.start : p.end] for p in quote.parts] == ["We will improve,"]
